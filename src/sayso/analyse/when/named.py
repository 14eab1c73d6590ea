"""Times with names: seasons, holidays, the year's end, election day; and years told by words."""

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.analyse.when.partial import (
    find_easter,
    find_nth_weekday,
    find_season_year,
    find_year_near,
)
from sayso.analyse.when.setting import SEASON, YEAR, Setting, any_of
from sayso.analyse.when.words import EASTER_DAYS, HOLIDAYS, MOVING_HOLIDAYS, SEASONS

YEAR_WORDS = {
    "last year": -1,
    "this year": 0,
    "next year": 1,
    "that year": 0,
    "the same year": 0,
    "same year": 0,
}
_YEAR_OF_FOCUS = ("that year", "the same year", "same year")
ANY_YEAR = rf"(?P<year>{YEAR}|{any_of(*YEAR_WORDS)})"
_HOLIDAY = re.compile(
    rf"(?P<name>{any_of(*HOLIDAYS, *MOVING_HOLIDAYS)})(?:(?: of)? (?P<year>{YEAR}))?"
)
_EASTER_DAY = re.compile(rf"(?P<name>{any_of(*EASTER_DAYS)})(?:(?: of)? (?P<year>{YEAR}))?")
_STEPPED = re.compile(
    r"(?P<step>last|this past|this coming|this|next) "
    rf"(?P<name>{any_of(*HOLIDAYS, *MOVING_HOLIDAYS, *EASTER_DAYS)})"
)
_ELECTION_DAY = re.compile(rf"(?:(?P<before>{YEAR}) )?election day(?:(?: of)? (?P<year>{YEAR}))?")
_YEARS_END = re.compile(rf"(?:{ANY_YEAR}(?:'s)? end|(?:the )?year(?:'s)? ?end)")
_STARTS_WITH_YEAR = re.compile(r"[0-9]{4}")
_SEASON_OF_YEAR = re.compile(
    rf"(?P<season>{SEASON})(?P<every>s)?(?:time| months)?(?: (?:of )?{ANY_YEAR})?"
)
_MONTH_OF_EASTER = 4
ATTACKS_OF_2001 = "2001-09-11"
_NINE_ELEVEN = re.compile(r"sept(?:ember)? 11(?:th)?")


def find_told_year(words: str | None, setting: Setting) -> str | None:
    """The year that digits or words such as "last year" tell."""
    if words is None or words[0].isdigit():
        return words
    if words in _YEAR_OF_FOCUS and (focus := _STARTS_WITH_YEAR.match(setting.focus or "")):
        return focus[0]
    return f"{setting.today.year + YEAR_WORDS[words]:04}" if setting.today else None


def find_named_time(words: str, setting: Setting) -> str | None:
    """A season, a holiday, election day, the attacks of "September 11", or a year's end."""
    if match := _SEASON_OF_YEAR.fullmatch(words):
        code, year = SEASONS[match["season"]], find_told_year(match["year"], setting)
        is_every = setting.is_habit or match["every"]
        if year is None and setting.today and not is_every:
            year = f"{find_season_year(setting.today, code, 0):04}"
        return f"{year or 'XXXX'}-{code}"
    if match := _ELECTION_DAY.fullmatch(words):
        return _find_election_day(match["before"] or match["year"], setting)
    if match := _YEARS_END.fullmatch(words):
        return find_told_year(match["year"], setting) or _year_of(setting.today)
    if match := _STEPPED.fullmatch(words):
        later = {"last": False, "this past": False, "this": setting.later}.get(match["step"], True)
        return _find_holiday(match["name"], replace(setting, later=later))
    if setting.is_attack and _NINE_ELEVEN.fullmatch(words):
        return ATTACKS_OF_2001
    return _find_holiday(words, setting)


def _find_holiday(words: str, setting: Setting) -> str | None:
    if easter_day := _EASTER_DAY.fullmatch(words):
        return _find_easter_day(EASTER_DAYS[easter_day["name"]], easter_day["year"], setting)
    match = _HOLIDAY.fullmatch(words)
    if match is None:
        return None
    if match["name"] in HOLIDAYS:
        return _find_fixed_day(HOLIDAYS[match["name"]], match["year"], setting)
    month, weekday, n, extra = MOVING_HOLIDAYS[match["name"]]
    if setting.today is None and match["year"] is None:
        return f"XXXX-{month:02}"
    year = match["year"] or _find_near(month, setting)
    return (find_nth_weekday(int(year), month, weekday, n) + timedelta(days=extra)).isoformat()


def _find_fixed_day(month_and_day: str, year: str | None, setting: Setting) -> str:
    month, day = (int(part) for part in month_and_day.split("-"))
    if setting.today and year is None:
        year = f"{find_year_near(setting.today, month, day, later=setting.later):04}"
    return f"{year or 'XXXX'}-{month_and_day}"


def _find_easter_day(days: int, year: str | None, setting: Setting) -> str | None:
    """A day counted from Easter; without any year it may lie in one month or the other."""
    if year is None and setting.today is None:
        return None
    easter = find_easter(int(year or _find_near(_MONTH_OF_EASTER, setting)))
    return (easter + timedelta(days=days)).isoformat()


def _find_near(month: int, setting: Setting) -> int:
    return find_year_near(setting.today, month, None, later=setting.later) if setting.today else 0


def _find_election_day(year: str | None, setting: Setting) -> str | None:
    """Of the United States: the Tuesday after the first Monday of November, by default the next."""
    if year is None and setting.today is None:
        return "XXXX-11"
    first = int(year) if year else setting.today.year if setting.today else 0
    days = [
        find_nth_weekday(each, 11, 1, 1) + timedelta(days=1)
        for each in range(first, first + 3)
        if year or each % 2 == 0
    ]
    return next(
        (d.isoformat() for d in days if year or (setting.today and d >= setting.today)), None
    )


def _year_of(day: date | None) -> str:
    return f"{day.year:04}" if day else "XXXX"
