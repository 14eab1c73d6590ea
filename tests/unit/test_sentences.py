import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sentences import find_sentences


def sentences_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One went. Two stayed.", ["One went.", "Two stayed."]),
        ("Dr. Orla Venn spoke. He left.", ["Dr. Orla Venn spoke.", "He left."]),
        ("It was 5 p.m. in Sennick.", ["It was 5 p.m. in Sennick."]),
        ("“Go home.” He went.", ["“Go home.”", "He went."]),
        ('"Why?" she asked. Nobody knew.', ['"Why?" she asked.', "Nobody knew."]),
        ("The U.S. Senate met. It voted.", ["The U.S. Senate met.", "It voted."]),
        ("A headline\n\nThe body begins.", ["A headline", "The body begins."]),
        ("One line\r\nAnother line", ["One line", "Another line"]),
        ("It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_splits_as_a_reader_would(text: str, expected: list[str]) -> None:
    assert sentences_of(text) == expected


@given(st.text(alphabet=st.characters(), max_size=200))
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    covered = [0] * len(text)
    for span in find_sentences(text):
        for position in range(span.start, span.end):
            covered[position] += 1
    assert all(
        times == 1 or (times == 0 and character.isspace())
        for times, character in zip(covered, text, strict=True)
    )
