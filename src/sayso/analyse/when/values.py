"""What a time expression means: its words and what they are understood against in, a value out.

Source: the value attribute of TIMEX3, TimeML 1.2.1, with its weeks, seasons and parts of day.
"""

import re
from collections.abc import Callable

from sayso.analyse.when.calendar import find_bare_number, find_date, find_decade, find_week_of
from sayso.analyse.when.distances import find_distance
from sayso.analyse.when.durations import find_duration
from sayso.analyse.when.quarters import find_quarter
from sayso.analyse.when.references import find_reference, find_set
from sayso.analyse.when.setting import Setting
from sayso.analyse.when.steps import (
    find_day_of_week,
    find_season_of_sport,
    find_step,
    find_the_unit,
)
from sayso.analyse.when.words import write_years

Rule = Callable[[str, Setting], str | None]
_RULES: tuple[Rule, ...] = (
    find_reference,
    find_set,
    find_quarter,
    find_distance,
    find_day_of_week,
    find_step,
    find_season_of_sport,
    find_decade,
    find_week_of,
    find_date,
    find_bare_number,
    find_the_unit,
    find_duration,
)
LONGEST_EXPRESSION = 80
_APOSTROPHES = str.maketrans("’‘ʼ`–—‑", "''''---")
_CLEAN_UPS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\b([ap])\.\s?m\b\.?", r"\1m"),
        (r"\boclock\b", "o'clock"),
        (r"(?<=[a-z])\.", ""),
        (r",(?![0-9]{3}(?![0-9]))", " "),
        (r"(?<=[0-9])[ -]?1/2(?![0-9/])", ".5"),
        (r"\bone-(?=[a-z])", "1 "),  # "one day" may be some day, a one-day visit not
        (r"(?<=[a-z])-|-(?=[a-z])", " "),
        (r"(?<![0-9])'s\b(?! day| eve)", ""),
        (r"s'(?=\s|$)", "s"),
        (r"\bhrs?\b(?!\s?[0-9])", "hour"),
        (r"\bmins?\b", "minute"),
        (r"\bsecs?\b", "second"),
        (
            r"^(?:its|his|her|their|our|my)\s(?!(?:early\s|mid\s?|late\s)?(?:[0-9]0s|[a-z]+ties))",
            "",
        ),
        (r"^(?:earlier|later)\sin\s(?=the\s(?!.*season))", ""),
        (r"^(?P<date>[a-z0-9 ]+[a-z0-9]) (?P<step>last|next)$", r"\g<step> \g<date>"),
    )
)


def find_value(expression: str, setting: Setting) -> str | None:
    """The TIMEX3 value, no more precise than the words; ``None`` when they are not understood.

    Without a day of publication what depends on it stays open: ``XXXX-WXX-4``, ``XXXX-03``.
    """
    if len(expression) > LONGEST_EXPRESSION:
        return None
    words = _prepare(expression)
    return next((value for rule in _RULES if (value := rule(words, setting))), None)


def _prepare(expression: str) -> str:
    """The words in small letters, without the dots and commas that mean nothing here."""
    words = expression.lower().translate(_APOSTROPHES)
    for pattern, replacement in _CLEAN_UPS:
        words = pattern.sub(replacement, words)
    return write_years(" ".join(words.split()).strip(' "().,;:!'))
