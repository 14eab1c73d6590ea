"""When: time expressions of a report in, the same with their values out."""

from dataclasses import replace

from sayso.analyse.when.partial import to_day
from sayso.analyse.when.setting import Setting
from sayso.analyse.when.tense import is_later
from sayso.analyse.when.values import find_value
from sayso.records import PublicationDate, Timex

__all__ = ["add_values"]


def add_values(
    text: str, times: tuple[Timex, ...], published: PublicationDate | None
) -> tuple[Timex, ...]:
    """Each time expression with its TIMEX3 value, in text order, since one may lean on another."""
    today = to_day(published.value) if published else None
    focus: str | None = None
    valued = []
    for time in times:
        setting = Setting(today=today, focus=focus, later=is_later(text, time.span))
        value = find_value(text[time.span.start : time.span.end], setting)
        if value and value[:4].isdigit():
            focus = value
        valued.append(replace(time, value=value))
    return tuple(valued)
