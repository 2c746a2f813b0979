"""The page on plugins can be followed word by word: its files are written as they stand, and work."""

import re
import subprocess
import sys

import pytest

from citebound.cli.plugin_modules import plugin_module
from citebound.configuration import Configuration
from citebound.plugins import Plugins
from citebound.testing import check_case, load_cases
from citebound.workflow import Workflow

FILE = re.compile(r"```\w+\n# (?P<name>\S+)\n(?P<content>.*?)```", re.DOTALL)
PAGE = "Title The Weir\nPublisher The Harrow Institute\n{}\n\nThe weir broke.\n"


@pytest.fixture
def followed(root, tmp_path):
    """The folder of somebody who has written the files of the page."""
    for file in FILE.finditer((root / "docs" / "plugins.md").read_text("utf-8")):
        path = tmp_path / file["name"]
        path.parent.mkdir(exist_ok=True)
        path.write_text(file["content"], encoding="utf-8")
    symbol = "Citation / Document Symbol Border Monitor Volume: 9 Issue: 5"
    (tmp_path / "brief.txt").write_text(PAGE.format(symbol))
    (tmp_path / "report.txt").write_text(PAGE.format("Citation / Document Symbol 9/5"))
    return tmp_path


def test_its_command_runs_the_rule(process, followed):
    command = ("--plugin", "citebound_harrow", "check", "--select", "HBS")
    done = process(*command, "report.txt")
    assert (done.returncode, b"HBS001 The record names no series." in done.stdout) == (0, True), done.stderr
    assert process(*command, "brief.txt").stdout == b"nothing found in 1 file\n"
    assert b"cataloguing manual" in process("--plugin", "citebound_harrow", "rule", "HBS001").stdout


def test_its_cases_hold(followed):
    plugin = plugin_module(str(followed / "citebound_harrow"))
    workflow = Workflow(Plugins(extra={"harrow": plugin}), Configuration(profile="refworld"))
    cases = load_cases(followed / "HBS001.yml")
    assert [len(case.finds) for case in cases] == [0, 1]
    for case in cases:
        check_case(case, workflow)


def test_its_test_compiles(followed):
    compile((followed / "test_series_missing.py").read_text(), "test_series_missing.py", "exec")


def test_its_program_runs(followed, root):
    page = (root / "docs" / "plugins.md").read_text("utf-8").partition("## In a program of your own")[2]
    (program,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    run = [sys.executable, "-c", program]
    (followed / "citebound.toml").write_text('profile = "refworld"\n')
    done = subprocess.run(run, cwd=followed, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "DIS001 " in done.stdout, "the profile of the configuration asks for a disclaimer"
    (followed / "report.txt").write_text("")
    done = subprocess.run(run, cwd=followed, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "report.txt: the file is empty\n")
