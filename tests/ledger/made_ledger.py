"""Reports as the tests give them to a ledger: readings made by hand with bytes that fit."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.answers import Added, Fault, Verdict
from sayso.ledger import Ledger, RawBytes
from sayso.ledger.filters import Filters
from sayso.records import (
    DateOrigin,
    Entity,
    EntityKind,
    Failure,
    FetchDate,
    Implied,
    NameRule,
    Precision,
    PublicationDate,
    Reading,
    RepeatKind,
    Repetition,
    Span,
    Timex,
)
from tests.unit.export.made_readings import (
    find,
    make_attribution,
    make_claim,
    make_document,
    make_gull_reading,
    make_name,
    make_reading,
)

WEIGHTS = "made-1"
_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def to_bytes(text: str) -> bytes:
    """The bytes of a text file; lone surrogates too."""
    return text.encode("utf-8", "surrogatepass")


def fit(reading: Reading, data: bytes | None = None) -> tuple[Reading, RawBytes]:
    """The reading of a text file that holds its text, and the bytes of that file."""
    document = reading.document
    data = to_bytes(document.text) if data is None else data
    fitting = replace(document, sha256=hashlib.sha256(data).hexdigest())
    raw = RawBytes(data=data, format="text", origin=document.origin, url=document.url)
    return replace(reading, document=fitting), raw


def begin(ledger: Ledger, weights: str = WEIGHTS, **more: str) -> str:
    """The run of these weights."""
    return ledger.begin_run(sayso="1.0", weights=weights, **more)


def add(ledger: Ledger, reading: Reading, data: bytes | None = None) -> Added:
    """Keeps a reading under the run of its weights."""
    fitting, raw = fit(reading, data)
    return ledger.add(fitting, raw, begin(ledger, reading.weights))


def find_faults(ledger: Ledger) -> list[Fault]:
    """All that verify reports."""
    return [fault for fault in ledger.find_faults() if fault is not None]


def load_all(ledger: Ledger) -> list[Reading]:
    """Every reading of a ledger, read back, in the order in which they were added."""
    from sqlalchemy import select

    from sayso.ledger.load import load_reading
    from sayso.ledger.tables import readings

    with ledger.asking() as connection:
        keys = connection.scalars(select(readings.c.key).order_by(readings.c.key)).all()
        return [load_reading(connection, key) for key in keys]


def make_date(value: str | None) -> PublicationDate | None:
    """A publication date as precise as it is written."""
    if value is None:
        return None
    precision = _PRECISIONS.get(len(value), Precision.MINUTE)
    return PublicationDate(value=value, precision=precision, found_in=DateOrigin.GIVEN)


def make_saying(
    name: str | None,
    words: str,
    *,
    about: Iterable[str] = (),
    happened: str | None = None,
    said: str | None = None,
    date: str | None = "2024-03-05",
    weights: str = WEIGHTS,
    source: dict[str, object] | None = None,
    title: str = "",
    **document: object,
) -> Reading:
    """A report of one sentence, "NAME said WORDS.", or of the words alone; times are EDTF."""
    text = f"{title} {name} said {words}.".strip() if name else f"{words}."
    times = tuple(
        Timex(span=Span(0, n + 1), value=edtf, edtf=edtf)
        for n, edtf in enumerate((happened, said))
        if edtf is not None
    )
    hops = (_make_hop(text, name, words, title, **(source or {})),) if name else ()
    claim = make_claim(
        "c1",
        find(text, words),
        *(hop.id for hop in hops),
        standalone=words,
        happened=tuple(each for each in times if each.edtf == happened and happened),
        said=tuple(each for each in times if each.edtf == said and said),
        entities=tuple(_make_entities(text, about)),
    )
    made = make_document(text, published=make_date(date), **document)
    return make_reading(text, *hops, document=made, times=times, claims=(claim,), weights=weights)


def _make_hop(text: str, name: str, words: str, title: str, **more: object):
    source = find(text, f" {name} said")[0] if title else Span(0, len(name))
    named = {"name": make_name(name, source), **more}
    return make_attribution(
        "a1",
        find(text, "said"),
        source=(source,),
        content=find(text, words),
        title=find(text, title) if title else (),
        **named,
    )


def _make_entities(text: str, names: Iterable[str]) -> Iterator[Entity]:
    for name in names:
        yield Entity(span=Span(0, min(len(name), len(text))), name=name, kind=EntityKind.PERSON)


def make_rich_reading(weights: str = WEIGHTS, **document: object) -> Reading:
    """A report that has something in every field there is."""
    reading = make_gull_reading()
    first, *others = reading.attributions
    via = make_name("Lena Orrick", first.name.mention, via=Span(0, 5), rule=NameRule.SPEAKER)
    claim, *claims = reading.claims
    event = replace(claim.event, target=Span(5, 8))
    gull = Entity(span=Span(2, 6), name="Salter Gull", kind=EntityKind.ORGANISATION)
    named = (*claim.entities, gull)
    rich = {
        "byline": "Ida Moss",
        "published": replace(make_date("2024-03-05"), span=Span(0, 4)),
        "fetched": FetchDate(value="2024-03-06", precision=Precision.DAY, span=Span(1, 5)),
        "standfirst": Span(2, 6),
        "repetitions": (Repetition(kind=RepeatKind.HEADLINE, span=Span(0, 3), body=Span(4, 9)),),
        **document,
    }
    return replace(
        reading,
        document=replace(reading.document, **rich),
        attributions=(replace(first, name=via, addressee=(Span(3, 7),)), *others),
        implied=(Implied(of="a1", content=(Span(1, 2),), probability=0.7),) * 2,
        claims=(replace(claim, repeats=Span(0, 4), event=event, entities=named), *claims),
        weights=weights,
    )


def fill(ledger: Ledger) -> None:
    """Puts at least two rows into every table, with every column set in one of them."""
    reading, raw = fit(make_rich_reading(url="https://post.example/1"))
    first = begin(ledger)
    ledger.add(reading, raw, first)
    add(ledger, replace(reading, weights="made-2"))
    run = begin(ledger, settings="{}")
    packed, page = fit(make_saying("Lena Orrik", "ü rained", url="https://b.example"), b"<p>")
    page = replace(page, format="html", container='{"url": "x"}')
    ledger.add(packed, page, run)
    for origin, met, its_run in (("copy.txt", raw, first), ("again.txt", page, run)):
        assert ledger.find_known(replace(met, origin=origin), its_run)
        ledger.add_failure(Failure(origin=f"not-{origin}", code="R004", message=f"{origin}: empty"))
    _decide(ledger)


def _decide(ledger: Ledger) -> None:
    ids = [line.claim.id for line in ledger.find_claims(Filters())]
    for id, verdict in zip(ids, (Verdict.ACCEPT, Verdict.REJECT), strict=False):
        ledger.judge(id, verdict, author="Nils")
    ledger.judge_names(Verdict.APART, "Lena Orrick", "Lena Orrik", author="Tove")
    ledger.undo(author="Nils")
    ledger.judge_names(Verdict.SAME, "Lena Orrick", "Lena Orrik", author="Tove")
    ledger.undo(author="Tove")
    ledger.judge(ids[0], Verdict.CORRECT, changes={"act": "deny"}, author="Nils")
