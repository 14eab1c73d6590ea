"""What is stored comes back exactly, whatever it holds."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from sayso.ledger import RawBytes
from sayso.ledger.filters import Filters
from sayso.records import EntityKind, Failure, Span
from tests.ledger.made_ledger import add, begin, find_faults, fit, load_all, make_saying
from tests.ledger.random_readings import readings
from tests.unit.export.made_readings import (
    make_envoy_reading,
    make_gull_reading,
    make_hostile_reading,
    make_nested_reading,
    make_plain_reading,
)

HOSTILE = {
    "lone surrogate": "a \ud83d b \udc00",
    "nul": "one\x00two\x00",
    "backslashes": "\\ \\\\ \\u0000 \\ud800 \\n",
    "emoji": "👩‍👩‍👧 said 🕊️",
    "right to left": "\u202eאמר השר\u202c ולא ב־2019",
    "sql": "'; drop table claims; -- \" ` $1 :words %s {x}",
    "terminal": "\x1b[31mred\x1b[0m\r\n\x9b2J",
    "letters of size": "Ångström Straße ΟΔΥΣΣΕΥΣ ﬁn İ ı",
}
RAW = (
    (b"Lena Orrick said it rained.", "text"),
    (b"\xff\xfeLena", "html"),
    (json.dumps({"text": "Lena Orrick said it rained."}).encode(), "jsonl"),
    (json.dumps({"body": "Lena"}).encode(), "jsonl"),
    (b"[" * 100_000, "jsonl"),
    (b"", "pdf"),
)


@pytest.mark.parametrize(
    "make",
    [
        make_envoy_reading,
        make_gull_reading,
        lambda: make_nested_reading(40),
        lambda: make_plain_reading("x"),
        lambda: make_saying("Lena Orrick", "it rained", about=["Orrick"], happened="2019"),
    ],
)
def test_a_reading_made_by_hand_comes_back_equal(ledger, make):
    reading, raw = fit(make())
    added = ledger.add(reading, raw, begin(ledger))
    assert ledger.get_reading(added.document_id).reading == reading
    assert find_faults(ledger) == []


def test_hostile_words_come_back_equal_from_every_field(ledger):
    for words in HOSTILE.values():
        reading = make_hostile_reading(words)
        every = dict.fromkeys(("id", "origin", "title", "publisher", "byline", "url"), words)
        reading, raw = fit(replace(reading, document=replace(reading.document, **every)))
        added = ledger.add(reading, raw, begin(ledger))
        assert ledger.get_reading(added.document_id).reading == reading
    assert find_faults(ledger) == []


def test_hostile_words_come_back_equal_from_run_container_and_failure(ledger):
    failures = [Failure(origin=words, code=words, message=words) for words in HOSTILE.values()]
    for words, failure in zip(HOSTILE.values(), failures, strict=True):
        reading, raw = fit(make_saying("Lena Orrick", "it rained", weights=words))
        run = ledger.begin_run(sayso=words, weights=words, settings=words)
        ledger.add(reading, replace(raw, container=words, format=words), run)
        ledger.add_failure(failure)
        made = ledger.get_status().runs[-1]
        assert (made.sayso, made.weights, made.settings) == (words, words, words)
        assert load_all(ledger)[-1] == reading
    assert ledger.find_failures() == tuple(failures)
    assert find_faults(ledger) == []


@given(reading=readings())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_reading_comes_back_equal(ledger, reading):
    fitting, raw = fit(reading)
    added = ledger.add(fitting, raw, begin(ledger))
    if added.is_new:  # else hypothesis made the same report before
        assert ledger.get_reading(added.document_id).reading == fitting


def test_a_megabyte_in_every_field_comes_back_equal(ledger):
    long = "Long winded words 🕊 " * 50_000
    reading = make_saying(long, "it rained", about=[long], weights=long)
    every = dict.fromkeys(("id", "origin", "title", "publisher", "byline", "url"), long)
    reading, raw = fit(replace(reading, document=replace(reading.document, **every)))
    run = ledger.begin_run(sayso="1.0", weights=long)
    added = ledger.add(reading, raw, run)
    ledger.find_known(replace(raw, origin=f"{long}!"), run)
    assert ledger.get_reading(added.document_id).reading == reading
    assert find_faults(ledger) == []


def test_a_megabyte_of_different_words_can_be_added_and_the_first_of_them_found(ledger):
    long = "x" * 400
    words = " ".join(f"{long}{n}" for n in range(4_000))
    add(ledger, make_saying("Lena Orrick", words, title=words))
    assert len(ledger.get_page(Filters(words=f"{long}17 {long}18")).lines) == 1
    assert find_faults(ledger) == []


def test_the_text_comes_back_whatever_its_bytes_are(ledger):
    for data, format in RAW:
        reading, _ = fit(make_saying("Lena Orrick", "it rained"), data)
        ledger.add(reading, RawBytes(data=data, format=format, origin="x"), begin(ledger))
        assert load_all(ledger)[-1] == reading
    assert list(ledger.find_texts()) == ["Lena Orrick said it rained."] * len(RAW)
    assert find_faults(ledger) == []


def test_an_empty_span_is_kept_apart_from_none(ledger):
    reading = make_gull_reading()
    empty = Span(3, 3)
    claim = replace(reading.claims[0], repeats=empty)
    claim = replace(claim, event=replace(claim.event, actor=empty, target=empty))
    document = replace(reading.document, headline=empty, standfirst=empty)
    reading = replace(reading, claims=(claim, *reading.claims[1:]), document=document)
    fitting, raw = fit(reading)
    ledger.add(fitting, raw, begin(ledger))
    assert load_all(ledger) == [fitting]


def test_a_time_that_stands_twice_is_kept_twice(ledger):
    reading = make_gull_reading()
    fitting, raw = fit(replace(reading, times=(reading.times[0], *reading.times)))
    ledger.add(fitting, raw, begin(ledger))
    assert load_all(ledger) == [fitting]
    assert find_faults(ledger) == []


def test_names_that_differ_in_case_only_are_two_names(ledger):
    reading = make_saying("Lena", "it rained", about=["lena", "LENA", "Léna"])
    add(ledger, reading)
    assert ledger.get_status().n_names == 4
    kinds = {entity.kind for entity in load_all(ledger)[0].claims[0].entities}
    assert kinds == {EntityKind.PERSON}
