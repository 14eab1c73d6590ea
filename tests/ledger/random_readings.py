"""Readings made at random: every field of every record, with any string that Python can hold."""

from hypothesis import strategies as st

from sayso.records import (
    Act,
    Attribution,
    Certainty,
    Claim,
    DateOrigin,
    Document,
    Entity,
    EntityKind,
    Event,
    FetchDate,
    Implied,
    NameRule,
    Precision,
    PublicationDate,
    Reading,
    RepeatKind,
    Repetition,
    Sentence,
    SourceName,
    SourceType,
    Span,
    Timex,
    Voice,
)

_HOSTILE = (
    "\ud800",
    "\x00",
    "\\u0000",
    "\\",
    "\\\\",
    "'; drop table claims --",
    "שלום",
    "🕊️",
    "%_/",
)
strings = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=12), st.sampled_from(_HOSTILE)
)
texts = st.lists(strings, min_size=1, max_size=5).map("".join).filter(bool)
shares = st.floats(0, 1)
dates = st.sampled_from(("2019", "2019-01", "2019-01-03", "2020-12-31T23:59+09:00"))
edtfs = st.one_of(st.none(), dates, st.sampled_from(("2018/..", "../2018", "199X", "2018-21")))


def spans_of(text: str) -> st.SearchStrategy[Span]:
    """Any span of a text, empty ones too."""
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return ends.map(lambda both: Span(min(both), max(both)))


def pieces_of(text: str) -> st.SearchStrategy[tuple[Span, ...]]:
    """None to three spans."""
    return st.lists(spans_of(text), max_size=3).map(tuple)


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """What may be absent."""
    return st.none() | strategy


@st.composite
def readings(draw) -> Reading:
    """A reading whose parts refer to each other as those of the pipeline do."""
    text = draw(texts)
    spans, pieces = spans_of(text), pieces_of(text)
    hops = tuple(draw(_attributions(f"a{n + 1}", spans, pieces)) for n in range(draw(_few)))
    ids = [hop.id for hop in hops]
    timexes = st.builds(Timex, span=spans, value=maybe(strings), edtf=edtfs | strings)
    times = tuple(draw(st.lists(timexes, max_size=3, unique=True)))
    n_claims = draw(_few)
    return Reading(
        document=draw(_documents(text, spans)),
        attributions=hops,
        implied=tuple(draw(st.lists(_implied(ids, pieces), max_size=2))) if ids else (),
        times=times,
        sentences=tuple(draw(st.lists(_sentences(ids, spans), max_size=3))),
        weights="made-1",
        claims=tuple(draw(_claims(f"c{n + 1}", ids, times, text)) for n in range(n_claims)),
    )


_few = st.integers(0, 3)


def _documents(text: str, spans: st.SearchStrategy[Span]) -> st.SearchStrategy[Document]:
    some, precisions = maybe(strings), st.sampled_from(Precision)
    published = st.builds(
        PublicationDate,
        value=dates,
        precision=precisions,
        found_in=st.sampled_from(DateOrigin),
        span=maybe(spans),
    )
    fetched = st.builds(FetchDate, value=dates, precision=precisions, span=maybe(spans))
    again = st.builds(Repetition, kind=st.sampled_from(RepeatKind), span=spans, body=spans)
    return st.builds(
        Document,
        id=strings,
        text=st.just(text),
        sha256=st.just(""),
        origin=strings,
        title=some,
        publisher=some,
        byline=some,
        url=some,
        published=maybe(published),
        fetched=maybe(fetched),
        headline=maybe(spans),
        standfirst=maybe(spans),
        repetitions=st.lists(again, max_size=2).map(tuple),
    )


def _attributions(
    id: str, spans: st.SearchStrategy[Span], pieces: st.SearchStrategy[tuple[Span, ...]]
) -> st.SearchStrategy[Attribution]:
    name = st.builds(
        SourceName,
        name=strings,
        mention=spans,
        rule=st.sampled_from(NameRule),
        score=shares,
        via=maybe(spans),
    )
    before = f"a{int(id[1:]) - 1}"
    return st.builds(
        Attribution,
        id=st.just(id),
        **dict.fromkeys(("source", "cue", "content", "grounds", "addressee", "title"), pieces),
        source_type=st.sampled_from(SourceType),
        act=st.sampled_from(Act),
        certainty=st.sampled_from(Certainty),
        parent=st.none() if before == "a0" else maybe(st.just(before)),
        probability=shares,
        name=maybe(name),
    )


def _implied(
    ids: list[str], pieces: st.SearchStrategy[tuple[Span, ...]]
) -> st.SearchStrategy[Implied]:
    return st.builds(Implied, of=st.sampled_from(ids), content=pieces, probability=shares)


def _sentences(ids: list[str], spans: st.SearchStrategy[Span]) -> st.SearchStrategy[Sentence]:
    some = st.lists(st.sampled_from(ids), max_size=2).map(tuple) if ids else st.just(())
    return st.builds(Sentence, span=spans, voice=st.sampled_from(Voice), attributions=some)


def _claims(
    id: str, ids: list[str], times: tuple[Timex, ...], text: str
) -> st.SearchStrategy[Claim]:
    spans, clock = spans_of(text), st.just(())
    if times:
        clock = st.lists(st.sampled_from(times), max_size=2, unique=True).map(tuple)
    event = st.builds(
        Event, kind=strings, probability=shares, actor=maybe(spans), target=maybe(spans)
    )
    named = st.builds(Entity, span=spans, name=strings, kind=st.sampled_from(EntityKind))
    return st.builds(
        Claim,
        id=st.just(id),
        content=pieces_of(text),
        chain=st.integers(0, len(ids)).map(lambda depth: tuple(ids[:depth])),
        certainty=st.sampled_from(Certainty),
        standalone=strings | texts,
        happened=clock,
        said=clock,
        repeats=maybe(spans),
        entities=st.lists(named, max_size=2).map(tuple),
        event=maybe(event),
    )
