"""The ledger: receipts, leases, outcomes, history."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace

pytest.importorskip("sqlalchemy")

from citebound.errors import ConfigurationError, UsageError
from citebound_hooks.ledger.asking_anew import bury, replay
from citebound_hooks.ledger.closing import finish, pause_after, put_back, put_back_failed, put_back_held
from citebound_hooks.ledger.database import LedgerError, look_into, open_ledger
from citebound_hooks.ledger.history import history, moment
from citebound_hooks.ledger.leasing import LONGEST_PAUSE, claim, renew
from citebound_hooks.ledger.place import Place
from citebound_hooks.ledger.receiving import receive
from citebound_hooks.ledger.standing import standing_of, status_of_all
from citebound_hooks.ledger.values import OUTCOMES, Closing, Receipt

LEASE = 10.0


def receipt(sign="a", key="1", **values):
    return Receipt(document=sign * 64, key=key * 64, name=f"{sign}.txt", bytes=7, **values)


def told(ledger, document=None):
    return [event.what for event in history(ledger, document)]


def test_the_same_upload_again_is_no_new_work(ledger):
    assert receive(ledger, receipt())
    assert not receive(ledger, receipt())
    assert told(ledger) == ["received"]


def test_another_setup_or_decision_asks_for_another_answer(ledger):
    receive(ledger, receipt())
    finish(ledger, claim(ledger, "w", LEASE), Closing(outcome="published"))
    assert receive(ledger, receipt(key="2", decisions="d" * 64))
    assert status_of_all(ledger).waiting == 1
    assert told(ledger) == ["received", "claimed", "outcome", "received", "decision"]


def test_what_is_asked_anew_during_the_work_is_worked_on_again(ledger):
    receive(ledger, receipt())
    job = claim(ledger, "w", LEASE)
    receive(ledger, receipt(key="2"))
    assert claim(ledger, "other", LEASE) is None
    finish(ledger, job, Closing(outcome="published"))
    assert claim(ledger, "w", LEASE).key == "2" * 64


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_document_ends_in_one_outcome(ledger, outcome):
    receive(ledger, receipt())
    job = claim(ledger, "w", LEASE)
    assert finish(ledger, job, Closing(outcome=outcome, reason="why"))
    assert not finish(ledger, job, Closing(outcome="published"))
    assert status_of_all(ledger).outcomes[outcome] == 1
    assert standing_of(ledger, "a" * 64).outcome == outcome


def test_the_oldest_job_comes_first_and_each_goes_to_one_worker(ledger, clock):
    for sign in "cab":
        receive(ledger, receipt(sign))
        clock.now += 1
    assert [claim(ledger, "w", LEASE).document[0] for _ in "cab"] == ["c", "a", "b"]
    assert claim(ledger, "w", LEASE) is None


def test_a_lease_that_ran_out_is_anybodys_and_the_slow_worker_changes_nothing(ledger, clock):
    receive(ledger, receipt())
    slow = claim(ledger, "slow", LEASE)
    clock.now += LEASE + 0.1
    quick = claim(ledger, "quick", LEASE)
    assert not renew(ledger, slow, LEASE)
    assert not finish(ledger, slow, Closing(outcome="published"))
    assert not any(back(ledger, slow, "late") for back in (put_back_failed, put_back_held))
    assert not put_back(ledger, slow)
    assert finish(ledger, quick, Closing(outcome="published"))
    assert history(ledger)[2].detail == {"by": "quick", "abandoned_by": "slow"}


def test_a_renewed_lease_holds(ledger, clock):
    receive(ledger, receipt())
    job = claim(ledger, "w", LEASE)
    clock.now += LEASE - 1
    assert renew(ledger, job, LEASE)
    clock.now += LEASE - 1
    assert claim(ledger, "other", LEASE) is None


def test_failures_are_counted_and_followed_by_a_pause(ledger, clock):
    receive(ledger, receipt())
    for attempt in range(3):
        job = claim(ledger, "w", LEASE)
        assert job.attempts == attempt
        assert put_back_failed(ledger, job, "it broke")
        assert claim(ledger, "w", LEASE) is None
        clock.now += pause_after(attempt + 1)
    assert told(ledger).count("failed") == 3


def test_a_result_that_cannot_be_written_costs_no_attempt(ledger, clock):
    receive(ledger, receipt())
    put_back_held(ledger, claim(ledger, "w", LEASE), "disk full")
    clock.now += 1
    job = claim(ledger, "w", LEASE)
    assert (job.attempts, job.holds) == (0, 1)


@pytest.mark.parametrize("state", ["leased", "paused"])
def test_a_clock_that_is_set_back_does_not_hold_jobs_up(ledger, clock, state):
    receive(ledger, receipt())
    job = claim(ledger, "w", LEASE)
    if state == "paused":
        put_back_failed(ledger, job, "it broke")
    clock.now -= 86_400
    assert claim(ledger, "w", LEASE) is not None


def test_pauses_grow_to_a_limit():
    assert [pause_after(times) for times in (1, 2, 3)] == [1, 2, 4]
    assert pause_after(10_000) == LONGEST_PAUSE


def test_a_worker_that_stops_gives_its_job_back(ledger):
    receive(ledger, receipt())
    put_back(ledger, claim(ledger, "w", LEASE))
    assert claim(ledger, "other", LEASE).attempts == 0


def test_replay_takes_one_document_or_all_quarantined(ledger):
    for sign, outcome in zip("abc", ["published", "quarantined", "quarantined"], strict=True):
        receive(ledger, receipt(sign))
        finish(ledger, claim(ledger, "w", LEASE), Closing(outcome=outcome))
    assert replay(ledger, "a" * 64) == ["a" * 64]
    assert replay(ledger) == ["b" * 64, "c" * 64]
    assert replay(ledger) == []


def test_a_purge_leaves_a_tombstone_and_says_what_was_written(ledger):
    receive(ledger, receipt(decisions="d" * 64))
    written = ({"where": "/out/x.pdf", "sha256": "0"},)
    finish(ledger, claim(ledger, "w", LEASE), Closing(outcome="published", written=written))
    assert bury(ledger, standing_of(ledger, "aaaaaa")) == (["/out/x.pdf"], ["d" * 64])
    left = standing_of(ledger, "aaaaaa")
    assert (left.state, left.name) == ("purged", None)
    assert status_of_all(ledger).purged == 1
    assert bury(ledger, left).written == ["/out/x.pdf"], "a purge that was interrupted can be finished"
    assert told(ledger).count("purged") == 1
    assert receive(ledger, receipt()), "what is uploaded anew is worked on anew"


def test_a_purge_leaves_the_sidecar_file_of_another_document(ledger):
    for sign in "ab":
        receive(ledger, receipt(sign, decisions="d" * 64))
    assert bury(ledger, standing_of(ledger, "aaaaaa")).sidecars == []


def test_a_document_that_is_being_worked_on_is_not_purged(ledger):
    receive(ledger, receipt())
    claim(ledger, "w", LEASE)
    with pytest.raises(UsageError, match="being worked on"):
        bury(ledger, standing_of(ledger, "aaaaaa"))


@pytest.mark.parametrize("verb", ["UPDATE events SET what = 'x'", "DELETE FROM events"])
def test_the_history_is_never_changed(ledger, tmp_path, verb):
    receive(ledger, receipt())
    with (
        sqlite3.connect(tmp_path / "store" / "ledger.db") as connection,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        connection.execute(verb)
    connection.close()


def test_the_file_is_durable(ledger):
    with ledger.reading() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2}


def test_a_locked_database_is_told_and_then_answers_again(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.db", tmp_path, busy_seconds=0.05)
    holder = sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="locked"):
        receive(ledger, receipt())
    holder.execute("ROLLBACK")
    holder.close()
    assert receive(ledger, receipt())
    ledger.engine.dispose()


def test_the_migrations_make_the_tables_that_the_statements_use(ledger):
    from sqlalchemy import inspect

    from citebound_hooks.ledger.tables import metadata

    seen = inspect(ledger.engine)
    for table in metadata.sorted_tables:
        assert [(column["name"], column["nullable"]) for column in seen.get_columns(table.name)] == [
            (column.name, bool(column.nullable)) for column in table.columns
        ]


def test_many_processes_may_open_a_new_ledger_at_once(tmp_path):
    def opened(_):
        ledger = Place(folder=tmp_path).open()
        new = receive(ledger, receipt())
        ledger.engine.dispose()
        return new

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(opened, range(8))) == 1


@pytest.mark.parametrize("address", ["nonsense", "nosuch://x"])
def test_a_wrong_database_is_told(tmp_path, address):
    with pytest.raises(ConfigurationError, match="--database"):
        open_ledger(address, tmp_path)


@pytest.mark.parametrize("wrong", ["abc", "A" * 8, "../../x", "ffffff"])
def test_a_wrong_id_is_told(ledger, wrong):
    with pytest.raises(UsageError, match="id"):
        standing_of(ledger, wrong)


def test_an_ambiguous_id_is_told(ledger):
    receive(ledger, receipt())
    receive(ledger, replace(receipt(), document="a" * 63 + "b"))
    with pytest.raises(UsageError, match="several"):
        standing_of(ledger, "aaaaaa")


def test_moments_are_utc():
    assert moment(0.0625) == "1970-01-01T00:00:00.062Z"


def test_what_is_done_together_is_done_wholly_or_not_at_all(ledger):
    receive(ledger, receipt("a"))

    def receive_and_finish(then=lambda: None):
        with ledger.together() as joined:
            receive(joined, receipt("b"))
            finish(joined, claim(joined, "w", LEASE), Closing(outcome="published"))
            then()

    with pytest.raises(ZeroDivisionError):
        receive_and_finish(then=lambda: 1 / 0)
    assert told(ledger) == ["received"]
    receive_and_finish()
    assert told(ledger) == ["received", "received", "claimed", "outcome"]


def test_a_job_says_whether_it_was_begun_before(ledger, clock):
    receive(ledger, receipt())
    assert not claim(ledger, "w", LEASE).begun_before
    clock.now += LEASE + 1
    assert claim(ledger, "other", LEASE).begun_before


def test_a_look_changes_nothing(ledger, tmp_path):
    seen = look_into(f"sqlite:///{tmp_path}/store/ledger.db")
    assert status_of_all(seen).documents == 0
    with pytest.raises(LedgerError, match="readonly"):
        receive(seen, receipt())
    seen.engine.dispose()


def test_a_ledger_of_a_newer_version_is_told(tmp_path, store_in):
    place = store_in(tmp_path / "store")
    connection = sqlite3.connect(tmp_path / "store" / "ledger.db")
    connection.execute("UPDATE alembic_version SET version_num = 'ledger_99'")
    connection.commit()
    connection.close()
    with pytest.raises(ConfigurationError, match="newer version"):
        place.open()


def test_held_documents_are_counted_apart(ledger):
    for sign in "ab":
        receive(ledger, receipt(sign))
    put_back_held(ledger, claim(ledger, "w", LEASE), "disk full")
    status = status_of_all(ledger)
    assert (status.waiting, status.held) == (2, 1)
