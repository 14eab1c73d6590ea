"""What is added to an attribution's words, and when it says nothing new."""

import pytest

from sayso.export.notes import describe_event, find_better_date, find_better_name, make_notes
from sayso.export.outline import make_outline
from sayso.export.strip import name_hop
from sayso.records import Event, Span, Timex
from tests.unit.export.made_readings import (
    make_attribution,
    make_document,
    make_gull_reading,
    make_name,
)

WHOLE = Span(0, 0)


def name_of(words, name, score=0.9):
    document = make_document(f"{words} says")
    source = (Span(0, len(words)),)
    attribution = make_attribution(
        "a1", (WHOLE,), source=source, name=make_name(name, source[0], score=score)
    )
    return find_better_name(document, attribution), name_hop(document, attribution)


@pytest.mark.parametrize(
    ("words", "name", "shown"),
    [
        ("he", "Lena Orrick", "he → Lena Orrick"),
        ("the Gull", "Salter Gull", "the Gull → Salter Gull"),
        ("minister Lena Orrick", "Lena Orrick", "minister Lena Orrick"),
        ("The clerk", "clerk", "The clerk"),
        ("a dock\nworker", "dock worker", "a dock worker"),
    ],
)
def test_a_name_is_shown_where_it_says_more_than_the_words(words, name, shown):
    assert name_of(words, name)[1] == shown


def test_a_name_more_likely_wrong_than_right_is_a_question():
    assert name_of("he", "Lena Orrick", score=0.49)[0] == "Lena Orrick?"
    assert name_of("he", "Lena Orrick", score=0.5)[0] == "Lena Orrick"


@pytest.mark.parametrize(
    ("words", "edtf", "shown"),
    [
        ("last month", "2024-02", "2024-02"),
        ("2024", "2024", None),
        ("2019", "2019/..", "2019/.."),
        ("Thursday", None, None),
        ("5 May", "XXXX-05-05", None),
    ],
)
def test_a_date_is_shown_where_it_says_more_than_the_words(words, edtf, shown):
    time = Timex(span=Span(0, len(words)), edtf=edtf)
    assert find_better_date(make_document(words), time) == shown


@pytest.mark.parametrize(
    ("actor", "target", "shown"),
    [
        (None, None, "aid"),
        (Span(0, 3), None, "aid, by Ann"),
        (None, Span(4, 7), "aid, towards Bob"),
        (Span(0, 3), Span(4, 7), "aid, by Ann, towards Bob"),
    ],
)
def test_an_event_says_who_and_to_whom_as_far_as_that_is_known(actor, target, shown):
    event = Event(kind="AID", probability=0.9, actor=actor, target=target)
    assert describe_event(make_document("Ann Bob"), event) == shown


def test_a_title_in_the_source_s_own_words_is_not_told_twice():
    reading = make_gull_reading()
    labels = [
        [label for label, _ in make_notes(e, reading.document)] for e in make_outline(reading)
    ]
    assert "title" not in labels[0]
    assert labels[1] == ["title"]
