"""What is left of a time that depends on an unknown day of publication: a unit in, a value out."""

import re

from sayso.analyse.when.partial import shift
from sayso.analyse.when.setting import FUTURE, PAST, PRESENT
from sayso.calendar import make_day

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?")
_DAY = re.compile(r"XXXX-([0-9]{2})-([0-9]{2})(?:T.*)?")
_A_LEAP_YEAR = 2000


def leave_open(unit: str) -> str:
    """The value of a unit without a day of publication."""
    values = {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE",
              "quarter": "XXXX-QX", "night": "XXXX-XX-XXTNI"}  # fmt: skip
    return values.get(unit, "XXXX-XX-XX")


def leave_step_open(unit: str, steps: int) -> str:
    """A week or a month stays one; of "last year" without a date only the direction is known."""
    if unit in ("year", "decade", "century"):
        return PAST if steps < 0 else FUTURE if steps > 0 else PRESENT
    return leave_open(unit)


def shift_open(value: str | None, days: int) -> str | None:
    """The day so many days after a weekday, or after a day of a year, that is known no better."""
    if weekday := _WEEKDAY.fullmatch(value or ""):
        return f"XXXX-WXX-{(int(weekday[1]) - 1 + days) % 7 + 1}"
    if day := _DAY.fullmatch(value or ""):
        known = make_day(_A_LEAP_YEAR, int(day[1]), int(day[2]))
        return f"XXXX-{shift(known, 'day', days):%m-%d}" if known else None
    return None
