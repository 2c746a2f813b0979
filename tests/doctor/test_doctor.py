"""`citebound doctor` names what is wrong, and nothing else."""

import pytest

pytest.importorskip("sqlalchemy")


def states(done):
    return {line.split()[1]: line.split()[0] for line in done.stdout.decode().splitlines()}


def test_all_is_well(citebound, tmp_path):
    (tmp_path / "citebound-store" / "briefings").mkdir(parents=True)
    done = citebound("doctor")
    assert set(states(done).values()) == {"ok"}, done.stdout.decode()
    assert done.returncode == 0


def test_each_thing_that_is_wrong_is_named_and_the_rest_is_looked_at(citebound, tmp_path):
    store = tmp_path / "citebound-store"
    store.mkdir()
    (store / "ledger.db").write_bytes(b"no database at all, and long enough to be looked at closely" * 20)
    done = citebound("doctor", "-o", store / "ledger.db" / "out")
    assert {what for what, state in states(done).items() if state == "wrong"} == {"output", "ledger"}
    assert b"ledger.db is no folder" in done.stdout
    assert done.returncode == 1
    assert done.stderr == b""


def test_a_plugin_that_fails_is_wrong(citebound, tmp_path, plugin_files):
    (tmp_path / "citebound-store" / "briefings").mkdir(parents=True)
    done = citebound("--plugin", plugin_files / "crash_everywhere.py", "doctor")
    assert states(done)["briefing"] == "wrong"


def test_it_makes_nothing(citebound, tmp_path):
    done = citebound("doctor", "--store", tmp_path / "new")
    assert set(states(done).values()) == {"ok"}, done.stdout.decode()
    assert done.stdout.count(b"not made yet") == 3
    assert list(tmp_path.iterdir()) == []


def test_it_brings_no_ledger_up_to_date(citebound, tmp_path):
    import sqlite3

    store = tmp_path / "citebound-store"
    store.mkdir()
    sqlite3.connect(store / "ledger.db").close()
    done = citebound("doctor")
    assert b"becomes ledger_2 when a command writes to it" in done.stdout
    assert done.returncode == 0
    assert [path.name for path in store.iterdir()] == ["ledger.db"]
    assert (store / "ledger.db").read_bytes() == b""
