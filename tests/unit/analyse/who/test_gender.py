"""Whom "he" and "she" cannot be."""

import pytest

from sayso.analyse.who.gender import Genders

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
