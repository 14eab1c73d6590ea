"""The order in which people see attributions, and where they stand."""

import pytest

from sayso.export.outline import Lines, make_outline
from sayso.records import Span
from tests.unit.export.made_readings import (
    find,
    make_attribution,
    make_envoy_reading,
    make_nested_reading,
    make_reading,
)


@pytest.mark.parametrize(
    ("text", "position", "line"),
    [
        ("ab", 0, 1),
        ("a\nb", 1, 1),
        ("a\nb", 2, 2),
        ("a\r\nb", 3, 2),
        ("a\rb", 2, 2),
        ("\n\nc", 2, 3),
    ],
)
def test_each_kind_of_line_break_counts_once(text, position, line):
    assert Lines(text).get_number(position) == line


def test_an_entry_says_on_which_line_its_cue_stands():
    assert [entry.line for entry in make_outline(make_envoy_reading())] == [5, 6, 6, 9]


def test_a_nested_attribution_follows_its_parent_even_when_it_stands_first_in_the_text():
    text = "It sank, an officer said, the paper wrote. Ann agreed."
    reading = make_reading(
        text,
        make_attribution("a1", find(text, "said"), parent="a2"),
        make_attribution("a2", find(text, "wrote")),
        make_attribution("a3", find(text, "agreed")),
    )
    entries = make_outline(reading)
    assert [(entry.attribution.id, entry.number) for entry in entries] == [
        ("a2", 2),
        ("a1", 1),
        ("a3", 3),
    ]
    assert [entry.depth for entry in entries] == [0, 1, 0]


def test_chains_are_those_of_the_record():
    reading = make_envoy_reading()
    for entry in make_outline(reading):
        assert entry.chain == reading.get_chain(entry.attribution)


def test_nesting_deeper_than_the_recursion_limit_is_no_trouble():
    assert make_outline(make_nested_reading(1500))[-1].depth == 1499


def test_carry_ons_come_with_the_attribution_that_they_carry_on():
    entry = make_outline(make_envoy_reading())[2]
    assert [line for line, _ in entry.implied] == [7]


def test_an_attribution_in_a_repeating_headline_names_the_line_of_the_body():
    reading = make_envoy_reading()
    said_in_headline = make_attribution("a1", (Span(24, 28),))
    (entry,) = make_outline(
        make_reading(reading.document.text, said_in_headline, document=reading.document)
    )
    assert entry.repeats_line == 5
