"""Which lines at the top of a report are what."""

import pytest

from sayso.intake.layout import find_layout

BODY = "The council closed the bridge. It gave no reason for that.\n\nNobody was hurt, it said."


def get_parts(text, **more):
    layout = find_layout(text, **more)
    return [text[span.start : span.end] if span else None for span in get_spans(layout)]


def get_spans(layout):
    return layout.headline, layout.standfirst


def get_date(text):
    mark = find_layout(text).dateline
    return mark.date.value if mark else None


def test_headline_and_standfirst():
    standfirst = "Council shuts the crossing without a word to those who live there"
    text = f"Bridge closed\n\n{standfirst}\n\n{BODY}"
    assert get_parts(text) == ["Bridge closed", standfirst]


def test_body_alone_has_neither():
    assert get_parts(BODY) == [None, None]


def test_title_that_is_given_names_the_headline():
    text = f"Bridge closed.\n\n{BODY}"
    assert get_parts(text) == [None, None]
    assert get_parts(text, title="BRIDGE CLOSED") == ["Bridge closed.", None]


def test_markdown_heading_is_the_headline_without_its_marks():
    assert get_parts(f"# Bridge closed #\n\n{BODY}") == ["Bridge closed", None]


def test_byline_is_found_with_its_name_only():
    text = f"Bridge closed\n\nBy Ina Holm, Lowmarch\n\n{BODY}"
    assert find_layout(text).byline == "Ina Holm"


def test_body_begins_after_the_margin():
    text = f"Bridge closed\n\nBy Ina Holm\n3 January 2019\n\n{BODY}"
    assert text[find_layout(text).body :] == BODY


@pytest.mark.parametrize(
    ("top", "date"),
    [
        ("Bridge closed\n\nThursday, 3 January 2019", "2019-01-03"),
        ("3 January 2019\n\nBridge closed", "2019-01-03"),
        # the first is the day somebody fetched the page
        ("Saturday, 23 November 2024\n\nBridge closed\n\n3 January 2019", "2019-01-03"),
        ("Printed on 23 November 2024\n\nBridge closed\n\n3 January 2019", "2019-01-03"),
        ("Printed on 23 November 2024\n\nBridge closed", None),
        ("Bridge closed\n\nPublished: 3 January 2019 | Updated: 5 January 2019", "2019-01-03"),
        ("Bridge closed\n\nUpdated 5 January 2019", None),
        ("Bridge closed\n\nPublished\n3 January 2019", "2019-01-03"),
        ("Bridge closed\n\nJanuary 2019", "2019-01"),
    ],
)
def test_dateline_tells_the_publication_date(top, date):
    assert get_date(f"{top}\n\n{BODY}") == date


@pytest.mark.parametrize(
    ("top", "date"),
    [
        ("Saturday, 23 November 2024\n\nBridge closed\n\n3 January 2019", "2024-11-23"),
        ("Printed on 23 November 2024\n\nBridge closed\n\n3 January 2019", "2024-11-23"),
        ("Printed on 23 November 2024\n\nBridge closed", "2024-11-23"),
        ("Bridge closed\n\nUpdated 5 January 2019\n\n3 January 2019", None),
        ("3 January 2019\n\nBridge closed", None),
        ("Bridge closed\n\n3 January 2019", None),
    ],
)
def test_the_day_of_fetching_is_told_from_the_publication_date(top, date):
    mark = find_layout(f"{top}\n\n{BODY}").fetched
    assert (mark and mark.date.value) == date


def test_wire_opening_is_a_dateline_inside_the_first_sentence():
    text = f"LOWMARCH, Jan. 3, 2019 (HPU) - {BODY}"
    mark = find_layout(text).dateline
    assert text[mark.span.start : mark.span.end] == "Jan. 3, 2019"


@pytest.mark.parametrize(
    "body",
    [
        "The bridge was built on 3 January 2019 and closed soon after.",
        "A timeline of the bridge follows here.\n\nIt is short.\n\n3 January 2019\n\nIt opened.",
    ],
)
def test_date_of_the_story_is_not_the_publication_date(body):
    assert get_date(body) is None
