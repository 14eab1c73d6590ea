"""Days as numbers that sort: ISO dates and EDTF in, YYYYMMDD out."""

import re
from calendar import monthrange
from datetime import date

from sayso.answers import EARLIEST, LATEST
from sayso.calendar import make_day

Range = tuple[int, int]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DECADE = re.compile(r"([0-9]{3})X")
_CENTURY = re.compile(r"([0-9]{2})XX")
_QUALIFIED = re.compile(r"[?~%]")
# First month and number of months of what EDTF writes in a month's place.
_PARTS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6),
}  # fmt: skip


def find_day(value: str | None) -> int:
    """The number of an ISO date, zeros for what it does not say; 0 for none."""
    found = _DATE.match(value or "")
    if found is None:
        return 0
    year, month, day = (int(part or 0) for part in found.groups())
    return year * 10_000 + month * 100 + day


def find_range(edtf: str | None) -> Range | None:
    """The first and the last day that an EDTF date or interval can mean; ``None`` where it has no
    place in the calendar from year 1 to 9999.

    An open end is the earliest or the latest day there is.
    """
    plain = _QUALIFIED.sub("", edtf or "")
    first, slash, last = plain.partition("/")
    if not slash:
        return _find_simple(plain)
    starts = (EARLIEST, EARLIEST) if first in ("", "..") else _find_simple(first)
    ends = (LATEST, LATEST) if last in ("", "..") else _find_simple(last)
    if starts is None or ends is None or starts[0] > ends[1]:
        return None
    return starts[0], ends[1]


def find_given_range(value: str) -> Range | None:
    """The days of ``2019``, ``2019-01``, ``2019-01-03`` or of two of them with ``..`` between, one
    of which may be left out; ``None`` for anything else."""
    first, dots, last = value.strip().partition("..")
    return find_range(f"{first}/{last}" if dots else first) if first or last else None


def _find_simple(words: str) -> Range | None:
    if found := _DECADE.fullmatch(words):
        return int(f"{found[1]}00101"), int(f"{found[1]}91231")
    if found := _CENTURY.fullmatch(words):
        return int(f"{found[1]}000101"), int(f"{found[1]}991231")
    found = _DATE.fullmatch(words)
    if found is None or found[1] == "0000":
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if not month:
        return year * 10_000 + 101, year * 10_000 + 1231
    if day:
        return _find_day(year, month, day)
    return _find_months(year, *_PARTS.get(month, (month, 1)))


def _find_day(year: int, month: int, day: int) -> Range | None:
    return (year * 10_000 + month * 100 + day,) * 2 if make_day(year, month, day) else None


def _find_months(year: int, month: int, n_months: int) -> Range | None:
    if not 1 <= month <= 12:
        return None
    further, last = divmod(month + n_months - 2, 12)
    year_of_last, last = year + further, last + 1
    if year_of_last > date.max.year:
        return year * 10_000 + month * 100 + 1, LATEST
    n_days = monthrange(year_of_last, last)[1]
    return year * 10_000 + month * 100 + 1, year_of_last * 10_000 + last * 100 + n_days
