"""Wrong options and settings: exit code 2 and one line that says what, where and what to do."""

import json
import os

import pytest

SAID = {
    'profiles = ["gone.toml"]\n': "citebound.toml:1: there is no file ",
    'aliases = ["gone.toml"]\n': "citebound.toml:1: there is no file ",
    '[plugins]\n\ndisable = ["nobody"]\n': "citebound.toml:3: plugins: 'nobody' is not installed; known are ",
    "[plugins.settings.rules]\na = 1\n": "citebound.toml:1: [plugins.settings.rules]: the plugin rules has no settings",
    "fail-on = 'never'\nfail-on = 'error'\n": "citebound.toml:2: not TOML: Cannot overwrite a value",
}


def only_line(done):
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    return line


@pytest.fixture
def page(examples, tmp_path):
    target = tmp_path / "page.txt"
    target.write_bytes((examples / "refworld-page.txt").read_bytes())
    return target


@pytest.fixture
def severities(citebound):
    def severities(*arguments):
        found = json.loads(citebound("check", "--format", "json", *arguments, "page.txt").stdout)["findings"]
        return {finding["code"]: finding["severity"] for finding in found}

    return severities


@pytest.mark.parametrize("settings", SAID)
def test_a_wrong_setting_is_named_with_its_line(citebound, page, tmp_path, settings):
    (tmp_path / "citebound.toml").write_text(settings)
    assert SAID[settings] in only_line(citebound("extract", "page.txt"))


def test_a_file_in_another_encoding_says_so(citebound, page, tmp_path):
    (tmp_path / "citebound.toml").write_bytes("# réglages\n".encode("latin-1"))
    assert only_line(citebound("check", "page.txt")).endswith(
        "citebound.toml: not UTF-8 (byte 4); save it as UTF-8"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", ""), "--select names no rule; write codes or groups"),
        (("--ignore", " ,"), "--ignore names no rule"),
        (("--fix", "--diff"), "--fix changes files and --diff changes none; give one of them"),
        (("--statistics", "--format", "json"), "--statistics and --format json are two formats"),
    ],
)
def test_options_that_say_nothing_or_two_things(citebound, page, options, said):
    before = page.read_bytes()
    assert said in only_line(citebound("check", *options, "page.txt"))
    assert page.read_bytes() == before


@pytest.mark.parametrize("code", ["CIT004", "cit004", "cite-as-omits-author", "cit"])
def test_rules_are_selected_by_code_group_or_name_in_any_letters(severities, page, tmp_path, code):
    (tmp_path / "citebound.toml").write_text(f'select = ["{code}"]\n')
    assert set(severities()) == ({"CIT004"} if code != "cit" else {"CIT004", "CIT010", "CIT027"})
    (tmp_path / "citebound.toml").unlink()
    assert "CIT004" in severities("--select", code)
    assert "CIT004" not in severities("--ignore", code)


def test_a_group_has_a_severity_and_a_code_in_it_its_own(severities, page, tmp_path):
    (tmp_path / "citebound.toml").write_text('[severity]\nCIT004 = "info"\nCIT = "error"\n')
    found = severities()
    assert (found["CIT004"], found["CIT010"], found["SRC003"]) == ("info", "error", "info")


@pytest.mark.parametrize("command", ["check", "record", "extract", "brief"])
def test_the_help_lists_the_formats(citebound, command):
    shown = " ".join(citebound(command, "--help").stdout.decode().split())
    for name in {"check": ("sarif", "gitlab"), "record": ("ris", "dcterms"), "extract": ("w3c", "stix")}.get(
        command, ("pdf", "json")
    ):
        assert name in shown.partition("Output format:")[2].partition("[default")[0]


def test_no_command_is_cut_short_in_the_help(citebound):
    assert "..." not in citebound("--help").stdout.decode().partition("Commands:")[2]


@pytest.mark.parametrize("command", ["record", "extract", "check", "brief"])
def test_an_input_is_named_as_it_was_typed(citebound, tmp_path, command):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "list.ris").write_text("TY  - JOUR\n")
    done = citebound(command, "reports/list.ris")
    assert done.returncode == 3
    assert done.stderr.startswith(b"citebound: reports/list.ris: not RIS")


def test_a_wrong_sidecar_file_leaves_the_other_reports(citebound, page, tmp_path):
    (tmp_path / "other.txt").write_bytes(page.read_bytes())
    (tmp_path / "page.txt.citebound.toml").write_text("[record\n")
    done = citebound("check", "--format", "json", ".")
    assert only_line(done).startswith("citebound: page.txt.citebound.toml:1: not TOML")
    assert {finding["path"] for finding in json.loads(done.stdout)["findings"]} == {"other.txt"}


def test_a_date_in_a_sidecar_file_that_is_none_is_named_with_its_line(citebound, page, tmp_path):
    (tmp_path / "other.txt").write_bytes(page.read_bytes())
    (tmp_path / "page.txt.citebound.toml").write_text("[record]\naccessed = 'soon'\n")
    done = citebound("check", "--format", "json", ".")
    assert only_line(done).startswith(
        "citebound: page.txt.citebound.toml:2: accessed: 'soon' is no date; write it"
    )
    assert json.loads(done.stdout)["summary"]["files"] == 1


def test_a_date_on_the_command_line_that_is_none_names_its_option(citebound, page):
    assert only_line(citebound("record", "--accessed", "soon", "page.txt")).startswith(
        "citebound: --accessed: 'soon' is no date"
    )
    assert only_line(citebound("record", "--set", "date=soon", "page.txt")).startswith(
        "citebound: --set: date: 'soon' is no date"
    )


def test_a_wrong_file_of_names_beside_many_reports_is_told_once(citebound, page, tmp_path):
    (tmp_path / "other.txt").write_bytes(page.read_bytes())
    (tmp_path / "aliases.toml").write_text("[aliases\n")
    assert "aliases.toml" in only_line(citebound("check", "."))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_leaves_the_others(citebound, page, tmp_path):
    shut = tmp_path / "shut"
    shut.mkdir()
    (tmp_path / "no.txt").touch(mode=0)
    shut.chmod(0)
    try:
        done = citebound("check", "--format", "json", "no.txt", "shut", "shut/a.txt", "page.txt")
    finally:
        shut.chmod(0o700)
    assert done.returncode == 3
    assert [line.split(": ")[1:] for line in done.stderr.decode().splitlines()] == [
        ["no.txt", "Permission denied"],
        ["shut", "Permission denied"],
        ["shut/a.txt", "Permission denied"],
    ]
    assert json.loads(done.stdout)["summary"]["files"] == 1


def test_a_file_that_may_not_be_read_is_no_wrong_usage(examples, tmp_path, monkeypatch):
    """What the superuser cannot try: click itself must not refuse the path, or the others are not checked."""
    from click.testing import CliRunner

    from citebound.cli import main

    monkeypatch.setattr(os, "access", lambda path, mode: False)
    done = CliRunner().invoke(main, ["check", str(examples / "refworld-page.txt")])
    assert done.exit_code == 0


def test_an_endless_file_is_refused(monkeypatch, tmp_path):
    from citebound import uploads
    from citebound.errors import UnreadableError

    monkeypatch.setattr(uploads, "LIMIT", 1 << 20)
    with pytest.raises(UnreadableError, match=r"/dev/zero: larger than 1 MiB; split it"):
        uploads.upload_from(type(tmp_path)("/dev/zero"))


def test_a_plugin_file_that_is_not_there_is_told_without_the_systems_number(citebound, page):
    line = only_line(citebound("--plugin", "gone.py", "check", "page.txt"))
    assert line == "citebound: --plugin gone.py: cannot be loaded: No such file or directory"


def test_explain_is_a_format_of_its_own(citebound, page):
    said = only_line(citebound("extract", "--explain", "--format", "json", "page.txt"))
    assert said == "citebound: --explain is a format of its own; leave out --format json"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (b"\xff\xfe", "house/style.toml: not UTF-8 (byte 1); save it as UTF-8"),
        (
            b'extends = "briefing"\n[page]\nwidht = 3\n',
            "house/style.toml:3: unknown key 'widht'; did you mean 'width'?",
        ),
    ],
)
def test_a_wrong_template_is_one_line(citebound, page, tmp_path, style, said):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "style.toml").write_bytes(style)
    done = citebound("brief", "page.txt", "-o", "page.pdf", "--template", "./house")
    (line,) = [line for line in done.stderr.decode().splitlines() if "note:" not in line]
    assert done.returncode == 2
    assert line.startswith(f"citebound: {said}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chekc",), "there is no command 'chekc'; did you mean 'check'? `citebound --help` tells more"),
        (("check",), "missing argument 'PATH...'; `citebound check --help` tells more"),
        (("check", "--fail-on", "info", "page.txt"), "invalid value for '--fail-on': 'info' is not one of "),
    ],
)
def test_wrong_usage_is_one_line(citebound, page, arguments, said):
    assert only_line(citebound(*arguments)).startswith(f"citebound: {said}")


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(citebound, tmp_path):
    (tmp_path / "r.txt").write_text("Title: The Mill\n\nThe miller left.\n")
    (tmp_path / "r.txt.citebound.toml").write_bytes(b'\xef\xbb\xbf[record]\r\ntitle = "The Dam"\r\n')
    (tmp_path / "citebound.toml").write_bytes(b'\xef\xbb\xbfprofile = "refworld"\r\n')
    record = json.loads(citebound("record", "r.txt").stdout)
    assert (record["profile"], record["fields"]["title"]["value"]) == ("refworld", "The Dam")
