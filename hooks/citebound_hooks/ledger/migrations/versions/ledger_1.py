"""The first form of the ledger."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "ledger_1"
down_revision = None

_SQLITE = """
CREATE TRIGGER events_{verb} BEFORE {verb} ON events
BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END
"""
_NEVER_CHANGED = {
    "sqlite": tuple(_SQLITE.format(verb=verb) for verb in ("UPDATE", "DELETE")),
    "postgresql": (
        """
CREATE FUNCTION events_never_changed() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'the history is never changed'; END $$ LANGUAGE plpgsql
""",
        """
CREATE TRIGGER events_never_changed BEFORE UPDATE OR DELETE ON events
FOR EACH ROW EXECUTE FUNCTION events_never_changed()
""",
    ),
}


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "documents",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("received", sa.String(32), nullable=False),
        sa.Column("purged", sa.String(32)),
    )
    op.create_table(
        "jobs",
        sa.Column("document", sa.String(64), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("decisions", sa.String(64)),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("since", sa.Float, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("holds", sa.Integer, nullable=False),
        sa.Column("not_before", sa.Float, nullable=False),
        sa.Column("lease_owner", sa.String(128)),
        sa.Column("lease_until", sa.Float),
        sa.Column("outcome", sa.String(32)),
        sa.Column("reason", sa.Text),
    )
    op.create_table(
        "events",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.String(64), index=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("detail", sa.JSON, nullable=False),
    )
    for statement in _NEVER_CHANGED.get(op.get_bind().dialect.name, ()):
        op.execute(statement)


def downgrade() -> None:
    """Removes the tables, and all history with them."""
    for name in ("events", "jobs", "documents"):
        op.drop_table(name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION events_never_changed")
