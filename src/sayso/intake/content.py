"""What an input holds, whatever its format: its text and what it says about itself."""

from dataclasses import dataclass

from sayso.records import PublicationDate

_HEADLINE_PLACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The text of an input and its own words about it; ``start`` is where the report begins in
    the text."""

    text: str
    start: int = 0
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: PublicationDate | None = None


def put_headline(body: str, title: str | None) -> str:
    """The text with its title above it, where none of its first paragraphs is the title."""
    if not title or title in (part.strip() for part in body.split("\n\n", 8)[:_HEADLINE_PLACES]):
        return body
    return f"{title}\n\n{body}" if body else title
