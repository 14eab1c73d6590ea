"""Dates as vague as a text gives them: a TIMEX3 value of any length in, its neighbours out."""

import re
from calendar import monthrange
from datetime import date, timedelta

from sayso.calendar import make_day

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_OR_LESS = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DECADE = re.compile(r"[1-9][0-9]{2}")
_MONTHS_OF_YEAR = 12
_DAYS_OF_WEEK = 7
_FIRST_MONTH, _MONTHS_OF_SEASON = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}, 3
_MIDWEEK = 3


def to_day(value: str | None) -> date | None:
    """The day at the beginning of a value, where it names one."""
    match = _DAY.match(value or "")
    if match is None:
        return None
    return make_day(int(match[1]), int(match[2]), int(match[3]))


def to_first_day(value: str | None) -> date | None:
    """The first day that a value with a year covers."""
    if value and _DECADE.fullmatch(value):
        return make_day(10 * int(value), 1, 1)
    match = _DAY_OR_LESS.match(value or "")
    if match is None:
        return None
    return make_day(int(match[1]), int(match[2] or 1), int(match[3] or 1))


def to_value(day: date, unit: str) -> str:
    """The day, or the week, month, quarter, year, decade or century that it lies in."""
    calendar = day.isocalendar()
    return {
        "day": day.isoformat(),
        "week": f"{calendar.year:04}-W{calendar.week:02}",
        "weekend": f"{calendar.year:04}-W{calendar.week:02}-WE",
        "month": f"{day.year:04}-{day.month:02}",
        "quarter": f"{day.year:04}-Q{(day.month - 1) // 3 + 1}",
        "year": f"{day.year:04}",
        "decade": f"{day.year // 10:03}",
        "century": f"{day.year // 100:02}",
    }[unit]


def shift(day: date, unit: str, n: int) -> date:
    """The day so many units later; the last of the month where the month is too short."""
    if unit in ("day", "night"):
        return _clip(day.toordinal() + n)
    if unit in ("week", "weekend", "fortnight"):
        return _clip(day.toordinal() + 7 * n * (2 if unit == "fortnight" else 1))
    months = n * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    index = day.year * _MONTHS_OF_YEAR + day.month - 1 + months
    year, month = divmod(index, _MONTHS_OF_YEAR)
    if not date.min.year <= year < date.max.year:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def find_weekday_near(day: date, weekday: int, *, later: bool | None) -> date:
    """The nearest such weekday, the day itself included: before it, or after it, or, when nothing
    tells, before it unless it is the morrow.

    Units: ``weekday`` is 1 for Monday to 7 for Sunday.
    """
    gap = (day.isoweekday() - weekday) % _DAYS_OF_WEEK
    is_after = later if later is not None else gap == _DAYS_OF_WEEK - 1
    return day + timedelta(_DAYS_OF_WEEK - gap) if is_after and gap else day - timedelta(gap)


def find_weekend_near(day: date) -> str:
    """The weekend that people mean by "the weekend": the last one until Wednesday."""
    return to_value(shift(day, "week", -1 if day.isoweekday() <= _MIDWEEK else 0), "weekend")


def find_nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The first, second ... such weekday of a month, or the last one for -1."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % _DAYS_OF_WEEK + 7 * (n - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta((last.isoweekday() - weekday) % _DAYS_OF_WEEK)


def find_season_year(day: date, code: str, steps: int) -> int:
    """The year of the last (-1), this (0) or next (1) season; a winter is of its December."""
    is_turned = code == "WI" and day.month < _FIRST_MONTH["SP"]
    year, month = (day.year - 1, day.month + 12) if is_turned else (day.year, day.month)
    if steps > 0:
        return year + (month >= _FIRST_MONTH[code])
    return year - (steps < 0 and month < _FIRST_MONTH[code] + _MONTHS_OF_SEASON)


def find_easter(year: int) -> date:
    """Easter Sunday of the western churches.

    Source: the anonymous algorithm in Meeus, Astronomical Algorithms, chapter 8.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def find_year_near(day: date, month: int, day_of_month: int | None, *, later: bool | None) -> int:
    """The year in which the nearest such month or day lies; ``later`` says to which side, or
    ``None`` when nothing tells."""
    if day_of_month is None:
        gap = month - day.month
        if later is None:
            return day.year + (1 if gap < -6 else -1 if gap >= 6 else 0)
        return day.year + (1 if later and gap < 0 else -1 if not later and gap > 0 else 0)
    years = (day.year - 1, day.year, day.year + 1)
    found = {year: make_day(year, month, day_of_month) for year in years}
    gaps = {year: (other - day).days for year, other in found.items() if other}
    if later is not None:
        fits = {year: gap for year, gap in gaps.items() if (gap >= 0 if later else gap <= 0)}
        gaps = fits or gaps
    return min(gaps, key=lambda year: abs(gaps[year]), default=day.year)


def _clip(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
