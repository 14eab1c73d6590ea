"""Times told by how far they lie from another: two years ago, three days later, in two weeks."""

import re
from datetime import date

from sayso.analyse.when.calendar import find_date
from sayso.analyse.when.durations import make_duration
from sayso.analyse.when.open_values import leave_open, shift_open
from sayso.analyse.when.partial import find_weekday_near, shift, to_day, to_value
from sayso.analyse.when.setting import (
    AMOUNT,
    FUTURE,
    NUMBER,
    PAST,
    UNIT,
    WEEKDAY,
    Setting,
    any_of,
    strip_leading,
)
from sayso.analyse.when.steps import find_step
from sayso.analyse.when.words import CLOCK_UNITS, find_number, find_weekday

_SIDES = {
    "ago": -1, "earlier": -1, "before": -1, "previously": -1, "back": -1, "prior": -1, "later": 1,
    "after": 1, "afterward": 1, "afterwards": 1, "from now": 1, "hence": 1, "from today": 1,
    "away": 1,
}  # fmt: skip
_FROM_TODAY = frozenset(("ago", "back", "from now", "hence", "from today", "away"))
_ABOUT = r"(?:(?:about|around|nearly|almost|more than|less than|over|just|some|only|roughly|in) )*"
_DISTANCE = re.compile(
    rf"{_ABOUT}(?:{AMOUNT} ?)?(?P<unit>{UNIT})s?(?P<half> and a half)?(?: or so)?"
    rf" (?P<side>{any_of(*_SIDES)})"
)
_AHEAD = re.compile(
    rf"in (?:about |around |just |another )*(?P<number>{NUMBER}) ?(?P<unit>{UNIT})s?(?: time)?"
)
_WEEKDAYS_AGO = re.compile(rf"(?P<number>{NUMBER}) ?(?P<weekday>{WEEKDAY})s? ago")
_FROM_ANCHOR = re.compile(
    rf"(?:the )?(?:(?P<number>{NUMBER}) ?)?(?:(?P<unit>day|week)s?|(?P<weekday>{WEEKDAY}))"
    r" (?P<side>before|after) (?P<anchor>.+)"
)
_NEIGHBOUR = re.compile(r"(?:the )?(?P<unit>day|night) (?P<side>before|after)")
_YEAR_AGO = re.compile(
    r"(?:(?:comparable|corresponding|same) )?year (?:ago|earlier)(?: .*)?"
    r"|(?:comparable|corresponding|same) (?:period|time|quarter) last year"
)
# Beyond this a number of years is a round one.
_COUNTED_YEARS = 1000
_LONG_UNITS = {"decade": 10, "century": 100, "centurie": 100}


def find_distance(words: str, setting: Setting) -> str | None:
    """So much time before or after: as vague as the unit it is counted in."""
    if setting.today and _YEAR_AGO.fullmatch(strip_leading(words)):
        return f"{setting.today.year - 1:04}"
    if match := _WEEKDAYS_AGO.fullmatch(strip_leading(words)):
        return _count_weekdays(match, setting)
    if (match := _NEIGHBOUR.fullmatch(words)) and setting.is_closed:
        return _find_neighbour(match, setting)
    if match := _FROM_ANCHOR.fullmatch(words):
        return _find_from_anchor(match, setting)
    if match := _AHEAD.fullmatch(words):
        number = find_number(match["number"].strip())
        is_point = number is not None and not setting.is_past and match["unit"] not in CLOCK_UNITS
        is_point = is_point and (setting.today is not None or match["unit"] == "year")
        return _move(setting.today, match["unit"], number) if is_point and number else None
    match = _DISTANCE.fullmatch(words)
    return _measure(match, setting) if match else None


def _measure(match: re.Match[str], setting: Setting) -> str:
    unit, side = match["unit"], match["side"]
    number = find_number((match["number"] or "x").strip().removesuffix(" of"))
    if number is None:
        return PAST if _SIDES[side] < 0 else FUTURE
    is_from_today = side in _FROM_TODAY or (side == "earlier" and unit in ("year", "quarter"))
    start = setting.today if is_from_today else setting.get_start(unit)
    if start is None and unit in CLOCK_UNITS:
        return make_duration(match["number"], unit)
    if start is None and unit == "day":
        return shift_open(setting.focus, _SIDES[side] * round(number)) or leave_open(unit)
    return _move(start, unit, _SIDES[side] * (number + (0.5 if match["half"] else 0)))


def _move(start: date | None, unit: str, steps: float) -> str:
    years = steps * _LONG_UNITS.get(unit, 1 if unit == "year" else 0)
    is_round = abs(years) >= _COUNTED_YEARS
    if is_round or (start is None and years) or (start and start.year + years < 1):
        return PAST if steps < 0 else FUTURE
    if start is None:
        return leave_open(unit)
    if unit in CLOCK_UNITS:
        return to_value(start, "day")
    if unit in _LONG_UNITS:
        return to_value(shift(start, "year", round(years)), "decade")
    if steps % 1 and unit == "year":
        return to_value(shift(start, "month", round(12 * steps)), "year")
    day = shift(start, unit, round(steps))
    return to_value(day, {"night": "day", "fortnight": "day"}.get(unit, unit))


def _count_weekdays(match: re.Match[str], setting: Setting) -> str | None:
    number, weekday = find_number(match["number"].strip()), find_weekday(match["weekday"])
    if number is None or weekday is None or number % 1:
        return None
    if setting.today is None:
        return f"XXXX-WXX-{weekday}"
    yesterday = shift(setting.today, "day", -1)
    last = find_weekday_near(yesterday, weekday, later=False)
    return shift(last, "week", 1 - int(number)).isoformat()


def _find_from_anchor(match: re.Match[str], setting: Setting) -> str | None:
    """So many days or weeks, or a weekday, before or after a day that is told itself."""
    anchor = to_day(find_date(match["anchor"], setting) or find_step(match["anchor"], setting))
    number = find_number((match["number"] or "one").strip())
    if anchor is None or number is None or number % 1:
        return None
    side = -1 if match["side"] == "before" else 1
    if match["unit"]:
        return to_value(shift(anchor, match["unit"], side * int(number)), match["unit"])
    near = shift(anchor, "day", side)
    return find_weekday_near(near, find_weekday(match["weekday"]) or 1, later=side > 0).isoformat()


def _find_neighbour(match: re.Match[str], setting: Setting) -> str:
    days = -1 if match["side"] == "before" else 1
    part = "TNI" if match["unit"] == "night" else ""
    start = setting.get_start("day")
    if start is None:
        return f"{shift_open(setting.focus, days) or leave_open('day')}{part}"
    start = min(start, setting.today or start)
    return f"{shift(start, 'day', days).isoformat()}{part}"
