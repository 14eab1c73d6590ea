"""When: time expressions of a report in, the same with their values out."""

import re
from dataclasses import replace

from sayso.analyse.when.edtf import join_ends, to_edtf
from sayso.analyse.when.memory import LONGEST_JOINT, RANGE_JOINT, Memory, find_years_of_news
from sayso.analyse.when.partial import to_day
from sayso.analyse.when.values import find_value
from sayso.records import PublicationDate, Timex

__all__ = ["add_values"]

_BEFORE_RANGE = re.compile(r"\b(?:from|between)\s*$", re.IGNORECASE)
_SURE_JOINT = re.compile(r"\s*(?:to|through|until|till|-|–|—)\s*(?:the\s+)?")


def add_values(
    text: str, times: tuple[Timex, ...], published: PublicationDate | None
) -> tuple[Timex, ...]:
    """Each time expression with its TIMEX3 value and its EDTF, in text order, since one may lean on
    another."""
    today = to_day(published.value) if published else None
    years_of_news = find_years_of_news(text, [time.span for time in times], today)
    memory = Memory(text, today, years_of_news=years_of_news)
    valued: list[Timex] = []
    for index, time in enumerate(times):
        upcoming = times[index + 1].span if index + 1 < len(times) else None
        words = text[time.span.start : time.span.end]
        value = find_value(words, memory.make_setting(time.span, upcoming))
        memory.note(time.span, value)
        edtf = to_edtf(value, words, text[max(0, time.span.start - 40) : time.span.start])
        valued.append(replace(time, value=value, edtf=edtf))
    return tuple(_join_ranges(text, valued))


def _join_ranges(text: str, times: list[Timex]) -> list[Timex]:
    """Both ends of "from March to June 2018" get the one interval."""
    for index in range(len(times) - 1):
        first, last = times[index], times[index + 1]
        joint = text[first.span.end : last.span.start]
        if len(joint) > LONGEST_JOINT or not RANGE_JOINT.fullmatch(joint):
            continue
        opens = _BEFORE_RANGE.search(text[max(0, first.span.start - 10) : first.span.start])
        interval = join_ends(first.edtf, last.edtf)
        if interval and (opens or _SURE_JOINT.fullmatch(joint)):
            times[index] = replace(first, edtf=interval)
            times[index + 1] = replace(last, edtf=interval)
    return times
