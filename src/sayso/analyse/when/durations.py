"""How long something takes: words in, a duration of ISO 8601 out."""

import re

from sayso.analyse.when.setting import AMOUNT, NUMBER, UNIT, Setting, any_of
from sayso.analyse.when.words import CLOCK_UNITS, SMALLER, UNITS, UNITS_OF_UNIT, find_number

_ABOUT = re.compile(
    "(?:"
    + any_of(
        "the", "these", "for", "in", "within", "over", "during", "about", "around", "nearly", "of",
        "almost",
        "more than", "less than", "fewer than", "no more than", "at least", "up to", "just", "only",
        "another", "roughly", "approximately", "well over", "just over", "close to", "upwards of",
        "so", "a full", "full",
    )
    + r"\s+(?=\S))+"
)  # fmt: skip
_DURATION = re.compile(
    r"(?:(?:past|last|next|coming|first|following|final|previous|latest|most recent|early"
    r"|all these|all those) )?"
    rf"(?:{NUMBER} ?(?:to|or) )?{AMOUNT}?\s?"
    r"(?:(?:more|business|additional|free|entire|whole|straight|consecutive) )?"
    rf"(?P<unit>{UNIT}|season)(?P<plural>s)?"
    r"(?: ?(?:old|long|period|or so|or more|or two|plus|in a row))?"
)
_ONE_OR_SO = re.compile(rf"(?:past|last|next|coming) (?P<unit>{UNIT}) ?(?:or so|or two|plus)")
_UNITS_OR_UNITS = re.compile(rf"(?P<unit>{UNIT})s (?:or|and) {UNIT}s")
_PAST_DECADE = re.compile(r"past (?P<unit>decade)")
_AND_A_HALF = re.compile(rf"(?:(?P<number>{NUMBER}) ?)?(?P<unit>{UNIT})s? and a half")
_PART_OF_ONE = re.compile(rf"(?:a )?(?P<number>half|quarter)(?: of)? (?:an? )?(?P<unit>{UNIT})")
_WHOLE = re.compile(rf"(?:(?:all|an? (?:entire|whole|full)) )?(?P<unit>{UNIT}) ?(?:long)?")


_PLAIN_FORMS = (
    (_PART_OF_ONE, None), (_UNITS_OR_UNITS, "several"), (_WHOLE, "one"), (_ONE_OR_SO, "one"),
    (_PAST_DECADE, "one"),
)  # fmt: skip


def find_duration(words: str, setting: Setting) -> str | None:
    """The length of time; ``X`` stands for a number that nobody gave."""
    about = _ABOUT.match(words)
    words = words[about.end() :] if about else words
    for form, number in _PLAIN_FORMS:
        if match := form.fullmatch(words):
            return make_duration(number or match["number"], match["unit"])
    if match := _AND_A_HALF.fullmatch(words):
        number_of_wholes = find_number((match["number"] or "one").strip()) or 1
        return make_duration(f"{number_of_wholes + 0.5:g}", match["unit"])
    match = _DURATION.fullmatch(words)
    if match is None or not (match["number"] or match["plural"]):
        return None
    return make_duration(match["number"] or "several", match["unit"])


def make_duration(number: str, unit: str) -> str:
    """The duration of so many units."""
    unit = {"centurie": "century", "season": "year"}.get(unit, unit)
    n = find_number(number.strip().removesuffix(" of"))
    if n is not None and n % 1 and unit in ("hour", "minute"):
        whole, part = ("H", "M") if unit == "hour" else ("M", "S")
        return f"PT{int(n) or ''}{whole if n >= 1 else ''}{round(60 * (n % 1))}{part}"
    if n is not None and n % 1 and unit in SMALLER:
        unit, factor = SMALLER[unit]
        n *= factor
    if unit == "quarter" and n is not None and n > 1:
        unit, n = "month", 3 * n
    amount = "X" if n is None else f"{n * UNITS_OF_UNIT.get(unit, 1):g}"
    return f"P{'T' if unit in CLOCK_UNITS else ''}{amount}{UNITS[unit]}"
