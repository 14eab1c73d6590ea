"""What kind of source an audit calls a cited one: a source enters, type, name and title leave."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.sources import CitedSource
from sayso.records import SourceType

NAMED_PERSON = "Named Person"
NAMED_ORGANIZATION = "Named Organization"
DOCUMENT = "Document"
ANONYMOUS = "Anonymous Source"
UNNAMED_PERSON = "Unnamed Person"
UNNAMED_GROUP = "Unnamed Group of People"
KINDS = (NAMED_PERSON, NAMED_ORGANIZATION, DOCUMENT, ANONYMOUS, UNNAMED_PERSON, UNNAMED_GROUP)

_KIND_BY_TYPE = {
    SourceType.NAMED_PERSON: NAMED_PERSON,
    SourceType.UNNAMED_PERSON: UNNAMED_PERSON,
    SourceType.ANONYMOUS: ANONYMOUS,
    SourceType.GROUP: UNNAMED_GROUP,
    SourceType.ORGANISATION: NAMED_ORGANIZATION,
    SourceType.MEDIA: NAMED_ORGANIZATION,
    SourceType.DOCUMENT: DOCUMENT,
}
_PERSONS = (NAMED_PERSON, UNNAMED_PERSON, ANONYMOUS)
_NAMELESS = (UNNAMED_PERSON, ANONYMOUS)
_MAY_BE_ANONYMOUS = (UNNAMED_PERSON, UNNAMED_GROUP)
_ANONYMITY = re.compile(
    r"\banonym|\b(?:familiar with|not authori[sz]ed to|(?:not|declined) to be (?:named|identified)"
    r"|withh[eo]ld (?:his|her|their) names?)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(
    r"\bspokes(?:man|woman|person|people)\s+(?:for|of|at|from)\s+(?:the\s+)?(.+)"
)
_SPEAKER_OF = re.compile(
    r"^(?:an?\s+|the\s+)?(.*\S)\s+spokes(?:man|woman|person|people)\b", re.IGNORECASE
)
_END_OF_NAME = re.compile(r"\s*(?:,|\bwho\b|\bthat\b|\bwhich\b|\(|\bon (?:the )?condition\b).*")
_HONORIFIC = re.compile(r"(?:Mrs?|Ms|Dr|President|Senator|Prime Minister|King|Queen)\b")
_INDEFINITE = re.compile(r"(?:an?|some|several|many|local|other)\s", re.IGNORECASE)
_PRONOUNS = re.compile(r"(?:he|she|it|they|i|we|you|who|which|that|this|both)", re.IGNORECASE)
_COLLECTIVE = frozenset({"media", "press"})


@dataclass(frozen=True, slots=True)
class Kind:
    """How an audit enters a source: its type, its name, its title, each "" where there is none."""

    type: str
    name: str
    title: str


def find_kind(source: CitedSource, context: Iterable[str] = ()) -> Kind:
    """How the source is entered; ``context`` are its grounds and the sentences with its cues, in
    which anonymity may be told."""
    kind, phrase = _KIND_BY_TYPE[source.source_type], source.phrases[0]
    name = source.name or ("" if kind in _PERSONS or _PRONOUNS.fullmatch(phrase) else phrase)
    if source.source_type is SourceType.MEDIA and not is_named(name, phrase):
        kind = UNNAMED_GROUP
    elif kind == NAMED_PERSON and is_description(name):
        kind = UNNAMED_PERSON
    if kind in _MAY_BE_ANONYMOUS and any(map(_ANONYMITY.search, (*source.phrases, *context))):
        kind = ANONYMOUS
    elif kind == UNNAMED_PERSON and (body := find_body(phrase)):
        kind, name = NAMED_ORGANIZATION, body
    title = source.title if kind in _PERSONS else ""
    return Kind(kind, "" if kind in _NAMELESS else name.removeprefix(f"{title} "), title)


def is_description(name: str) -> bool:
    """Whether the name of a person is none ("security official")."""
    return bool(name) and name.split()[-1].islower()


def is_named(name: str, phrase: str) -> bool:
    """Whether the name of an outlet is a name ("Bild", "Bild newspaper") and no description
    ("Italian media", from "an Italian newspaper")."""
    words = name.split()
    if not words or words[-1][:1].isupper() or words[-1][:1].isdigit():
        return bool(words)
    is_many = words[-1] in _COLLECTIVE or words[-1].endswith("s")
    has_capital = any(word[:1].isupper() for word in words)
    return has_capital and not is_many and not _INDEFINITE.match(phrase)


def find_body(phrase: str) -> str | None:
    """The named organisation that an unnamed official of the phrase speaks for."""
    match = _SPEAKS_FOR.search(phrase) or _SPEAKER_OF.search(phrase)
    if match is None:
        return None
    body = _END_OF_NAME.sub("", match[1])
    return body if any(map(str.isupper, body)) and not _HONORIFIC.match(body) else None
