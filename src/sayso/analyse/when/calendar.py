"""Times that stand in a calendar: dates, years, quarters, decades, holidays, hours."""

import re
from datetime import date

from sayso.analyse.when.partial import find_nth_weekday, find_year_near, to_day
from sayso.analyse.when.setting import (
    PART,
    SEASON,
    WEEKDAY,
    YEAR,
    Setting,
    any_of,
    strip_leading,
)
from sayso.analyse.when.steps import move_day, step_to_weekday
from sayso.analyse.when.words import (
    DAY_PARTS,
    DECADE_WORDS,
    HOLIDAYS,
    MOVING_HOLIDAYS,
    NUMBER_WORDS,
    SEASONS,
    find_month,
    find_number,
    find_ordinal,
    find_weekday,
    find_year,
)
from sayso.calendar import MONTH_PATTERN, make_day

_ORDINAL = r"(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th))"
_YEAR_WORDS = {"last year": -1, "this year": 0, "next year": 1}
_ANY_YEAR = rf"(?P<year>{YEAR}|{any_of(*_YEAR_WORDS)})"
_QUARTER = re.compile(
    rf"(?:(?P<before>{YEAR}|{any_of(*_YEAR_WORDS)}) )?(?:the )?(?:fiscal )?"
    rf"(?:(?P<ordinal>{_ORDINAL}) ?(?:fiscal )?(?P<unit>quarter|half)|q(?P<q>[1-4]))"
    rf"(?: (?:of )?(?:the )?(?:fiscal )?(?:{_ANY_YEAR}|year))?"
)
_DECADE = re.compile(
    r"(?:(?P<tens>[0-9]{3})0'?s|'?(?P<ten>[0-9])0'?s|(?:nineteen )?(?P<word>[a-z]+ies))"
)
_CENTURY = re.compile(r"(?P<ordinal>[a-z0-9]+(?: first)?) centur(?:y|ies)(?P<era> bce?)?")
_ISO = re.compile(rf"{YEAR}-[01][0-9](?:-[0-3][0-9])?")
_SLASH = re.compile(
    r"(?P<first>[0-9]{1,2})[/.](?P<second>[0-9]{1,2})[/.](?P<year>[0-9]{4}|[0-9]{2})"
)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?:{WEEKDAY} )?(?:the )?(?:(?P<month>{MONTH_PATTERN})(?: ?(?:the )?(?P<day>{_DAY}))?"
    rf"|(?P<day2>{_DAY}) (?:day )?(?:of )?(?P<month2>{MONTH_PATTERN}))(?:(?: of)? {_ANY_YEAR})?"
)
_HOLIDAY = re.compile(rf"(?P<name>{any_of(*HOLIDAYS, *MOVING_HOLIDAYS)})(?: (?P<year>{YEAR}))?")
_SEASON_OF_YEAR = re.compile(rf"(?P<season>{SEASON})(?: (?:of )?{_ANY_YEAR})?")
_BARE_YEAR = re.compile(
    rf"(?:(?:fiscal|calendar|school)? ?(?:year )?(?P<year>{YEAR})(?: (?:and beyond|or later))?"
    r"|'(?P<short>[0-9]{2})|(?P<era>[0-9]{1,4}) (?P<name>ad|ce|bce?))"
)
_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
_ZONE = r"(?:local time|[a-z]{2,3}t|[ecmp]t|gmt|utc|(?:eastern|pacific|central)(?: time)?)"
_CLOCK = re.compile(
    r"\b(?:(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?:[:.][0-5][0-9])?)? ?(?P<half>[ap]m)"
    r"|(?P<hour24>[0-2]?[0-9]): ?(?P<minute24>[0-5][0-9])(?::[0-5][0-9])?"
    r"|(?P<oclock>[0-9]{1,2}|[a-z]+) o'clock|(?P<noon>noon)|(?P<midnight>midnight))"
    rf"(?: ?\(?{_ZONE}\b\)?)?"
)
_BEFORE_CLOCK = re.compile(
    r"(?:\b(?:at|on|about|around|by|shortly|just|before|after|approximately)\s*|[-|—]\s*)+$"
)
_PART_OF = re.compile(
    rf"(?P<before>.*?) ?(?:in the |during the )?\b(?P<part>{PART})s?(?: of| on)?\b ?(?P<after>.*)"
)
_NO_DAY = re.compile(r"(?:(?:on|in|the|early|late|mid|of|by|at|during|hours)\b ?)+")
_NOT_A_DAY = re.compile(r"\b(?:last|next|previous|every|each|that|same|following|one|two|three|a)$")


def find_quarter(words: str, setting: Setting) -> str | None:
    """A quarter or half of a year, by default the last one that has begun."""
    match = _QUARTER.fullmatch(re.sub(r"^(?:(?:in|during|of|the)\s)+", "", words))
    if match is None:
        return None
    letter, n = "H" if match["unit"] == "half" else "Q", _to_ordinal(match)
    year = _to_year(match["before"] or match["year"], setting)
    if year is None and setting.today:
        first_month = (n - 1) * (6 if letter == "H" else 3) + 1
        is_to_come = first_month > setting.today.month and not setting.later
        year = f"{setting.today.year - is_to_come:04}"
    return f"{year or 'XXXX'}-{letter}{n}"


def _to_ordinal(match: re.Match[str]) -> int:
    if match["ordinal"] == "last":
        return 2 if match["unit"] == "half" else 4
    return int(match["q"]) if match["q"] else find_ordinal(match["ordinal"]) or 1


def find_decade(words: str, setting: Setting) -> str | None:
    """A decade or a century, by the digits that all its years begin with."""
    bare = strip_leading(words)
    if match := _DECADE.fullmatch(bare):
        tens = DECADE_WORDS.get(match["word"] or "")
        ten = match["ten"] or (NUMBER_WORDS[tens] // 10 if tens else None)
        return match["tens"] or (f"19{ten}" if ten is not None else None)
    match = _CENTURY.fullmatch(bare)
    ordinal = find_ordinal(match["ordinal"]) if match else None
    if match is None or ordinal is None:
        return None
    return f"{'BC' if match['era'] else ''}{ordinal - 1:02}"


def find_date(words: str, setting: Setting) -> str | None:
    """A date of any precision, with the hour or the part of the day where it is told."""
    rest, time = _take_time(words)
    if time is None:
        return _find_calendar_time(words, setting)
    value = _find_calendar_time(rest, setting) if rest else None
    if rest and value is None:
        return None
    day = value or move_day(setting.get_start("day") if ":" in time else setting.today, 0)
    return f"{day}T{time}" if to_day(day) or day.startswith("XXXX-") else value


def _take_time(words: str) -> tuple[str, str | None]:
    """The words without their hour or part of day, and that as TIMEX3 writes it."""
    clock = _CLOCK.search(words)
    if clock and (time := _to_clock(clock)):
        before = _BEFORE_CLOCK.sub("", words[: clock.start()]).strip()
        rest = f"{before} {words[clock.end() :].strip()}".strip()
        return re.sub(r"^(?:(?:on|of|at|about|around|shortly|just|by|in)\b ?)+", "", rest), time
    if words in ("tonight", "late tonight"):
        return "today", "NI"
    part = _PART_OF.fullmatch(words)
    if part is None:
        return words, None
    rest = f"{part['before']} {part['after']}".strip()
    rest = re.sub(rf"^{_NO_DAY.pattern}", "", rest).strip()
    return (words, None) if _NOT_A_DAY.search(rest) else (rest, DAY_PARTS[part["part"]])


def _to_clock(match: re.Match[str]) -> str | None:
    if match["noon"] or match["midnight"]:
        return "12:00" if match["noon"] else "24:00"
    if match["oclock"]:
        number = find_number(match["oclock"])
        return f"{int(number):02}:00" if number else None
    hour, minute = int(match["hour"] or match["hour24"]), match["minute"] or match["minute24"]
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    return f"{hour:02}:{minute or '00'}" if hour < 24 else None


def _find_calendar_time(words: str, setting: Setting) -> str | None:
    for tried in dict.fromkeys((words, strip_leading(words))):
        for find in (_find_day, _find_full_date, _find_year, _find_named_time):
            if value := find(tried, setting):
                return value
    return None


def _find_day(words: str, setting: Setting) -> str | None:
    if words in _DAYS:
        return move_day(setting.today, _DAYS[words])
    if re.fullmatch(WEEKDAY, words):
        return step_to_weekday(find_weekday(words) or 1, 0, setting.today, setting.later)
    if _ISO.fullmatch(words):
        return words
    match = _SLASH.fullmatch(words)
    if match is None:
        return "2001-09-11" if words == "9/11" else None
    month, day = int(match["first"]), int(match["second"])
    month, day = (month, day) if month <= 12 else (day, month)
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    return _to_iso(year, month, day)


def _find_full_date(words: str, setting: Setting) -> str | None:
    match = _DATE.fullmatch(words)
    if match is None:
        return None
    month = find_month(match["month"] or match["month2"]) or 1
    digits = re.match(r"[0-9]+", match["day"] or match["day2"] or "")
    day = int(digits[0]) if digits else None
    year = _to_year(match["year"], setting)
    if year is None and setting.today:
        year = f"{find_year_near(setting.today, month, day, later=setting.later):04}"
    if day is None:
        return f"{year or 'XXXX'}-{month:02}"
    if year is None:
        return f"XXXX-{month:02}-{day:02}" if 1 <= day <= 31 else None
    return _to_iso(int(year), month, day)


def _to_iso(year: int, month: int, day: int) -> str | None:
    found = make_day(year, month, day)
    return found.isoformat() if found else None


def _to_year(words: str | None, setting: Setting) -> str | None:
    if words is None or words[0].isdigit():
        return words
    return f"{setting.today.year + _YEAR_WORDS[words]:04}" if setting.today else None


def _find_year(words: str, setting: Setting) -> str | None:
    if number := find_year(words.removeprefix("year ")):
        return f"{number:04}"
    match = _BARE_YEAR.fullmatch(words)
    if match is None:
        return None
    if match["short"]:
        return f"19{match['short']}"
    if match["era"]:
        return f"{'BC' if match['name'].startswith('bc') else ''}{int(match['era']):04}"
    return match["year"]


def _find_named_time(words: str, setting: Setting) -> str | None:
    if match := _SEASON_OF_YEAR.fullmatch(words):
        year = _to_year(match["year"], setting) or _year_of(setting.today)
        return f"{year}-{SEASONS[match['season']]}"
    match = _HOLIDAY.fullmatch(words)
    if match is None:
        return None
    if match["name"] in HOLIDAYS:
        return f"{match['year'] or _year_of(setting.today)}-{HOLIDAYS[match['name']]}"
    month, weekday, n = MOVING_HOLIDAYS[match["name"]]
    if match["year"]:
        return find_nth_weekday(int(match["year"]), month, weekday, n).isoformat()
    if setting.today is None:
        return f"XXXX-{month:02}"
    near = find_year_near(setting.today, month, None, later=setting.later)
    return find_nth_weekday(near, month, weekday, n).isoformat()


def _year_of(day: date | None) -> str:
    return f"{day.year:04}" if day else "XXXX"
