"""Quotations that go on after the cue."""

import numpy as np
import pytest

from sayso.analyse.drafts import CONTENT, CUE, SOURCE, Draft
from sayso.analyse.resumed import resume_quotes
from sayso.encoder.labels import SPAN_ROLES
from sayso.encoder.package import SHIPPED, TOKENIZER_FILE
from sayso.encoder.tokens import load_tokenizer, tokenize

TOKENIZER = load_tokenizer(SHIPPED / TOKENIZER_FILE)


def make_draft(text, tokens, source, cue, content):
    def find(words):
        start = text.index(words)
        covered = tokens.covered([[start, start + len(words)]])
        return ((covered[0], covered[-1]),)

    runs = [()] * len(SPAN_ROLES)
    runs[SOURCE], runs[CUE], runs[CONTENT] = find(source), find(cue), find(content)
    nothing = np.zeros(1, dtype=np.float32)
    return Draft(
        cue=runs[CUE][0][0], score=1.0, content_score=1.0, runs=tuple(runs), labels=(0, 0, 0),
        window_start=0, parents=nothing, pointed=(),
    )  # fmt: skip


def resume(text, *parts):
    tokens = tokenize(text, TOKENIZER)
    drafts = [make_draft(text, tokens, *each) for each in parts]
    return [
        [text[tokens.starts[first] : tokens.ends[last]] for first, last in draft.runs[CONTENT]]
        for draft in resume_quotes(text, tokens, drafts)
    ]


STRAND = ("Strand", "said", '"The bridge is safe,"')


@pytest.mark.parametrize(
    "joint", ["said.", "said:", "said in Lowmarch on Monday.", "said, after a pause,"]
)
def test_the_quote_after_the_cue_is_hers_too(joint):
    text = f'"The bridge is safe," Strand {joint}\n\n"It will open soon."'
    assert resume(text, STRAND) == [['"The bridge is safe,"', '"It will open soon."']]


@pytest.mark.parametrize(
    "rest",
    [
        'said.\n\n"It is not," Lind replied.',
        'said.\n\n"Is it?" asked Lind.',
        'said. Lind laughed.\n\n"It is not."',
        'said.\n\nThe board had shut it. "It is not."',
        "said.\n\nIt will open soon.",
    ],
)
def test_a_quote_of_somebody_else_is_not(rest):
    text = f'"The bridge is safe," Strand {rest}'
    assert resume(text, STRAND) == [['"The bridge is safe,"']]


def test_a_quote_behind_another_cue_is_not():
    text = '"The bridge is safe," Strand said, and Lind warned:\n\n"It is not."'
    parts = resume(text, STRAND, ("Lind", "warned", '"It is not."'))
    assert parts[0] == ['"The bridge is safe,"']


def test_words_before_the_cue_that_are_no_quote_stay_alone():
    text = 'The bridge is safe, Strand said.\n\n"It will open soon."'
    assert resume(text, ("Strand", "said", "The bridge is safe")) == [["The bridge is safe"]]
