"""Full disks, closed streams, folders that may not be listed, odd names: one clear line and the right exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = "A Road\n\nA road was built.\n"
ODD = b"caf\xe9.txt"
FULL = Path("/dev/full")


def lines(done):
    return done.stderr.decode().strip().splitlines()


@pytest.fixture
def odd(tmp_path, examples):
    """A report whose name is no UTF-8."""
    path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), ODD)))
    try:
        path.write_bytes((examples / "refworld-page.txt").read_bytes())
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    return path


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["held back", "written at once"])
@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("check", "--help"), ("rule",), ("plugins", "--format", "json"), ("schema", "findings")],
    ids=" ".join,
)
def test_a_full_disk_is_told_wherever_something_is_printed(process, arguments, unbuffered):
    with FULL.open("wb") as full:
        done = process(*arguments, stdout=full, env={"PYTHONUNBUFFERED": unbuffered})
    assert done.returncode == 2
    assert lines(done) == ["citebound: standard output cannot be written: No space left on device"]


@pytest.mark.skipif(os.name != "posix", reason="closes streams by the shell")
@pytest.mark.parametrize(
    ("closed", "code", "said"),
    [("page.txt >&-", 0, []), ("- <&-", 3, ["citebound: standard input: it is closed"])],
)
def test_closed_streams(tmp_path, closed, code, said):
    (tmp_path / "page.txt").write_text(PAGE)
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m citebound check {closed}"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (done.returncode, lines(done)) == (code, said)


@pytest.mark.skipif(os.name != "posix", reason="removes a folder that somebody is in")
def test_a_folder_that_was_removed_meanwhile_is_told(tmp_path):
    (tmp_path / "gone").mkdir()
    done = subprocess.run(
        ["sh", "-c", f"rmdir ../gone && {sys.executable} -m citebound check page.txt"],
        cwd=tmp_path / "gone",
        stderr=subprocess.PIPE,
        check=False,
    )
    said = "citebound: the folder that you are in is gone; change to another one"
    assert (done.returncode, lines(done)) == (2, [said])


def test_help_is_given_even_where_the_configuration_is_wrong(citebound, tmp_path):
    (tmp_path / "citebound.toml").write_text("[plugins\n")
    done = citebound("--help")
    assert done.returncode == 0
    assert b"\n  check " in done.stdout
    assert "citebound.toml:1: not TOML" in lines(done)[0]
    assert len(lines(done)) == 1


def test_a_configuration_that_cannot_be_written_is_one_line(citebound, tmp_path):
    (tmp_path / "citebound.toml").mkdir()
    done = citebound("init", "--force")
    assert (done.returncode, lines(done)) == (
        2,
        ["citebound: citebound.toml: cannot be written: it is a folder; name a file"],
    )


def test_a_folder_named_as_a_report_says_what_to_do(citebound, tmp_path):
    (tmp_path / "reports").mkdir()
    done = citebound("record", "reports")
    assert (done.returncode, lines(done)) == (3, ["citebound: reports: it is a folder; name a file"])


def test_a_folder_that_may_not_be_listed_is_told_and_the_others_are_checked(tmp_path, monkeypatch):
    from citebound.uploads import report_files

    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text(PAGE)
    listed = os.scandir

    def scan(folder):
        if Path(folder).name == "shut":
            raise PermissionError(13, "Permission denied", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scan)
    assert list(report_files([tmp_path])) == [tmp_path / "a.txt", tmp_path / "shut"]


def test_a_shut_folder_that_is_named_is_told_too(tmp_path, monkeypatch):
    from citebound.uploads import report_files

    shut = tmp_path / "shut"
    shut.mkdir()

    def refuse(path, *more, **options):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    exists = type(tmp_path).exists
    monkeypatch.setattr(
        type(tmp_path), "exists", lambda path: refuse(path) if shut in path.parents else exists(path)
    )
    assert list(report_files([shut])) == [shut]


def test_lines_of_an_ignore_file_that_are_no_pattern_are_passed_over(citebound, tmp_path):
    (tmp_path / ".gitignore").write_text("!\n[z-a]\nb.txt\n")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE)
    done = citebound("check", "--format", "json", ".")
    assert json.loads(done.stdout)["summary"]["files"] == 1


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "gitlab"])
def test_a_name_that_is_no_utf8_is_shown_escaped_in_every_format(citebound, odd, form):
    done = citebound("check", "--format", form, ".")
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode("utf-8")
    escaped = {"json": r"caf\\xe9.txt", "gitlab": r"caf\\xe9.txt", "sarif": "caf%5Cxe9.txt"}
    assert escaped.get(form, r"caf\xe9.txt") in shown


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii:strict", "utf-8:strict"])
def test_what_is_printed_is_utf8_whatever_the_systems_encoding_is(
    citebound, process, odd, tmp_path, encoding
):
    system = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    (tmp_path / "جسر.txt").write_bytes(odd.read_bytes())
    for command in (
        ("rule", "SRC"),
        ("check", "--diff", "جسر.txt"),
        ("check", "جسر.txt"),
        ("brief", "--format", "json", "جسر.txt"),
    ):
        done = process(*command, env=system)
        assert done.returncode == 0, done.stderr
        assert done.stdout == citebound(*command).stdout
        assert not done.stdout.decode("utf-8").isascii()
    assert process("brief", "--format", "json", odd.name, env=system).stdout == b"caf\xe9.briefing.json\n"


def test_a_name_that_is_no_utf8_serves_every_command(citebound, odd, tmp_path):
    assert json.loads(citebound("record", odd).stdout)["document"]["filename"] == r"caf\xe9.txt"
    assert citebound("extract", odd).returncode == 0
    assert rb"+++ b/caf\xe9.txt" in citebound("check", "--diff", odd.name).stdout
    assert b"2 corrections made" in citebound("check", "--fix", ".").stderr
    assert citebound("check", "--write-baseline", "known.json", ".").returncode == 0
    assert citebound("check", "--baseline", "known.json", "--fail-on", "warning", ".").returncode == 0
    done = citebound("brief", odd.name)
    assert (done.returncode, done.stdout) == (0, b"caf\xe9.briefing.pdf\n")
    made = os.fsdecode(done.stdout.rstrip())
    (tmp_path / made).write_bytes(_with_another_page(tmp_path / made))
    found = json.loads(citebound("verify", "--format", "json", made).stdout)["findings"]
    assert {finding["path"] for finding in found} == {r"caf\xe9.briefing.pdf"}


def _with_another_page(briefing):
    """A briefing with its first page twice."""
    import io

    import pypdf

    reader = pypdf.PdfReader(briefing)
    writer = pypdf.PdfWriter(clone_from=reader)
    writer.add_page(reader.pages[0])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_changed_files_are_found_whatever_their_names_are(citebound, odd, tmp_path):
    def git(*arguments):
        identity = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    spaced = tmp_path / "naïve page .txt"
    for path in (spaced, tmp_path / "same.txt"):
        path.write_bytes(odd.read_bytes())
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    for path in (odd, spaced):
        path.write_bytes(path.read_bytes() + b"\n")
    done = citebound("check", "--format", "json", "--changed-since", "HEAD", ".")
    assert {f["path"] for f in json.loads(done.stdout)["findings"]} == {r"caf\xe9.txt", "naïve page .txt"}


def test_standard_input_is_checked_among_files_in_several_processes(process, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE)
    done = process("check", "--format", "json", "--jobs", "2", "a.txt", "-", "b.txt", stdin=PAGE.encode())
    assert (done.returncode, lines(done)) == (0, [])
    assert json.loads(done.stdout)["summary"]["files"] == 3


def test_few_files_are_shared_out_among_the_processes(monkeypatch, tmp_path):
    from citebound.cli import checking

    class Pool:
        def __init__(self, *arguments, **more):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *error):
            return None

        def map(self, work, chunks):
            sizes.extend(map(len, chunks))
            return []

    sizes = []
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Pool)
    paths = [tmp_path / f"{number}.txt" for number in range(10)]
    list(checking.check_files(checking.Session(), None, paths, 4))
    assert sizes == [3, 3, 3, 1]


def test_a_system_that_does_not_tell_the_cores_of_a_process_has_those_that_there_are(monkeypatch):
    from citebound.cli import checking

    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert checking._cores() == 3


@pytest.mark.parametrize("command", ["record", "extract"])
def test_what_the_desk_suppressed_does_not_fail_a_record_or_an_extraction(
    citebound, examples, tmp_path, command
):
    (tmp_path / "page.txt").write_bytes((examples / "refworld-page.txt").read_bytes())
    assert citebound(command, "--fail-on", "warning", "page.txt").returncode == 1
    (tmp_path / "page.txt.citebound.toml").write_text(
        '[[suppress]]\ncodes = ["CIT", "SRC", "DIS"]\nreason = "all known"\n'
    )
    assert citebound(command, "--fail-on", "warning", "page.txt").returncode == 0


@pytest.mark.parametrize("command", ["record", "extract"])
def test_settings_of_a_path_count_for_every_command(citebound, tmp_path, command):
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "citebound.toml").write_text('[paths."page.txt"]\nprofile = "refworld"\n')
    assert json.loads(citebound("record", "page.txt").stdout)["profile"] == "refworld"
    asked = citebound("record", "--profile", "generic", "page.txt")
    assert json.loads(asked.stdout)["profile"] == "generic"


def test_what_the_command_line_selects_counts_more_than_settings_of_a_path(citebound, examples, tmp_path):
    (tmp_path / "page.txt").write_bytes((examples / "refworld-page.txt").read_bytes())
    (tmp_path / "citebound.toml").write_text('[paths."*.txt"]\nselect = ["CIT"]\n')
    done = citebound("check", "--select", "DIS", "--format", "json", "page.txt")
    assert {f["code"][:3] for f in json.loads(done.stdout)["findings"]} == {"DIS"}


def test_a_file_that_cannot_be_corrected_is_told_and_the_others_are_corrected(
    examples, tmp_path, monkeypatch
):
    from click.testing import CliRunner

    from citebound import whole_files
    from citebound.cli import main

    names = ("a.txt", "b.txt", "c.txt")
    for name in names:
        (tmp_path / name).write_bytes((examples / "refworld-page.txt").read_bytes())
    replace = whole_files._replace

    def refuse(target, content):
        if target.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(target))
        replace(target, content)

    monkeypatch.setattr(whole_files, "_replace", refuse)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["check", "--fix", "--format", "json", *names])
    assert done.exit_code == 2
    assert "b.txt: cannot be written: Permission denied" in done.stderr
    assert "4 corrections made" in done.stderr
    assert {f["path"] for f in json.loads(done.stdout)["findings"] if f["fix"]} == {"b.txt"}


def test_bytes_that_cannot_be_read_are_the_input():
    import citebound
    from citebound.errors import NoTextError

    with pytest.raises(NoTextError, match=r"^the input: the file is empty$"):
        citebound.read(b"")
