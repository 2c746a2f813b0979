"""The benchmark of many uploads, in small: what must hold holds, killed or not."""

import importlib.util
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy")
pytest.importorskip("watchfiles")

NUMBER = 40


@pytest.fixture(scope="module")
def uploads():
    spec = importlib.util.spec_from_file_location("uploads", Path(__file__).with_name("uploads.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_a_workflow_that_is_killed_twice_leaves_what_an_undisturbed_one_does(uploads, tmp_path):
    reports = uploads.made_up(NUMBER)
    runs = []
    for name, kill_at in (("undisturbed", []), ("killed", [NUMBER // 3, 2 * NUMBER // 3])):
        (tmp_path / name).mkdir()
        runs.append(uploads.through_the_inbox(tmp_path / name, reports, kill_at, concurrency=2))
    for run in runs:
        assert run.told == {(1, 1, 1): NUMBER}, "received, delivered and ended once each"
        assert [look.wrong for look in run.looks if look.wrong] == []
        assert len(run.digests) == NUMBER
    assert runs[0].digests == runs[1].digests
