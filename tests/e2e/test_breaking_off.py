"""A call that is broken off says so in a line, and its exit code says nothing of findings."""

import os
import signal
import subprocess
import sys
import time

import click
import pytest

from citebound.cli.breaking_off import broken_off
from citebound.cli.session import Session


@pytest.mark.parametrize("raised", [KeyboardInterrupt, click.Abort])
def test_an_interrupt_is_one_line(raised, capsys):
    with pytest.raises(click.exceptions.Exit) as end, broken_off(Session()):
        raise raised
    assert end.value.exit_code == 130
    assert capsys.readouterr().err == "citebound: interrupted\n"


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_ctrl_c_while_a_report_is_read(tmp_path):
    waiting = tmp_path / "pipe"
    os.mkfifo(waiting)
    process = subprocess.Popen(
        [sys.executable, "-m", "citebound", "record", waiting], stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with waiting.open("wb"):  # opened by the program too: so it has begun
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"citebound: interrupted\n")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.parametrize("arguments", ["rule", "schema extraction", "check --help", "plugins"])
def test_a_reader_that_has_enough_ends_the_call_quietly(arguments):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "citebound", *arguments.split()],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")
