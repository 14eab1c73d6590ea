"""The steps make what the tables say; an older ledger takes the steps it lacks, and none is opened
with a schema that is not known."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from sayso.errors import LedgerTooNew, LedgerTooOld
from sayso.ledger import Ledger
from sayso.ledger import migrate as steps
from sayso.ledger.engine import open_engine
from sayso.ledger.search import CLAIM_WORDS, DOCUMENT_WORDS, make_statement
from sayso.ledger.tables import metadata
from tests.ledger.made_ledger import fill, find_faults, load_all

NEXT_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("claims", sa.Column("note", sa.Text()))
    op.create_index("claims_note", "claims", ["note"])
"""


@pytest.fixture
def later(tmp_path, monkeypatch):
    """A version of sayso that knows one step more."""
    folder = tmp_path / "migrations"
    shutil.copytree(str(steps.FOLDER), folder)
    (folder / "versions" / "0002_note.py").write_text(NEXT_STEP)

    def begin() -> None:
        monkeypatch.setattr(steps, "FOLDER", folder)
        monkeypatch.setattr(steps, "REVISIONS", ("0001", "0002"))
        steps.make_schema.cache_clear()

    yield begin
    steps.make_schema.cache_clear()


def _is_ours(thing, name, kind, *_):
    """Neither the full-text indexes, which no table describes, nor the mark of the revision."""
    is_index = kind == "table" and name.startswith((CLAIM_WORDS, DOCUMENT_WORDS))
    return not is_index and name != "alembic_version"


def test_a_ledger_made_by_the_steps_is_what_the_tables_say(place):
    engine = open_engine(place, writes=True, creates=True)
    with engine.begin() as connection:
        steps.migrate(connection, place)
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours})
        assert compare_metadata(context, metadata) == []
        assert steps.find_revision(connection) == steps.REVISIONS[-1]
    engine.dispose()


@pytest.mark.files
@pytest.mark.parametrize("name", [CLAIM_WORDS, DOCUMENT_WORDS])
def test_the_steps_make_the_index_that_verify_makes_anew(ledger, name):
    with ledger.asking() as connection:
        made = connection.scalar(text("select sql from sqlite_schema where name = :n"), {"n": name})
    assert made.casefold() == make_statement(name, is_server=False)


@pytest.mark.server
def test_a_server_keeps_every_table_column_and_index_that_the_steps_make(postgres):
    place = postgres.make_place(template="template0")
    with Ledger(place, creates=True) as ledger:
        fill(ledger)
        assert find_faults(ledger) == []
    postgres.drop(place)


def test_every_step_is_known_and_follows_the_one_before():
    names = sorted(path.name for path in Path(str(steps.FOLDER), "versions").glob("*.py"))
    assert tuple(name.partition("_")[0] for name in names) == steps.REVISIONS


def test_an_older_ledger_is_brought_up_to_date_without_loss(place, later):
    with Ledger(place, creates=True) as ledger:
        fill(ledger)
        kept, status = load_all(ledger), ledger.get_status()
    later()
    with Ledger(place) as ledger, ledger.asking() as connection:
        assert steps.find_revision(connection) == "0002"
        assert "note" in {column["name"] for column in inspect(connection).get_columns("claims")}
        assert load_all(ledger) == kept
        assert find_faults(ledger) == []
        assert ledger.get_status().n_claims == status.n_claims


def test_a_step_that_fails_leaves_the_older_ledger_as_it_was(place, later, tmp_path):
    with Ledger(place, creates=True) as ledger:
        fill(ledger)
        kept = load_all(ledger)
    broken = f"{NEXT_STEP}    raise ArithmeticError\n"
    (tmp_path / "migrations" / "versions" / "0002_note.py").write_text(broken)
    later()
    with pytest.raises(ArithmeticError):
        Ledger(place)
    engine = open_engine(place, writes=False)
    with engine.connect() as connection:
        assert steps.find_revision(connection) == "0001"
        assert "note" not in {each["name"] for each in inspect(connection).get_columns("claims")}
    engine.dispose()
    assert kept


def test_an_older_ledger_that_cannot_be_written_is_told(ledger, later):
    later()
    with ledger.asking() as connection, pytest.raises(LedgerTooOld, match="0001"):
        steps.check_revision(connection, "here")


@pytest.mark.parametrize("revision", ["9999", "0000", "ab12cd34ef56"])
def test_a_ledger_with_a_schema_that_is_not_known_is_not_touched(ledger, place, revision):
    with ledger.writing() as connection:
        connection.execute(text("update alembic_version set version_num = :r"), {"r": revision})
    for creates in (False, True):
        with pytest.raises(LedgerTooNew, match=revision):
            Ledger(place, creates=creates)
