"""The tables of the ledger, as its newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text),  # null once purged
    Column("bytes", BigInteger, nullable=False),
    Column("received", String(32), nullable=False),
    Column("purged", String(32)),
)

jobs = Table(
    "jobs",
    metadata,
    Column("document", String(64), ForeignKey("documents.id"), primary_key=True),
    Column("key", String(64), nullable=False),
    Column("decisions", String(64)),
    Column("state", String(16), nullable=False, index=True),  # waiting, leased, done
    Column("since", Float, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("holds", Integer, nullable=False),
    Column("not_before", Float, nullable=False),
    Column("lease_owner", String(128)),
    Column("lease_until", Float),
    Column("outcome", String(32)),
    Column("reason", Text),
)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document", String(64), index=True),
    Column("at", String(32), nullable=False),
    Column("what", String(32), nullable=False),
    Column("detail", JSON, nullable=False),
)

notices = Table(
    "notices",
    metadata,
    Column("event", Integer, primary_key=True, autoincrement=False),
    Column("address", String(500), primary_key=True),
    Column(
        "state", String(16), nullable=False
    ),  # begun (told of what came later), pending, delivered, given-up
    Column("attempts", Integer, nullable=False),
    Column("not_before", Float, nullable=False),
)
