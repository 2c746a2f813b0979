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
    done = citebound("doctor", "-o", tmp_path / "nowhere")
    assert {what for what, state in states(done).items() if state == "wrong"} == {"output", "ledger"}
    assert b"there is no folder" in done.stdout
    assert done.returncode == 1
    assert done.stderr == b""


def test_a_plugin_that_fails_is_wrong(citebound, tmp_path, plugin_files):
    (tmp_path / "citebound-store" / "briefings").mkdir(parents=True)
    done = citebound("--plugin", plugin_files / "crash_everywhere.py", "doctor")
    assert states(done)["briefing"] == "wrong"
