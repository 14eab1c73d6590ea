"""What holds of the claims of any report and any findings."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.analyse.claims import Basis, make_claims
from sayso.analyse.voices import find_voices
from sayso.analyse.who import EntityFinder, Names
from sayso.records import (
    Act,
    Attribution,
    Certainty,
    Document,
    Implied,
    NameRule,
    SourceName,
    SourceType,
    Span,
    Timex,
)
from sayso.sentences import find_sentences

SOME_WORDS = """
Ina Holm Bo Lind Holm he she said told that the port was shut and but , ; . " “ ” ' ’ may Monday
last month since after NHA (NHA) LOWMARCH - who left reportedly ? the agency
"""
WORDS = st.sampled_from([*SOME_WORDS.split(), "\n"])


@st.composite
def spans(draw, text, most=2):
    """Spans of a text in order, none empty and none overlapping another."""
    borders = draw(st.lists(st.integers(0, len(text)), max_size=2 * most, unique=True))
    borders.sort()
    return tuple(Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=False))


@st.composite
def findings(draw):
    """Any findings that the records allow: chains without a circle, spans anywhere."""
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=40)))
    attributions = []
    for number in range(draw(st.integers(0, 5))):
        source = draw(spans(text, 1))
        mention = SourceName(
            name="Ina Holm", mention=Span(0, 1), rule=NameRule.NETWORK,
            score=draw(st.floats(0, 1)),
        )  # fmt: skip
        outer = draw(st.none() | st.integers(0, number - 1)) if number else None
        attributions.append(
            Attribution(
                id=f"a{number}", source=source, cue=draw(spans(text, 1)),
                content=draw(spans(text)), grounds=draw(spans(text, 1)),
                addressee=draw(spans(text, 1)), title=(),
                parent=None if outer is None else f"a{outer}",
                source_type=draw(st.sampled_from(SourceType)), act=draw(st.sampled_from(Act)),
                certainty=draw(st.sampled_from(Certainty)), probability=0.5,
                name=mention if source and draw(st.booleans()) else None,
            )
        )  # fmt: skip
    implied = tuple(
        Implied(of=each.id, content=draw(spans(text, 1)), probability=0.5)
        for each in attributions
        if draw(st.booleans())
    )
    times = tuple(
        Timex(span=span, value="2031-05", edtf=draw(st.sampled_from([None, "2031-05", "199X"])))
        for span in draw(spans(text, 3))
    )
    return Basis(
        document=Document(id="d", text=text, sha256="", origin="d"),
        attributions=tuple(attributions), implied=implied, times=times,
        sentences=find_voices(find_sentences(text), tuple(attributions), implied),
        find_entities=EntityFinder(Names(text), attributions).find,
    )  # fmt: skip


@settings(deadline=None)
@given(findings())
def test_every_span_and_time_of_a_claim_lies_in_the_text(basis):
    claims = make_claims(basis)
    known = {each.id for each in basis.attributions}
    for claim in claims:
        assert claim.content
        assert all(span.end <= len(basis.document.text) for span in claim.content)
        assert set(claim.chain) <= known
        for time in claim.happened:
            assert any(
                span.start <= time.span.start and time.span.end <= span.end
                for span in claim.content
            )
        if claim.chain:
            last = next(each for each in basis.attributions if each.id == claim.chain[-1])
            assert not any(
                span.contains(time.span.start) for time in claim.said for span in last.content
            )
    assert [each.id for each in claims] == [f"c{n + 1}" for n in range(len(claims))]


@settings(deadline=None)
@given(findings())
def test_the_reports_own_statements_overlap_nobodys_content(basis):
    contents = [span for each in basis.attributions for span in each.content]
    contents += [span for each in basis.implied for span in each.content]
    for claim in make_claims(basis):
        if not claim.chain:
            (own,) = claim.content
            assert not any(own.overlaps(span) for span in contents)


@settings(deadline=None)
@given(findings())
def test_without_brackets_a_standalone_has_the_words_of_the_report_in_their_order(basis):
    text = basis.document.text
    for claim in make_claims(basis):
        verbatim = iter(" ... ".join(text[s.start : s.end] for s in claim.content))
        bare = re.sub(r"\[[^\]]*\]|\s", "", claim.standalone)
        assert all(letter in verbatim for letter in bare)


@settings(deadline=None)
@given(findings())
def test_every_content_with_words_is_found_again_in_some_claim(basis):
    claims = make_claims(basis)
    chains = {each.chain for each in claims}
    for each in basis.attributions:
        if any(re.search(r"\w", basis.document.slice(span)) for span in each.content):
            assert any(each.id in chain for chain in chains)
