"""Readings made by hand, from invented reports, for every test that shows or writes one."""

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
from sayso.sentences import find_sentences

ENVOY = """Envoy is safe, minister says

5 March 2024

Envoy is safe, minister Lena Orrick told parliament on Monday.
The Harbour Post said, citing an unnamed clerk who had seen the file,
that he left on "the night ferry". It had two decks.

If confirmed, it would be the first such flight. It rained.
"""


def make_document(text: str, **more: object) -> Document:
    """A document of this text; what else it is may be given."""
    given = {"id": "d1", "sha256": "0" * 64, "origin": "report.txt", **more}
    return Document(text=text, **given)


def find(text: str, *words: str) -> tuple[Span, ...]:
    """The last place of each of the words."""
    starts = [text.rindex(each) for each in words]
    return tuple(Span(start, start + len(each)) for start, each in zip(starts, words, strict=True))


def make_attribution(name: str, cue: tuple[Span, ...], /, **more: object) -> Attribution:
    """An attribution with this cue; what is not given is empty, plain and certain."""
    plain: dict[str, object] = {
        "source": (),
        "content": (),
        "grounds": (),
        "addressee": (),
        "title": (),
        "source_type": SourceType.NAMED_PERSON,
        "act": Act.SAY,
        "certainty": Certainty.CERTAIN,
        "parent": None,
        "probability": 0.9,
    }
    return Attribution(id=name, cue=cue, **{**plain, **more})


def make_reading(text: str, *attributions: Attribution, **more: object) -> Reading:
    """A reading of this text in which every sentence is in the report's own voice."""
    sentences = tuple(Sentence(span=span, voice=Voice.OWN) for span in find_sentences(text))
    given = {
        "document": make_document(text),
        "implied": (),
        "times": (),
        "sentences": sentences,
        "weights": "made-1",
        **more,
    }
    return Reading(attributions=attributions, **given)


def make_plain_reading(text: str, **more: object) -> Reading:
    """One attribution whose cue is the text's first character and whose content is all of it."""
    cue, content = (Span(0, min(1, len(text))),), (Span(0, len(text)),)
    attribution = make_attribution("a1", cue, content=content, source_type=SourceType.NONE)
    return make_reading(text, attribution, document=make_document(text, **more))


def make_nested_reading(depth: int) -> Reading:
    """A chain of this many hops, all with the same content."""
    text = "says " * depth + "so."
    hops = [
        make_attribution(
            f"a{n + 1}",
            (Span(5 * n, 5 * n + 4),),
            content=(Span(5 * depth, 5 * depth + 3),),
            parent=f"a{n}" if n else None,
        )
        for n in range(depth)
    ]
    return make_reading(text, *hops)


def make_envoy_reading() -> Reading:
    """A report with a nested hop, a carry-on, grounds, its own hedge, and a repeating headline."""
    flight = find(ENVOY, 'that he left on "the night ferry"')
    attributions = (
        make_attribution(
            "a1",
            find(ENVOY, "told"),
            source=find(ENVOY, "minister Lena Orrick"),
            content=(Span(44, 57),),
            addressee=find(ENVOY, "parliament"),
            title=find(ENVOY, "minister"),
        ),
        make_attribution(
            "a2",
            find(ENVOY, "said"),
            source=find(ENVOY, "The Harbour Post"),
            content=flight,
            source_type=SourceType.MEDIA,
        ),
        make_attribution(
            "a3",
            find(ENVOY, "citing"),
            source=find(ENVOY, "an unnamed clerk"),
            content=flight,
            grounds=find(ENVOY, "who had seen the file"),
            source_type=SourceType.UNNAMED_PERSON,
            parent="a2",
            probability=0.41,
        ),
        make_attribution(
            "a4",
            find(ENVOY, "If confirmed"),
            content=find(ENVOY, "it would be the first such flight"),
            source_type=SourceType.REPORT,
            act=Act.HEDGE,
            certainty=Certainty.OPEN,
        ),
    )
    voices = [Voice.OWN, Voice.OWN, *[Voice.ATTRIBUTED] * 3, Voice.IMPLIED, Voice.HEDGED, Voice.OWN]
    names: list[tuple[str, ...]] = [
        (),
        (),
        ("a1",),
        ("a2", "a3"),
        ("a2", "a3"),
        ("a3",),
        ("a4",),
        (),
    ]
    return Reading(
        document=make_envoy_document(),
        attributions=attributions,
        implied=(Implied(of="a3", content=find(ENVOY, "It had two decks."), probability=0.7),),
        times=(Timex(span=find(ENVOY, "Monday")[0], value="2024-03-04"),),
        sentences=tuple(
            Sentence(span=span, voice=voice, attributions=ids)
            for span, voice, ids in zip(find_sentences(ENVOY), voices, names, strict=True)
        ),
        weights="made-1",
    )


def make_envoy_document() -> Document:
    """The report of the envoy, dated in its text."""
    headline = Span(0, 28)
    return make_document(
        ENVOY,
        title="Envoy is safe, minister says",
        publisher="The Evening Post",
        published=PublicationDate(
            value="2024-03-05",
            precision=Precision.DAY,
            found_in=DateOrigin.DATELINE,
            span=find(ENVOY, "5 March 2024")[0],
        ),
        headline=headline,
        repetitions=(Repetition(kind=RepeatKind.HEADLINE, span=headline, body=Span(44, 106)),),
    )


GULL = """Clerk fled, minister says

Lena Orrick, the harbour minister, said on Monday the clerk fled last month, citing a file \
she had signed. She could not confirm that he was ill.
"He will be back," she said, according to the Gull.

Her office would not be drawn. The ferry sailed in May 2023.
"""


def make_name(name: str, mention: Span, **more: object) -> SourceName:
    """A source's name, found by the network without doubt where nothing else is given."""
    return SourceName(
        **{"name": name, "mention": mention, "rule": NameRule.NETWORK, "score": 0.9, **more}
    )


def make_gull_reading() -> Reading:
    """A report with names, titles, times and claims: a pronoun, a doubtful short form, a hop that
    only passes on, an event, and statements in the report's own voice."""
    (she_one, she_two) = (Span(n, n + 3) for n in (GULL.index("She could"), GULL.index("she said")))
    orrick = make_name("Lena Orrick", find(GULL, "Lena Orrick")[0])
    monday, month, may = find(GULL, "Monday", "last month", "May 2023")
    times = (
        Timex(span=monday, value="2024-03-04", edtf="2024-03-04"),
        Timex(span=month, value="2024-02", edtf="2024-02"),
        Timex(span=may, value="2023-05", edtf="2023-05"),
    )
    attributions = (
        make_attribution(
            "a1",
            find(GULL, "said on"),
            source=find(GULL, "Lena Orrick, the harbour minister,"),
            content=find(GULL, "the clerk fled last month"),
            title=find(GULL, "harbour minister"),
            grounds=find(GULL, "citing a file she had signed"),
            name=orrick,
        ),
        make_attribution(
            "a2",
            find(GULL, "could not confirm"),
            source=(she_one,),
            content=find(GULL, "that he was ill"),
            act=Act.UNCONFIRMED,
            certainty=Certainty.OPEN,
            title=find(GULL, "harbour minister"),
            name=orrick,
        ),
        make_attribution(
            "a3",
            find(GULL, "according to"),
            source=find(GULL, "the Gull"),
            content=find(GULL, '"He will be back," she said'),
            source_type=SourceType.MEDIA,
            certainty=Certainty.PROBABLE,
            name=make_name("Salter Gull", find(GULL, "Gull")[0], score=0.4),
        ),
        make_attribution(
            "a4",
            find(GULL, "said,"),
            source=(she_two,),
            content=find(GULL, '"He will be back,"'),
            parent="a3",
            name=orrick,
        ),
        make_attribution(
            "a5",
            find(GULL, "would not be drawn"),
            source=find(GULL, "Her office"),
            source_type=SourceType.ORGANISATION,
            act=Act.DECLINE,
            certainty=Certainty.OPEN,
        ),
    )
    claims = (
        make_claim(
            "c1",
            attributions[0].content,
            "a1",
            happened=times[1:2],
            said=times[:1],
            standalone="the clerk fled last month [2024-02]",
            entities=(
                Entity(span=find(GULL, "clerk")[0], name="the clerk", kind=EntityKind.PERSON),
            ),
            event=Event(kind="YIELD", probability=0.7, actor=find(GULL, "the clerk")[0]),
        ),
        make_claim("c2", attributions[1].content, "a2", certainty=Certainty.OPEN),
        make_claim("c3", attributions[3].content, "a3", "a4", certainty=Certainty.PROBABLE),
        make_claim("c4", find(GULL, "The ferry sailed in May 2023."), happened=times[2:]),
    )
    headline = Span(0, GULL.index("\n"))
    document = make_document(
        GULL, title="Clerk fled, minister says", publisher="The Evening Post", headline=headline
    )
    return make_reading(GULL, *attributions, document=document, times=times, claims=claims)


def make_claim(name: str, content: tuple[Span, ...], /, *chain: str, **more: object) -> Claim:
    """A claim with this chain, certain and without anything else where it is not given."""
    plain: dict[str, object] = {"certainty": Certainty.CERTAIN, "standalone": "so"}
    return Claim(id=name, content=content, chain=chain, **{**plain, **more})


def make_hostile_reading(words: str) -> Reading:
    """A report of these words, which are also the name, standalone and values that sayso found."""
    whole = (Span(0, len(words)),)
    time = Timex(span=whole[0], value=words, edtf=words)
    attribution = make_attribution(
        "a1",
        (Span(0, 1),),
        source=whole,
        content=whole,
        title=whole,
        grounds=whole,
        name=SourceName(name=f"x{words}", mention=whole[0], rule=NameRule.SHORT_FORM, score=0.9),
    )
    claim = make_claim(
        "c1",
        whole,
        "a1",
        standalone=words,
        happened=(time,),
        said=(time,),
        repeats=whole[0],
        entities=(Entity(span=whole[0], name=words, kind=EntityKind.OTHER),),
        event=Event(kind="AID", probability=0.5, actor=whole[0], target=whole[0]),
    )
    return make_reading(
        words, attribution, document=make_document(words), times=(time,), claims=(claim,)
    )
