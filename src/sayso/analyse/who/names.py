"""Names as words: a phrase in, the name in it out; and whether two names are one."""

import re

from sayso.analyse.who.words import (
    ARTICLES,
    CORPORATE,
    LINKS,
    PARTICLES,
    PRONOUNS,
    SUFFIXES,
    TITLES,
)
from sayso.naming import POSSESSIVE, keys_of, split_words

_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]?")
_CLAUSE = re.compile(
    r"\s*(?:[,;:–—]|\s-\s|\b(?:who|which|whose|whom|where|when|while)\b).*$", re.DOTALL
)
_PARTS = re.compile(r"\s*[,;:–—]\s*|\s+-\s+|\s(?=who\b|which\b|whose\b)")
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])\s")
_COMPLEMENT = re.compile(r"\s(?:of|with|at|from|in|for|on|to|and)\s.*$", re.DOTALL)


def fold_name(phrase: str) -> tuple[str, ...]:
    """The words by which a name is compared: no article, title, suffix or company form."""
    keys = list(keys_of(_ASIDE.sub("", phrase)))
    while len(keys) > 1 and (keys[0] in ARTICLES or keys[0] in TITLES):
        keys.pop(0)
    while len(keys) > 1 and (keys[-1] in SUFFIXES or keys[-1] in CORPORATE):
        keys.pop()
    return tuple(keys)


def is_pronoun(phrase: str) -> bool:
    """Whether a phrase is a pronoun alone."""
    words = split_words(phrase)
    return len(words) == 1 and words[0].casefold() in PRONOUNS


def is_capital(word: str) -> bool:
    """Whether a word is written as names are."""
    return word[:1].isupper() or (word[:1].isdigit() and any(c.isupper() for c in word))


def find_person_name(phrase: str) -> str | None:
    """The person's name in a source phrase: "Rabbi Ezra Holm, president of ..." and "the president,
    Ezra Holm" are "Ezra Holm"; ``None`` for a mere role ("the northern senator")."""
    plain = _ASIDE.sub("", phrase)
    for part in _PARTS.split(plain)[:3]:
        owned = _OWNER.split(_COMPLEMENT.sub("", part))[-1]
        name = _name_at_end(split_words(owned))
        if name:
            return name
    return None


def _name_at_end(words: list[str]) -> str | None:
    """The name that a noun phrase ends in, without the titles before it."""
    first = len(words)
    while first and (is_capital(words[first - 1]) or _is_particle(words, first - 1)):
        first -= 1
    name = words[first:]
    titles = [i for i, word in enumerate(name) if word.casefold().strip(".") in TITLES]
    name = name[titles[-1] + 1 :] if titles else name
    while name and (not is_capital(name[0]) or name[0].casefold() in ARTICLES | PRONOUNS):
        name.pop(0)
    return " ".join(name) or None


def _is_particle(words: list[str], index: int) -> bool:
    low = words[index].casefold()
    return (low in PARTICLES and index + 1 < len(words)) or low.startswith(("al-", "el-"))


def find_description(phrase: str) -> str:
    """What a source without a name is called: no article, aside or clause: "a police officer, who
    ..." -> "police officer"."""
    head = _CLAUSE.sub("", _ASIDE.sub("", phrase)).strip() or phrase.strip()
    first, _, rest = head.partition(" ")
    head = rest if rest and first.casefold() in ARTICLES else head
    return POSSESSIVE.sub("", head.strip(" \"'“”‘’,.;:"))


def find_initials(phrase: str) -> str:
    """The letters of an acronym of a name, small words left out."""
    words = [w for w in re.split(r"[\s-]+", phrase) if w and w.casefold() not in LINKS]
    return "".join(word[0] for word in words if word[0].isalnum()).upper()
