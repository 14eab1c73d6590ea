"""What `sayso verify` does: a ledger in, what does not hold out, an exit code out."""

from pathlib import Path

from rich.progress import track

from sayso.answers import Fault
from sayso.cli.asking import write
from sayso.cli.talk import DONE, SOME_FAILED, open_talk, print_view
from sayso.export.ledger import json_answers
from sayso.export.ledger.faults import make_faults_view
from sayso.ledger import Ledger
from sayso.pipeline.verifying import compare


def verify_ledger(ledger: Ledger, *, against: Path | None, as_json: bool) -> int:
    """Everything made again and compared; with an export, that too."""
    talk = open_talk()
    status = ledger.get_status()
    steps = track(
        ledger.find_faults(),
        description="verifying",
        total=status.n_readings,
        console=talk,
        transient=True,
        disable=not talk.is_terminal,
    )
    faults: list[Fault] = [step for step in steps if step is not None]
    if against is not None:
        faults += [step for step in compare(ledger, against) if step is not None]
    if as_json:
        write(json_answers.of_faults(faults))
    else:
        print_view(make_faults_view(faults, status))
    return SOME_FAILED if faults else DONE
