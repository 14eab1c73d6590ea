"""The first schema."""

from alembic import op

from sayso.ledger import search
from sayso.ledger.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    metadata.create_all(op.get_bind())
    is_server = op.get_bind().dialect.name == "postgresql"
    for name in (search.CLAIM_WORDS, search.DOCUMENT_WORDS):
        op.execute(search.make_statement(name, is_server=is_server))
        if is_server:
            op.execute(f"create index {name}_index on {name} using gin (words)")
