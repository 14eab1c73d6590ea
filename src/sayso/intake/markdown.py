"""What a Markdown report says about itself: text in, the fields of its front matter out."""

import re
from dataclasses import dataclass

from sayso.intake.dates import find_stamp
from sayso.records import DateOrigin, PublicationDate, Span

_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?P<fields>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_FIELD = re.compile(
    r"^(?P<name>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>\S[^\r\n]*?)[ \t]*\r?$", re.MULTILINE
)
_NAMES = {"title", "publisher", "url", "date", "author", "byline"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The fields between the ``---`` lines and where the report begins after them.

    Units: ``end`` is an offset into the text, 0 without front matter.
    """

    fields: dict[str, str]
    published: PublicationDate | None
    end: int


def read_front_matter(text: str) -> FrontMatter:
    """The known fields of the front matter; a date that is no date is left out."""
    block = _FRONT_MATTER.match(text)
    if not block:
        return FrontMatter(fields={}, published=None, end=0)
    fields: dict[str, str] = {}
    published = None
    for match in _FIELD.finditer(text, *block.span("fields")):
        name, value = match["name"].lower(), match["value"]
        if name not in _NAMES or name in fields:
            continue
        fields[name] = value[1:-1] if value[:1] in "\"'" and value[-1] == value[0] else value
        if name == "date":
            published = _find_date(match["value"], start=match.start("value"))
    return FrontMatter(fields=fields, published=published, end=block.end())


def _find_date(value: str, *, start: int) -> PublicationDate | None:
    bare = value.strip("\"' ")
    found = find_stamp(bare)
    if found is None:
        return None
    start += value.index(bare)
    return PublicationDate(
        value=found.value,
        precision=found.precision,
        found_in=DateOrigin.METADATA,
        span=Span(start + found.start, start + found.end),
    )
