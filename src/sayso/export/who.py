"""The sources of a report as a table for a terminal: a reading enters, one row a source leaves."""

from collections.abc import Iterator

from rich.console import Group
from rich.text import Text

from sayso.export.blocks import Column, Hung, Rows, make_heading
from sayso.export.outline import make_outline
from sayso.export.sources import CitedSource, find_sources, is_cited
from sayso.export.wording import count, cut
from sayso.records import Reading

UNRESOLVED = "not resolved"
LONGEST_PHRASE = 48
_COLUMNS = (
    Column("name"),
    Column("type", keeps=True),
    Column("title"),
    Column("cited", keeps=True, is_number=True),
    Column("as"),
    Column("lines"),
)


def make_who(reading: Reading) -> Group:
    """The report's heading, its sources, and how many attributions name nobody."""
    sources = find_sources(reading)
    heading = make_heading(reading.document)
    closing = Hung((Text(_describe_rest(reading, len(sources)), style="dim"),))
    if not sources:
        return Group(heading, Text(), closing, Text())
    rows = [tuple(_make_row(source)) for source in sources]
    return Group(heading, Text(), Rows(_COLUMNS, rows), Text(), closing, Text())


def _make_row(source: CitedSource) -> Iterator[Text]:
    yield _make_name(source)
    yield Text(source.source_type.value.replace("_", " "))
    yield Text(source.title)
    yield Text(str(len(source.entries)))
    yield Text("; ".join(cut(phrase.rstrip(" ,"), LONGEST_PHRASE) for phrase in source.phrases))
    yield Text(", ".join(dict.fromkeys(str(entry.line) for entry in source.entries)))


def _make_name(source: CitedSource) -> Text:
    if source.name is None:
        return Text(UNRESOLVED, style="dim")
    return Text(source.name if source.is_sure else f"{source.name}?", style="bold")


def _describe_rest(reading: Reading, n_sources: int) -> str:
    n_nobody = sum(
        not is_cited(entry.attribution) and entry.repetition is None
        for entry in make_outline(reading)
    )
    return f"{count(n_sources, 'source')}; {count(n_nobody, 'attribution')} without a source"
