"""`check --watch` checks again when a file changes, and ends when it is interrupted."""

import os
import signal
import subprocess
import sys
import time

import pytest

pytest.importorskip("watchfiles", reason="the extra `watch` is not installed")


def test_a_change_is_checked_again(examples, tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes((examples / "refworld-page.txt").read_bytes())
    log = tmp_path.parent / "watch.log"
    with log.open("wb") as out:
        watching = subprocess.Popen(
            [sys.executable, "-m", "citebound", "check", "--watch", str(tmp_path)],
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        try:
            _wait(lambda: b"waiting for changes" in log.read_bytes())
            time.sleep(1)  # the watcher starts after it says so
            page.write_text(page.read_text().replace("UNHCR is not responsible", "UNHCR is responsible"))
            _wait(lambda: b"DIS003" in log.read_bytes())
        finally:
            watching.send_signal(signal.SIGINT)
            watching.wait(timeout=20)
    assert b"Traceback" not in log.read_bytes()


def _wait(until):
    deadline = time.monotonic() + 30
    while not until():
        assert time.monotonic() < deadline
        time.sleep(0.1)
