"""The words with which results are shown."""

import pytest

from sayso.export.strip import make_strip
from sayso.export.wording import (
    cut,
    describe_date,
    fold,
    mask_unshowable,
    summarise,
)
from sayso.records import DateOrigin, Precision, PublicationDate, SourceType
from tests.unit.export.made_readings import (
    find,
    make_attribution,
    make_document,
    make_envoy_reading,
)

TEXT = "It is reportedly over, if confirmed."


def strip_of(*source_types, publisher=None, cue="reportedly"):
    document = make_document(TEXT, publisher=publisher)
    chain = [make_attribution("a", find(TEXT, cue), source_type=each) for each in source_types]
    return make_strip(document, chain)


def test_a_strip_goes_from_the_publisher_to_the_innermost_source():
    reading = make_envoy_reading()
    chain = reading.get_chain(reading.attributions[2])
    assert make_strip(reading.document, chain) == (
        "The Evening Post",
        "The Harbour Post",
        "an unnamed clerk",
    )


def test_a_report_without_publisher_is_called_the_report():
    assert strip_of(SourceType.NONE)[0] == "the report"


def test_where_nobody_is_named_the_strip_quotes_the_cue():
    assert strip_of(SourceType.NONE)[1] == 'nobody named ("reportedly")'


@pytest.mark.parametrize(
    ("publisher", "shown"),
    [(None, 'the report ("if confirmed")'), ("The Post", 'The Post ("if confirmed")')],
)
def test_the_report_s_own_hedge_is_no_hop_of_its_own(publisher, shown):
    assert strip_of(SourceType.REPORT, publisher=publisher, cue="if confirmed") == (shown,)


def test_a_hedge_inside_somebody_s_words_stays_a_hop():
    strip = strip_of(SourceType.NONE, SourceType.REPORT)
    assert strip[2] == 'the report ("reportedly")'


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("two\r\n  lines\t", "two lines"),
        ("a\x1b[31mred\x00", "a\ufffd[31mred\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("to\u202ethgir\u2066 x\u200f", "tothgir x"),
        ("lone \ud800.", "lone \ufffd."),
        ("🧭 é שלום", "🧭 é שלום"),
    ],
)
def test_folded_text_cannot_steer_a_terminal(raw, shown):
    assert fold(raw) == shown


def test_masking_moves_no_offset():
    raw = "a\x00\ud800\x85\r\nz"
    assert (len(mask_unshowable(raw)), mask_unshowable(raw)[-3:]) == (len(raw), "\r\nz")


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [("one two", 7, "one two"), ("one two three", 9, "one two…"), ("unbroken", 5, "unbr…")],
)
def test_what_is_too_long_is_cut_at_a_word(text, limit, shown):
    assert cut(text, limit) == shown


@pytest.mark.parametrize(
    ("value", "precision", "found_in", "shown"),
    [
        ("2019-01-03", "day", "dateline", "published 2019-01-03 (dateline in the text)"),
        ("2019-01", "month", "metadata", "published 2019-01, month only (metadata of the page)"),
        ("2019", "year", "json_ld", "published 2019, year only (JSON-LD of the page)"),
    ],
)
def test_a_date_says_how_much_is_known_and_from_where(value, precision, found_in, shown):
    published = PublicationDate(
        value=value, precision=Precision(precision), found_in=DateOrigin(found_in)
    )
    assert describe_date(published) == shown


def test_a_missing_date_is_said_to_be_missing():
    assert describe_date(None) == "publication date unknown"


def test_the_summary_counts_attributions_and_voices():
    assert summarise(make_envoy_reading()) == (
        "4 attributions, 1 nested; 8 sentences: 3 attributed, 1 implied, 1 hedged, "
        "3 in the report's own voice"
    )
