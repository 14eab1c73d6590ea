"""The sourcing table of newsroom audits."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.export.scu import to_scu_line, to_scu_rows
from sayso.records import Implied, RepeatKind, Repetition, SourceType, Span
from tests.unit.export.made_readings import (
    find,
    make_attribution,
    make_document,
    make_envoy_reading,
    make_gull_reading,
    make_hostile_reading,
    make_name,
    make_nested_reading,
    make_reading,
)

COLUMNS = ["statement", "type", "name", "title", "justification"]


def test_rows_have_whole_sentences_and_who_stands_behind_them():
    assert [list(row.values()) for row in to_scu_rows(make_gull_reading())] == [
        [
            "Lena Orrick, the harbour minister, said on Monday the clerk fled last month, citing a "
            "file she had signed. She could not confirm that he was ill.",
            "Named Person",
            "Lena Orrick",
            "harbour minister",
            "citing a file she had signed",
        ],
        [
            '"He will be back," she said, according to the Gull.',
            "Named Organization",
            "Salter Gull",
            "",
            "",
        ],
        ["Her office would not be drawn.", "Named Organization", "Her office", "", ""],
    ]


def test_line_is_one_json_list():
    line = to_scu_line(make_gull_reading())
    assert line.isascii()
    assert "\n" not in line
    assert [list(row) for row in json.loads(line)] == [COLUMNS] * 3


def test_a_report_of_its_own_voice_has_no_row():
    assert to_scu_line(make_reading("It rained.")) == "[]"


def test_a_hop_that_is_passed_on_gives_its_statement_to_the_outermost():
    rows = to_scu_rows(make_envoy_reading())
    assert [(row["name"], row["type"]) for row in rows] == [
        ("", "Named Person"),  # not resolved
        ("The Harbour Post", "Named Organization"),
    ]


def test_neither_headline_nor_the_report_s_own_hedge_has_a_row():
    statements = " ".join(row["statement"] for row in to_scu_rows(make_envoy_reading()))
    assert statements.startswith("Envoy is safe, minister Lena Orrick told parliament")
    assert "If confirmed" not in statements


def test_a_sentence_broken_by_hand_is_whole():
    assert to_scu_rows(make_envoy_reading())[1]["statement"] == (
        "The Harbour Post said, citing an unnamed clerk who had seen the file,\n"
        'that he left on "the night ferry". It had two decks.'
    )


def read_lines(*lines, source_type=SourceType.NAMED_PERSON, more=(), **given):
    """A report in which Ann says all lines; each line is a paragraph."""
    text = "\n\n".join(lines)
    content = (Span(text.index(" says") + 5, len(text)),)
    said = make_attribution(
        "a1",
        find(text, "says"),
        source=(Span(0, text.index(" says")),),
        content=content,
        source_type=source_type,
        **given,
    )
    return make_reading(text, said, *more, document=make_document(text))


def test_a_new_paragraph_is_a_new_row():
    rows = to_scu_rows(read_lines("Ann says yes. And no.", "And yes."))
    assert [row["statement"] for row in rows] == ["Ann says yes. And no.", "And yes."]


def test_words_between_two_statements_part_them():
    text = "Ann said yes. It rained. Ann said no."
    attributions = [
        make_attribution(
            f"a{at}",
            (Span(at + 4, at + 8),),
            source=(Span(at, at + 3),),
            name=make_name("Ann", Span(0, 3)),
        )
        for at in (0, text.rindex("Ann"))
    ]
    rows = to_scu_rows(make_reading(text, *attributions))
    assert [row["statement"] for row in rows] == ["Ann said yes.", "Ann said no."]


def test_what_carries_on_the_words_belongs_to_the_statement():
    text = "Ann said yes. It was late."
    said = make_attribution("a1", find(text, "said"), source=find(text, "Ann"))
    carried = Implied(of="a1", content=find(text, "It was late."), probability=0.9)
    (row,) = to_scu_rows(make_reading(text, said, implied=(carried,)))
    assert row["statement"] == text


def test_a_standfirst_that_repeats_has_no_row():
    text = "Ann said yes, we hear.\n\nAnn said yes."
    first, second = Span(0, 22), Span(24, 37)
    attributions = [
        make_attribution(f"a{at}", (Span(at + 4, at + 8),), source=(Span(at, at + 3),))
        for at in (0, 24)
    ]
    repetition = Repetition(kind=RepeatKind.STANDFIRST, span=first, body=second)
    document = make_document(text, repetitions=(repetition,))
    rows = to_scu_rows(make_reading(text, *attributions, document=document))
    assert [row["statement"] for row in rows] == ["Ann said yes."]


def test_grounds_of_one_source_stand_in_all_its_rows():
    text = "Ann, who was there, said yes.\n\nAnn, a friend, said no."
    attributions = [
        make_attribution(f"a{n}", find(text, cue), source=(Span(at, at + 3),), grounds=why)
        for n, (at, cue, why) in enumerate(
            (
                (0, "said yes", find(text, "who was there")),
                (31, "said no", find(text, "a friend")),
            )
        )
    ]
    rows = to_scu_rows(make_reading(text, *attributions))
    assert [row["justification"] for row in rows] == ["who was there;a friend"] * 2


def kind_of(source, source_type, *, name=None, title=None):
    named = make_name(name, Span(0, 3)) if name else None
    spans = (Span(source.index(title), source.index(title) + len(title)),) if title else ()
    reading = read_lines(f"{source} says yes.", source_type=source_type, name=named, title=spans)
    (row,) = to_scu_rows(reading)
    return row["type"], row["name"], row["title"]


@pytest.mark.parametrize(
    ("source", "source_type", "name", "expected"),
    [
        ("Minister Ann Orr", "named_person", "Ann Orr", ("Named Person", "Ann Orr")),
        ("He", "named_person", None, ("Named Person", "")),
        ("A port official", "named_person", "port official", ("Unnamed Person", "")),
        ("The Port Board", "organisation", "Port Board", ("Named Organization", "Port Board")),
        ("the Gull", "media", "Salter Gull", ("Named Organization", "Salter Gull")),
        ("Gull magazine", "media", "Gull magazine", ("Named Organization", "Gull magazine")),
        (
            "a Halvian newspaper",
            "media",
            "Halvian newspaper",
            ("Unnamed Group of People", "Halvian newspaper"),
        ),
        ("Local media", "media", "Local media", ("Unnamed Group of People", "Local media")),
        ("a court filing", "document", "court filing", ("Document", "court filing")),
        ("two people", "anonymous", "people", ("Anonymous Source", "")),
        (
            "people familiar with the talks",
            "group",
            "people familiar with the talks",
            ("Anonymous Source", ""),
        ),
        ("an officer", "unnamed_person", "officer", ("Unnamed Person", "")),
        (
            "A spokeswoman for the Port Board, who was late,",
            "unnamed_person",
            "spokeswoman for the Port Board",
            ("Named Organization", "Port Board"),
        ),
        ("A Navy spokesman", "unnamed_person", "Navy spokesman", ("Named Organization", "Navy")),
        ("a spokesman for the hotel", "unnamed_person", "spokesman", ("Unnamed Person", "")),
        ("a spokesman for Mr Orr", "unnamed_person", "spokesman", ("Unnamed Person", "")),
        ("Protesters", "group", "Protesters", ("Unnamed Group of People", "Protesters")),
    ],
)
def test_types_and_names_are_those_of_the_audit(source, source_type, name, expected):
    assert kind_of(source, SourceType(source_type), name=name)[:2] == expected


def test_anonymity_may_be_told_beside_the_source():
    reading = read_lines(
        "An officer says yes, on condition of anonymity.", source_type=SourceType.UNNAMED_PERSON
    )
    assert to_scu_rows(reading)[0]["type"] == "Anonymous Source"


def test_only_persons_have_titles_and_names_are_without():
    assert kind_of(
        "Minister Ann", SourceType.NAMED_PERSON, name="Minister Ann", title="Minister"
    ) == (
        "Named Person",
        "Ann",
        "Minister",
    )
    assert kind_of("The Board", SourceType.ORGANISATION, name="Board", title="Board")[2] == ""


def test_long_chains_need_no_recursion():
    assert to_scu_rows(make_nested_reading(500)) == []


@given(text=st.text(min_size=1, max_size=80))
@settings(deadline=None)
def test_every_statement_is_verbatim(text):
    rows = json.loads(to_scu_line(make_hostile_reading(text)))
    assert all(row["statement"] in text and list(row) == COLUMNS for row in rows)
