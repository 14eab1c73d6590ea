"""The first schema."""

from alembic import op

from sayso.ledger import search
from sayso.ledger.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    metadata.create_all(op.get_bind())
    search.create(op.get_bind())
