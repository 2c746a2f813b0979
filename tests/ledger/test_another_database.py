"""The ledger in another database than SQLite: the one that CITEBOUND_TEST_DATABASE names.

createdb citebound_test
CITEBOUND_TEST_DATABASE=postgresql+psycopg://localhost/citebound_test pytest tests/ledger/test_another_database.py

What stands in that database is dropped.
"""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

pytest.importorskip("sqlalchemy")

from citebound_hooks.ledger.asking_anew import bury, replay
from citebound_hooks.ledger.closing import finish, put_back_failed
from citebound_hooks.ledger.database import LedgerError
from citebound_hooks.ledger.history import history
from citebound_hooks.ledger.leasing import claim
from citebound_hooks.ledger.place import Place
from citebound_hooks.ledger.receiving import receive
from citebound_hooks.ledger.standing import standing_of, status_of_all
from citebound_hooks.ledger.values import Closing, Receipt

ADDRESS = os.environ.get("CITEBOUND_TEST_DATABASE", "")
pytestmark = pytest.mark.skipif(not ADDRESS, reason="CITEBOUND_TEST_DATABASE names no database")


@pytest.fixture
def shared(tmp_path):
    from sqlalchemy import create_engine

    from citebound_hooks.ledger.tables import metadata

    engine = create_engine(ADDRESS)
    metadata.drop_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("DROP FUNCTION IF EXISTS events_never_changed")
    engine.dispose()
    opened = Place(folder=tmp_path, database=ADDRESS).open()
    yield opened
    opened.engine.dispose()


def receipt(number):
    return Receipt(document=f"{number:064x}", key="1" * 64, name="a.txt", bytes=7)


def told(ledger, document=None):
    return [event.what for event in history(ledger, document)]


def test_the_way_of_a_document(shared):
    receive(shared, receipt(1))
    job = claim(shared, "w", 10)
    with shared.together() as ledger:
        assert finish(ledger, job, Closing(outcome="quarantined", written=({"where": "/x", "sha256": "0"},)))
    assert replay(shared) == [job.document]
    assert put_back_failed(shared, claim(shared, "w", 10), "it broke")
    assert status_of_all(shared).waiting == 1
    assert bury(shared, standing_of(shared, job.document)).written == ["/x"]
    assert told(shared) == [
        "received",
        "claimed",
        "delivered",
        "outcome",
        "replayed",
        "claimed",
        "failed",
        "purged",
    ]


def test_sixty_four_at_once_are_one_job(shared):
    with ThreadPoolExecutor(12) as pool:
        new = list(pool.map(lambda _: receive(shared, receipt(1)), range(64)))
    assert sum(new) == 1
    assert told(shared) == ["received"]


def test_each_job_goes_to_one_worker(shared):
    for number in range(20):
        receive(shared, receipt(number))

    def take_all(worker):
        taken = []
        while status_of_all(shared).waiting:
            job = claim(shared, f"{worker}:{len(taken)}", 60)
            taken += [job.document] if job else []
        return taken

    with ThreadPoolExecutor(4) as pool:
        taken = [document for documents in pool.map(take_all, range(4)) for document in documents]
    assert sorted(taken) == [receipt(number).document for number in range(20)]


@pytest.mark.parametrize("verb", ["UPDATE events SET what = 'x'", "DELETE FROM events"])
def test_the_history_is_never_changed(shared, verb):
    receive(shared, receipt(1))
    with pytest.raises(LedgerError, match="never changed"), shared.writing() as connection:
        connection.exec_driver_sql(verb)
