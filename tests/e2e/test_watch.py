"""`check --watch` checks again when a file or the configuration changes, and ends when it is interrupted."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

pytest.importorskip("watchfiles", reason="the extra `watch` is not installed")

DEFECT = ("UNHCR is not responsible", "UNHCR is responsible")  # DIS003


@pytest.fixture
def page(examples, tmp_path):
    (tmp_path / "reports").mkdir()
    path = tmp_path / "reports" / "page.txt"
    path.write_bytes((examples / "refworld-page.txt").read_bytes())
    return path


@pytest.fixture
def watching(tmp_path):
    """Watches; gives a function that waits until something was said since it was last called."""

    @contextmanager
    def watching(*paths):
        log = tmp_path.parent / f"{tmp_path.name}.log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "citebound", "check", "--watch", *paths],
                cwd=tmp_path,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )
        seen = [0]

        def wait_for(words):
            deadline = time.monotonic() + 60
            while words not in log.read_bytes()[seen[0] :]:
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < deadline, log.read_text()
                time.sleep(0.1)
            time.sleep(1)  # the watcher starts after it says so, and a round goes on after its first line
            seen[0] = len(log.read_bytes())

        try:
            wait_for(b"waiting for changes")
            yield wait_for
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(timeout=20)
        assert code == 0
        assert b"Traceback" not in log.read_bytes()

    return watching


def replace(path, text):
    """Saves as many editors do: a new file takes the place of the old one."""
    beside = path.with_name(path.name + "~")
    beside.write_text(text)
    beside.replace(path)


def test_a_change_is_checked_again(page, watching):
    with watching("reports") as wait_for:
        page.write_text(page.read_text().replace(*DEFECT))
        wait_for(b"DIS003")


@pytest.mark.slow
def test_a_file_that_an_editor_replaces_is_still_watched(page, watching):
    good = page.read_text()
    with watching("reports/page.txt") as wait_for:
        for _ in range(2):
            replace(page, good.replace(*DEFECT))
            wait_for(b"DIS003")
            replace(page, good)
            wait_for(b"in 1 file")


@pytest.mark.slow
def test_a_changed_configuration_counts_and_a_wrong_one_ends_nothing(page, tmp_path, watching):
    settings = tmp_path / "citebound.toml"
    settings.write_text('select = ["DIS"]\n')
    with watching("reports") as wait_for:
        settings.write_text('select = ["CIT"]\n')
        wait_for(b"CIT004")
        settings.write_text('slect = ["CIT"]\n')
        wait_for(b"citebound.toml:1: unknown key 'slect'; did you mean 'select'?")
        settings.write_text('select = ["DIS"]\n')
        wait_for(b"DIS007")


def test_standard_input_cannot_be_watched(process):
    done = process("check", "--watch", "-", stdin=b"")
    assert (done.returncode, done.stderr) == (
        2,
        b"citebound: --watch needs files; standard input does not change\n",
    )
