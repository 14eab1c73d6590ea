"""Sentences labelled with a political event, its class and who does it to whom, among sentences of
texts about other things, as the class "none": shuffled and joined into windows, since a claim too
is read among its neighbours."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tokenizers import Tokenizer

from bench.held_out import is_held_out
from bench.reports import Report
from sayso.encoder.labels import ACTORS, EVENTS, STYLES
from sayso.encoder.tokens import Tokens, tokenize
from sayso.sentences import find_sentences
from training.data import Example, Stretch, break_tokens

_QUIET_GENRES = frozenset({"academic", "bio", "fiction", "textbook", "voyage", "whow", "vlog"})
_EVERY = 12
_SENTENCES_A_WINDOW = 7


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, its event class and the characters of actors, where they are known."""

    text: str
    event: str
    actors: tuple[list[list[int]], ...] | None = None


def make_event_examples(
    labelled: Iterable[Report], quiet: Iterable[Report], tokenizer: Tokenizer, *, n_shuffles: int
) -> Iterator[Example]:
    """Windows of some sentences each, every sentence in ``n_shuffles`` of them; nothing of the
    held-out fifth."""
    sentences = [*_read_labelled(labelled), *_read_quiet(quiet)]
    rng = random.Random(0)
    for _ in range(n_shuffles):
        rng.shuffle(sentences)
        for first in range(0, len(sentences), _SENTENCES_A_WINDOW):
            yield _join(sentences[first : first + _SENTENCES_A_WINDOW], tokenizer)


def find_log_priors(labelled: Iterable[Report], quiet: Iterable[Report]) -> tuple[float, ...]:
    """The logarithm of each class's share of the training sentences, in the order of EVENTS."""
    counts = Counter(each.event for each in (*_read_labelled(labelled), *_read_quiet(quiet)))
    total = counts.total()
    return tuple(round(math.log((counts[event] or 1) / total), 4) for event in EVENTS)


def _read_labelled(reports: Iterable[Report]) -> Iterator[_Sentence]:
    for report in reports:
        if not is_held_out(report["id"]):
            spans = ([[span["start"], span["end"]] for span in report[role]] for role in ACTORS)
            yield _Sentence(report["text"], report["event"], tuple(spans))


def _read_quiet(documents: Iterable[Report]) -> Iterator[_Sentence]:
    """Every twelfth sentence of the documents of genres that tell of no political events."""
    for document in documents:
        if document["genre"] in _QUIET_GENRES:
            for span in find_sentences(document["text"])[::_EVERY]:
                sentence = document["text"][span.start : span.end]
                if 40 < len(sentence) < 400:
                    yield _Sentence(sentence, "none")


def _join(sentences: list[_Sentence], tokenizer: Tokenizer) -> Example:
    text = "\n".join(sentence.text for sentence in sentences)
    tokens = tokenize(text, tokenizer)
    example = Example(tokens, break_tokens(text, tokens), STYLES.index("sayso"), labelled=False)
    start = 0
    for sentence in sentences:
        covered = tokens.covered([[start, start + len(sentence.text)]])
        if covered:
            event, actors = EVENTS.index(sentence.event), _find_actors(sentence, start, tokens)
            example.stretches.append(Stretch(covered[0], covered[-1], event, actors))
        start += len(sentence.text) + 1
    return example


def _find_actors(sentence: _Sentence, start: int, tokens: Tokens) -> list[list[int]] | None:
    if sentence.actors is None:
        return None
    return [
        tokens.covered([[start + first, start + end] for first, end in spans])
        for spans in sentence.actors
    ]
