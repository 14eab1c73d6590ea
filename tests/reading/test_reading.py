"""What holds for the reading of every report, whatever its characters."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import sayso
from sayso.errors import ReadError
from sayso.records import Voice

EXAMPLES = sorted(Path("examples").glob("[01]*"))
COURIER = Path("examples/04-origin-brannhaven-courier.txt").read_text(encoding="utf-8")
REPORT = (
    'The mayor, Ina Holm, said on Monday that "the bridge is safe". She was reported by the'
    " Gazette to have told engineers so.\n\nThe council could not confirm it. It is believed to"
    " cost 4.2m crowns, according to two officials who have seen the papers.\n"
)
# Emoji with joiners, right to left, combining marks, wide and invisible characters, surrogates.
ODD = [
    "\U0001f469\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "\u202e", "שלום",
    "e\u0301", "\u0300" * 40, "\0", "\r", "\r\n", "\u2028", "\ufeff", "\ud800", "\udfff\ud800",
    "ﬁ", "ß", "İ", "中文", "\x85", "\t", "\u200b", "“", "’", "\ufffd", "\x1b[31m",
]  # fmt: skip


def check(reading):
    text, ids = reading.document.text, {each.id for each in reading.attributions}
    for each in reading.attributions:
        assert each.cue
        check_spans(text, each.cue, each.source, each.content, each.grounds, each.title)
        check_spans(text, each.addressee)
        assert 0 <= each.probability <= 1
        assert reading.get_chain(each)[-1] is each
    for each in reading.implied:
        assert each.of in ids
        check_spans(text, each.content)
    check_spans(text, [each.span for each in reading.times])
    check_sentences(reading, ids)


def check_spans(text, *roles):
    for spans in roles:
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            words = text[span.start : span.end]
            assert words == words.strip() or not words.isspace()
        assert all(a.end <= b.start for a, b in pairwise(spans))


def check_sentences(reading, ids):
    text, end = reading.document.text, 0
    for each in reading.sentences:
        assert not text[end : each.span.start].strip()
        assert set(each.attributions) <= ids
        assert (each.voice is Voice.OWN) == (not each.attributions)
        end = each.span.end
    assert not text[end:].strip()


def insert(text, pieces):
    for place, odd in pieces:
        at = place % (len(text) + 1)
        text = text[:at] + odd + text[at:]
    return text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples(path):
    reading = sayso.read(path)
    check(reading)
    assert len(reading.attributions) >= 8


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(ODD)), min_size=1, max_size=12))
@settings(deadline=None, max_examples=60)
def test_odd_characters_shift_no_offset(pieces):
    text = insert(REPORT, pieces)
    reading = sayso.read(text)
    assert reading.document.text == text
    check(reading)


@given(st.text(st.characters(), max_size=200))
@example("\ud83d")
@example("said\0said")
@example("\u0301")
@example(" \u200b ")
@settings(deadline=None, max_examples=100)
def test_any_text_is_read_or_refused(text):
    try:
        reading = sayso.read(text)
    except ReadError:
        return
    assert reading.document.text == text
    check(reading)


def test_line_ends_of_other_systems_change_nothing_but_offsets():
    here, there = sayso.read(COURIER), sayso.read(COURIER.replace("\n", "\r\n"))
    check(there)
    assert get_words(here) == get_words(there)


def get_words(reading):
    return [
        [reading.document.slice(span).replace("\r\n", "\n") for span in (*a.source, *a.content)]
        for a in reading.attributions
    ]


def test_reading_is_deterministic_and_does_not_depend_on_what_was_read_before():
    first = sayso.read(COURIER)
    sayso.read(REPORT)
    assert sayso.read(COURIER) == first


def test_what_is_given_is_kept():
    reading = sayso.read(REPORT, title="Bridge", publisher="Gazette", date="2019-01")
    assert (reading.document.title, reading.document.publisher) == ("Bridge", "Gazette")
    assert reading.document.published.value == "2019-01"


@pytest.mark.slow
def test_two_megabytes_are_read():
    text = (REPORT * (2_000_000 // len(REPORT)))[:2_000_000]
    reading = sayso.read(text)
    check(reading)
    assert len(reading.attributions) > 10_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        REPORT.replace("\n", " ") * 700,
        REPORT.replace("\n", " ") * 100 + "x" * 200_000,
        "said " * 40_000,
        "“" * 200_000,
    ],
)
def test_one_line_of_200_kilobytes_is_read(line):
    check(sayso.read(line[:200_000]))
