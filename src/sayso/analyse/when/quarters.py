"""Quarters and halves of a year: words in, the quarter of a calendar year out."""

import re

from sayso.analyse.when.named import ANY_YEAR, YEAR_WORDS, find_told_year
from sayso.analyse.when.partial import find_year_near, shift, to_value
from sayso.analyse.when.setting import YEAR, Setting, any_of
from sayso.analyse.when.words import find_month, find_ordinal
from sayso.calendar import MONTH_PATTERN

_ORDINAL = r"(?:first|second|third|fourth|last|latter|[1-4](?:st|nd|rd|th))"
_LEADING = re.compile(r"(?:(?:in|during|of|the|its|for)\s)+")
_QUARTER = re.compile(
    rf"(?:(?P<before>{YEAR}|{any_of(*YEAR_WORDS)}) )?(?:the )?(?:fiscal )?"
    rf"(?:(?P<ordinal>{_ORDINAL}) ?(?:fiscal )?(?P<unit>quarter|half)|q(?P<q>[1-4]))"
    rf"(?: (?:of )?(?:the )?(?:fiscal )?(?:{ANY_YEAR}|year))?"
)
_SIX_MONTHS = re.compile(
    rf"(?P<ordinal>first|last) (?:six months|6 months|two quarters) of (?:the )?(?:{ANY_YEAR}|year)"
)
_MONTH_QUARTER = re.compile(rf"(?P<month>{MONTH_PATTERN}) (?:quarter|qtr)")
_SAME = r"(?:comparable |corresponding |same |latest )?"
_A_YEAR_AGO = r"(?:(?:a )?year (?:ago|earlier|before)|last years?)"
_PERIOD = r"(?:quarter|period)"
_YEAR_AGO_QUARTER = re.compile(
    rf"{_SAME}{_A_YEAR_AGO}(?: {_PERIOD})?|{_SAME}{_PERIOD}(?: of)? {_A_YEAR_AGO}"
)
_YEAR_AGO_NAMED = re.compile(rf"{_A_YEAR_AGO} (?P<ordinal>{_ORDINAL}) (?P<unit>quarter|half)")
_LATEST = re.compile(r"(?:latest|most recent) period")
_LAST_YEAR = re.compile(r"last years?")


def find_quarter(words: str, setting: Setting) -> str | None:
    """A quarter or half of a year, by default the last one that has begun."""
    leading = _LEADING.match(words)
    words = words[leading.end() :] if leading else words
    return (
        _find_quarter_of_figures(words, setting)
        or _find_numbered(words, setting)
        or _find_by_month(words, setting)
    )


def _find_quarter_of_figures(words: str, setting: Setting) -> str | None:
    """The quarter that figures were just given for, or its like of a year earlier."""
    if match := _YEAR_AGO_NAMED.fullmatch(words):
        quarter = setting.today and _find_numbered(f"{match['ordinal']} {match['unit']}", setting)
        return _move_back(quarter) if quarter else None
    quarter = setting.quarter
    if quarter is None and setting.today and words.endswith((" quarter", "latest period")):
        quarter = to_value(shift(setting.today, "quarter", -1), "quarter")
    if quarter is None or _LAST_YEAR.fullmatch(words):
        return None
    if _LATEST.fullmatch(words):
        return quarter
    return _move_back(quarter) if _YEAR_AGO_QUARTER.fullmatch(words) else None


def _move_back(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1:04}{quarter[4:]}"


def _find_numbered(words: str, setting: Setting) -> str | None:
    match = _QUARTER.fullmatch(words)
    six_months = _SIX_MONTHS.fullmatch(words)
    if six_months:
        return _name(six_months["year"], "H", 1 if six_months["ordinal"] == "first" else 2, setting)
    if match is None or words in ("last quarter", "last half"):
        return None
    letter = "H" if match["unit"] == "half" else "Q"
    return _name(match["before"] or match["year"], letter, _to_number(match), setting)


def _name(told: str | None, letter: str, n: int, setting: Setting) -> str:
    year = find_told_year(told, setting)
    if year is None and setting.today:
        first_month = (n - 1) * (6 if letter == "H" else 3) + 1
        is_to_come = first_month > setting.today.month and not setting.later
        year = f"{setting.today.year - is_to_come:04}"
    return f"{year or 'XXXX'}-{letter}{n}"


def _to_number(match: re.Match[str]) -> int:
    if match["ordinal"] in ("last", "latter"):
        return 2 if match["unit"] == "half" else 4
    return int(match["q"]) if match["q"] else find_ordinal(match["ordinal"]) or 1


def _find_by_month(words: str, setting: Setting) -> str | None:
    match = _MONTH_QUARTER.fullmatch(words)
    month = find_month(match["month"]) if match else None
    if month is None:
        return None
    today = setting.today
    year = f"{find_year_near(today, month, None, later=setting.later):04}" if today else "XXXX"
    return f"{year}-Q{(month + 2) // 3}"
