"""The names that stand in a text: a text in, runs of words written as names out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.analyse.who.words import (
    ARTICLES,
    BODY_WORDS,
    COMMON_OPENERS,
    PARTICLES,
    PERSON_TITLES,
    PRONOUNS,
    TITLES,
)
from sayso.naming import keys_of
from sayso.records import Span

_CAPITAL = r"(?:[A-Z]\.(?:[A-Z]\.)*|[^\W\d_a-z][\w'’&]*(?:[-‐‑.][\w&]+)*|[0-9]+[A-Z]\w*)"
_INNER = r"(?:of|for|and|the|&|" + "|".join(sorted(PARTICLES)) + ")"
_RUN = re.compile(
    rf"(?<![\w@#]){_CAPITAL}(?:[ \u00a0](?:{_INNER}[ \u00a0]){{0,2}}{_CAPITAL}){{0,7}}"
)
_LINE = re.compile(r"[^\n]+")
_LOWER_WORD = re.compile(r"(?<!\w)[a-z]\w*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_COMPOUND = re.compile(r"-(?:born|based|led|backed|run|owned|funded|controlled|held|area)$")
_AND = re.compile(" and ")
_SENTENCE_BEFORE = re.compile(r"(?:^|\n|[.!?:][\"'”’]?\s)[\"'“‘]?$")
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of words written as a name; ``keys`` are its compared words."""

    span: Span
    words: str
    keys: tuple[str, ...]


def find_mentions(text: str) -> tuple[Mention, ...]:
    """The names in text order; of lines in which every long word is a capital, none.

    A word that opens a run is dropped where the text writes it small elsewhere, or where it is a
    title or a common word: "Later Kim Min-ki" is "Kim Min-ki". A single word that only ever opens
    sentences is no name.
    """
    small = {match[0] for match in _LOWER_WORD.finditer(text)}
    found: list[Mention] = []
    for line in _LINE.finditer(text):
        if not _is_title_line(line[0]):
            found.extend(_find_in_line(line[0], line.start(), small))
    surely = {
        key
        for mention in found
        if len(mention.keys) > 1 or not _opens_sentence(text, mention)
        for key in mention.keys
    }
    return tuple(each for each in found if len(each.keys) > 1 or each.keys[0] in surely)


def _opens_sentence(text: str, mention: Mention) -> bool:
    return (
        _SENTENCE_BEFORE.search(text[max(0, mention.span.start - 4) : mention.span.start])
        is not None
    )


def _is_title_line(line: str) -> bool:
    words = [word for word in re.findall(r"\w+", line) if len(word) >= _LONG_WORD]
    return len(words) > 2 and all(not word[0].islower() for word in words)


def _find_in_line(line: str, offset: int, small: set[str]) -> Iterator[Mention]:
    for match in _RUN.finditer(line):
        for start, end in _part_people(line, *match.span()):
            mention = _make_mention(line, start, end, offset, small)
            if mention:
                yield mention


def _part_people(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "Bo Lind and Ida Strand" are two; "Ministry of Trade and Industry" is one."""
    words = line[start:end]
    joints = [] if BODY_WORDS & set(keys_of(words)) else list(_AND.finditer(words))
    begin = start
    for joint in joints:
        yield begin, start + joint.start()
        begin = start + joint.end()
    yield begin, end


def _make_mention(line: str, start: int, end: int, offset: int, small: set[str]) -> Mention | None:
    end -= len(_tail(line[start:end]))
    start = _after_titles(line, start, end)
    words = line[start:end]
    while words and _is_opener(words.split()[0], small):
        rest = words.split(maxsplit=1)[1:]
        start = end if not rest else end - len(rest[0])
        words = line[start:end]
    keys = keys_of(words)
    return Mention(Span(offset + start, offset + end), words, keys) if words and keys else None


def _after_titles(line: str, start: int, end: int) -> int:
    """Where the name begins in a run such as "Northern Gov. Bo Lind" or "AP's Ana Ruiz"."""
    after = start
    for word in re.finditer(r"\S+", line[start:end]):
        is_last = start + word.end() >= end
        title = word[0].strip(".").casefold()
        is_before = title in PERSON_TITLES or _POSSESSIVE.search(word[0])
        if is_before and not is_last:
            after = start + word.end() + 1
    return after


def _tail(words: str) -> str:
    match = _POSSESSIVE.search(words)
    return match[0] if match else ""


def _is_opener(word: str, small: set[str]) -> bool:
    low = word.casefold().strip(".'’")
    if low in COMMON_OPENERS or low in ARTICLES or low in PRONOUNS or low in TITLES:
        return True
    return _COMPOUND.search(word) is not None or (not word.isupper() and low in small)
