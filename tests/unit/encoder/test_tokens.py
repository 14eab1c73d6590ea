import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoder.package import SHIPPED, TOKENIZER_FILE
from sayso.encoder.tokens import load_tokenizer, tokenize
from sayso.records import Span

TOKENIZER = load_tokenizer(SHIPPED / TOKENIZER_FILE)


def pieces(text: str) -> list[str]:
    tokens = tokenize(text, TOKENIZER)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def test_tokens_slice_to_their_characters() -> None:
    assert pieces("Ms Orrin said: “No.”") == ["Ms", "Orr", "in", "said", ":", "“", "No", ".", "”"]


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u200b"])
def test_text_without_words_has_no_tokens(text: str) -> None:
    assert len(tokenize(text, TOKENIZER)) == 0


def test_shapes_tell_case_digits_and_quotes_apart() -> None:
    tokens = tokenize('he Met NATO 12 " .', TOKENIZER)
    assert tokens.shapes.tolist() == [1, 2, 3, 4, 5, 6]


def test_paragraphs_start_after_a_line_break() -> None:
    tokens = tokenize("One two\nthree\r\n\r\nfour", TOKENIZER)
    assert tokens.paragraphs.tolist() == [1, 0, 1, 1]


def test_an_emoji_or_a_lone_surrogate_shifts_nothing() -> None:
    assert pieces("\U0001f600 yes \ud83d yes")[-1] == "yes"


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=120))
def test_offsets_rise_and_stay_inside_the_text(text: str) -> None:
    tokens = tokenize(text, TOKENIZER)
    assert (tokens.starts < tokens.ends).all()
    assert (tokens.starts[1:] >= tokens.starts[:-1]).all()
    assert (tokens.ends <= len(text)).all()


def test_covered_are_the_tokens_that_a_range_touches() -> None:
    tokens = tokenize("Ann said no.", TOKENIZER)
    assert tokens.covered([[4, 6]]) == [1]
    assert tokens.covered([[3, 4]]) == []
    assert tokens.covered([[0, 5], [9, 12]]) == [0, 1, 2, 3]


def test_a_span_of_pieces_is_a_span_of_words() -> None:
    tokens = tokenize("Orrin said so", TOKENIZER)
    assert tokens.ends[:2].tolist() == [3, 5]
    assert tokens.span(1, 1) == tokens.span(0, 0) == Span(0, 5)
    assert tokens.span(2, 2) == Span(6, 10)


def test_marks_alone_are_no_words() -> None:
    tokens = tokenize('He said: "No."', TOKENIZER)
    words = [tokens.has_word(n, n) for n in range(len(tokens))]
    assert words == [True, True, False, False, True, False, False]
    assert tokens.has_word(2, 4)
    assert tokenize("김", TOKENIZER).lettered.all()
