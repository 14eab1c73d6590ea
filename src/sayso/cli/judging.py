"""What the commands that decide do: a person's decision in, a row of the ledger and a line of talk
out."""

from sayso.answers import Judgement, Verdict
from sayso.cli.asking import write
from sayso.cli.talk import DONE, find_author, open_talk, print_view, tell
from sayso.export.ledger import csv_answers, json_answers
from sayso.export.ledger.judgements import describe_judgement, make_judgements_view
from sayso.export.training import to_training_line
from sayso.ledger import Ledger


def judge_claim(
    ledger: Ledger, *, id: str, verdict: str, author: str | None, **changes: str | None
) -> int:
    """A decision about a claim."""
    given = {name: value for name, value in changes.items() if value is not None}
    made = ledger.judge(id, Verdict(verdict), author=find_author(author), changes=given)
    return _tell_made(made)


def merge_names(ledger: Ledger, *, name: str, other: str, author: str | None) -> int:
    """Two names are one."""
    return _tell_made(ledger.judge_names(Verdict.SAME, name, other, author=find_author(author)))


def hold_apart(ledger: Ledger, *, name: str, other: str, author: str | None) -> int:
    """Two names are not one."""
    return _tell_made(ledger.judge_names(Verdict.APART, name, other, author=find_author(author)))


def split_name(
    ledger: Ledger, *, name: str, other: str, reports: tuple[str, ...], author: str | None
) -> int:
    """In some reports a name is another's."""
    by = find_author(author)
    return _tell_made(ledger.judge_names(Verdict.SPLIT, name, other, reports=reports, author=by))


def take_back(ledger: Ledger, *, id: str | None, author: str | None) -> int:
    """A decision holds no more."""
    withdrawn = ledger.undo(id, author=find_author(author))
    tell(open_talk(), f"taken back: {describe_judgement(withdrawn)}")
    return DONE


def show_judgements(
    ledger: Ledger, *, with_withdrawn: bool, export: bool, as_json: bool, as_csv: bool
) -> int:
    """The decisions as a list, or what they come to as training data."""
    if export:
        return write(to_training_line(*judged) for judged in ledger.find_judged_reports())
    judgements = ledger.find_judgements(with_withdrawn=with_withdrawn)
    if as_json:
        return write(json_answers.of_judgements(judgements))
    if as_csv:
        return write(csv_answers.of_judgements(judgements))
    print_view(make_judgements_view(judgements))
    return DONE


def _tell_made(judgement: Judgement) -> int:
    talk = open_talk()
    tell(talk, describe_judgement(judgement))
    tell(talk, f"take it back with: sayso undo {judgement.id}")
    return DONE
