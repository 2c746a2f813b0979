"""The units in `deploy/` call commands and options that there are, as systemd reads them, and shut them off well."""

import configparser
import re
import shlex
import shutil
import subprocess

import click
import pytest

from citebound.cli import main

UNITS = ("watch", "work", "notify", "metrics")


def unit_of(root, name):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(root / "deploy" / f"citebound-{name}.service")
    return unit["Service"]


def parsed(service, tmp_path):
    """The parameters of the command that a unit calls."""
    _, command, *arguments = shlex.split(service["ExecStart"])
    arguments = [str(tmp_path) if argument == "/srv/citebound/inbox" else argument for argument in arguments]
    return main.get_command(click.Context(main), command).make_context(command, arguments).params


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_calls_what_there_is(root, name, tmp_path):
    service = unit_of(root, name)
    assert service["ExecStart"].split()[1] == name
    assert "store" in parsed(service, tmp_path)


@pytest.mark.parametrize("name", ["watch", "work"])
def test_what_was_begun_can_be_finished(root, name, tmp_path):
    service = unit_of(root, name)
    params = parsed(service, tmp_path)
    assert params["form"] == "json"
    assert int(service["TimeoutStopSec"]) > params["wall"]


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_is_what_systemd_understands(root, name):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    unit = root / "deploy" / f"citebound-{name}.service"
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if unit.name in line and "not executable" not in line]
    assert said == []


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_is_hardened(root, name):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    command = ["systemd-analyze", "security", "--offline=true", root / "deploy" / f"citebound-{name}.service"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"Overall exposure level .*: (\d+\.\d)", done.stdout)
    assert found, done.stderr
    assert float(found[1]) <= 3.0, "systemd calls this OK, and what is above it medium"
