"""When two names count as one."""

import pytest

from bench.names import is_name_right, is_pronoun_or_role

TEXT = "The Office for Harbour Safety (OHS) warned of cracks. She said no. The agency agreed."


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ("Ida Strand", "Mayor Ida Strand", True),
        ("the Coast Courier", "Coast Courier", True),
        ("José Ávila", "jose avila", True),
        ("Jo Song-Gil", "Jo Song Gil", True),
        ("Ida Strand", "Strand", False),
        ("Ida Strand", None, False),
        ("Office for Harbour Safety", "OHS", True),
        ("Office for Home Savings", "OHS", False),
    ],
)
def test_case_titles_and_introduced_acronyms_are_folded_but_nothing_else(gold, predicted, right):
    assert is_name_right(gold, predicted, TEXT) is right


def source(words, name):
    start = TEXT.index(words)
    return {"source": [[start, start + len(words)]], "source_name": name}


def test_a_source_that_shares_no_word_with_its_name_is_a_pronoun_or_role():
    assert is_pronoun_or_role(source("She", "Ida Strand"), TEXT)
    assert is_pronoun_or_role(source("The agency", "Office for Harbour Safety"), TEXT)
    assert not is_pronoun_or_role(source("The Office", "Office for Harbour Safety"), TEXT)
