"""Names as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analyse.who.names import (
    find_description,
    find_initials,
    find_person_name,
    fold_name,
    is_pronoun,
)
from sayso.naming import keys_of


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Rabbi Ezra Holm, president of the Harbour Union", "Ezra Holm"),
        ("the premier's press secretary, Odile Marsh", "Odile Marsh"),
        ("the northern senator", None),
        ("Harbour Board President Ida Strand", "Ida Strand"),
        ("Sgt. Bo Lind with the Orrin Police Department", "Bo Lind"),
        ("Coast News' Mara Voss", "Mara Voss"),
        ("Deputy Speaker Pal D. Oster (R-North)", "Pal D. Oster"),
        ("Ludo van der Meer", "Ludo van der Meer"),
        ("Foreign Minister Hamad bin Rashid al-Karim", "Hamad bin Rashid al-Karim"),
        ("Mr. Xu", "Xu"),
        ("a man", None),
        ("Retired General", None),
    ],
)
def test_a_persons_name_is_told_from_titles_and_roles(phrase, name):
    assert find_person_name(phrase) == name


def test_spellings_of_one_name_are_compared_as_one():
    assert keys_of("Jo Song-Gil") == keys_of("jo Song Gil’s") == ("jo", "song", "gil")
    assert keys_of("José N. Ávila") == ("jose", "n", "avila")


def test_titles_articles_and_company_forms_do_not_make_another_name():
    assert fold_name("The Harbour Board Ltd.") == fold_name("Harbour Board")
    assert fold_name("Dr. Ida Strand Jr.") == ("ida", "strand")


def test_a_name_that_is_nothing_but_a_title_stays():
    assert fold_name("the President") == ("president",)


@pytest.mark.parametrize(
    ("phrase", "description"),
    [
        ("a police officer, who asked not to be named", "police officer"),
        ("The spy agency", "spy agency"),
        ("officials", "officials"),
        ("the Harbour Board (HB)", "Harbour Board"),
        ("the mayor’s", "mayor"),
    ],
)
def test_an_unnamed_source_is_called_by_its_own_words(phrase, description):
    assert find_description(phrase) == description


def test_initials_leave_small_words_out():
    assert find_initials("Office for the Safety of Harbours") == "OSH"


def test_pronouns_are_known_alone_only():
    assert is_pronoun("She")
    assert not is_pronoun("she and her aides")


@given(st.text(max_size=60))
def test_any_text_may_be_a_phrase(phrase):
    keys_of(phrase), fold_name(phrase), find_description(phrase), find_person_name(phrase)
