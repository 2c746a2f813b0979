"""The help of every command: each option says what it does, in one voice."""

import click
import pytest

from citebound.cli import main
from citebound.cli.session import Session


def commands():
    """Every command with its path, those in groups too."""
    context = click.Context(main, info_name="citebound", obj=Session())
    waiting = [(name, main.get_command(context, name)) for name in main.list_commands(context)]
    while waiting:
        path, command = waiting.pop(0)
        yield path, command
        if isinstance(command, click.Group):
            waiting += [(f"{path} {name}", each) for name, each in command.commands.items()]


COMMANDS = dict(commands())
OPTIONS = {
    f"{path} {option.opts[0]}": option
    for path, command in COMMANDS.items()
    for option in command.params
    if isinstance(option, click.Option)
}


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_says_in_a_sentence_what_it_does(path):
    command = COMMANDS[path]
    first = command.help.splitlines()[0] if command.short_help is None else command.short_help
    assert first.endswith((".", ":"))
    assert first[0].isupper()
    assert len(first) <= 70, "it is cut in a list of commands"


@pytest.mark.parametrize("name", OPTIONS)
def test_an_option_says_what_it_does_and_what_it_takes(name):
    option = OPTIONS[name]
    context = click.Context(COMMANDS[name.rpartition(" ")[0]], obj=Session())
    spelling, told = option.get_help_record(context)
    assert told.strip()[0].isupper()
    assert "." in told
    if not option.is_flag and not isinstance(option.type, click.Choice):
        assert option.metavar or "NAME" in spelling, "its value has a name of its own"
        assert not {"TEXT RANGE", "INTEGER", "FLOAT", "PATH"} & set(spelling.split())
