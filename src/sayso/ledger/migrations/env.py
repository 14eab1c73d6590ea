"""Runs the steps on the connection of whoever asked, inside its transaction."""

from alembic import context

from sayso.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
