"""Which outcomes which address was told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "ledger_2"
down_revision = "ledger_1"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "notices",
        sa.Column("event", sa.Integer, primary_key=True),
        sa.Column("address", sa.String(500), primary_key=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", sa.Float, nullable=False),
    )


def downgrade() -> None:
    """Removes the table."""
    op.drop_table("notices")
