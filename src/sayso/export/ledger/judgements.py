"""Decisions of people for a terminal: judgements enter, a table or one sentence leaves."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group
from rich.text import Text

from sayso.answers import Judgement, Verdict
from sayso.export.blocks import Column, Hung, Rows
from sayso.export.ledger.words import LONGEST_NAME, VERDICTS, find_changes, shorten
from sayso.export.wording import count, cut, fold

LONGEST_WORDS = 160
_COLUMNS = (
    Column("id", keeps=True),
    Column("made", keeps=True),
    Column("by"),
    Column("decision", keeps=True),
    Column("about"),
)
_OF_NAMES = (Verdict.SAME, Verdict.APART, Verdict.SPLIT)
_JOINED = {Verdict.SAME: "is", Verdict.APART: "is not"}


def make_judgements_view(judgements: Sequence[Judgement]) -> Group:
    """The decisions, one row each, those taken back dim, and how many hold."""
    if not judgements:
        return Group(Hung((Text("Nobody has decided anything yet."),)))
    n_withdrawn = sum(judgement.withdrawn is not None for judgement in judgements)
    closing = count(len(judgements), "decision")
    if n_withdrawn:
        closing += f", {n_withdrawn:,} of them taken back"
    rows = [tuple(_make_row(judgement)) for judgement in judgements]
    return Group(Rows(_COLUMNS, rows), Text(), Hung((Text(closing, style="dim"),)))


def describe_judgement(judgement: Judgement) -> str:
    """The decision in one sentence: clm-1a2b3c4d accepted by Ida Strand."""
    verdict, author = VERDICTS[judgement.verdict][1], _show(judgement.author)
    about = _describe_subject(judgement)
    if judgement.verdict in _OF_NAMES:
        return f"{about}: {verdict} by {author}"
    changes = "; ".join(find_changes(judgement))
    said = f"{about} {verdict} by {author}"
    return f"{said}: {changes}" if changes else said


def _make_row(judgement: Judgement) -> Iterator[Text]:
    sign, verdict, colour = VERDICTS[judgement.verdict]
    is_gone = judgement.withdrawn is not None
    yield Text(shorten(judgement.id), style="dim")
    yield Text(show_minute(judgement.made), style="dim" if is_gone else "")
    yield Text(_show(judgement.author), style="dim" if is_gone else "")
    yield Text(f"{sign} {verdict}", style="dim strike" if is_gone else colour)
    yield Text("; ".join(_find_details(judgement)), style="dim" if is_gone else "")


def _find_details(judgement: Judgement) -> Iterator[str]:
    yield _describe_subject(judgement)
    yield from find_changes(judgement)
    words = judgement.details.get("words")
    if isinstance(words, str):
        yield f'"{cut(fold(words), LONGEST_WORDS)}"'
    if judgement.withdrawn is not None:
        when = show_minute(judgement.withdrawn)
        yield f"taken back by {_show(judgement.withdrawn_by or '')} {when}"


def _describe_subject(judgement: Judgement) -> str:
    if judgement.verdict not in _OF_NAMES:
        return shorten(judgement.subject)
    name, other = _show(judgement.subject), _show(judgement.other or "")
    if judgement.verdict is not Verdict.SPLIT:
        return f"{name} {_JOINED[judgement.verdict]} {other}"
    return f"{name} is {other} in {count(_count_versions(judgement.details), 'report')}"


def _count_versions(details: Mapping[str, object]) -> int:
    versions = details.get("versions")
    return len(versions) if isinstance(versions, (list, tuple)) else 0


def show_minute(time: str) -> str:
    """The day and minute of an ISO 8601 time."""
    return fold(time)[:16].replace("T", " ")


def _show(name: str) -> str:
    return cut(fold(name), LONGEST_NAME)
