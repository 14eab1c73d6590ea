"""Days and spans of days in words: numbers YYYYMMDD in, short labels out."""

from calendar import monthrange
from datetime import date

from sayso.answers import LATEST, Moment
from sayso.calendar import MONTHS, make_day

_YEAR, _MONTH, _DAY = 1, 2, 3
_DECADE = 10


def to_date(day: int) -> date | None:
    """The date of a number; ``None`` for an open end."""
    year, month, day_of_month = day // 10_000, day // 100 % 100, day % 100
    if day >= LATEST or not year:
        return None
    return make_day(year, month, day_of_month)


def to_iso(day: int) -> str | None:
    """The number as ISO 8601 writes it; ``None`` for an open end."""
    found = to_date(day)
    return found.isoformat() if found else None


def is_exact(moment: Moment) -> bool:
    """Whether the moment is a single day."""
    return moment.first == moment.last


def name_month(month: int) -> str:
    """The month's short name."""
    return MONTHS[month - 1].capitalize()


def describe_day(day: date) -> str:
    """A day as people write it: 3 Jan 2019."""
    return " ".join(_name(day, _DAY))


def describe_reach(first: int, last: int) -> str:
    """From the first to the last day, no more precise than that: "3 Jan 2019", "Dec 2018", "1990s",
    "2017 -", "Jan - Mar 2019"."""
    start, end = to_date(first), to_date(last)
    if start and end:
        return _describe_closed(start, end)
    if start:
        return " ".join([*_name(start, _find_grain(start, None)), "-"])
    return " ".join(["-", *_name(end, _find_grain(None, end))]) if end else "at any time"


def _describe_closed(start: date, end: date) -> str:
    grain = _find_grain(start, end)
    begins, ends = _name(start, grain), _name(end, grain)
    if begins == ends:
        return " ".join(ends)
    if grain == _YEAR and not start.year % _DECADE and end.year == start.year + _DECADE - 1:
        return f"{start.year}s"
    n_shared = 0 if start.year != end.year else 1 + (start.month == end.month)
    return " ".join([*begins[: len(begins) - n_shared], "-", *ends])


def _find_grain(start: date | None, end: date | None) -> int:
    """Whether both ends are those of years, of months, or just days."""
    months = (start is None or start.day == 1, end is None or end.day == _count_days(end))
    years = (start is None or start.month == 1, end is None or end.month == len(MONTHS))
    if not all(months):
        return _DAY
    return _YEAR if all(years) else _MONTH


def _count_days(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _name(day: date, grain: int) -> list[str]:
    return [str(day.day), name_month(day.month), str(day.year)][-grain:]
