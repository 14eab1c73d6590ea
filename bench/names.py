"""Whether a source was resolved to the right name: names in, yes or no out."""

import re
import unicodedata

from bench.reports import Report

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_DOTS = re.compile(r"(?<=\w)\.(?=\w)|['’]")
_BRACKETED = re.compile(r"((?:[\w.&'’-]+[ \u00a0]){1,8})\(([A-Z][A-Za-z.&-]{1,9})\)")
_ARTICLES = frozenset({"the", "a", "an"})
# What may stand before a name without making it another one.
_TITLES = frozenset(
    _WORD.findall(
        """
        mr mrs ms miss dr prof professor sir dame lord lady rev reverend father rabbi sheikh
        president vice prime minister secretary senator sen representative rep congressman
        congresswoman governor gov lieutenant lt mayor speaker chairman chief director judge
        justice attorney general gen colonel col captain capt major sergeant sgt king queen
        prince princess pope deputy ambassador
        """
    )
)


def is_name_right(gold: str, predicted: str | None, text: str) -> bool:
    """Whether both are one name: case, accents, titles, articles and punctuation aside, or one an
    acronym that the report itself introduces for the other."""
    if predicted is None:
        return False
    ours, theirs = _fold(gold), _fold(predicted)
    if "".join(ours) == "".join(theirs):
        return True
    return any({ours, theirs} == {_fold(long), _fold(short)} for long, short in _aliases(text))


def is_pronoun_or_role(attribution: Report, text: str) -> bool:
    """Whether the source's own words hold no word of its name: "she", "the spy agency"."""
    words = " ".join(text[start:end] for start, end in attribution["source"])
    return not set(_fold(words)) & set(_fold(attribution["source_name"]))


def _fold(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", _DOTS.sub("", _POSSESSIVE.sub("", name)))
    words = _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).casefold())
    while len(words) > 1 and (words[0] in _ARTICLES or words[0] in _TITLES):
        words.pop(0)
    return tuple(words)


def _aliases(text: str) -> list[tuple[str, str]]:
    """Each name of several words with the acronym in brackets that follows it."""
    pairs = []
    for match in _BRACKETED.finditer(text):
        words = match[1].split()
        pairs += [(" ".join(words[first:]), match[2]) for first in range(len(words))]
    return pairs
