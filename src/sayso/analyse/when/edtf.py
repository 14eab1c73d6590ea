"""Times as EDTF: a TIMEX3 value and the words around it in, a date or interval of ISO 8601-2 out.

Source: Extended Date/Time Format, Library of Congress 2019, levels 0 to 2. It never says more than
the words: an hour is given as its day, and "early 1990s" as an interval whose end is approximate.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

_SEASONS = {
    "SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36",
    "H1": "40", "H2": "41",
}  # fmt: skip
_FORMS = tuple(
    (re.compile(form), make)
    for form, make in (
        (r"[0-9]{4}(?:-[0-9]{2}){0,2}", lambda m: m[0]),
        (r"((?:[0-9]{4}|XXXX)-[0-9]{2}-[0-9]{2})T.*", lambda m: m[1]),
        (r"XXXX(?:-[0-9]{2}){1,2}", lambda m: m[0]),
        (r"([0-9]{3})X?", lambda m: f"{m[1]}X"),
        (r"([0-9]{2})", lambda m: f"{m[1]}XX"),
        (r"([0-9]{4})-(SP|SU|FA|WI|Q[1-4]|H[12])", lambda m: f"{m[1]}-{_SEASONS[m[2]]}"),
        (r"([0-9]{4})-W([0-9]{2})(-WE)?", lambda m: _find_week(m)),
        (r"BC([0-9]{4})", lambda m: f"-{int(m[1]) - 1:04}"),
    )
)
_WHOLE = re.compile(r"(?:[0-9]{4}|XXXX)(?:-[0-9]{2}){0,2}|-[0-9]{4}|[0-9]{3}X|[0-9]{2}XX")
_ABOUT = re.compile(r"\b(?:about|around|circa|ca?\.|approximately|roughly|some)\s*$")
_STARTS_ABOUT = re.compile(r"(?:about|around|circa|ca?\.|approximately|roughly|some)\s")
_BETWEEN = r"\s+(?:(?:the|at least|about|around|early|mid|late|last|this|as early as)[\s-]+){0,3}$"
_SINCE = re.compile(rf"\bsince{_BETWEEN}")
_UNTIL = re.compile(rf"\b(?:until|till){_BETWEEN}")
_STARTS_SINCE = re.compile(r"since\s|post-?\s?(?=[0-9])")
_STARTS_UNTIL = re.compile(r"(?:until|till)\s|pre-?\s?(?=[0-9])")
_PART = re.compile(
    r"\b(?P<part>early|beginning of|start of|mid|middle of|late|end of)\b[\s-]*(?:the\s)?$"
)
_STARTS_WITH_PART = re.compile(
    r"(?:the\s)?(?P<part>early|beginning|start|mid|middle|late|end|later(?=\s(?:the\s)?[0-9]))\b"
    r"(?!\s+(?:on|this|that)\b)"
)
_THIRD = {
    "early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "later": 2, "end": 2,
}  # fmt: skip
_BORDERS = (
    (re.compile(r"([0-9]{2})XX"), ("00", "33", "66", "99")),
    (re.compile(r"([0-9]{3})X"), ("0", "3", "6", "9")),
    (re.compile(r"([0-9]{4})"), ("-01", "-04", "-09", "-12")),
)
_MONTH = re.compile(r"((?!0000)[0-9]{4})-(0[1-9]|1[0-2])")
_LONGEST_BEFORE = 36


def to_edtf(value: str | None, words: str, before: str) -> str | None:
    """The EDTF date or interval; ``None`` for what has no place in a calendar.

    ``before`` is the text up to the expression: "since", "about" and "early" may stand there.
    """
    plain = _find_plain(value or "")
    if plain is None:
        return None
    words, before = words.lower(), before[-_LONGEST_BEFORE:].lower()
    if not _WHOLE.fullmatch(plain):
        return plain
    if _SINCE.search(before) or _STARTS_SINCE.match(words):
        return f"{plain}/.."
    if _UNTIL.search(before) or _STARTS_UNTIL.match(words):
        return f"../{plain}"
    third = _find_third(words, before)
    if third is not None and (parts := _split_in_thirds(plain)):
        return parts[third]
    is_about = _ABOUT.search(before) or _STARTS_ABOUT.match(words)
    return f"{plain}~" if is_about else plain


def join_ends(first: str | None, last: str | None) -> str | None:
    """One interval of two dates; ``None`` where one of them is no single date."""
    ends = [_strip_open(end or "") for end in (first, last)]
    if not all(_WHOLE.fullmatch(end) for end in ends) or ends[0] > ends[1]:
        return None
    return "/".join(ends)


def _strip_open(value: str) -> str:
    return value.removesuffix("/..").removeprefix("../")


def _find_plain(value: str) -> str | None:
    for form, make in _FORMS:
        if match := form.fullmatch(value):
            return make(match)
    return None


def _find_week(match: re.Match[str]) -> str | None:
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return None
    first = monday + timedelta(days=5 if match[3] else 0)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _find_third(words: str, before: str) -> int | None:
    match = _STARTS_WITH_PART.match(words) or _PART.search(before)
    return _THIRD[match["part"].partition(" ")[0]] if match else None


def _split_in_thirds(plain: str) -> tuple[str, str, str] | None:
    """Early, mid and late of a century, a decade, a year or a month, the inner borders
    approximate."""
    borders = _find_borders(plain)
    if borders is None:
        return None
    first, second, third, last = borders
    return (f"{first}/{second}~", f"{second}~/{third}~", f"{third}~/{last}")


def _find_borders(plain: str) -> tuple[str, ...] | None:
    for form, ends in _BORDERS:
        if match := form.fullmatch(plain):
            return tuple(match[1] + end for end in ends)
    month = _MONTH.fullmatch(plain)
    if month is None:
        return None
    n_days = monthrange(int(month[1]), int(month[2]))[1]
    return tuple(f"{plain}-{day:02}" for day in (1, 10, 20, n_days))
