"""Which person "he" or "she" cannot be: a report's titles and given names in, yes or no out."""

import re
from collections.abc import Mapping
from enum import Enum

from sayso.analyse.who.given_names import MEN, WOMEN
from sayso.analyse.who.words import BODY_WORDS
from sayso.naming import key_of, keys_of


class Gender(Enum):
    """As the report's words have it."""

    HE = "he"
    SHE = "she"


_PRONOUNS = {
    "he": Gender.HE, "him": Gender.HE, "his": Gender.HE, "himself": Gender.HE,
    "she": Gender.SHE, "her": Gender.SHE, "hers": Gender.SHE, "herself": Gender.SHE,
}  # fmt: skip
_TITLED = re.compile(
    r"\b(?:(?P<he>Mr|Sir|Lord|Congressman|King|Prince)"
    r"|(?P<she>Mrs|Ms|Miss|Mme|Lady|Dame|Congresswoman|Queen|Princess))\.?[ \u00a0]"
    r"(?P<name>[^\W\d_][\w'’-]+(?:[ \u00a0][^\W\d_a-z][\w'’-]+)*)"
)


class Genders:
    """What the titles in one report tell, and given names where they do not."""

    def __init__(self, text: str) -> None:
        self._by_surname: dict[str, set[Gender]] = {}
        for match in _TITLED.finditer(text):
            keys = keys_of(match["name"])
            if keys and match["name"][0].isupper():
                gender = Gender.HE if match["he"] else Gender.SHE
                self._by_surname.setdefault(keys[-1], set()).add(gender)

    def allow(self, phrase: str, name: str) -> bool:
        """Whether "he", "she" or "Mrs. Strand" can be the person of this name."""
        asked = gender_of_phrase(phrase)
        if asked is None:
            return True
        keys = keys_of(name)
        known = self._gender_of(keys)
        return asked is known or (known is None and not BODY_WORDS & set(keys))

    def learn(self, beliefs: Mapping[str, Mapping[Gender, float]]) -> None:
        """Settles, of names that tell nothing, which pronoun the report has for them: the one that
        is believed in twice as much as the other.

        Units: beliefs are sums of shares.
        """
        for name, shares in beliefs.items():
            he, she = shares.get(Gender.HE, 0.0), shares.get(Gender.SHE, 0.0)
            keys = keys_of(name)
            if he and she and self._gender_of(keys) is None and max(he, she) > 2 * min(he, she):
                self._by_surname[keys[-1]] = {Gender.HE if he > she else Gender.SHE}

    def _gender_of(self, keys: tuple[str, ...]) -> Gender | None:
        if len(keys) > 1 and (given := _gender_of_given(keys[0])):
            return given
        titled = self._by_surname.get(keys[-1], set()) if keys else set()
        return next(iter(titled)) if len(titled) == 1 else None


def gender_of_phrase(phrase: str) -> Gender | None:
    """The gender that a pronoun or a title before a name tells."""
    words = phrase.split()
    if len(words) == 1:
        return _PRONOUNS.get(key_of(words[0]))
    match = _TITLED.match(phrase)
    return None if match is None else Gender.HE if match["he"] else Gender.SHE


def _gender_of_given(key: str) -> Gender | None:
    if key in MEN:
        return Gender.HE
    return Gender.SHE if key in WOMEN else None
