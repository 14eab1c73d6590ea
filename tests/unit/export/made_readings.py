"""Readings made by hand, from invented reports, for every test that shows or writes one."""

from sayso.records import (
    Act,
    Attribution,
    Certainty,
    DateOrigin,
    Document,
    Implied,
    Precision,
    PublicationDate,
    Reading,
    RepeatKind,
    Repetition,
    Sentence,
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


def make_attribution(name: str, cue: tuple[Span, ...], **more: object) -> Attribution:
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
