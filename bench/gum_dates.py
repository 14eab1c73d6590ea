"""GUM's dates against ours: both as what they denote in a calendar, gold spans in, a tally out.

GUM writes ISO 8601 values and intervals (TEI); TIMEX3 writes ``194`` for 1940 to 1949. Two values
agree when they denote the same days; a clock time of GUM has no day, so the clock alone counts.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from bench.reports import Report
from bench.score import Tally, share
from sayso.analyse import add_values
from sayso.records import DateOrigin, Precision, PublicationDate, Span, Timex

Days = tuple[object, object]

_YEAR = re.compile(r"[0-9]{1,4}")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_PART_OF_YEAR = re.compile(r"([0-9]{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_SEASON = re.compile(r"[0-9]{4}-(?:SP|SU|FA|WI)")
_SEASON_SLACK = 31
# How far an approximate border may lie from GUM's, of the length of our interval: six tenths of a
# third of a decade are two years and a half.
_SLACK_OF_LENGTH = 0.6
_MONTHS_OF_SEASON: dict[str, Days] = {
    "SP": ("--03", "--06"), "SU": ("--06", "--09"), "FA": ("--09", "--12"), "WI": ("--12", "--03"),
}  # fmt: skip
_BEFORE_CHRIST = re.compile(r"-([0-9]{3,4})")
_CLOCK = re.compile(r"(?:.*T)?([0-2][0-9]:[0-5][0-9])(?::00)?")
_FIRST_AND_LAST_MONTH = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11),
}  # fmt: skip


def score_gum(gold: Report) -> Tally:
    """How many of the gold expressions have the right value, each read at its gold span."""
    times = tuple(Timex(span=Span(each["start"], each["end"])) for each in gold["timex"])
    published = PublicationDate(
        value=gold["dct"], precision=Precision.DAY, found_in=DateOrigin.GIVEN
    )
    valued = add_values(gold["text"], times, published if gold["dct"] else None)
    right = sum(
        is_right(each["value"], time, gold["dct"])
        for each, time in zip(gold["timex"], valued, strict=True)
    )
    return {"right value": share(right, len(times))}


def is_right(gold: str, time: Timex, dct: str | None) -> bool:
    """Whether GUM's value and ours denote the same days.

    Of ours the EDTF counts too, since a TIMEX3 value is one of a year, month or day and cannot say
    where in it ("early 1990s"), nor from or until when; the past and the future end and begin with
    the day of publication.
    """
    return denotes_the_same(gold, time.value) or reaches_the_same(gold, time, dct)


def reaches_the_same(gold: str, time: Timex, dct: str | None) -> bool:
    """Whether an interval of GUM has the ends of our EDTF, or those of the past or the future."""
    gold = _tidy(gold)
    if time.value in ("PAST_REF", "FUTURE_REF") and dct:
        is_open = gold.startswith("/") if time.value == "PAST_REF" else gold.endswith("/")
        days = find_days(gold.strip("/")) if is_open else None
        return days is not None and str(days[0]) <= dct <= str(days[1])
    first, slash, last = gold.partition("/")
    our_first, our_slash, our_last = (time.edtf or "").partition("/")
    if not slash or not our_slash:
        return False
    our_first, our_last = our_first.replace("X", "0"), our_last.replace("X", "9")
    slack = round(_SLACK_OF_LENGTH * _measure(our_first, our_last))
    return _is_same_end(first, our_first, 0, slack) and _is_same_end(last, our_last, 1, slack)


def _measure(first: str, last: str) -> int:
    """How many days an interval of EDTF is long, 0 where an end is open."""
    begin, end = find_days(first.rstrip("~")), find_days(last.rstrip("~"))
    if begin is None or end is None:
        return 0
    first_day, last_day = begin[0], end[1]
    is_dated = isinstance(first_day, date) and isinstance(last_day, date)
    return (last_day - first_day).days if is_dated else 0  # type: ignore[operator]


def _is_same_end(gold: str, ours: str, side: int, slack: int) -> bool:
    """Whether one end of two intervals is the same, or lies near one that we call approximate."""
    if not gold or ours == "..":
        return not gold and ours == ".."
    theirs, found = find_days(gold), find_days(ours.rstrip("~"))
    if theirs is None or found is None:
        return False
    their_end, our_end = theirs[side], found[side]
    if not isinstance(their_end, date) or not isinstance(our_end, date):
        return False
    return abs((their_end - our_end).days) <= (slack if ours.endswith("~") else 0)


def _tidy(gold: str) -> str:
    """GUM's value with two digits in months and days, and with whole years where both ends of an
    interval are a first of January: 1960-01-01/1969-01-01 are the 1960s."""
    gold = re.sub(r"(?<=-)([1-9])(?=-|/|$)", r"0\1", gold)
    return re.sub(r"^([0-9]{4})-01-01/([0-9]{4})-01-01$", r"\1/\2", gold)


def denotes_the_same(gold: str, ours: str | None) -> bool:
    """Whether GUM's value and a TIMEX3 value denote the same days, or the same clock time.

    A season may begin and end within a month of ours, since its borders differ from country to
    country; a week may begin on Sunday.
    """
    if ours is None:
        return False
    gold = _tidy(gold)
    if ours.startswith("BC"):
        return _is_same_before_christ(gold, ours[2:])
    clock = _CLOCK.fullmatch(gold)
    if clock:
        found = _CLOCK.fullmatch(ours)
        return found is not None and found[1] == clock[1]
    if gold == ours:
        return True
    theirs, our_days = find_days(gold), find_timex_days(ours)
    if theirs is None or our_days is None:
        return False
    slack = _SEASON_SLACK if _SEASON.fullmatch(ours) else 1 if _WEEK.fullmatch(ours) else 0
    return theirs == our_days or (slack > 0 and _is_near(theirs, our_days, slack))


def _is_same_before_christ(gold: str, ours: str) -> bool:
    """A year as GUM writes it, -0776 for 776 BC; a century from its first year, -0499, to its last,
    -0400."""
    if len(ours) == len("04"):
        return gold == f"-{ours}99/-{ours}00"
    found = _BEFORE_CHRIST.fullmatch(gold)
    return found is not None and found[1].zfill(4) == ours


def _is_near(theirs: Days, ours: Days, slack: int) -> bool:
    """Whether both ends lie within so many days of each other; of a week, to the same side."""
    if not all(isinstance(each, date) for each in (*theirs, *ours)):
        return False
    gaps = [(b - a).days for a, b in zip(theirs, ours, strict=True)]  # type: ignore[operator]
    return all(abs(gap) <= slack for gap in gaps) and (slack > 1 or gaps[0] == gaps[1])


def find_days(value: str) -> Days | None:
    """First and last day of a value or interval of GUM; one without a year keeps its words, one
    with an open end has none."""
    first, slash, last = value.partition("/")
    if not first or (slash and not last):
        return None
    if value.startswith("-"):
        return (first, last or first)
    begin, end = _to_days(first), _to_days(last or first)
    return (begin[0], end[1]) if begin and end else None


def find_timex_days(value: str) -> Days | None:
    """First and last day of a TIMEX3 value; a part of a day counts as its day."""
    value = value.partition("T")[0]
    if value[5:] in _MONTHS_OF_SEASON:
        return _MONTHS_OF_SEASON[value[5:]] if value.startswith("XXXX-") else _find_season(value)
    if value.startswith("XXXX-"):
        return (value[2:].replace("XX-", "--", 1), value[2:].replace("XX-", "--", 1))
    if week := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        first = monday + timedelta(days=5 if week[3] else 0)
        return (first, monday + timedelta(days=6))
    if part := _PART_OF_YEAR.fullmatch(value):
        year = int(part[1])
        first_month, last_month = _FIRST_AND_LAST_MONTH[part[2]]
        return (date(year, first_month, 1), _last_day(year, last_month))
    if re.fullmatch(r"[0-9]{2,3}", value):
        n_years = 10 ** (4 - len(value))
        year = int(value) * n_years
        return (date(max(year, 1), 1, 1), date(year + n_years - 1, 12, 31))
    return _to_days(value)


def _find_season(value: str) -> Days:
    year, code = int(value[:4]), value[5:]
    if code == "WI":
        return (date(year, 12, 1), _last_day(year + 1, 2))
    first_month, last_month = _FIRST_AND_LAST_MONTH[code]
    return (date(year, first_month, 1), _last_day(year, last_month))


def _to_days(value: str) -> tuple[date, date] | None:
    try:
        if day := _DAY.fullmatch(value):
            found = date(int(day[1]), int(day[2]), int(day[3]))
            return (found, found)
        if month := _MONTH.fullmatch(value):
            year, number = int(month[1]), int(month[2])
            return (date(year, number, 1), _last_day(year, number))
        if _YEAR.fullmatch(value):
            return (date(int(value), 1, 1), date(int(value), 12, 31))
    except ValueError:
        return None
    return None


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
