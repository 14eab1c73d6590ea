"""The steps make what the tables say, and a ledger is never opened with another schema."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from sayso.errors import LedgerTooNew, LedgerTooOld
from sayso.ledger import Ledger
from sayso.ledger.migrate import HEAD, check_revision, find_revision
from sayso.ledger.tables import metadata


def _is_ours(thing, name, kind, *_):
    """Neither the full-text indexes, which no table describes, nor the mark of the revision."""
    is_index = kind == "table" and name.startswith(("claim_words", "document_words"))
    return not is_index and name != "alembic_version"


def test_a_ledger_made_by_the_steps_is_what_the_tables_say(ledger):
    with ledger.asking() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours})
        assert compare_metadata(context, metadata) == []
        assert find_revision(connection) == HEAD


def _set_revision(ledger, revision):
    with ledger.writing() as connection:
        connection.execute(text("update alembic_version set version_num = :r"), {"r": revision})


def test_a_ledger_of_a_later_version_is_not_touched(ledger, place):
    _set_revision(ledger, "9999")
    with pytest.raises(LedgerTooNew, match="9999"):
        Ledger(place)
    with pytest.raises(LedgerTooNew, match="9999"):
        Ledger(place, creates=True)


def test_an_older_schema_is_told_from_the_newest(ledger):
    _set_revision(ledger, "0000")
    with ledger.asking() as connection, pytest.raises(LedgerTooOld, match="0000"):
        check_revision(connection, "here")
