"""What a time expression is understood against, and the pieces that its patterns are made of."""

import re
from dataclasses import dataclass
from datetime import date

from sayso.analyse.when.partial import to_day, to_first_day
from sayso.analyse.when.words import DAY_PARTS, NUMBER_WORDS, SEASONS, UNITS, VAGUE

PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an expression is understood against.

    ``today`` is the day of publication, ``focus`` the value last spoken of, ``quarter`` the one
    that figures were just given for. ``later`` says whether the words around speak of what is to
    come, ``None`` when they do not tell, ``is_past`` whether they tell what happened at the time,
    ``is_open`` what may happen, ``is_habit`` what is so every year, ``is_nowadays`` what is so
    these days. ``follows_in`` is whether the time stands after "in", ``is_closed`` whether it is
    told in full, as "the day before." is; ``ends_later`` and ``is_attack`` whether "ended March 31"
    or "attacks" follows.
    """

    today: date | None = None
    focus: str | None = None
    later: bool | None = None
    is_past: bool = False
    is_open: bool = False
    is_nowadays: bool = False
    is_attack: bool = False
    is_closed: bool = True
    ends_later: bool = False
    follows_in: bool = False
    is_habit: bool = False
    quarter: str | None = None

    def get_start(self, unit: str) -> date | None:
        """The day to count from: the one last spoken of, else that of publication."""
        if unit in ("year", "decade", "century"):
            start = to_first_day(self.focus)
        elif unit in ("month", "quarter"):
            start = to_first_day(self.focus) if "-" in (self.focus or "") else None
        else:
            start = to_day(self.focus)
        return start or self.today


def any_of(*words: str) -> str:
    """A pattern for any of the words, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
UNIT = any_of(*UNITS, "centurie")
PART = any_of(*DAY_PARTS)
SEASON = any_of(*SEASONS)
_NUMERALS = any_of(
    *NUMBER_WORDS, "hundred", "thousand", "half", "quarter", "dozen", "and", "an", "a"
)
NUMBER = rf"(?:[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?|\.5|(?:{_NUMERALS}\b\s*)+)"
AMOUNT = rf"(?P<number>{NUMBER}|{any_of(*VAGUE)}(?:\sof)?|(?:a\s)?(?:few|couple)(?:\sof)?)"
_LEADING = re.compile(
    "(?:"
    + any_of(
        "the", "in", "on", "at", "of", "by", "for", "to", "during", "since", "until", "till",
        "from", "about", "around", "approximately", "circa", "c", "ca", "roughly", "nearly",
        "almost", "just", "only", "over", "under", "more than", "less than", "fewer than",
        "at least", "at most",
        "up to", "as of", "no later than", "as early as", "as late as", "as recently as",
        "within", "throughout", "through", "between", "back", "exactly", "another",
        "additional", "entire", "whole", "full", "all", "well", "further", "very", "early",
        "earlier", "late", "later", "mid", "middle", "end", "beginning", "start", "close",
        "turn", "eve", "part", "rest", "remainder", "height", "outset", "first part", "latter",
        "latter part", "some time", "sometime", "early hours",
    )
    + r"(?:\s+|$))+"
)  # fmt: skip


def strip_leading(words: str) -> str:
    """The words without what stands before the time itself: "in", "early", "the end of"."""
    match = _LEADING.match(words)
    return words[match.end() :] if match else words
