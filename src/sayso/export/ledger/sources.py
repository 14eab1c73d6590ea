"""Who is cited in a ledger, for a terminal: sources enter, a table and shares leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from sayso.answers import SourceCount, Sources
from sayso.export.blocks import Column, Hung, Rows
from sayso.export.ledger.shares import (
    TYPE_NAMES,
    Share,
    describe_publishers,
    find_breadth,
    find_types,
    find_voices,
    get_anonymous,
    is_named,
    name_source,
)
from sayso.export.ledger.words import say_nothing
from sayso.export.wording import count

_COLUMNS = (
    Column("source"),
    Column("type", keeps=True),
    Column("claims", keeps=True, is_number=True),
    Column("reports", keeps=True, is_number=True),
    Column("cited by"),
)
_TYPE_COLUMNS = (
    Column("type of source", keeps=True),
    Column("claims", keeps=True, is_number=True),
    Column("share", keeps=True, is_number=True),
    Column("", keeps=True),
)
_BAR, _WIDE, _MOST_OUTLETS = 20, 72, 3


@dataclass(frozen=True, slots=True)
class _Table:
    """The sources; where it is narrow, without the outlets that cite them."""

    counts: Sequence[SourceCount]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        n_columns = len(_COLUMNS) - (options.max_width < _WIDE)
        rows = [_make_row(counted)[:n_columns] for counted in self.counts]
        yield Rows(_COLUMNS[:n_columns], rows)


def make_sources_view(sources: Sources, *, asked: str = "") -> Group:
    """The sources, most cited first, then what kinds they are of and how broad reports stand."""
    if not sources.n_claims:
        return Group(Hung((Text(say_nothing(1, "claim", asked)),)))
    return Group(
        *_make_table(sources.counts),
        Rows(_TYPE_COLUMNS, [_make_type(share) for share in find_types(sources)]),
        Text(),
        *(Hung((Text(words),)) for words in _find_sentences(sources)),
    )


def _make_table(counts: Sequence[SourceCount]) -> Iterator[RenderableType]:
    if counts:
        yield _Table(counts)
        yield Text()


def _make_row(counted: SourceCount) -> tuple[Text, ...]:
    return (
        Text(name_source(counted), style="bold" if is_named(counted) else ""),
        Text(TYPE_NAMES[counted.source_type]),
        Text(f"{counted.n_claims:,}"),
        Text(f"{counted.n_reports:,}"),
        Text(describe_publishers(counted.publishers[:_MOST_OUTLETS]), style="dim"),
    )


def _make_type(share: Share) -> tuple[Text, ...]:
    bar = "█" * round(share.part * _BAR) or "▏"
    return Text(share.label), Text(f"{share.n:,}"), Text(share.describe()), Text(bar)


def _find_sentences(sources: Sources) -> Iterator[str]:
    attributed, own = find_voices(sources)
    claims, reports = count(sources.n_claims, "claim"), count(sources.n_reports, "report")
    yield (
        f"{claims} in {reports}: {attributed.n:,} on somebody's word ({attributed.describe()}), "
        f"{own.n:,} in the report's own voice ({own.describe()})"
    )
    anonymous, (single, _) = get_anonymous(sources), find_breadth(sources)
    share = f"{anonymous.describe()} of those on somebody's word"
    yield f"anonymous: {count(anonymous.n, 'claim')} ({share})"
    yield f"all on one source's word: {count(single.n, 'report')} ({single.describe()})"
