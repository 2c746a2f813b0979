"""A person at a terminal sees how far the work is; a log file gets lines only."""

import os
import pty
import subprocess
import sys

import pytest

pytest.importorskip("sqlalchemy")

from citebound_hooks.ledger.values import OUTCOMES, Status
from citebound_hooks.worker.progress import in_words, screen


def status(**values):
    known = {"documents": 9, "waiting": 0, "held": 0, "working": 0, "oldest_waiting": None, "purged": 0}
    outcomes = dict.fromkeys(OUTCOMES, 0) | values.pop("outcomes", {})
    return Status(**known | values, outcomes=outcomes)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "idle"),
        ({"working": 2, "waiting": 5, "held": 1}, "2 at work, 4 waiting, 1 held"),
        ({"outcomes": {"quarantined": 3, "published": 6}}, "3 quarantined"),
    ],
)
def test_what_is_left_to_do_is_said(values, words):
    assert in_words(status(**values)) == words


def test_a_log_file_gets_no_bar(ledger):
    with screen(ledger, "text") as shown:
        assert shown is None


def test_a_terminal_gets_lines_and_a_bar(office):
    document = office.take_in()
    master, terminal = pty.openpty()
    arguments = ["work", "--once", "--store", office.store, "-o", office.out]
    worker = subprocess.Popen([sys.executable, "-m", "citebound", *map(str, arguments)], stderr=terminal)
    os.close(terminal)
    said = b""
    try:
        while part := os.read(master, 4096):
            said += part
    except OSError:  # on Linux, the end of a terminal
        pass
    os.close(master)
    assert worker.wait(20) == 0
    assert b"0/1" in said
    assert b"\r\x1b[2Kcitebound: " + document[:12].encode() in said, "the bar makes way for the line"
