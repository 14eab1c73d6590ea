"""A person's decision, checked against what it is about before it is kept."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from sqlalchemy import Connection, select

from sayso.answers import Judgement, Line, Verdict
from sayso.errors import BadJudgement
from sayso.ledger import decisions
from sayso.ledger.find import find_claim, find_version
from sayso.ledger.lines import load_lines
from sayso.ledger.names import Names
from sayso.ledger.spelling import fold
from sayso.ledger.tables import claims, judged, readings, versions
from sayso.records import Act, Certainty, SourceType, Span

LABELS = {"act": Act, "certainty": Certainty, "source_type": SourceType}
WORDS = ("source", "cue", "content", "grounds")
NAME = "source_name"
CORRECTABLE = (*WORDS, NAME, *LABELS)


def judge(
    connection: Connection,
    id: str,
    verdict: Verdict,
    *,
    changes: Mapping[str, object],
    author: str,
    now: str,
) -> Judgement:
    """Keeps a decision about a claim, with what the claim was when it was made.

    Raises: UnknownId, AmbiguousId, BadJudgement.
    """
    key = find_claim(connection, id)
    line = load_lines(connection, [key])[0]
    if (verdict is Verdict.CORRECT) != bool(changes):
        raise BadJudgement(id, f"a correction says what to change: {', '.join(CORRECTABLE)}")
    details = {"content": _to_pairs(line.claim.content), **_describe(line)}
    if changes:
        details["changes"] = {
            name: _check(name, value, line, id=id) for name, value in changes.items()
        }
    version = connection.scalar(select(versions.c.key).where(versions.c.id == line.version_id))
    decision = decisions.Decision(
        verdict=verdict, subject=line.claim.id, details=details, version=version
    )
    judgement_key, judgement = decisions.add(connection, decision, author=author, now=now)
    decisions.attach(connection, judgement_key, key)
    return judgement


def judge_names(
    connection: Connection,
    verdict: Verdict,
    name: str,
    other: str,
    *,
    reports: tuple[str, ...],
    author: str,
    now: str,
) -> Judgement:
    """Keeps a decision about names.

    Raises: UnknownName, UnknownId, AmbiguousId, BadJudgement.
    """
    names = Names(connection)
    subject = names.find(name).name
    if fold(subject) == fold(other):
        raise BadJudgement(name, f"{other!r} is the same name already")
    details: dict[str, object] = {}
    if verdict is Verdict.SPLIT:
        if not reports:
            raise BadJudgement(name, "say in which reports it is another's, by their ids")
        keys = [find_version(connection, report) for report in reports]
        ids = select(versions.c.id).where(versions.c.key.in_(keys)).order_by(versions.c.key)
        details["versions"] = list(connection.scalars(ids))
    else:
        other = names.find(other).name
    decision = decisions.Decision(verdict=verdict, subject=subject, other=other, details=details)
    return decisions.add(connection, decision, author=author, now=now)[1]


def find_judged(connection: Connection) -> Iterator[tuple[int, dict[str, Judgement]]]:
    """The current readings with judged claims by their keys, and the last decision about each claim
    by the number of its innermost attribution."""
    asked = (
        select(readings.c.key, judged.c.claim)
        .join(claims, claims.c.reading == readings.c.key)
        .join(judged, judged.c.claim == claims.c.key)
        .where(readings.c.is_current)
        .distinct()
        .order_by(readings.c.key, judged.c.claim)
    )
    for reading, rows in groupby(connection.execute(asked), key=lambda row: int(row.key)):
        keys = [row.claim for row in rows]
        lines = zip(keys, load_lines(connection, keys), strict=True)
        found = {line.chain[-1].id: line.judgements[-1] for _, line in lines if _is_judged(line)}
        if found:
            yield reading, found


def _is_judged(line: Line) -> bool:
    """Whether a decision holds about an attribution; one about the report's own voice does not
    concern any."""
    return bool(line.judgements and line.chain)


def _describe(line: Line) -> dict[str, object]:
    """What the reading said, for whoever looks at the decision later."""
    return {
        "words": line.claim.standalone,
        "certainty": line.claim.certainty.value,
        "chain": [[_to_pairs(hop.source), _to_pairs(hop.cue)] for hop in line.chain],
    }


def _check(name: str, value: object, line: Line, *, id: str) -> object:
    """A changed field as it is kept: labels by name, words as spans of the report."""
    if name not in CORRECTABLE:
        raise BadJudgement(id, f"{name!r} cannot be corrected; {', '.join(CORRECTABLE)} can")
    if name in LABELS:
        known = [label.value for label in LABELS[name]]
        if value not in known:
            raise BadJudgement(id, f"{name} {value!r} is unknown; it is one of {', '.join(known)}")
        return value
    if name == NAME:
        return str(value) or None
    if not line.chain and name != "content":
        raise BadJudgement(id, f"it is in the report's own voice and has no {name}")
    return [_find_words(words, line, id=id) for words in _to_list(value) if words]


def _to_list(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value)]


def _find_words(words: str, line: Line, *, id: str) -> list[int]:
    """Where these words stand: the place that is nearest to the claim."""
    text, near = line.document.text, line.claim.content[0].start
    places = []
    start = text.find(words)
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    if not places:
        raise BadJudgement(id, f"the report does not hold the words {words!r}, to the letter")
    first = min(places, key=lambda place: abs(place - near))
    return [first, first + len(words)]


def _to_pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
