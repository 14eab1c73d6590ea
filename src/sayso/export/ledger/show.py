"""A claim in its place, or a report whole, for a terminal: answers enter, renderables leave."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.answers import FoundReport, Judgement, Line, VersionNote
from sayso.export.blocks import Column, Hung, Rows, make_heading
from sayso.export.ledger.judgements import describe_judgement, show_minute
from sayso.export.ledger.place import make_legend, make_place
from sayso.export.ledger.rows import find_times, make_fact
from sayso.export.ledger.words import LONGEST_HOP, VERDICTS, mark, name_outlet
from sayso.export.notes import describe_event, find_title
from sayso.export.strip import name_hop
from sayso.export.terminal import ACT_STYLES, make_grade, make_view
from sayso.export.wording import NOTABLE_PROBABILITY, cut, fold, join_pieces
from sayso.records import Attribution, Document

LONGEST_WORDS = 1200
_COLUMNS = (
    Column("version", keeps=True, is_number=True),
    Column("added", keeps=True),
    Column("claims", keeps=True, is_number=True),
    Column("id", keeps=True),
)


def make_claim_view(line: Line, *, n_versions: int) -> Group:
    """The claim's report, its sentences with marks, its chain hop by hop, and all that is known."""
    return Group(
        make_heading(line.document),
        Text(),
        *(Hung((text,), indent=2) for text in make_place(line)),
        Hung((make_legend(),), indent=2),
        Text(),
        make_fact("claim", Text(_fit(line.claim.standalone), style="bold")),
        make_fact("stands", make_grade(line.claim.certainty)),
        *_make_chain(line),
        *(make_fact(label, *texts) for label, texts in _find_facts(line)),
        Text(),
        *_make_ids(line, n_versions),
        Text(),
    )


def make_report_view(
    found: FoundReport, *, judgements: Sequence[Judgement] = (), full: bool = False
) -> Group:
    """The report's ids, versions and what was decided about it, then its attributions."""
    ids = (("document", found.document_id), ("version", found.version_id), ("run", found.run_id))
    decided = tuple(Text(describe_judgement(judgement)) for judgement in judgements)
    return Group(
        *(make_fact(label, Text(fold(id))) for label, id in ids),
        *((make_fact("decisions", *decided),) if decided else ()),
        *_make_versions(found),
        Text(),
        make_view(found.reading, full=full),
    )


def _make_versions(found: FoundReport) -> Iterator[RenderableType]:
    """A list where there are several; the one that is shown in bold."""
    if len(found.versions) > 1:
        rows = [_make_version(each, found.version_id) for each in found.versions]
        yield Text()
        yield Rows(_COLUMNS, rows)


def _make_version(version: VersionNote, shown: str) -> tuple[Text, ...]:
    style = "bold" if version.id == shown else ""
    words = (str(version.number), show_minute(version.added), f"{version.n_claims:,}", version.id)
    return tuple(Text(fold(each), style=style) for each in words)


def _make_chain(line: Line) -> Iterator[RenderableType]:
    outlet = name_outlet(line.document)
    if not line.chain:
        yield make_fact("chain", Text(f"{outlet}, in its own voice"))
        return
    yield make_fact("chain", Text(outlet))
    for n, hop in enumerate(line.chain, start=1):
        yield make_fact(str(n), *_describe_hop(line.document, hop))


def _describe_hop(document: Document, hop: Attribution) -> Iterator[Text]:
    head = Text(cut(name_hop(document, hop, longest=LONGEST_HOP), 2 * LONGEST_HOP), style="bold")
    head.append(f"  {hop.source_type.value.replace('_', ' ')}", style="not bold dim")
    yield head
    chips = Text(hop.act.value, style=ACT_STYLES[hop.act]).append("  ", style="")
    yield Text.assemble(chips, make_grade(hop.certainty))
    for label, words in _find_notes(document, hop):
        yield Text.assemble((f"{label}: ", "dim"), _fit(words))


def _find_notes(document: Document, hop: Attribution) -> Iterator[tuple[str, str]]:
    yield "cue", join_pieces(document, hop.cue)
    if title := find_title(document, hop):
        yield "title", title
    for label, spans in (("to", hop.addressee), ("why", hop.grounds)):
        if spans:
            yield label, join_pieces(document, spans)
    if hop.probability < NOTABLE_PROBABILITY:
        yield "probability", f"{hop.probability:.2f}"


def _find_facts(line: Line) -> Iterator[tuple[str, tuple[Text, ...]]]:
    document, claim = line.document, line.claim
    for label, words in find_times(line):
        yield label, (Text(words),)
    if claim.entities:
        named = (f"{_fit(each.name, LONGEST_HOP)} ({each.kind.value})" for each in claim.entities)
        yield "names", (Text("; ".join(dict.fromkeys(named))),)
    if claim.event:
        yield "event", (Text(_fit(describe_event(document, claim.event))),)
    if claim.repeats:
        yield "says again", (Text(_fit(document.slice(claim.repeats))),)
    if line.judgements:
        yield "decisions", tuple(_describe_decisions(line))


def _describe_decisions(line: Line) -> Iterator[Text]:
    for judgement in line.judgements:
        sign, _, colour = VERDICTS[judgement.verdict]
        decided = f"{sign} {mark(judgement, line.document)}"
        made = f"  {show_minute(judgement.made)}  {_fit(judgement.id, LONGEST_HOP)}"
        yield Text.assemble((decided, colour), (made, "dim"))


def _make_ids(line: Line, n_versions: int) -> Iterator[Hung]:
    version = f"{fold(line.version_id)}, version {line.version} of {n_versions}"
    ids = (line.claim.id, line.document_id, version, line.run_id)
    for label, id in zip(("claim id", "document", "version", "run"), ids, strict=True):
        yield make_fact(label, Text(fold(id), style="dim"))


def _fit(words: str, longest: int = LONGEST_WORDS) -> str:
    return cut(fold(words), longest)
