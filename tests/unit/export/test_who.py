"""The table of sources."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.sources import find_sources
from sayso.export.who import make_who
from sayso.records import SourceType
from tests.unit.export.made_readings import (
    GULL,
    find,
    make_attribution,
    make_envoy_reading,
    make_gull_reading,
    make_hostile_reading,
    make_name,
    make_reading,
)
from tests.unit.export.printed import find_width, print_plain


def show(reading, *, width=80):
    return print_plain(make_who(reading), width=width)


def test_a_source_has_one_row_with_all_that_it_is_called():
    assert show(make_gull_reading()) == (
        """\
Clerk fled, minister says
The Evening Post · publication date unknown
report.txt

name          type          title             cited  as                    lines
Lena Orrick   named person  harbour minister      3  Lena Orrick, the      3, 4
                                                     harbour minister;
                                                     She
Salter Gull?  media                               1  the Gull              4
not resolved  organisation                        1  Her office            6

3 sources; 0 attributions without a source

"""
    )


def test_nobody_is_no_source_but_is_counted():
    shown = show(make_envoy_reading())
    assert "3 sources; 1 attribution without a source" in shown
    assert "If confirmed" not in shown


def test_a_repeating_headline_is_no_further_citation():
    attribution = make_attribution("a", (make_envoy_reading().document.headline,), source=())
    reading = make_envoy_reading()
    said = make_attribution(
        "a9", attribution.cue, source=find(reading.document.text, "minister Lena Orrick")
    )
    more = make_reading(
        reading.document.text, *reading.attributions, said, document=reading.document
    )
    assert [len(source.entries) for source in find_sources(more)] == [1, 1, 1]


def test_somebody_anonymous_is_never_one_with_somebody_named():
    office, gull = find(GULL, "Her office", "the Gull")
    attributions = [
        make_attribution(f"a{n}", (span,), source=(span,), source_type=kind, name=name)
        for n, (span, kind) in enumerate(
            ((office, SourceType.ANONYMOUS), (gull, SourceType.ORGANISATION))
        )
        if (name := make_name("Salter Gull", gull))
    ]
    assert len(find_sources(make_reading(GULL, *attributions))) == 2


def test_a_report_that_cites_nobody_has_no_table():
    assert show(make_reading("It rained.")).splitlines()[-2] == (
        "0 sources; 0 attributions without a source"
    )


@given(
    text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=90),
    width=st.integers(30, 90),
)
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_to_the_table(text, width):
    shown = show(make_hostile_reading(text), width=width)
    assert not [c for c in shown if c != "\n" and (c < " " or "\x7f" <= c < "\xa0")]
    assert find_width(shown) <= width
    assert not [line for line in shown.splitlines() if line.endswith(" ")]
