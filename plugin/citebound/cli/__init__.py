"""The command line: one module a command, loaded when it is called."""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from citebound.cli.breaking_off import broken_off
from citebound.cli.paths import A_FILE
from citebound.cli.session import Session
from citebound.cli.standard_output import prepare, told
from citebound.cli.usage import in_one_line
from citebound.command_headings import OTHER, heading_of
from citebound.errors import CiteboundError
from citebound.version import VERSION

COMMANDS = ("brief", "check", "record", "extract", "rule", "profile", "plugins", "schema", "init")


class _Commands(click.Group):
    """The host's commands in the order of the work, then those of the plugins."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands that can be listed: a wrong configuration hides those of plugins, not the help."""
        session = _session(ctx)
        try:
            added = session.added_commands()
        except CiteboundError as error:
            session.complain(str(error))
            added = {}
        return [*COMMANDS, *sorted(set(added) - set(COMMANDS))]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands under their headings, each heading where its first command stands."""
        listed: dict[str, list[click.Command]] = {}
        for name in self.list_commands(ctx):
            if command := self.get_command(ctx, name):
                listed.setdefault(heading_of(command), []).append(command)
        width = max(len(str(each.name)) for commands in listed.values() for each in commands)
        others = listed.pop(OTHER, [])
        for heading, commands in [*listed.items(), *([(OTHER, others)] if others else [])]:
            room = formatter.width - width - 4
            with formatter.section(heading):
                formatter.write_dl(
                    [(str(each.name).ljust(width), each.get_short_help_str(room)) for each in commands]
                )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            command: click.Command = import_module(f"citebound.cli.{cmd_name}").command
            return command
        return _session(ctx).added_commands().get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command; of one that is not there it names the nearest."""
        if self.get_command(ctx, args[0]) is None:
            from citebound.wrong_values import did_you_mean

            near = did_you_mean(args[0], self.list_commands(ctx))
            ctx.fail(f"there is no command {args[0]!r}{f'; {near}' if near else ''}")
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Reads what stands before the command's name."""
        with in_one_line(), broken_off(extra["obj"]):
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> None:
        """Runs a command and ends with the exit code that the session remembers."""
        session = _session(ctx)
        try:
            with in_one_line(), broken_off(session):
                super().invoke(ctx)
        except (CiteboundError, OSError, click.ClickException, click.exceptions.Exit):
            raise
        except Exception as error:
            name = ctx.invoked_subcommand or ""
            if name in COMMANDS:
                raise  # a defect of the program itself, to be seen whole
            session.note_failed_command(name, error)
        session.name_failed_plugins()
        ctx.exit(session.exit_code)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs the program; bad input ends with one line on standard error and its exit code, wherever it is met."""
        prepare()
        session = Session()
        try:
            return super().main(*args, obj=session, **extra)
        except (CiteboundError, OSError) as error:
            session.complain(told(error))
            session.worsen(getattr(error, "exit_code", 2))
        session.name_failed_plugins()
        sys.exit(session.exit_code)


def _session(ctx: click.Context) -> Session:
    """The session of this call, with what was said before the command's name."""
    session = ctx.ensure_object(Session)
    session.config = ctx.params.get("config")
    session.plugin_modules = ctx.params.get("plugins", ())
    return session


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, message="%(prog)s %(version)s", prog_name="citebound")
@click.option(
    "--config",
    is_eager=True,
    type=A_FILE,
    metavar="FILE",
    help="Configuration file. [default: citebound.toml or pyproject.toml here or above]",
)
@click.option(
    "--plugin",
    "plugins",
    is_eager=True,
    multiple=True,
    metavar="MODULE",
    help="Load a plugin: a module, a .py file, or the folder of a package. May be repeated.",
)
@click.option("-v", "--verbose", is_flag=True, help="Tell in detail what goes wrong in plugins.")
def main(config: Path | None, plugins: tuple[str, ...], verbose: bool) -> None:
    """Who said what, through whom, and does the page still say so?

    Checks the citation record and the disclaimer of a report, extracts who said what, and renders a briefing
    with the source record appended.
    """
    level = logging.DEBUG if verbose else logging.ERROR
    logging.basicConfig(stream=sys.stderr, level=level, format="%(message)s")
