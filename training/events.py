"""Sentences labelled with a political event: its class and who does it to whom; and sentences of
texts about other things, as the class "none"."""

from collections.abc import Iterator

from tokenizers import Tokenizer

from bench.held_out import is_held_out
from bench.reports import Report
from sayso.encoder.labels import ACTORS, EVENTS, STYLES
from sayso.encoder.tokens import tokenize
from sayso.sentences import find_sentences
from training.data import Example, break_tokens

_QUIET_GENRES = frozenset({"academic", "bio", "fiction", "textbook", "voyage", "whow", "vlog"})
_EVERY = 12


def make_event_examples(sentence: Report, tokenizer: Tokenizer) -> Iterator[Example]:
    """A labelled sentence as one window; nothing of the held-out fifth."""
    if is_held_out(sentence["id"]):
        return
    example = _make_example(sentence["text"], sentence["event"], tokenizer)
    example.actors = [
        example.tokens.covered([[span["start"], span["end"]] for span in sentence[role]])
        for role in ACTORS
    ]
    yield example


def make_quiet_examples(document: Report, tokenizer: Tokenizer) -> Iterator[Example]:
    """Every twelfth sentence of a document of a genre that tells of no political events."""
    if document["genre"] not in _QUIET_GENRES:
        return
    for span in find_sentences(document["text"])[::_EVERY]:
        sentence = document["text"][span.start : span.end]
        if 40 < len(sentence) < 400:
            yield _make_example(sentence, "none", tokenizer)


def _make_example(text: str, event: str, tokenizer: Tokenizer) -> Example:
    tokens = tokenize(text, tokenizer)
    example = Example(tokens, break_tokens(text, tokens), STYLES.index("sayso"), labelled=False)
    example.event = EVENTS.index(event)
    return example
