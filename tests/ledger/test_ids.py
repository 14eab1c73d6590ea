"""Things are named by their ids, or by as much of them as tells them apart."""

import pytest

from sayso.errors import AmbiguousId, UnknownId
from sayso.ledger import Ledger
from sayso.ledger.filters import Filters
from tests.ledger.made_ledger import add, make_saying

URL = "https://post.example/ferry"


@pytest.fixture(scope="module")
def filled(shared_place):
    with Ledger(shared_place, creates=True) as ledger:
        for number in range(40):
            add(ledger, make_saying("Ada Holm", f"berth {number}"))
        yield ledger


def find_ids(ledger) -> list[str]:
    return [line.claim.id for line in ledger.find_claims(Filters())]


def test_a_claim_is_found_by_its_id_and_by_the_beginning_of_it(filled):
    ids = find_ids(filled)
    for id in ids:
        digits = id.removeprefix("clm-")
        for given in (id, digits, digits.upper(), digits[:12], f"clm-{digits[:10]}"):
            assert filled.get_line(given).claim.id == id


def test_the_shortest_beginning_that_one_claim_has_is_enough(filled):
    digits = sorted(id.removeprefix("clm-") for id in find_ids(filled))
    for each in digits:
        n_shared = max(
            next(n for n in range(16) if other[n] != each[n]) for other in digits if other != each
        )
        assert filled.get_line(each[: n_shared + 1]).claim.id == f"clm-{each}"
        if n_shared:
            with pytest.raises(AmbiguousId) as told:
                filled.get_line(each[:n_shared])
            assert 2 <= len(told.value.found) <= 4
            assert all(id.startswith(f"clm-{each[:n_shared]}") for id in told.value.found)


@pytest.mark.parametrize(
    "id",
    ["", "clm-", "clm-xyz", "xyz", "clm-0123456789abcdef0", "doc-00", "ffffffffffffffff", "\x00",
     "\ud800", "clm-' or 1", "-1", "clm--1", "0x1f", "1_0", "٣"],
)  # fmt: skip
def test_what_is_no_id_is_told(filled, id):
    with pytest.raises(UnknownId):
        filled.get_line(id)
    with pytest.raises(UnknownId):
        filled.get_reading(id)


def test_a_report_is_found_by_its_own_id_its_versions_and_its_claims(ledger):
    added = [add(ledger, make_saying("Ada Holm", words, url=URL)) for words in ("rain", "sun")]
    lines = {line.version: line for line in ledger.find_claims(Filters())}
    newest = ledger.get_reading(added[0].document_id)
    assert newest.version_id == lines[2].version_id
    for number in (1, 2):
        for id in (lines[number].version_id, lines[number].claim.id):
            found = ledger.get_reading(id)
            assert found.document_id == added[0].document_id == lines[number].document_id
            assert (found.version_id, found.run_id) == (
                lines[number].version_id,
                lines[number].run_id,
            )


def test_the_same_words_have_the_same_id_whichever_weights_find_them(make_place):
    found = []
    for weights in ("made-1", "made-2"):
        with Ledger(make_place(), creates=True) as ledger:
            add(ledger, make_saying("Ada Holm", "it rained", weights=weights))
            found.append(find_ids(ledger))
    assert found[0] == found[1]
