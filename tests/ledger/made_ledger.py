"""Reports as the tests give them to a ledger: readings made by hand with bytes that fit."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.answers import Added, Fault
from sayso.ledger import Ledger, RawBytes
from sayso.records import (
    DateOrigin,
    Entity,
    EntityKind,
    Precision,
    PublicationDate,
    Reading,

    Span,
    Timex,
)
from tests.unit.export.made_readings import (
    find,
    make_attribution,
    make_claim,
    make_document,
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
    return make_reading(
        text, *hops, document=made, times=times, claims=(claim,), weights=weights
    )


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


