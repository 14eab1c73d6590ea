"""Short names and acronyms to the fullest name that the report has for them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from sayso.analyse.who.mentions import Mention, find_mentions
from sayso.analyse.who.names import find_initials
from sayso.analyse.who.words import ARTICLES, PARTICLES
from sayso.naming import keys_of
from sayso.records import Span

_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_WORD = re.compile(r"[^\s()]+")
_LONGEST_NAME = 90
Keys = tuple[str, ...]
_SHORTEST_ACRONYM = 3


class Names:
    """The names of one report, by their words; read once and shared by all that ask."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._mentions = mentions = find_mentions(text)
        self._starts = [mention.span.start for mention in mentions]
        self._first: dict[Keys, Mention] = {}
        self._count: dict[Keys, int] = defaultdict(int)
        self._fuller: dict[tuple[Keys, bool], tuple[Mention, ...]] = {}
        self._holding: dict[str, list[Keys]] = defaultdict(list)
        for mention in mentions:
            self._count[mention.keys] += 1
            if mention.keys not in self._first:
                self._first[mention.keys] = mention
                for key in set(mention.keys):
                    self._holding[key].append(mention.keys)
        self._by_acronym = {
            initials: mention.words
            for mention in mentions
            if len(initials := find_initials(mention.words)) >= _SHORTEST_ACRONYM
        } | dict(_find_acronyms(text))

    def find_fuller(self, name: str, *, is_person: bool) -> tuple[Mention, ...]:
        """The first mention of each name whose words end with this one's, or else begin with them.

        The one named most often comes first; a person's name has at most four words.
        """
        keys = tuple(key for key in keys_of(name) if key not in ARTICLES)
        if keys and (keys, is_person) not in self._fuller:
            self._fuller[keys, is_person] = self._search_fuller(keys, is_person=is_person)
        return self._fuller.get((keys, is_person), ())

    def _search_fuller(self, keys: Keys, *, is_person: bool) -> tuple[Mention, ...]:
        fuller = [
            other
            for other in self._holding.get(keys[-1], ())
            if len(other) > len(keys) and _fits(other, is_person)
        ]
        for fits in (_ends_with, _begins_with):
            found = [self._first[other] for other in fuller if fits(other, keys)]
            if found:
                return tuple(sorted(found, key=lambda each: (-self._count[each.keys], each.span)))
        return ()

    def find_spelled_out(self, acronym: str) -> str | None:
        """The name before an acronym in brackets, else one of three words or more with these
        initials."""
        return self._by_acronym.get(acronym)

    def find_within(self, span: Span) -> tuple[Mention, ...]:
        """The names inside a stretch, in text order."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(each for each in self._mentions[first:last] if each.span.end <= span.end)


def _ends_with(name: Keys, keys: Keys) -> bool:
    return name[-len(keys) :] == keys


def _begins_with(name: Keys, keys: Keys) -> bool:
    return name[: len(keys)] == keys


def _fits(keys: Keys, is_person: bool) -> bool:
    n_words = sum(key not in PARTICLES for key in keys)
    return not is_person or (n_words <= 4 and not {"of", "for", "and", "the"} & set(keys))


def _find_acronyms(text: str) -> Iterable[tuple[str, str]]:
    for match in _IN_BRACKETS.finditer(text):
        letters = "".join(c for c in match[1].upper() if c.isalpha())
        line = text[max(0, match.start() - _LONGEST_NAME) : match.start()].rpartition("\n")[2]
        for word in reversed(list(_WORD.finditer(line))):
            name = line[word.start() :].rstrip()
            if name[0].isupper() and find_initials(name) == letters:
                yield match[1], name
                break
