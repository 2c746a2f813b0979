"""What the user has is never overwritten by what the program writes, and an empty word is no folder."""

import os
import stat
from pathlib import Path

import pytest

from citebound.errors import UnwritableError
from citebound.whole_files import write_whole

REPORT = "Title: The Mill\n\nThe miller said that the dam had broken.\n"


def said(done):
    return done.stderr.decode().strip().splitlines()[-1]


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "mill.txt"
    path.write_text(REPORT)
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("mill.txt", "-o", "mill.txt"),
        ("mill.txt", "-o", "./sub/../mill.txt"),
        ("mill.txt", "-o", "linked.txt"),
        ("mill.txt", "-o", "mill.txt.citebound.toml", "--format", "json"),
        ("mill.txt", "mill.briefing.pdf"),
        ("mill.txt", "-o", "desk.p12", "--sign", "./desk.p12", "--format", "pdf"),
    ],
    ids=" ".join,
)
def test_a_briefing_never_takes_the_place_of_a_report(citebound, report, tmp_path, arguments):
    (tmp_path / "sub").mkdir()
    (tmp_path / "linked.txt").symlink_to(report)
    (tmp_path / "mill.briefing.pdf").write_bytes(b"kept")
    done = citebound("brief", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said(done).endswith(": the briefing would take the place of an input; name another -o")
    assert report.read_text() == REPORT
    assert (tmp_path / "mill.briefing.pdf").read_bytes() == b"kept"


def test_briefings_of_a_folder_are_not_briefed_again(citebound, report, tmp_path):
    for _ in range(2):
        done = citebound("brief", ".", "--format", "html")
        assert done.stdout == b"mill.briefing.html\n"
        done = citebound("brief", ".")
        assert done.stdout == b"mill.briefing.pdf\n"
    assert b"in 2 files" in citebound("check", ".").stdout  # a finished briefing can be checked


def test_a_dash_stands_for_standard_output(citebound, report, tmp_path):
    done = citebound("brief", report, "-o", "-")
    assert (done.returncode, done.stdout[:5]) == (0, b"%PDF-")
    assert citebound("brief", report).returncode == 0
    assert done.stdout == (tmp_path / "mill.briefing.pdf").read_bytes()
    assert not (tmp_path / "-").exists()


def test_several_briefings_do_not_fit_standard_output(citebound, report, tmp_path):
    (tmp_path / "list.bib").write_text("@misc{a, title={A Mill}}\n\n@misc{b, title={A Dam}}\n")
    assert said(citebound("brief", report, "list.bib", "-o", "-")) == (
        "citebound: -o -: several briefings need a folder; write -o DIR/"
    )
    done = citebound("brief", "list.bib", "-o", "-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "-o -: the report has 2 entries, and each is a file; name a folder" in said(done)


def test_a_baseline_takes_the_place_of_a_baseline_only(citebound, report, tmp_path):
    done = citebound("check", "--write-baseline", report, report)
    assert done.returncode == 2
    assert said(done) == f"citebound: --write-baseline {report}: another file stands there; name a new one"
    assert report.read_text() == REPORT
    assert [citebound("check", "--write-baseline", "known.json", report).returncode for _ in "ab"] == [0, 0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", ""),
        ("record", ""),
        ("extract", ""),
        ("brief", ""),
        ("verify", ""),
        ("check", "mill.txt", "--baseline", ""),
        ("brief", "mill.txt", "-o", ""),
        ("--config", "", "check", "mill.txt"),
        ("template", "new", ""),
        ("enqueue", ""),
        ("watch", ""),
        ("status", "--store", ""),
    ],
    ids=" ".join,
)
def test_an_empty_word_is_no_path(citebound, report, arguments):
    done = citebound(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "is empty; name a" in said(done)


@pytest.mark.skipif(os.name != "posix", reason="makes a named pipe")
def test_a_pipe_or_a_device_is_written_into_and_stays(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    (tmp_path / "link").symlink_to(pipe)
    for path in (pipe, tmp_path / "link"):
        write_whole(path, b"words")
        assert os.read(reader, 10) == b"words"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert (tmp_path / "link").is_symlink()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_device_that_takes_nothing_is_told():
    with pytest.raises(UnwritableError, match="/dev/full: cannot be written: No space left on device"):
        write_whole(Path("/dev/full"), b"words")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
