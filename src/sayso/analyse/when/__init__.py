"""When: time expressions of a report in, the same with their values out."""

from dataclasses import replace

from sayso.analyse.when.edtf import to_edtf
from sayso.analyse.when.memory import Memory, find_years_of_news
from sayso.analyse.when.partial import to_day
from sayso.analyse.when.ranges import find_era, find_range, join_ranges
from sayso.analyse.when.values import find_value
from sayso.records import PublicationDate, Timex

__all__ = ["add_values"]

_BEFORE = 40


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
        setting = memory.make_setting(time.span, upcoming)
        value = find_value(memory.widen(time.span, upcoming), setting)
        before = text[max(0, time.span.start - _BEFORE) : time.span.start]
        edtf = (
            to_edtf(value, words, before) or find_range(words, before, setting) or find_era(words)
        )
        memory.note(time.span, value or _find_last_end(edtf))
        valued.append(replace(time, value=value, edtf=edtf))
    return tuple(join_ranges(text, valued))


def _find_last_end(edtf: str | None) -> str | None:
    """Where an interval without a value ends: the story goes on from there."""
    end = (edtf or "").rpartition("/")[2]
    return end if end[:4].isdigit() else None
