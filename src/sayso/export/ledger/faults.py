"""What does not hold in a ledger, for a terminal: faults enter, a renderable leaves."""

from collections.abc import Sequence

from rich.console import Group
from rich.text import Text

from sayso.answers import Fault, Status
from sayso.export.blocks import Hung
from sayso.export.wording import count, cut, fold

LONGEST_FAULT = 600


def make_faults_view(faults: Sequence[Fault], status: Status) -> Group:
    """The faults, one a row; where there is none, what was found to hold."""
    if not faults:
        return Group(Hung((Text(f"All holds: {_describe_whole(status)}.", style="green"),)))
    closing = f"{count(len(faults), 'fault')} in {_describe_whole(status)}"
    rows = (Hung((_make_row(fault),)) for fault in faults)
    return Group(*rows, Text(), Hung((Text(closing, style="dim"),)))


def _make_row(fault: Fault) -> Text:
    where, what = (cut(fold(words), LONGEST_FAULT) for words in (fault.where, fault.what))
    return Text.assemble((where, "bold"), (": ", "dim"), what)


def _describe_whole(status: Status) -> str:
    return ", ".join(
        (
            count(status.n_documents, "report"),
            count(status.n_versions, "version"),
            count(status.n_claims, "claim"),
            count(status.n_judgements, "decision"),
        )
    )
