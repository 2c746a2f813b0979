"""A crashing plugin never loses the rest of the result; it is named, and the exit code is 4."""

import json

import pytest


@pytest.fixture
def report(examples):
    return examples / "refworld-page.txt"


def test_a_plugin_that_fails_everywhere_costs_nothing_but_itself(citebound, report, plugin_files, tmp_path):
    broken = ("--plugin", plugin_files / "crash_everywhere.py")
    for command in ("check", "record", "extract"):
        whole = citebound(command, "--format", "json", report)
        damaged = citebound(*broken, command, "--format", "json", report)
        assert damaged.returncode == 4
        with_failures = json.loads(damaged.stdout)
        names = {failure["plugin"] for failure in with_failures.pop("incomplete")}
        assert names == {str(plugin_files / "crash_everywhere.py")}
        expected = json.loads(whole.stdout)
        assert expected.pop("incomplete") == []
        assert with_failures == expected
        assert b"failed in citebound_" in damaged.stderr
        assert b"Traceback" not in damaged.stderr


def test_a_briefing_is_rendered_all_the_same(citebound, report, plugin_files, tmp_path):
    done = citebound(
        "--plugin", plugin_files / "crash_everywhere.py", "brief", report, "-o", tmp_path / "briefing.pdf"
    )
    assert done.returncode == 4
    assert (tmp_path / "briefing.pdf").read_bytes().startswith(b"%PDF-")
    assert done.stdout.decode().strip() == str(tmp_path / "briefing.pdf")
    for hook in ("read", "describe", "extract", "render", "deliver"):
        assert f"failed in citebound_{hook}" in done.stderr.decode()


def test_a_rule_that_fails_loses_only_its_own_findings(citebound, report, plugin_files):
    done = citebound("--plugin", plugin_files / "crash_in_rule.py", "check", "--format", "json", report)
    result = json.loads(done.stdout)
    codes = {finding["code"] for finding in result["findings"]}
    assert "TST002" in codes
    assert "TST001" not in codes
    assert len(codes) > 1
    assert [failure["error"] for failure in result["incomplete"]] == ["TST001: RuntimeError: in the middle"]
    assert done.returncode == 4


@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        ("false_span", "span 0-5 is not 'never'"),
        ("late_failure", "a str in the layer actors"),
        ("late_failure", "RuntimeError: half-way"),
    ],
)
def test_wrong_results_are_refused_and_named(citebound, report, plugin_files, plugin, said):
    done = citebound("--plugin", plugin_files / f"{plugin}.py", "extract", "--fail-on", "never", report)
    assert done.returncode == 4
    assert said in done.stderr.decode()
    assert json.loads(done.stdout)["actors"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("check", "--format", "broken"), "format broken: KeyError: 'tide'"),
        (("record", "--format", "broken"), "format broken: KeyError: 'tide'"),
        (("record", "--format", "strange"), "format strange: gives a list, not text or bytes"),
        (("extract", "--format", "broken"), "format broken: KeyError: 'tide'"),
        (("brief", "--format", "broken", "-o", "made"), "format broken: KeyError: 'tide'"),
    ],
)
def test_a_format_that_fails_is_named(citebound, report, plugin_files, command, said):
    done = citebound("--plugin", plugin_files / "crash_when_used.py", *command, report)
    assert done.returncode == 4
    assert f"citebound: {said}" in done.stderr.decode().splitlines()
    assert b"Traceback" not in done.stderr


def test_a_plugins_command_that_fails_is_named_and_its_trace_told_when_asked(process, plugin_files):
    plugin = plugin_files / "crash_when_used.py"
    done = process("--plugin", plugin, "capsize")
    assert (done.returncode, done.stderr.decode()) == (
        4,
        f"citebound: plugin {plugin} failed in citebound_commands: capsize: KeyError: 'tide'\n",
    )
    assert b"Traceback" in process("-v", "--plugin", plugin, "capsize").stderr


def test_a_misspelt_hook_stops_the_program_with_one_line(citebound, report, plugin_files):
    done = citebound("--plugin", plugin_files / "misspelt_hook.py", "record", report)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "citebound_discribe" in done.stderr.decode()


def test_a_plugin_that_is_not_there_is_one_line(citebound, report):
    done = citebound("--plugin", "no.such.module", "record", report)
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)
    assert "--plugin no.such.module: cannot be loaded" in done.stderr.decode()
