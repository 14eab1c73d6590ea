"""An index that does not hold the words of its ledger, or holds others, is told by verify."""

import pytest
from sqlalchemy import text

from sayso.ledger import Ledger
from sayso.ledger.engine import is_server, open_engine
from tests.ledger.made_ledger import add, find_faults, make_saying

INDEXES = ("claim_words", "document_words")
WORDS = {"claim_words": "no ship sailed", "document_words": "ada holm said no ship sail"}
MANY_WORDS = " ".join(f"berth{n}" for n in range(2_000))  # more than a page of an index holds
OTHER_PLACES = "'no':1 'ship':3 'sail':2"


@pytest.fixture(params=INDEXES)
def index(request) -> str:
    return request.param


@pytest.fixture
def filled(place):
    with Ledger(place, creates=True) as ledger:
        add(ledger, make_saying("Ada Holm", "no ship sailed"))
        add(ledger, make_saying("Lena Orrick", MANY_WORDS))
    return place


def write(place: str, *statements: str) -> None:
    engine = open_engine(place, writes=True)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement.replace(":", "\\:")))
    engine.dispose()


def add_row(place: str, index: str, key: int, words: str) -> str:
    if is_server(place):
        vector = " ".join(f"'{word}'" for word in words.split()).replace("'", "''")
        return f"insert into {index} (key, words) values ({key}, '{vector}')"
    return f"insert into {index} (rowid, words) values ({key}, '{words}')"


def delete_row(place: str, index: str, key: int, words: str) -> str:
    if is_server(place):
        return f"delete from {index} where key = {key}"
    return f"insert into {index} ({index}, rowid, words) values ('delete', {key}, '{words}')"


def find_told(place: str) -> set[str]:
    with Ledger(place) as ledger:
        return {fault.where for fault in find_faults(ledger)}


def to_stems(index: str) -> str:
    return WORDS[index].replace("sailed", "sail")


def test_an_index_that_lacks_a_text_is_told(filled, index):
    write(filled, delete_row(filled, index, 1, to_stems(index)))
    assert find_told(filled) == {index}


def test_an_index_with_a_text_too_many_is_told(filled, index):
    write(filled, add_row(filled, index, 3, "no ship"))
    assert find_told(filled) == {index}


def test_an_index_with_another_texts_words_is_told(filled, index):
    stems = to_stems(index)
    write(filled, delete_row(filled, index, 1, stems), add_row(filled, index, 1, f"{stems} late"))
    assert find_told(filled) == {index}


@pytest.mark.server
def test_words_at_other_places_are_told(filled):
    vector = OTHER_PLACES.replace("'", "''")
    write(filled, f"update claim_words set words = '{vector}' where key = 1")
    assert find_told(filled) == {"claim_words"}


@pytest.mark.files
def test_words_in_another_order_are_told(filled):
    swapped = add_row(filled, "claim_words", 1, "no sail ship")
    write(filled, delete_row(filled, "claim_words", 1, "no ship sail"), swapped)
    assert find_told(filled) == {"claim_words"}


@pytest.mark.files
@pytest.mark.parametrize("part", ["data", "idx", "config"])
def test_a_part_of_an_index_taken_out_is_told(filled, index, part):
    write(filled, f"delete from {index}_{part}")
    assert index in find_told(filled)


@pytest.mark.files
def test_an_index_made_otherwise_is_told(filled, index):
    write(
        filled,
        f"drop table {index}",
        f"create virtual table {index} using fts5(words, content='', tokenize='unicode61')",
    )
    assert "schema" in find_told(filled)


def test_asking_after_a_check_is_still_asking_only(filled):
    with Ledger(filled) as ledger:
        assert find_faults(ledger) == []
        assert find_faults(ledger) == []
        with ledger.asking() as connection:
            if not is_server(filled):
                assert connection.scalar(text("pragma query_only")) == 1
