"""Whom "he" and "she" cannot be."""

import pytest

from sayso.analyse.who.gender import Gender, Genders

TEXT = "Mr. Oster met Ms. Marsh. Ingrid Holm and Robin Vale came later, as did Mr. and Mrs. Lind."


@pytest.mark.parametrize(
    ("phrase", "name", "allowed"),
    [
        ("she", "Oster", False),
        ("he", "Oster", True),
        ("he", "Odile Marsh", False),
        ("He", "Ingrid Holm", False),
        ("she", "Robin Vale", True),
        ("they", "Oster", True),
        ("she", "Lind", True),
        ("Mrs. Holm", "Peter Holm", False),
        ("Mrs. Holm", "Ingrid Holm", True),
    ],
)
def test_titles_and_given_names_rule_people_out(phrase, name, allowed):
    assert Genders(TEXT).allow(phrase, name) is allowed


def test_what_the_report_calls_a_name_most_settles_it():
    genders = Genders(TEXT)
    genders.learn({"Robin Vale": {Gender.SHE: 2.5, Gender.HE: 0.5}})
    assert genders.allow("she", "Robin Vale")
    assert not genders.allow("he", "Robin Vale")
    genders.learn({"Sasha Orr": {Gender.SHE: 1.0, Gender.HE: 0.9}})
    assert genders.allow("he", "Sasha Orr")


def test_a_body_is_neither_he_nor_she():
    assert not Genders(TEXT).allow("he", "Harbour Safety Office")
    assert Genders(TEXT).allow("they", "Harbour Safety Office")
