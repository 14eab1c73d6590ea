"""Judged reports as training data: a reading and decisions in, a line of the sayso corpus out.

The line has the corpus's fields; ``judged`` tells which attributions a person has looked at.
"""

from collections.abc import Mapping, Sequence

from sayso.answers import Judgement, Verdict
from sayso.export.fields import to_pair
from sayso.export.json_lines import dump
from sayso.records import Attribution, Reading, Span


def to_training_line(reading: Reading, judged: Mapping[str, Judgement]) -> str:
    """The report with its attributions as people left them, on one line of ASCII JSON.

    ``judged`` has the last decision about the claim of an attribution by the attribution's id; one
    that was rejected is left out, and nothing is nested in it any more.
    """
    document = reading.document
    kept = [each for each in reading.attributions if not _is_rejected(judged.get(each.id))]
    known = {each.id for each in kept}
    line = {
        "id": document.id,
        "corpus": "judged",
        "date": document.published.value if document.published else None,
        "title": document.title,
        "text": document.text,
        "attributions": [_to_fields(each, judged.get(each.id), known, reading) for each in kept],
        "implied": [
            {"content": _to_pairs(each.content), "of": each.of}
            for each in reading.implied
            if each.of in known
        ],
        "times": [{"span": to_pair(each.span), "value": each.value} for each in reading.times],
        "judged": {id: judgement.verdict.value for id, judgement in judged.items()},
    }
    return dump(line)


def _is_rejected(judgement: Judgement | None) -> bool:
    return judgement is not None and judgement.verdict is Verdict.REJECT


def _to_fields(
    each: Attribution, judgement: Judgement | None, known: set[str], reading: Reading
) -> dict[str, object]:
    document = reading.document
    fields: dict[str, object] = {
        "id": each.id,
        "source": _to_pairs(each.source),
        "cue": _to_pairs(each.cue),
        "content": _to_pairs(each.content),
        "act": each.act.value,
        "title": document.slice(each.title[0]) if each.title else None,
        "certainty": each.certainty.value,
        "source_type": each.source_type.value,
        "grounds": _to_pairs(each.grounds),
        "source_name": each.name.name if each.name else None,
        "parent": _find_parent(each, known, reading),
        "addressee": document.slice(each.addressee[0]) if each.addressee else None,
    }
    changes = judgement.details.get("changes") if judgement else None
    if isinstance(changes, Mapping):
        fields |= changes  # a correction names fields as the corpus does
    return fields


def _find_parent(each: Attribution, known: set[str], reading: Reading) -> str | None:
    """The nearest hop before that is left."""
    before = reading.get_chain(each)[:-1]
    return next((hop.id for hop in reversed(before) if hop.id in known), None)


def _to_pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [to_pair(span) for span in spans]
