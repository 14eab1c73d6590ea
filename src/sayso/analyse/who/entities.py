"""Who and what is named in a stretch of a report: spans in, names with their kinds out."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from sayso.analyse.who.fullest import Names
from sayso.analyse.who.given_names import MEN, WOMEN
from sayso.analyse.who.mentions import Mention
from sayso.analyse.who.words import BODY_WORDS, PERSON_TITLES
from sayso.naming import keys_of
from sayso.records import Attribution, Entity, EntityKind, SourceType, Span

_KIND_OF_SOURCE = {
    SourceType.NAMED_PERSON: EntityKind.PERSON,
    SourceType.ORGANISATION: EntityKind.ORGANISATION,
    SourceType.MEDIA: EntityKind.ORGANISATION,
}
_TITLE_BEFORE = re.compile(r"([\w-]+)\.?\s$")
_PLACE_BEFORE = re.compile(r"\b(?:in|near|outside|across|into)\s(?:the\s)?$")
_SMALL_WORD_AFTER = re.compile(r"\s[a-z]")
_ADJECTIVE = re.compile(
    r"(?:ian|ean|ese|ish)$|(?:^|\s)(?:american|german|french|dutch|czech|greek|swiss|iraqi|israeli"
    r"|saudi|pakistani|afghan|yemeni|qatari|kuwaiti|emirati|thai|catalan|african|mexican|cuban)$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"(?:ians|eans|ans|is|ese)$")
_NEAR = 24


class EntityFinder:
    """The names of one report and what is known of them from its sources."""

    def __init__(self, names: Names, attributions: Iterable[Attribution]) -> None:
        self._text, self._names = names.text, names
        self._kinds: dict[tuple[str, ...], EntityKind] = {}
        for each in attributions:
            if each.name is not None and each.source_type in _KIND_OF_SOURCE:
                self._kinds[keys_of(each.name.name)] = _KIND_OF_SOURCE[each.source_type]

    def find(self, spans: Sequence[Span]) -> tuple[Entity, ...]:
        """Those named inside the spans, in text order; adjectives ("Italian police") are none."""
        found: list[Entity] = []
        for span in spans:
            mentions = self._names.find_within(span)
            found += [self._describe(each) for each in mentions if not self._is_adjective(each)]
        return tuple(found)

    def _describe(self, mention: Mention) -> Entity:
        kind = self._find_kind(mention)
        name = mention.words
        if len(mention.keys) == 1 and name not in _places():
            fuller = self._names.find_fuller(name, is_person=True)
            ends = fuller and fuller[0].keys[-1] == mention.keys[0]
            if ends and self._find_kind(fuller[0]) is EntityKind.PERSON:
                kind, name = EntityKind.PERSON, fuller[0].words
        spelled_out = self._names.find_spelled_out(name)
        return Entity(span=mention.span, name=spelled_out or name, kind=kind)

    def _find_kind(self, mention: Mention) -> EntityKind:
        keys, words = mention.keys, mention.words
        before = self._text[max(0, mention.span.start - _NEAR) : mention.span.start]
        title = _TITLE_BEFORE.search(before)
        is_titled = title is not None and title[1].casefold() in PERSON_TITLES
        signs = (
            (words in _places(), EntityKind.PLACE),
            (bool(set(keys) & BODY_WORDS) or _is_acronym(words), EntityKind.ORGANISATION),
            (is_titled or (len(keys) > 1 and keys[0] in MEN | WOMEN), EntityKind.PERSON),
            (_PLACE_BEFORE.search(before) is not None, EntityKind.PLACE),
            (_PEOPLE.search(words) is not None, EntityKind.GROUP),
        )
        found = next((kind for is_so, kind in signs if is_so), EntityKind.OTHER)
        return self._kinds.get(keys, found)

    def _is_adjective(self, mention: Mention) -> bool:
        after = self._text[mention.span.end : mention.span.end + 2]
        return bool(
            _ADJECTIVE.search(mention.words)
            and _SMALL_WORD_AFTER.match(after)
            and mention.keys not in self._kinds
            and mention.words not in _places()
            and mention.keys[0] not in MEN | WOMEN
        )


def _is_acronym(words: str) -> bool:
    return len(words) > 1 and words.isupper()


@cache
def _places() -> frozenset[str]:
    """Countries as CLDR names them, and well-known regions and cities."""
    text = (files("sayso.analyse.who") / "places.txt").read_text(encoding="utf-8")
    return frozenset(text.splitlines())
