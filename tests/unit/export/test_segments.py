from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.outline import make_outline
from sayso.export.segments import Role, find_segments
from sayso.records import Span, Timex
from tests.unit.export.made_readings import (
    ENVOY,
    find,
    make_attribution,
    make_envoy_reading,
    make_reading,
)

SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: Span(*sorted(pair))),
    max_size=3,
).map(tuple)


def cut(reading):
    text = reading.document.text
    return list(find_segments(make_outline(reading), len(text)))


def test_words_of_a_nested_hop_are_covered_by_both_innermost_first():
    segments = {ENVOY[each.span.start : each.span.end]: each for each in cut(make_envoy_reading())}
    (span,) = find(ENVOY, 'that he left on "the night ferry"')
    covers = segments[ENVOY[span.start : span.end]].covers
    assert [(cover.entry.attribution.id, cover.role) for cover in covers] == [
        ("a3", Role.CONTENT),
        ("a2", Role.CONTENT),
    ]


@given(st.lists(st.tuples(SPANS, SPANS), max_size=4))
def test_segments_tile_the_text_and_are_covered_by_what_holds_them(pieces):
    attributions = [
        make_attribution(f"a{n}", (Span(n, n + 1),), source=source, content=content)
        for n, (source, content) in enumerate(pieces)
    ]
    segments = cut(make_reading("x" * 30, *attributions))
    assert segments[0].span.start == 0
    assert segments[-1].span.end == 30
    for before, after in pairwise(segments):
        assert before.span.end == after.span.start
    for segment in segments:
        holding = {
            (each.id, role, span)
            for each in attributions
            for role, spans in ((Role.CUE, each.cue), (Role.SOURCE, each.source))
            for span in spans
            if span.overlaps(segment.span)
        }
        covers = {
            (cover.entry.attribution.id, cover.role, cover.span)
            for cover in segment.covers
            if cover.role is not Role.CONTENT
        }
        assert covers == holding


@given(SPANS, st.sets(st.integers(0, 29)))
def test_each_time_is_known_wherever_its_words_are_cut(source, starts):
    times = [Timex(span=Span(start, start + 1)) for start in sorted(starts)]
    reading = make_reading("x" * 30, make_attribution("a", (Span(0, 5),), source=source))
    segments = find_segments(make_outline(reading), 30, times)
    told = {n for each in segments if each.time for n in range(each.span.start, each.span.end)}
    assert told == starts
