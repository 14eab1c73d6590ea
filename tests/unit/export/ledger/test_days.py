"""Days and spans of days in words."""

import pytest

from sayso.export.ledger.days import describe_reach, to_iso


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (20190103, 20190103, "3 Jan 2019"),
        (20181201, 20181231, "Dec 2018"),
        (20170101, 20171231, "2017"),
        (20160101, 20171231, "2016 - 2017"),
        (19900101, 19991231, "1990s"),
        (18000101, 18991231, "1800 - 1899"),
        (20190101, 20190331, "Jan - Mar 2019"),
        (20181201, 20190228, "Dec 2018 - Feb 2019"),
        (20180713, 20180715, "13 - 15 Jul 2018"),
        (20180730, 20180802, "30 Jul - 2 Aug 2018"),
        (20171230, 20180102, "30 Dec 2017 - 2 Jan 2018"),
        (20170101, 99991231, "2017 -"),
        (20180601, 99991231, "Jun 2018 -"),
        (20180602, 99991231, "2 Jun 2018 -"),
        (0, 20180715, "- 15 Jul 2018"),
        (0, 20181231, "- 2018"),
        (0, 99991231, "at any time"),
    ],
)
def test_a_reach_is_no_more_precise_than_its_ends(first, last, shown):
    assert describe_reach(first, last) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [(20240229, "2024-02-29"), (1340101, "0134-01-01"), (0, None), (99991231, None)],
)
def test_iso_days(day, shown):
    assert to_iso(day) == shown
