"""What a content needs to be understood alone: names for short ones, values for relative times."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from sayso.analyse.claims.standalone import Edit
from sayso.analyse.who.gender import Genders
from sayso.records import Attribution, Entity, EntityKind, NameRule, SourceType, Span, Timex

# A name that the network leads to is added only where it is right more often than this.
_LEAST_SCORE = 0.8
_BEARERS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.OTHER})
_MAYBE_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.OTHER})
_LONGEST_NAME = 4
_TOGETHER = 24
_SUBJECTS = frozenset({"he", "she"})
_OBJECTS = frozenset({"him"})
_DEFINITE = frozenset({"the", "this", "that"})
_PRONOUNS = frozenset(
    {"his", "her", "they", "them", "their", "it", "its", "i", "we", "our", "my", "me", "us"}
)
_PLACED = re.compile(r"[0-9]{3}[0-9X]?(?![0-9])")
_SUBJECT = re.compile(
    r"\s{0,2}(?:(?:that|whether|how|why|when|because|if)\s)?(?P<it>he|she)\b", re.I
)
# 'Bo "Ace" Lind' has his name already; "the House" is seldom the White House.
_NO_SHORT_NAME = re.compile(r"[\"”’')]\s$|\bthe\s$", re.IGNORECASE)
_NAME_GOES_ON = re.compile(r"\s[\"“‘'(]")
_PLACE_BEFORE = re.compile(r"\b(?:in|to|at|near|across|into|outside)\s$")
_BEFORE = 12
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")


def find_time_edits(text: str, times: Sequence[Timex]) -> Iterator[Edit]:
    """The value after each expression that needs the report's date to be understood; after the last
    of those that say it together ("between October and February")."""
    for time, following in zip_longest(times, times[1:]):
        is_said_again = (
            following is not None
            and following.edtf == time.edtf
            and following.span.start - time.span.end <= _TOGETHER
        )
        placed = _PLACED.match(time.edtf or "")
        words = text[time.span.start : time.span.end]
        if placed and placed[0].rstrip("X") not in words and not is_said_again:
            end = _after_possessive(text, time.span.end)
            yield Edit(Span(end, end), f" [{time.edtf}]")


def find_name_edits(text: str, entities: Sequence[Entity]) -> Iterator[Edit]:
    """The whole name for each short one that is a part of one whole name only, and what is behind
    an acronym that does not stand beside it."""
    bearers = _find_bearers(text, entities)
    for entity in entities:
        words = text[entity.span.start : entity.span.end]
        before = text[max(0, entity.span.start - _BEFORE) : entity.span.start]
        if len(words) > 1 and words.isupper():
            if len(entity.name) > len(words) and not before.endswith("("):
                yield Edit(Span(entity.span.end, entity.span.end), f" [{entity.name}]")
        elif entity.kind in _BEARERS and not _NO_SHORT_NAME.search(before):
            names = bearers.get(words.casefold(), {})
            if len(names) == 1 and " " not in words:
                (name,) = names.values()
                is_first = name.casefold().startswith(words.casefold())
                goes_on = _NAME_GOES_ON.match(text, entity.span.end)
                if not (is_first and (goes_on or _PLACE_BEFORE.search(before))):
                    yield Edit(entity.span, f"[{name}]")


def find_source_edits(text: str, attributions: Iterable[Attribution]) -> Iterator[Edit]:
    """The names of sources where the report names them otherwise: "he", "Strand", "the agency"."""
    for each in attributions:
        if each.name is not None and len(each.source) == 1 and _is_sure(each):
            yield from name_mention(text, each.source[0], each.name.name)


def name_mention(text: str, mention: Span, name: str) -> Iterator[Edit]:
    """The name for a pronoun that is a subject or a part of the name, and else beside the mention;
    nothing where the mention holds the name or is no short one."""
    words = text[mention.start : mention.end]
    folded = words.casefold()
    if not folded.strip() or name.casefold() in folded:
        return
    is_part = folded in name.casefold().split() and words[0].isupper()
    if folded in _SUBJECTS | _OBJECTS or is_part:
        yield Edit(mention, f"[{name}]")
    elif folded in _PRONOUNS or folded.split(maxsplit=1)[0] in _DEFINITE:
        yield Edit(Span(mention.end, mention.end), f" [{name}]")


class Subjects:
    """Who "he" is in "Strand said he had left": the one who says it."""

    def __init__(self, text: str, entities: Iterable[Entity]) -> None:
        self._text = text
        self._people = [each for each in entities if each.kind in _MAYBE_PEOPLE]
        self._starts = [each.span.start for each in self._people]
        self._genders = Genders(text)

    def find_edits(self, attribution: Attribution) -> Iterator[Edit]:
        """The name of a source for the pronoun that its content begins with, when nobody else is
        named between the two."""
        if not (attribution.content and attribution.source and attribution.name):
            return
        content, source = attribution.content[0], attribution.source[-1]
        match = _SUBJECT.match(self._text[content.start : min(content.end, content.start + 16)])
        if match is None or source.end > content.start:
            return
        name = attribution.name.name
        is_named = attribution.source_type is SourceType.NAMED_PERSON and _is_sure(attribution)
        if (
            is_named
            and self._genders.allow(match["it"], name)
            and not self._is_other_between(source.end, content.start, name)
        ):
            start = content.start + match.start("it")
            yield Edit(Span(start, start + len(match["it"])), f"[{name}]")

    def _is_other_between(self, start: int, end: int, name: str) -> bool:
        between = self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return any(person.name.casefold() != name.casefold() for person in between)


def _is_sure(attribution: Attribution) -> bool:
    name = attribution.name
    return name is not None and (name.rule is not NameRule.NETWORK or name.score >= _LEAST_SCORE)


def _find_bearers(text: str, entities: Iterable[Entity]) -> dict[str, dict[str, str]]:
    """The whole names that a word is the last of, or a person's first, each under what tells it
    from others of that word: "Ina Strand" and "Ina B. Strand" are one, "Bo Strand" is another."""
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for entity in entities:
        name = text[entity.span.start : entity.span.end]
        words = name.casefold().split()
        if not 1 < len(words) <= _LONGEST_NAME or "and" in words:
            continue
        bearers[words[-1]].setdefault(words[0], name)
        if entity.kind is EntityKind.PERSON:
            bearers[words[0]].setdefault(words[-1], name)
    return bearers


def _after_possessive(text: str, end: int) -> int:
    match = _POSSESSIVE.match(text, end)
    return match.end() if match else end
