"""The units in `deploy/` call commands and options that there are."""

import configparser
import shlex

import click
import pytest

from citebound.cli import main

UNITS = ("citebound-watch.service", "citebound-work.service")


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_calls_what_there_is(root, name, tmp_path):
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(root / "deploy" / name)
    _, command, *arguments = shlex.split(unit["Service"]["ExecStart"])
    if command == "watch":
        arguments[0] = str(tmp_path)
    found = main.get_command(click.Context(main), command)
    context = found.make_context(command, arguments)
    assert context.params["form"] == "json"
    assert int(unit["Service"]["TimeoutStopSec"]) > context.params["wall"], "what was begun can be finished"
