"""Times that stand in a calendar: dates, years, decades, with their hours."""

import re
from dataclasses import replace
from datetime import date

from sayso.analyse.when.clock import take_time
from sayso.analyse.when.named import ANY_YEAR, ATTACKS_OF_2001, find_named_time, find_told_year
from sayso.analyse.when.partial import find_year_near, to_day, to_value
from sayso.analyse.when.setting import (
    WEEKDAY,
    YEAR,
    Setting,
    any_of,
    strip_leading,
)
from sayso.analyse.when.steps import find_step, move_day, step_to_weekday
from sayso.analyse.when.words import (
    DECADE_WORDS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    find_month,
    find_ordinal,
    find_weekday,
)
from sayso.calendar import MONTH_PATTERN, make_day

_DECADE = re.compile(
    r"(?:(?:first|second|last|latter) (?:half|part) of (?:the )?)?"
    r"(?:(?P<century>1[0-9])00'?s|(?P<tens>[0-9]{3})0'?s|'?(?P<ten>[0-9])0'?s"
    r"|(?:nineteen )?(?P<word>[a-z]+ies))"
)
_WEEK_OF = re.compile(r"week of (?P<day>.+)")
_CENTURY = re.compile(r"(?P<ordinal>[a-z0-9]+(?: first)?) centur(?:y|ies)(?P<era> bce?)?")
_ISO = re.compile(rf"{YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?")
_SLASH = re.compile(
    r"(?P<first>[0-9]{1,2})[/.](?P<second>[0-9]{1,2})[/.](?P<year>[0-9]{4}|[0-9]{2})"
)
_DAY = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?|{any_of(*ORDINAL_WORDS)})"
_DATE = re.compile(
    rf"(?:(?P<step>last|next) )?(?:{WEEKDAY} )?(?:the )?"
    rf"(?:(?P<month>{MONTH_PATTERN})(?: ?(?:the )?(?P<day>{_DAY}))?"
    rf"|(?P<day2>{_DAY}) (?:day )?(?:of )?(?P<month2>{MONTH_PATTERN}))"
    rf"(?:(?: of| in)? (?:{ANY_YEAR}|(?P<old>[1-9][0-9]{{2}})))?"
)
_BARE_MONTH = re.compile(MONTH_PATTERN)
_BARE_YEAR = re.compile(
    rf"(?:(?:fiscal|calendar|school)? ?(?:year )?(?P<year>{YEAR})"
    r"(?: (?:and beyond|or later|period))?"
    r"|'(?P<short>[0-9]{2})|(?P<era>[0-9]{1,4}) (?P<name>ad|ce|bce?)"
    r"|ad ?(?P<ad>[0-9]{1,4})|(?:post|pre) ?(?P<beyond>1[0-9]{3}|20[0-9]{2}))"
)
_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
_A_LEAP_YEAR = 2000
_A_WEEK = 7
_FAR_AHEAD = 3  # months: plans for a day are told in the past tense too
_TWO_DIGIT_PIVOT = 2049  # of a date in digits whose century nothing tells
_DAYS_OF_MONTH = 31
_BARE_NUMBER = re.compile(r"(?:the )?(?P<number>[1-9][0-9]{0,2}|0[1-9])(?:st|nd|rd|th)?")
_FOCUS_DAY = re.compile(r"(?:[0-9]{4}|XXXX)-[0-9]{2}-[0-9]{2}")


def find_decade(words: str, setting: Setting) -> str | None:
    """A decade or a century, by the digits that all its years begin with."""
    bare = strip_leading(words)
    if match := _DECADE.fullmatch(bare):
        tens = DECADE_WORDS.get(match["word"] or "")
        ten = match["ten"] or (f"{NUMBER_WORDS[tens] // 10}" if tens else None)
        return (
            match["century"] or match["tens"] or (_to_decade(int(ten)) if ten is not None else None)
        )
    match = _CENTURY.fullmatch(bare)
    ordinal = find_ordinal(match["ordinal"]) if match else None
    if match is None or ordinal is None:
        return None
    return f"{'BC' if match['era'] else ''}{ordinal - 1:02}"


def _to_decade(tens: int) -> str:
    """198 for the eighties, 201 for the '10s."""
    return f"{20 if tens <= 1 else 19}{tens}"


def find_date(words: str, setting: Setting) -> str | None:
    """A date of any precision, with the hour or the part of the day where it is told."""
    rest, time = take_time(words)
    if time is None:
        return _find_calendar_time(words, setting)
    value = (_find_calendar_time(rest, setting) or find_step(rest, setting)) if rest else None
    if rest and value is None:
        return None
    if words == "overnight":
        value = _find_day_before_night(setting)
    day = value or _find_day_of_clock(time, setting)
    return f"{day}T{time}" if to_day(day) or day.startswith("XXXX-") else value


def _find_day_of_clock(time: str, setting: Setting) -> str:
    """A clock time stands in the day last spoken of, a part of a day in that of publication."""
    if ":" not in time and not _is_of_these_days(setting):
        return move_day(setting.today, 0)
    if setting.focus and setting.focus.startswith("XXXX-WXX-"):
        return setting.focus.partition("T")[0]
    return move_day(setting.get_start("day"), 0)


def _find_day_before_night(setting: Setting) -> str:
    """ "Overnight" is the night before, or the one to come."""
    day = to_day(setting.focus) if _is_of_these_days(setting) else setting.today
    return move_day(day, 0 if setting.later else -1)


def _is_of_these_days(setting: Setting) -> bool:
    """Whether the day last spoken of lies within a week of the report."""
    day, today = to_day(setting.focus), setting.today
    return day is not None and today is not None and abs((day - today).days) <= _A_WEEK


def find_bare_number(words: str, setting: Setting) -> str | None:
    """A number alone: a later day of the month last spoken of ("April 24 and 25"), a year with
    three digits, or the end of a span of years ("1892-94")."""
    match = _BARE_NUMBER.fullmatch(words)
    if match is None:
        return None
    if len(match["number"]) == 3:
        return f"0{match['number']}"
    number, focus = int(match["number"]), setting.focus or ""
    is_short = len(words) == len("80") and (number > _DAYS_OF_MONTH or words.startswith("0"))
    if setting.follows_in and is_short:
        return _to_short_year(number, setting)
    if _FOCUS_DAY.match(focus):
        return f"{focus[:8]}{number:02}" if int(focus[8:10]) < number <= 31 else None
    is_span = len(focus) == 4 and focus.isdigit() and len(words) == 2 and number > int(focus[2:])
    year = int(focus[:2] or 0) * 100 + number if is_span else 0
    is_past = setting.today is None or year <= setting.today.year
    return f"{year:04}" if is_span and is_past else None


def find_week_of(words: str, setting: Setting) -> str | None:
    """ "The week of March 6"."""
    match = _WEEK_OF.fullmatch(strip_leading(words))
    day = to_day(find_date(match["day"], setting)) if match else None
    return to_value(day, "week") if day else None


def _find_calendar_time(words: str, setting: Setting) -> str | None:
    for tried in dict.fromkeys((words, strip_leading(words))):
        for find in (find_named_time, _find_day, _find_full_date, _find_year):
            if value := find(tried, setting):
                return value
    return None


def _find_day(words: str, setting: Setting) -> str | None:
    if words in _DAYS:
        return move_day(setting.today, _DAYS[words])
    if re.fullmatch(WEEKDAY, words):
        return step_to_weekday(find_weekday(words) or 1, 0, setting.today, setting.later)
    if _ISO.fullmatch(words):
        return words if len(words) == len("2018-05") or to_day(words) else None
    match = _SLASH.fullmatch(words)
    if match is None:
        return ATTACKS_OF_2001 if words == "9/11" else None
    month, day = int(match["first"]), int(match["second"])
    month, day = (month, day) if month <= 12 else (day, month)
    if len(match["year"]) == len("19"):
        today = setting.today or date(_TWO_DIGIT_PIVOT, 1, 1)
        year = _to_short_year(int(match["year"]), replace(setting, today=today))
        return _to_iso(int(year), month, day)
    return _to_iso(int(match["year"]), month, day)


def _to_short_year(year: int, setting: Setting) -> str:
    """The last such year before the report, or the next one; open where the day is unknown."""
    if setting.today is None:
        return f"XX{year:02}"
    return f"{year + (2000 if 2000 + year <= setting.today.year + 1 else 1900):04}"


def _find_full_date(words: str, setting: Setting) -> str | None:
    match = _DATE.fullmatch(words)
    if match is None:
        return None
    if match["step"]:
        setting = replace(setting, later=match["step"] == "next", is_past=False)
    if setting.is_habit and _BARE_MONTH.fullmatch(words):
        return f"XXXX-{find_month(words) or 1:02}"
    month = find_month(match["month"] or match["month2"]) or 1
    day = _to_day_number(match["day"] or match["day2"])
    year = f"0{match['old']}" if match["old"] else find_told_year(match["year"], setting)
    if year is None and setting.today:
        year = f"{_find_untold_year(setting, setting.today, month, day):04}"
    if day is None:
        return f"{year or 'XXXX'}-{month:02}"
    if year is None:
        return f"XXXX-{month:02}-{day:02}" if make_day(_A_LEAP_YEAR, month, day) else None
    return _to_iso(int(year), month, day)


def _to_day_number(told: str | None) -> int | None:
    digits = re.match(r"[0-9]+", told or "")
    return int(digits[0]) if digits else find_ordinal(told or "")


def _find_untold_year(setting: Setting, today: date, month: int, day: int | None) -> int:
    """The nearest year, but not one that puts what has happened far ahead of the report, nor what
    may happen behind it."""
    year = find_year_near(today, month, day, later=setting.later)
    if setting.later is not None:
        return year
    if not setting.is_past:
        return today.year if setting.is_open and month > today.month else year
    months_ahead = (year - today.year) * 12 + month - today.month
    return year - 1 if months_ahead >= (1 if day is None else _FAR_AHEAD) else year


def _to_iso(year: int, month: int, day: int) -> str | None:
    found = make_day(year, month, day)
    return found.isoformat() if found else None


def _find_year(words: str, setting: Setting) -> str | None:
    if words.removeprefix("year ") == "two thousand":
        return "2000"
    match = _BARE_YEAR.fullmatch(words)
    if match is None:
        return None
    if match["short"]:
        return _to_short_year(int(match["short"]), setting)
    if match["era"]:
        return f"{'BC' if match['name'].startswith('bc') else ''}{int(match['era']):04}"
    if match["ad"]:
        return f"{int(match['ad']):04}"
    return match["year"] or match["beyond"]
