"""Lines of the ledger as rows for a terminal: a line enters, hung texts leave."""

from collections.abc import Iterator

from rich.text import Text

from sayso.answers import Line
from sayso.export.blocks import Hung
from sayso.export.ledger.words import (
    VERDICTS,
    get_day,
    mark,
    name_chain,
    name_report,
    shorten,
)
from sayso.export.notes import describe_time, find_date
from sayso.export.terminal import ACT_STYLES, LONGEST_CONTENT, join_strip, make_grade
from sayso.export.wording import cut, fold

LONGEST_TIME = 110
_INDENT, _LABEL = 2, 12


def make_rows(line: Line, *, full: bool = False) -> tuple[Hung, Hung]:
    """Where and when it stands; who says it, how firmly, in what words, and what is known of it."""
    below = [_join_chips(line, full=full), _show_words(line, full=full)]
    if notes := _join_notes(line):
        below.append(Text(notes, style="dim"))
    return Hung((_make_head(line),)), Hung((*below, *make_marks(line)), indent=_INDENT)


def make_fact(label: str, *texts: Text) -> Hung:
    """Texts beside their label."""
    return Hung(texts, f"{label:>{_LABEL}}  ")


def make_chips(line: Line) -> Text:
    """What the innermost source does with it, and how firmly it stands after all hops."""
    grade = make_grade(line.claim.certainty)
    if not line.chain:
        return grade
    hop = line.chain[-1]
    chips = Text().append(hop.act.value, style=ACT_STYLES[hop.act]).append("  ")
    if hop.certainty is line.claim.certainty:
        return chips.append_text(grade)
    chips.append_text(make_grade(hop.certainty)).append("  in all ", style="dim")
    return chips.append_text(grade)


def find_times(line: Line) -> Iterator[tuple[str, str]]:
    """Both clocks with the times on them, as far as these say anything."""
    document, claim = line.document, line.claim
    happened = [time for time in claim.happened if find_date(time)]
    for label, times in (("happened", happened), ("said", claim.said)):
        shown = dict.fromkeys(cut(describe_time(document, time), LONGEST_TIME) for time in times)
        if shown:
            yield label, "; ".join(shown)


def make_marks(line: Line) -> Iterator[Text]:
    """What people decided, the last decision last."""
    for judgement in line.judgements:
        sign, _, colour = VERDICTS[judgement.verdict]
        yield Text(f"{sign} {mark(judgement, line.document)}", style=colour)


def _make_head(line: Line) -> Text:
    head = Text(get_day(line.document)).append("  ").append(name_report(line.document))
    return head.append(f"  {shorten(line.claim.id)}", style="dim")


def _join_chips(line: Line, *, full: bool) -> Text:
    return make_chips(line).append("  ").append_text(join_strip(name_chain(line, full=full)))


def _show_words(line: Line, *, full: bool) -> Text:
    words = fold(line.claim.standalone)
    return Text(words if full else cut(words, LONGEST_CONTENT))


def _join_notes(line: Line) -> str:
    notes = [f"{label}: {words}" for label, words in find_times(line)]
    notes += ["says again what the body says"] if line.claim.repeats else []
    return "  ".join(notes)
