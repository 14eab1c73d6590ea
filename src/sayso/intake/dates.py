"""Date expressions of news pages: a line or an attribute in, dates with their precision out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.calendar import MONTH_PATTERN, MONTHS, WEEKDAYS, make_day
from sayso.records import Precision

_MONTH = rf"(?P<month>{MONTH_PATTERN})\b\.?"
_WEEKDAY = r"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b\.?,?\s{1,3})?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:1[6-9]|20|21)[0-9]{2})(?![0-9])"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![0-9]){_YEAR}(?P<mark>[-/.])(?P<monthno>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})(?![0-9])",
        rf"{_WEEKDAY}(?<![0-9]){_DAY},?\s{{1,3}}(?:of\s)?{_MONTH},?\s{{1,3}}{_YEAR}",
        rf"(?<![0-9]){_DAY}-{_MONTH}-{_YEAR}",
        rf"{_WEEKDAY}\b{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}",
        rf"(?<![0-9/.])(?P<first>[0-9]{{1,2}})(?P<mark>[/.])(?P<second>[0-9]{{1,2}})(?P=mark){_YEAR}",
        rf"\b{_MONTH},?\s{{1,3}}{_YEAR}",
    )
)
_STAMP_FORMS = (
    re.compile(rf"^{_YEAR}(?=$)"),
    re.compile(rf"^{_YEAR}-(?P<monthno>[0-9]{{2}})$"),
    re.compile(r"^(?P<year>(?:19|20|21)[0-9]{2})(?P<monthno>[0-9]{2})(?P<day>[0-9]{2})(?![0-9])"),
)
# IST (India, Israel, Ireland) and ET (summer or not) name no single offset, so they give none.
_ZONES = {
    name: offset
    for offset, names in (
        ("Z", "Z GMT UTC"),
        ("+01:00", "BST CET"),
        ("+02:00", "CEST EET"),
        ("+03:00", "EEST MSK"),
        ("+08:00", "HKT SGT"),
        ("+09:00", "JST KST"),
        ("+10:00", "AEST"),
        ("+11:00", "AEDT"),
        ("+12:00", "NZST"),
        ("+13:00", "NZDT"),
        ("-04:00", "EDT"),
        ("-05:00", "EST CDT"),
        ("-06:00", "CST MDT"),
        ("-07:00", "MST PDT"),
        ("-08:00", "PST"),
    )
    for name in names.split()
}
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})[:.h](?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?(?![0-9])"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    rf"(?:\s?\(?(?P<zone>(?:{'|'.join(_ZONES)})\b|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]\b))?"
)
_CLOCK_AFTER = re.compile(
    rf"(?:T|,?\s{{0,3}}(?:(?:at|[-–—|•·/])\s{{0,3}})?){_CLOCK}", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(
    rf"(?<![0-9:.]){_CLOCK}\)?,?\s{{0,3}}(?:(?:on|[-–—|•·/])\s{{0,3}})?$", re.IGNORECASE
)
_GIVEN = re.compile(
    rf"{_YEAR}(?:-(?P<monthno>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}})(?:[T ](?P<clock>[0-9].*))?)?)?"
)
_GIVEN_CLOCK = re.compile(
    r"((?:[01][0-9]|2[0-3]):[0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]+)?)?"
    r"(?:(Z)|([+-][01][0-9])(?::?([0-5][0-9]))?)?"
)
_PRECISION_BY_LENGTH = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A calendar date in a line, ISO 8601 cut to its precision.

    Units: ``start`` and ``end`` are offsets into the line.
    """

    value: str
    precision: Precision
    start: int
    end: int


def find_dates(line: str) -> tuple[FoundDate, ...]:
    """Dates of a line in text order; 31 June, a wrong weekday and the ambiguous 03/04 are none."""
    taken: list[tuple[int, int]] = []
    found = []
    for match in _find_matches(line):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        taken.append(match.span())
        if (day := _to_day(match)) is not None:
            found.append(_with_clock(line, match, day))
    return tuple(sorted(found, key=lambda each: each.start))


def find_stamp(value: str) -> FoundDate | None:
    """The first date of a machine-written attribute; exactly midnight counts as a day only."""
    value = value.strip()
    for form in _STAMP_FORMS:
        if (match := form.match(value)) and (day := _to_day(match)):
            return _with_clock(value, match, day)
    found = next(iter(find_dates(value)), None)
    if found is None or "T00:00" not in found.value:
        return found
    # publishing systems write midnight where they know no hour
    return FoundDate(
        value=found.value[:10], precision=Precision.DAY, start=found.start, end=found.end
    )


def read_given(value: str) -> tuple[str, Precision] | None:
    """Value and precision of an ISO 8601 date of any length, ``None`` when it is not one."""
    match = _GIVEN.fullmatch(value.strip())
    day = _to_day(match) if match else None
    if match is None or day is None:
        return None
    if not (clock := match["clock"]):
        return day, _PRECISION_BY_LENGTH[len(day)]
    parts = _GIVEN_CLOCK.fullmatch(clock)
    if parts is None:
        return None
    zone = f"{parts[3]}:{parts[4] or '00'}" if parts[3] else parts[2] or ""
    return f"{day}T{parts[1]}{zone}", Precision.MINUTE


def _find_matches(line: str) -> Iterator[re.Match[str]]:
    for form in _FORMS:
        yield from form.finditer(line)


def _to_day(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year, (month, day) = int(parts["year"]), _to_month_and_day(parts)
    if month is None:
        return None if parts.get("first") else f"{year:04}"
    if not 1 <= month <= len(MONTHS):
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    calendar = make_day(year, month, day)
    if calendar is None:
        return None
    weekday = parts.get("weekday")
    if weekday and WEEKDAYS[calendar.weekday()] != weekday.lower():
        return None
    return calendar.isoformat()


def _to_month_and_day(parts: dict[str, str | None]) -> tuple[int | None, int | None]:
    if parts.get("first"):
        return _order(int(parts["first"] or 0), int(parts["second"] or 0))
    day = int(parts["day"] or 0) if parts.get("day") else None
    if name := parts.get("month"):
        return MONTHS.index(name[:3].lower()) + 1, day
    number = parts.get("monthno")
    return (int(number) if number else None), day


def _order(first: int, second: int) -> tuple[int | None, int | None]:
    """Month and day of 28/11 or 11/28; nothing for 03/04, which two countries read differently."""
    if first == second or first > len(MONTHS):
        return second, first
    return (first, second) if second > len(MONTHS) else (None, None)


def _with_clock(line: str, match: re.Match[str], day: str) -> FoundDate:
    start, end = match.span()
    precision = _PRECISION_BY_LENGTH[len(day)]
    if precision is Precision.DAY:
        after = _CLOCK_AFTER.match(line, end)
        if after and (time := _to_time(after)):
            return _at(day + time, start, after.end())
        before = _CLOCK_BEFORE.search(line[:start])
        if before and (time := _to_time(before)):
            return _at(day + time, before.start(), end)
    return FoundDate(value=day, precision=precision, start=start, end=end)


def _at(value: str, start: int, end: int) -> FoundDate:
    return FoundDate(value=value, precision=Precision.MINUTE, start=start, end=end)


def _to_time(match: re.Match[str]) -> str | None:
    hour, minute, half = int(match["hour"]), int(match["minute"]), match["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    return f"T{hour:02}:{minute:02}{_to_zone(match['zone'] or '')}"


def _to_zone(zone: str) -> str:
    if zone[:1] in ("+", "-"):
        return f"{zone[:3]}:{zone[-2:]}"
    return _ZONES.get(zone.upper(), "")
