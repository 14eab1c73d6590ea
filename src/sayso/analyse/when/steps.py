"""Times that are a step away: last week, next spring, the quarter."""

import re
from datetime import date

from sayso.analyse.when.open_values import leave_open, leave_step_open, shift_open
from sayso.analyse.when.partial import (
    find_season_year,
    find_weekday_near,
    find_weekend_near,
    shift,
    to_value,
)
from sayso.analyse.when.setting import (
    FUTURE,
    PART,
    PAST,
    PRESENT,
    SEASON,
    WEEKDAY,
    YEAR,
    Setting,
    any_of,
    strip_leading,
)
from sayso.analyse.when.words import (
    DAY_PARTS,
    SEASONS,
    find_month,
    find_weekday,
)
from sayso.calendar import MONTH_PATTERN

_STEPS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this past": 0,
    "this": 0, "current": 0, "this coming": 1, "next": 1, "coming": 1, "following": 1,
    "upcoming": 1, "that": 0, "same": 0, "that same": 0, "latest": 0,
}  # fmt: skip
_FROM_FOCUS = frozenset(("that", "same", "that same", "following", "previous", "preceding"))
_LATEST_RESULTS = ("latest quarter", "latest fiscal year")  # those that are over
_NARRATIVE = re.compile(r"(?:the )?very next|the next (?:day|night|morning|afternoon|evening)")
_PERIOD = r"(?:day|night|week|weekend|month|quarter|year|decade|century)"
_STEP = re.compile(
    rf"(?P<step>{any_of(*_STEPS)}) "
    r"(?:(?:very|entire|whole|fiscal|calendar|business|academic|school|election) )?"
    rf"(?:(?P<unit>{_PERIOD})|(?P<weekday>{WEEKDAY})|(?P<month>{MONTH_PATTERN})|(?P<season>{SEASON})"
    rf"|(?P<part>{PART}))"
)
_DAY_OF_WEEK = re.compile(
    rf"(?:(?P<step>last|this|next) week(?: on)? (?P<day>{WEEKDAY})"
    rf"|(?:on )?(?P<day2>{WEEKDAY})(?: of)? (?P<step2>last|this|next) week)"
)
_SPORT_SEASON = re.compile(
    rf"(?P<step>{any_of(*_STEPS)})"
    r"(?: (?:regular|nfl|nba|football|baseball|political))? (?:off ?)?season"
)
_SEASONS_AGO = re.compile(r"(?:(?:a|one|two|three|few|several|some) seasons? ago|recent seasons)")
_SEASON_OF_YEAR_NUMBER = re.compile(rf"(?P<year>{YEAR})(?: [a-z]+)? season")
_THE_UNIT = re.compile(
    r"(?:the|in the|of the) (?:\w+ of the )?(?:(?:current )?fiscal )?(?P<unit>" + _PERIOD + ")"
)
_WHOLE_UNIT = re.compile(
    r"(?:(?:the|all) )?(?:all|entire|whole|full) (?P<unit>week|weekend|month|year)"
)
_PART_OF_SEASON = re.compile(r"(?P<part>earlier|early|late|later) in the (?:\w+ )?season")
_DAYS_UNTIL_RESULTS = 45  # companies report on the last quarter that long into the next


def find_day_of_week(words: str, setting: Setting) -> str | None:
    """ "Friday last week", "last week Friday": the weekday of that week."""
    match = _DAY_OF_WEEK.fullmatch(words)
    if match is None:
        return None
    weekday = find_weekday(match["day"] or match["day2"]) or 1
    if setting.today is None:
        return f"XXXX-WXX-{weekday}"
    there = shift(setting.today, "week", _STEPS[match["step"] or match["step2"]])
    return shift(there, "day", weekday - there.isoweekday()).isoformat()


def find_season_of_sport(words: str, setting: Setting) -> str | None:
    """A season that is not one of the year's four: only past, present or to come."""
    if match := _PART_OF_SEASON.fullmatch(words):
        return FUTURE if match["part"].startswith("late") and setting.later else PAST
    words = strip_leading(words)
    if match := _SEASON_OF_YEAR_NUMBER.fullmatch(words):
        return match["year"]
    if _SEASONS_AGO.fullmatch(words):
        return PAST
    match = _SPORT_SEASON.fullmatch(words)
    if match is None:
        return None
    if " past" in match["step"]:
        return PAST
    steps = _STEPS.get(match["step"], 0)
    return PAST if steps < 0 else FUTURE if steps > 0 else PRESENT


def find_step(words: str, setting: Setting) -> str | None:
    """Last, this or next unit, weekday, month, season or part of day."""
    match = _STEP.fullmatch(strip_leading(words))
    if match is None or (match["step"] == "past" and match["unit"] == "decade"):
        return None
    steps = _STEPS[match["step"]]
    is_from_focus = match["step"] in _FROM_FOCUS or _NARRATIVE.match(words) is not None
    start = setting.get_start(match["unit"] or "day") if is_from_focus else setting.today
    if match["unit"] and start is None:
        return _leave_open(words, match["unit"], steps, setting)
    if match["unit"] and start:
        return _step_by_unit(match["unit"], steps - words.endswith(_LATEST_RESULTS), start)
    if match["weekday"]:
        later = setting.later
        if match["step"] == "this" and later is None and not setting.is_past:
            later = True
        return step_to_weekday(find_weekday(match["weekday"]) or 1, steps, start, later)
    return _step_to_named(match, steps, start)


def _step_to_named(match: re.Match[str], steps: int, start: date | None) -> str:
    if match["month"]:
        return _step_to_month(find_month(match["month"]) or 1, steps, start)
    if match["season"]:
        return _step_to_season(SEASONS[match["season"]], steps, start)
    return f"{move_day(start, steps)}T{DAY_PARTS[match['part']]}"


def _leave_open(words: str, unit: str, steps: int, setting: Setting) -> str:
    """Without a day of publication: "earlier this year" is past, the next day perhaps a weekday."""
    if unit == "day" and (day := shift_open(setting.focus, steps)):
        return day
    if unit == "night":
        return f"{move_day(None, steps)}TNI"
    value = leave_step_open(unit, steps)
    sides = {"earlier": PAST, "later": FUTURE}
    return sides.get(words.split()[0], value) if value == PRESENT else value


def move_day(day: date | None, steps: int) -> str:
    """The day so many days later, open where no day is known."""
    return "XXXX-XX-XX" if day is None else shift(day, "day", steps).isoformat()


def step_to_weekday(weekday: int, steps: int, start: date | None, later: bool | None) -> str:
    """The weekday before, near or after a day."""
    if start is None:
        return f"XXXX-WXX-{weekday}"
    if steps:
        start = shift(start, "day", steps)
        later = steps > 0
    return find_weekday_near(start, weekday, later=later).isoformat()


def _step_by_unit(unit: str, steps: int, start: date) -> str:
    if unit == "night":
        return f"{move_day(start, steps)}TNI"
    return to_value(shift(start, unit, steps), unit)


def _step_to_month(month: int, steps: int, start: date | None) -> str:
    if start is None:
        return f"XXXX-{month:02}"
    is_over, is_to_come = month < start.month, month > start.month
    year = start.year + (not is_to_come if steps > 0 else -(not is_over) if steps < 0 else 0)
    return f"{year:04}-{month:02}"


def _step_to_season(code: str, steps: int, start: date | None) -> str:
    return f"{find_season_year(start, code, steps):04}-{code}" if start else f"XXXX-{code}"


def find_the_unit(words: str, setting: Setting) -> str | None:
    """ "The year", "the quarter": the one that the report is about when it says no more; the year
    "ended March 31" is only a length of time."""
    match = _THE_UNIT.fullmatch(words) or _WHOLE_UNIT.fullmatch(words)
    if match is None:
        return None
    if setting.ends_later and match["unit"] == "year":
        return "P1Y"
    if setting.today is None:
        is_short = match["unit"] in ("day", "weekend")
        return leave_open(match["unit"]) if is_short else None
    if match["unit"] == "weekend":
        ahead = shift(setting.today, "week", 0) if setting.later else None
        return to_value(ahead, "weekend") if ahead else find_weekend_near(setting.today)
    days = -_DAYS_UNTIL_RESULTS if match["unit"] == "quarter" else 0
    return _step_by_unit(match["unit"], 0, shift(setting.today, "day", days))
