"""The command line as the contract has it: outputs, messages, exit codes."""

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

REPORT = "refworld-page.txt"


def lines(done):
    return done.stderr.decode().strip().splitlines()


def test_version_and_help(process):
    assert process("--version").stdout.startswith(b"citebound 0.")
    shown = process("--help").stdout.decode()
    for command in ("brief", "check", "record", "extract", "rule", "plugins", "schema", "init"):
        assert f"\n  {command} " in shown


def test_commands_stand_under_headings_and_those_of_others_come_last(citebound, plugin_files):
    flag = ("--plugin", plugin_files / "adds_everything.py")
    said = citebound(*flag, "--help").stdout.decode().partition("\nReports:\n")[2]
    headings = [line for line in ("Reports:\n" + said).splitlines() if line and not line.startswith(" ")]
    assert headings == ["Reports:", "Explanations and settings:", "Uploads:", "Other commands:"]
    for heading, name in [("Reports", "verify"), ("Uploads", "watch"), ("Other commands", "shelve")]:
        section = f"Reports:\n{said}".partition(f"{heading}:\n")[2].partition("\n\n")[0]
        assert f"  {name} " in section


@pytest.mark.parametrize(
    "command", ["brief", "check", "record", "extract", "rule", "plugins", "schema", "init"]
)
def test_each_command_explains_itself(citebound, command):
    done = citebound(command, "--help")
    assert done.returncode == 0
    assert b"Usage:" in done.stdout


@pytest.mark.parametrize(
    ("shape", "command"), [("findings", "check"), ("record", "record"), ("extraction", "extract")]
)
@pytest.mark.parametrize("name", [REPORT, "web-report.html", "situation-report.pdf"])
def test_json_output_follows_its_schema(citebound, examples, shape, command, name):
    done = citebound(command, "--format", "json", examples / name)
    assert done.returncode in (0, 1)
    assert done.stderr == b""
    value = json.loads(done.stdout)
    assert value["schema"] == f"citebound/{shape}/1"
    jsonschema.validate(value, json.loads(citebound("schema", shape).stdout))


@pytest.mark.parametrize(("shape", "command"), [("record", "record"), ("extraction", "extract")])
def test_of_a_reference_list_the_json_is_an_array(citebound, tmp_path, shape, command):
    (tmp_path / "list.bib").write_text("@report{a, title={Salt}}\n@report{b, title={Wells}}\n")
    values = json.loads(citebound(command, tmp_path / "list.bib").stdout)
    assert [value["schema"] for value in values] == [f"citebound/{shape}/1"] * 2


def test_the_same_input_gives_the_same_output(process, examples):
    for command in ("record", "extract"):
        assert process(command, examples / REPORT).stdout == process(command, examples / REPORT).stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("command", [("check",), ("record",), ("extract", "--format", "json")])
def test_a_full_disk_is_told_in_one_line(process, examples, command):
    with Path("/dev/full").open("wb") as full:
        done = process(*command, examples / REPORT, stdout=full)
    assert done.returncode == 2
    assert lines(done) == ["citebound: standard output cannot be written: No space left on device"]


def test_standard_input_is_read(citebound, examples):
    content = (examples / REPORT).read_bytes()
    from_file = json.loads(citebound("extract", examples / REPORT).stdout)
    from_input = json.loads(citebound("extract", "-", "--media-type", "text/plain", stdin=content).stdout)
    assert from_file["claims"] == from_input["claims"]


def test_desk_options_come_before_the_page(citebound, examples):
    done = citebound("record", examples / REPORT, "--accessed", "2024-06-01", "--set", "symbol=BM 9/5")
    fields = json.loads(done.stdout)["fields"]
    assert fields["accessed"]["value"]["iso"] == "2024-06-01"
    assert fields["accessed"]["supplied"] is True
    assert fields["accessed"]["page"]["value"]["iso"] == "2024-05-20"
    assert fields["symbol"]["value"] == "BM 9/5"


def test_a_sidecar_file_is_found_beside_the_report(citebound, examples, tmp_path):
    (tmp_path / "r.txt").write_bytes((examples / REPORT).read_bytes())
    (tmp_path / "r.txt.citebound.toml").write_text('[record]\ntitle = "Another"\n')
    assert json.loads(citebound("record", "r.txt").stdout)["fields"]["title"]["value"] == "Another"


WRONG_USAGE = {
    ("check",): "missing argument",
    ("chek",): "there is no command 'chek'; did you mean 'check'?",
    ("frobnicate",): "there is no command 'frobnicate'; `citebound --help` tells more",
    (
        "check",
        "--formt",
        "json",
        "{report}",
    ): "there is no option '--formt'; did you mean '--format'? `citebound check",
    ("template", "xyzzy"): "there is no command 'xyzzy'; `citebound template --help` tells more",
    ("check", "--xyzzy", "{report}"): "there is no option '--xyzzy'; `citebound check --help` tells more",
    ("check", "--format", "jsn", "{report}"): "there is no format 'jsn' for findings; did you mean 'json'?",
    ("record", "--profile", "refwrld", "{report}"): "there is no profile 'refwrld'; did you mean 'refworld'?",
    (
        "brief",
        "--template",
        "one-pager",
        "{report}",
    ): "there is no template 'one-pager'; did you mean 'one-page'?",
    (
        "template",
        "new",
        "x",
        "--from",
        "breifing",
    ): "there is no template 'breifing'; did you mean 'briefing'?",
    ("rule", "cite-as-omits-authors"): "'cite-as-omits-authors'; did you mean 'cite-as-omits-author'?",
    ("check", "--format", "xml", "{report}"): "there is no format 'xml' for findings; there are ",
    ("check", "--select", "XYZ", "{report}"): "there is no rule or group 'XYZ'",
    ("record", "--profile", "nowhere", "{report}"): "there is no profile 'nowhere'; there are amnesty",
    (
        "record",
        "--accessed",
        "31 February 2024",
        "{report}",
    ): "'31 February 2024' is no date; write it as 2024-03-24",
    ("record", "--set", "titel=x", "{report}"): "there is no field 'titel'; did you mean 'title'?",
    ("record", "--set", "title", "{report}"): "write it as FIELD=VALUE",
    ("brief", "--template", "nowhere", "{report}"): "there is no template 'nowhere'; there are briefing",
    ("brief", "{report}", "{report}", "-o", "one.pdf"): "several briefings need a folder",
    ("rule", "CIT999"): "there is no rule or group 'CIT999'",
    ("schema", "recrod"): "did you mean 'record'?",
    ("--config", "gone.toml", "check", "{report}"): "gone.toml",
    ("check", "{empty}"): "no report in ",
    ("check", "--fix", "-"): "--fix and --diff need a file",
}


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_exit_code_2_and_a_clear_line(citebound, examples, tmp_path, arguments):
    (tmp_path / "empty").mkdir()
    places = {"report": examples / REPORT, "empty": tmp_path / "empty"}
    done = citebound(*(argument.format(**places) for argument in arguments))
    assert done.returncode == 2
    assert WRONG_USAGE[arguments] in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_an_unreadable_file_is_exit_code_3_and_the_others_are_checked(citebound, examples, tmp_path):
    (tmp_path / "empty.txt").touch()
    done = citebound("check", "--format", "json", "empty.txt", "gone.txt", examples / REPORT)
    assert done.returncode == 3
    assert [line.split(": ")[1] for line in lines(done)] == ["empty.txt", "gone.txt"]
    assert json.loads(done.stdout)["summary"]["files"] == 1
    assert json.loads(done.stdout)["findings"]


def test_findings_decide_the_exit_code(citebound, examples):
    assert citebound("check", examples / REPORT).returncode == 0
    assert citebound("check", "--fail-on", "warning", examples / REPORT).returncode == 1
    assert citebound("check", "--fail-on", "never", examples / REPORT).returncode == 0
    assert citebound("record", examples / REPORT).returncode == 0
    assert citebound("record", "--fail-on", "warning", examples / REPORT).returncode == 1


def test_folders_are_walked_without_hidden_and_ignored_files(citebound, tmp_path):
    for name in ("a.txt", "b/c.txt", "b/ignored.txt", ".hidden/d.txt", "e.png", "a.txt.citebound.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("" if name.endswith("toml") else "A Title\n\nSome words stand here.\n")
    (tmp_path / "b" / ".gitignore").write_text("ignored.txt\n")
    done = citebound("check", "--format", "json", ".")
    assert json.loads(done.stdout)["summary"]["files"] == 2


def test_ignore_files_above_the_folder_count_up_to_the_repository(citebound, tmp_path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("drafts/\n")
    for name in ("reports/a.txt", "reports/drafts/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A Title\n\nSome words stand here.\n")
    assert json.loads(citebound("check", "--format", "json", "reports").stdout)["summary"]["files"] == 1


def test_init_writes_a_configuration_that_loads(citebound, examples, tmp_path):
    assert citebound("init", "--profile", "refworld").stdout == b"citebound.toml\n"
    assert 'profile = "refworld"' in (tmp_path / "citebound.toml").read_text()
    assert citebound("check", examples / REPORT).returncode == 0
    again = citebound("init")
    assert (again.returncode, lines(again)) == (
        2,
        ["citebound: citebound.toml is there already; --force replaces it"],
    )
    assert citebound("init", "--force").returncode == 0


def test_configuration_is_obeyed(citebound, examples, tmp_path):
    (tmp_path / "citebound.toml").write_text('fail-on = "warning"\n')
    assert citebound("check", examples / REPORT).returncode == 1
    (tmp_path / "citebound.toml").write_text("[plugins]\ndisable = ['rules']\n")
    assert json.loads(citebound("check", "--format", "json", examples / REPORT).stdout)["findings"] == []


def test_rules_are_explained(citebound):
    listed = citebound("rule").stdout.decode().splitlines()
    assert any(line.startswith("CIT004  warning  cite-as-omits-author") for line in listed)
    text = citebound("rule", "CIT004").stdout.decode()
    for section in ("Why:", "Bad:", "Good:", "Source:"):
        assert section in text
    assert citebound("rule", "cite-as-omits-author").stdout.decode() == text


def test_briefings_go_where_they_are_wanted(citebound, examples, tmp_path):
    (tmp_path / "r.txt").write_bytes((examples / REPORT).read_bytes())
    assert citebound("brief", "r.txt").stdout == b"r.briefing.pdf\n"
    assert citebound(
        "brief", "r.txt", examples / "web-report.html", "-o", "out/"
    ).stdout.decode().split() == [
        "out/r.briefing.pdf",
        "out/web-report.briefing.pdf",
    ]
    first = (tmp_path / "r.briefing.pdf").read_bytes()
    citebound("brief", "r.txt", "-o", "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == first


def test_briefings_never_share_a_file(citebound, examples, tmp_path):
    content = (examples / REPORT).read_bytes()
    for name in ("a/x.txt", "a/x.md", "b/x.txt", "b/y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    one_folder = (
        citebound("brief", "a/x.txt", "a/x.md", "b/x.txt", "b/y.txt", "-o", "out/").stdout.decode().split()
    )
    assert one_folder == [
        "out/x.txt.briefing.pdf",
        "out/x.md.briefing.pdf",
        "out/x.txt.2.briefing.pdf",
        "out/y.briefing.pdf",
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        p.split("/")[1] for p in one_folder
    )
    beside = citebound("brief", "a/x.txt", "a/x.md", "b/x.txt").stdout.decode().split()
    assert beside == ["a/x.txt.briefing.pdf", "a/x.md.briefing.pdf", "b/x.briefing.pdf"]


def test_a_folder_that_cannot_be_made_is_one_line(citebound, examples, tmp_path):
    (tmp_path / "file").touch()
    done = citebound("brief", examples / REPORT, "-o", "file/")
    assert done.returncode == 2
    assert lines(done) == ["citebound: -o file/: the folder cannot be made: File exists"]


def test_an_extraction_explains_itself(citebound, examples):
    shown = citebound("extract", "--explain", examples / REPORT).stdout.decode()
    assert "C1 claim-responsibility by Free Brigades of the Marsh" in shown
    for rule in ("claims.claimed-by", "actors.name", "citations.", "dates.", "hedges."):
        assert rule in shown
