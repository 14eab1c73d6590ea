"""Stretches of time with two ends: neighbouring expressions or one with both ends in, the interval
out."""

import re
from dataclasses import replace

from sayso.analyse.when.edtf import join_ends, to_edtf
from sayso.analyse.when.memory import LONGEST_JOINT, RANGE_JOINT
from sayso.analyse.when.partial import to_day, to_first_day
from sayso.analyse.when.setting import YEAR, Setting
from sayso.analyse.when.values import LONGEST_EXPRESSION, find_value
from sayso.analyse.when.words import ERAS
from sayso.records import Timex

_BEFORE_RANGE = re.compile(r"\b(?:from|between)\s*$")
_SURE_JOINT = re.compile(r"\s*(?:to|through|until|till|-|–|—)\s*(?:the\s+)?")
_BOTH_ENDS = re.compile(
    r"(?P<opens>from |between )?(?P<first>[^-–—]+?)"
    r"(?: (?P<joint>to|and|or|through|until|till) | ?[-–—] ?)"
    r"(?P<last>[^-–—]+)",
    re.IGNORECASE,
)
_DAY_NUMBER = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")
_WITH_YEAR = re.compile(YEAR)


def join_ranges(text: str, times: list[Timex]) -> list[Timex]:
    """Both ends of "from March to June 2018" get the one interval."""
    for index in range(len(times) - 1):
        first, last = times[index], times[index + 1]
        joint = text[first.span.end : last.span.start]
        if len(joint) > LONGEST_JOINT or not RANGE_JOINT.fullmatch(joint):
            continue
        before = text[max(0, first.span.start - 10) : first.span.start].lower()
        interval = join_ends(first.edtf, last.edtf)
        if interval and (_BEFORE_RANGE.search(before) or _SURE_JOINT.fullmatch(joint)):
            times[index] = replace(first, edtf=interval)
            times[index + 1] = replace(last, edtf=interval)
    return times


def find_range(words: str, before: str, setting: Setting) -> str | None:
    """The interval of an expression that tells both ends, such as "5-6 September 2019"; "between"
    may stand before it."""
    match = _BOTH_ENDS.fullmatch(words) if len(words) <= LONGEST_EXPRESSION else None
    if match is None:
        return None
    first, last = _complete(match["first"], match["last"])
    last_value = find_value(last, setting)
    if _WITH_YEAR.search(last) and not _WITH_YEAR.search(first):
        setting = replace(setting, today=to_first_day(last_value), later=False)
    first_value = find_value(first, setting)
    if last_value is None:
        last_value = find_value(last, replace(setting, focus=first_value))
    opens = match["opens"] or _BEFORE_RANGE.search(before.lower())
    is_sure = opens or (match["joint"] or "").lower() not in ("and", "or")
    if not is_sure and not _are_neighbours(first_value, last_value):
        return None
    return join_ends(to_edtf(first_value, first, ""), to_edtf(last_value, last, ""))


def find_era(words: str) -> str | None:
    """The interval of a stretch of time that has a name of its own."""
    name = re.fullmatch(r"(?:during )?(?:the )?(?P<name>[a-z0-9 ]{3,20})", words.lower())
    return ERAS.get(name["name"]) if name else None


def _are_neighbours(first: str | None, last: str | None) -> bool:
    """Whether nothing lies between two days, so that both together are a stretch."""
    day, next_day = to_day(first), to_day(last)
    return day is not None and next_day is not None and (next_day - day).days == 1


def _complete(first: str, last: str) -> tuple[str, str]:
    """Each end with what only the other tells: the month of "5-6 September", the centuries."""
    number = _DAY_NUMBER.match(last)
    if number and number.end() < len(last) and _DAY_NUMBER.fullmatch(first):
        return first + last[number.end() :], last
    if last.endswith(" centuries"):
        return f"{first} century", f"{last.removesuffix('ies')}y"
    return first, last
