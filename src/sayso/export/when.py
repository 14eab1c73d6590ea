"""The times of a report as a table for a terminal: a reading enters, one row a time leaves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group
from rich.text import Text

from sayso.export.blocks import Column, Hung, Rows, make_heading
from sayso.export.outline import Lines
from sayso.export.strip import name_briefly
from sayso.export.wording import count, cut, fold
from sayso.records import Attribution, Claim, Reading, Span, Timex

LONGEST_SOURCE = 28
_COLUMNS = (
    Column("line", keeps=True, is_number=True),
    Column("words"),
    Column("value", keeps=True),
    Column("EDTF", keeps=True),
    Column("clock", keeps=True),
    Column("of"),
)
_Uses = Mapping[Span, Sequence[tuple[str, Claim]]]


def make_when(reading: Reading) -> Group:
    """The report's heading, its times in text order, and how many there are.

    The clock says as what the time belongs to a claim: when it happened, or when it was said.
    """
    heading = make_heading(reading.document)
    closing = Text(count(len(reading.times), "time expression"), style="dim")
    if not reading.times:
        return Group(heading, Text(), Hung((closing,)), Text())
    lines, uses = Lines(reading.document.text), _find_uses(reading.claims)
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    rows = [
        row
        for time in sorted(reading.times, key=lambda time: time.span)
        for row in _make_rows(time, reading, lines, uses, by_id)
    ]
    return Group(heading, Text(), Rows(_COLUMNS, rows), Text(), Hung((closing,)), Text())


def _find_uses(claims: Sequence[Claim]) -> _Uses:
    uses: dict[Span, list[tuple[str, Claim]]] = defaultdict(list)
    for claim in claims:
        for clock, times in (("happened", claim.happened), ("said", claim.said)):
            for time in times:
                uses[time.span].append((clock, claim))
    return uses


def _make_rows(
    time: Timex,
    reading: Reading,
    lines: Lines,
    uses: _Uses,
    by_id: Mapping[str, Attribution],
) -> Iterator[Sequence[Text]]:
    """One row, and one more without the time's own words for each further claim it belongs to."""
    own = [
        str(lines.get_number(time.span.start)),
        fold(reading.document.slice(time.span)),
        fold(time.value or "-"),
        fold(time.edtf or "-"),
    ]
    belongs = [
        (clock, f"{fold(claim.id)} {_name_claimant(claim, reading, by_id)}")
        for clock, claim in uses.get(time.span, ())
    ]
    for clock, claim in belongs or [("-", "-")]:
        yield [Text(each) for each in (*own, clock, claim)]
        own = [""] * len(own)


def _name_claimant(claim: Claim, reading: Reading, by_id: Mapping[str, Attribution]) -> str:
    if not claim.chain:
        return "the report's own"
    hop = by_id[claim.chain[-1]]
    name = fold(hop.name.name) if hop.name else name_briefly(reading.document, hop)
    return cut(name, LONGEST_SOURCE)
