"""Contents that can be understood alone."""

import pytest

from sayso.analyse.claims import make_claims
from sayso.analyse.claims.quotes import find_quoted
from sayso.records import SourceType
from tests.unit.analyse.claims.made_findings import MadeReport, with_chain

OPENING = "Laura Marsh is mayor of Lowmarch. "


def standalone(text, source, content, *, times=(), named=None, **more):
    """What the claim reads like that this source says."""
    report = MadeReport(OPENING + text)
    name = report.add(source, "said", content, named=named, **more)
    claims = make_claims(report.basis(times=report.times(*times)))
    return with_chain(claims, name).standalone


def test_a_relative_date_gets_its_value_and_a_whole_one_none():
    assert (
        standalone(
            "A clerk said that it was shut last month after the storm of 2030.",
            "A clerk", "that it was shut last month after the storm of 2030",
            times=[("last month", "2031-04"), ("2030", "2030")],
        )
        == "it was shut last month [2031-04] after the storm of 2030"
    )  # fmt: skip


def test_of_times_that_say_one_interval_together_the_last_has_the_value():
    assert (
        standalone(
            "A clerk said it was shut between April and June.", "A clerk",
            "it was shut between April and June",
            times=[("April", "2031-04/2031-06"), ("June", "2031-04/2031-06")],
        )
        == "it was shut between April and June [2031-04/2031-06]"
    )  # fmt: skip


def test_a_value_stands_after_the_owners_mark():
    words = "last month's storm was heavy"
    text = f"A clerk said {words}."
    found = standalone(text, "A clerk", words, times=[("last month", "2031-04")])
    assert found == "last month's [2031-04] storm was heavy"


@pytest.mark.parametrize("value", ["XXXX-WXX-1", "PRESENT_REF"])
def test_a_time_that_is_in_no_known_year_has_no_value(value):
    words = "it was shut on Monday"
    assert (
        standalone(f"A clerk said {words}.", "A clerk", words, times=[("Monday", value)]) == words
    )


def test_a_surname_is_replaced_where_one_person_has_it():
    words = "Marsh had left"
    assert standalone(f"A clerk said {words}.", "A clerk", words) == "[Laura Marsh] had left"


def test_a_surname_of_two_people_and_a_nickname_stay():
    words = "Marsh had left"
    text = f"Her brother Peter Marsh was ill. A clerk said {words}."
    assert standalone(text, "A clerk", words) == words
    words = 'Laura "Lo" Marsh had left'
    assert standalone(f"A clerk said {words}.", "A clerk", words) == words


def test_who_speaks_of_she_speaks_of_herself():
    found = standalone(
        "Marsh said that she had left.", ("Marsh", 1), "that she had left", named="Laura Marsh"
    )
    assert found == "[Laura Marsh] had left"


@pytest.mark.parametrize(
    ("text", "source", "content", "more"),
    [
        ("Marsh said that he had left.", ("Marsh", 1), "that he had left", {}),
        ("Marsh said to Ina Holm that she had left.", ("Marsh", 1), "that she had left", {}),
        ("She had left, Marsh said.", ("Marsh", 1), "She had left", {}),
        ("Marsh said that she had left.", ("Marsh", 1), "that she had left", {"score": 0.3}),
        (
            "The office said that she had left.", "The office", "that she had left",
            {"source_type": SourceType.ORGANISATION},
        ),
        ("Marsh said that Ina Holm and she left.", ("Marsh", 1), "that Ina Holm and she left", {}),
    ],
)  # fmt: skip
def test_another_she_stays(text, source, content, more):
    found = standalone(text, source, content, named="Laura Marsh", **more)
    assert found == content.removeprefix("that ")


def test_sources_inside_a_content_get_the_names_that_the_report_has_for_them():
    text = "A clerk said that he and the agency had asked for his help."
    report = MadeReport(OPENING + text)
    outer = report.add("A clerk", "said", "that he and the agency had asked for his help")
    report.add("he", "asked", "help", inside=outer, named="Bo Lind")
    report.add("the agency", "had", "help", inside=outer, named="Harbour Agency")
    report.add("his", "for", "help", inside=outer, named="Bo Lind")
    assert with_chain(make_claims(report.basis()), outer).standalone == (
        "[Bo Lind] and the agency [Harbour Agency] had asked for his [Bo Lind] help"
    )


def test_a_resolver_may_name_further_mentions():
    report = MadeReport("A clerk said that she had left the port.")
    clerk = report.add("A clerk", "said", "that she had left the port")
    names = {report.span("she"): "Ina Holm"}
    found = with_chain(make_claims(report.basis(names=names)), clerk).standalone
    assert found == "[Ina Holm] had left the port"


def test_quoted_words_are_left_as_they_were_said():
    for content in (
        '"She left last month."',
        "“Marsh left last month.”",
        "‘Marsh left last month’",
    ):
        text = f"A clerk said: {content}"
        assert standalone(text, "A clerk", content, times=[("last month", "2031-04")]) == content


def test_beside_quoted_words_there_is_room_for_a_name():
    words = "Marsh was “ill and Marsh knew it”"
    assert standalone(f"A clerk said {words}.", "A clerk", words) == (
        "[Laura Marsh] was “ill and Marsh knew it”"
    )


def test_pieces_of_a_quotation_are_joined_and_that_is_dropped():
    report = MadeReport("“It is shut,” a clerk said, “and safe.”")
    clerk = report.add("a clerk", "said", ["“It is shut,”", "“and safe.”"])
    assert with_chain(make_claims(report.basis()), clerk).standalone == (
        "“It is shut,” ... “and safe.”"
    )


def test_that_man_is_not_cut_at_the_start_of_a_sentence():
    assert standalone("That pier was shut, she said.", "she", "That pier was shut") == (
        "That pier was shut"
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He was “ill”, 'tired' and \"old\".", ["“ill”", "'tired'", '"old"']),
        ("The miners' union won't say 'it's safe' now.", ["'it's safe'"]),
        ("The miners’ union won’t say ‘it’s safe’ now.", ["‘it’s safe’"]),
        ("“It goes on\nbut not here.", ["“It goes on"]),
        ("nothing's quoted", []),
    ],
)
def test_quoted_stretches(text, quoted):
    assert [text[span.start : span.end] for span in find_quoted(text)] == quoted
