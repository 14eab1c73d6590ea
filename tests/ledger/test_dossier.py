"""All on one name: its spellings, titles and doubles, and what people decided about them."""

import pytest

from sayso.answers import Alias, Verdict
from sayso.errors import BadJudgement, UnknownId, UnknownName
from sayso.ledger.filters import Filters
from tests.ledger.made_ledger import add, find_faults, make_saying

JO, CHO = "Jo Song-Gil", "Cho Song Gil"


@pytest.fixture
def filled(ledger):
    add(ledger, make_saying(JO, "it rained", title="Envoy", publisher="The Post", date="2019-02"))
    add(ledger, make_saying(JO, "it poured", title="envoy", publisher="The Gull", date="2019-01"))
    add(ledger, make_saying(CHO, "no ship sailed", title="Minister", origin="c.txt", date=None))
    add(ledger, make_saying("Ada Holm", "he fled", about=["Jo Song Gil"], date="2020-03-04"))
    add(ledger, make_saying("Ada Holm", "she slept", about=["Lena Orrick"], date="2021"))
    return ledger


def find_by(ledger, name: str) -> set[str]:
    return {line.claim.standalone for line in ledger.find_claims(Filters(by=name))}


def find_about(ledger, name: str) -> set[str]:
    return {line.claim.standalone for line in ledger.find_claims(Filters(about=name))}


@pytest.mark.parametrize("name", [JO, "Jo Song Gil", "jo song-gil", "JO SONG GIL"])
def test_a_dossier_has_every_spelling_that_differs_in_case_and_hyphens_only(filled, name):
    dossier = filled.get_dossier(name)
    assert dossier.aliases == (
        Alias(name=JO, n_about=0, n_by=2),
        Alias(name="Jo Song Gil", n_about=1, n_by=0),
    )
    assert (dossier.first, dossier.last, dossier.n_reports) == (20190100, 20200304, 3)
    assert [line.claim.standalone for line in dossier.by.lines] == ["it rained", "it poured"]
    assert [line.claim.standalone for line in dossier.about.lines] == ["he fled"]


def test_other_spellings_of_the_same_sounds_are_shown_as_possible_doubles(filled):
    assert filled.get_dossier(JO).doubles == (CHO,)
    assert filled.get_dossier(CHO).doubles == (JO,)
    assert filled.get_dossier("Ada Holm").doubles == ()


def test_titles_are_counted_by_report_and_say_who_gives_them(filled):
    (title,) = filled.get_dossier(JO).titles
    assert (title.words.casefold(), title.n_reports) == ("envoy", 2)
    assert set(title.publishers) == {"The Post", "The Gull"}
    (other,) = filled.get_dossier(CHO).titles
    assert (other.words, other.publishers) == ("Minister", ("c.txt",))
    assert filled.get_line(title.claim_id).claim.standalone in ("it rained", "it poured")


def test_a_dossier_counts_the_reading_that_is_shown_only(filled):
    add(filled, make_saying(CHO, "no ship sailed", title="Minister", weights="made-2", date=None))
    dossier = filled.get_dossier(CHO)
    assert dossier.aliases == (Alias(name=CHO, n_about=0, n_by=1),)
    assert (dossier.n_reports, dossier.first) == (1, 0)


def test_pages_of_a_dossier_follow_each_other(filled):
    pages = [filled.get_dossier(JO, number=number, size=1) for number in (1, 2, 3)]
    assert [page.by.has_more for page in pages] == [True, False, False]
    assert [len(page.by.lines) for page in pages] == [1, 1, 0]


def test_two_names_that_are_merged_have_one_dossier_until_it_is_undone(filled):
    merged = filled.judge_names(Verdict.SAME, CHO, JO, author="Nils")
    assert (
        find_by(filled, CHO) == find_by(filled, JO) == {"it rained", "it poured", "no ship sailed"}
    )
    dossier = filled.get_dossier(CHO)
    assert [alias.name for alias in dossier.aliases] == [JO, CHO, "Jo Song Gil"]
    assert dossier.doubles == ()
    assert {title.words.casefold() for title in dossier.titles} == {"envoy", "minister"}
    assert filled.undo(merged.id, author="Tove").withdrawn_by == "Tove"
    assert find_by(filled, CHO) == {"no ship sailed"}


def test_merged_names_are_one_source(filled):
    before = {count.name: count.n_claims for count in filled.count_sources(Filters()).counts}
    filled.judge_names(Verdict.SAME, CHO, JO, author="Nils")
    after = {count.name: count.n_claims for count in filled.count_sources(Filters()).counts}
    assert before == {"Ada Holm": 2, JO: 2, CHO: 1}
    assert sorted(after.values()) == [2, 3]


def test_merging_goes_on_from_name_to_name(filled):
    filled.judge_names(Verdict.SAME, CHO, JO, author="Nils")
    filled.judge_names(Verdict.SAME, CHO, "Ada Holm", author="Nils")
    assert len(find_by(filled, "Jo Song Gil")) == 5


def test_names_held_apart_are_no_doubles_any_more(filled):
    filled.judge_names(Verdict.APART, JO, CHO, author="Nils")
    assert filled.get_dossier(JO).doubles == filled.get_dossier(CHO).doubles == ()
    filled.undo(author="Nils")
    assert filled.get_dossier(JO).doubles == (CHO,)


@pytest.mark.parametrize(
    ("verdicts", "is_one"),
    [
        ([Verdict.SAME, Verdict.APART], False),
        ([Verdict.APART, Verdict.SAME], True),
        ([Verdict.SAME, Verdict.APART, Verdict.SAME], True),
    ],
)
def test_the_later_decision_about_two_names_counts(filled, verdicts, is_one):
    for verdict in verdicts:
        filled.judge_names(verdict, JO, CHO, author="Nils")
    assert (len(find_by(filled, JO)) == 3) == is_one
    assert find_faults(filled) == []


def split(ledger, name: str, other: str, *words: str) -> None:
    ids = [next(ledger.find_claims(Filters(words=each))).claim.id for each in words]
    ledger.judge_names(Verdict.SPLIT, name, other, reports=tuple(ids), author="Nils")


def test_a_split_gives_the_claims_of_some_reports_to_another_name(filled):
    split(filled, JO, "Jo the Younger", "poured", "fled")
    assert find_by(filled, JO) == {"it rained"}
    assert find_about(filled, JO) == set()
    assert find_by(filled, "Jo the Younger") == {"it poured"}
    assert find_about(filled, "jo the younger") == {"he fled"}
    dossier = filled.get_dossier("Jo the Younger")
    assert dossier.name == "Jo the Younger"
    assert [(alias.name, alias.n_by) for alias in dossier.aliases] == [(JO, 1), ("Jo Song Gil", 0)]
    assert [title.n_reports for title in dossier.titles] == [1]
    assert filled.get_dossier(JO).n_reports == 1
    filled.undo(author="Nils")
    assert find_by(filled, JO) == {"it rained", "it poured"}
    with pytest.raises(UnknownName):
        filled.get_dossier("Jo the Younger")


def test_a_split_takes_a_name_only_and_leaves_those_merged_with_it(filled):
    add(filled, make_saying(CHO, "both spoke", about=[JO], date=None))
    filled.judge_names(Verdict.SAME, JO, CHO, author="Nils")
    split(filled, JO, "Jo the Younger", "both")
    assert "both spoke" in find_by(filled, CHO)
    assert find_about(filled, "Jo the Younger") == {"both spoke"}
    assert find_about(filled, JO) == {"he fled"}


@pytest.mark.parametrize(
    ("verdict", "name", "other", "error"),
    [
        (Verdict.SAME, "Nobody", JO, UnknownName),
        (Verdict.SAME, JO, "Nobody", UnknownName),
        (Verdict.SAME, JO, "jo song gil", BadJudgement),
        (Verdict.APART, JO, JO, BadJudgement),
        (Verdict.SPLIT, JO, "Jo the Younger", BadJudgement),
    ],
)
def test_a_decision_about_names_that_means_nothing_is_refused(filled, verdict, name, other, error):
    with pytest.raises(error):
        filled.judge_names(verdict, name, other, author="Nils")
    assert filled.find_judgements() == ()


def test_a_split_in_a_report_that_is_not_there_is_refused(filled):
    with pytest.raises(UnknownId):
        filled.judge_names(Verdict.SPLIT, JO, "X", reports=("clm-00",), author="Nils")


def test_an_unknown_name_is_told_with_those_near_it(filled):
    with pytest.raises(UnknownName) as told:
        filled.get_dossier("Chu Song Gil")
    assert told.value.near == ("Jo Song Gil", JO, CHO)
    with pytest.raises(UnknownName) as told:
        filled.get_dossier("orrick")
    assert told.value.near == ("Lena Orrick",)
