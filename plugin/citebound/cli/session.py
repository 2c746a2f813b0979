"""What one call of the command line shares: configuration, plugins, workflow and exit code."""

from __future__ import annotations

from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from citebound.cli.paths import named, working_folder
from citebound.cli.plugin_modules import plugin_module
from citebound.errors import CiteboundError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from citebound.configuration import Configuration
    from citebound.formats import Shape
    from citebound.model import Component, Document, Finding, Incomplete, SourceRecord
    from citebound.plugins import Plugins
    from citebound.rules import Rule
    from citebound.workflow import Workflow

FAILING = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
"""The severities that count, by what `--fail-on` says."""


class SessionKey(NamedTuple):
    """What the command line said, fit to be sent to another process."""

    config: Path | None
    plugin_modules: tuple[str, ...]
    overrides: tuple[tuple[str, Any], ...]


class Session:
    """One call of the command line. Everything heavy is made when it is first asked for."""

    def __init__(self) -> None:
        self.config: Path | None = None
        self.plugin_modules: tuple[str, ...] = ()
        self.overrides: dict[str, Any] = {}
        self.failures: dict[Incomplete, None] = {}
        self.exit_code = 0
        self._workflows: list[tuple[Configuration, Workflow]] = []

    @classmethod
    def of(cls, key: SessionKey) -> Session:
        """Returns a session like the one that the key was taken from."""
        session = cls()
        session.config, session.plugin_modules = key.config, key.plugin_modules
        session.overrides = dict(key.overrides)
        return session

    @property
    def key(self) -> SessionKey:
        """What another process needs to make the same session."""
        return SessionKey(self.config, self.plugin_modules, tuple(self.overrides.items()))

    @cached_property
    def configuration(self) -> Configuration:
        """The configuration file's settings, with the options of the command in front."""
        from msgspec.structs import replace

        from citebound.configuration import Configuration, find_configuration, load_configuration

        path = self.config or find_configuration(working_folder())
        found = load_configuration(path) if path else Configuration()
        return replace(found, **self._said(*self.overrides))

    def _said(self, *names: str) -> dict[str, Any]:
        """What the command line said of these settings: it counts more than any file."""
        return {name: value for name in names if (value := self.overrides.get(name)) is not None}

    @cached_property
    def plugins(self) -> Plugins:
        """The plugins that are installed or named on the command line."""
        from citebound.plugins import Plugins

        settings = self.configuration.plugins
        extra = {name: plugin_module(name) for name in self.plugin_modules}
        return Plugins(
            order=settings.order,
            disable=settings.disable,
            extra=extra,
            settings=settings.settings,
            place_of=self.configuration.place_of,
        )

    @cached_property
    def workflow(self) -> Workflow:
        """The steps."""
        from citebound.workflow import Workflow

        return Workflow(self.plugins, self.configuration)

    def workflow_for(self, path: Path) -> Workflow:
        """Returns the steps with the settings that the configuration has for this file."""
        from msgspec.structs import replace

        from citebound.workflow import Workflow

        settings = self.configuration.for_path(path)
        if settings is self.configuration:
            return self.workflow
        settings = replace(settings, **self._said("profile", "select"))
        for known, workflow in self._workflows:
            if known == settings:
                return workflow
        self._workflows.append((settings, Workflow(self.plugins, settings)))
        return self._workflows[-1][1]

    @property
    def rules(self) -> tuple[type[Rule], ...]:
        """All rules, in the order of their codes."""
        return self.workflow.registry.rules

    @property
    def templates(self) -> dict[str, Path]:
        """The folders of the templates that plugins offer, by name."""
        return self.workflow.registry.templates

    @property
    def components(self) -> tuple[Component, ...]:
        """The program and the plugins of others, with their versions."""
        return self.workflow.registry.components

    @property
    def reading(self) -> str:
        """A digest of the settings that a reading hangs on; empty for the defaults."""
        return self.workflow.registry.reading

    @property
    def fingerprint(self) -> str:
        """A digest of all that a result hangs on besides the document: version, plugins, configuration, template."""
        from citebound.fingerprint import fingerprint

        return fingerprint(self.workflow.registry, self.plugins.names())

    def write(
        self,
        form: str,
        shape: Shape,
        values: Iterable[Any],
        documents: Mapping[str, Document] | None = None,
        records: Iterable[SourceRecord | None] = (),
    ) -> None:
        """Writes values to standard output; colours and the terminal's width only if a person reads it.

        Args:
            form: The format's name.
            shape: What the values are.
            values: One, or for a reference list one an entry.
            documents: The documents by the path that findings name.
            records: The source record of each value, beside an extraction.

        Raises:
            ConfigurationError: If there is no such format for this shape.
        """
        from citebound.cli.output import context_for, write
        from citebound.formats import Given

        registry = self.workflow.registry
        context = context_for(registry, shape)
        given = [
            Given(value, context(documents=documents or {}, record=record))
            for value, record in zip_longest(values, records)
        ]
        write(registry.format(form, shape), given)

    def report(
        self,
        form: str,
        findings: Sequence[Finding],
        *,
        files: int,
        incomplete: Sequence[Incomplete] = (),
        documents: Mapping[str, Document] | None = None,
    ) -> None:
        """Writes findings, and lets the exit code be 1 if one reaches the failing severity."""
        from citebound.compliance.findings import gather

        gathered = gather(findings, files=files, incomplete=incomplete)
        self.write(form, "findings", [gathered], documents)
        self.conclude(gathered.findings, incomplete)

    def conclude(self, findings: Iterable[Finding], incomplete: Iterable[Incomplete]) -> None:
        """Lets the exit code tell of findings that reach the failing severity, and of plugins that failed."""
        self.failures.update(dict.fromkeys(incomplete))
        self.fail_on(self.configuration.fail_on, findings)

    def fail_on(self, level: str, findings: Iterable[Finding]) -> None:
        """Lets the exit code be 1 if a new finding is of at least the severity."""
        if any(finding.status == "new" and finding.severity in FAILING[level] for finding in findings):
            self.worsen(1)

    def note(self, path: Path, notes: Iterable[str]) -> None:
        """Tells what a reader could not do wholly."""
        for each in notes:
            self.complain(f"{named(path)}: note: {each}")

    @cached_property
    def _added(self) -> dict[str, tuple[str, click.Command]]:
        first: dict[str, tuple[str, click.Command]] = {}
        for owner, commands in self.plugins.call("citebound_commands"):
            for command in commands:
                first.setdefault(command.name or "", (owner, command))
        return first

    def added_commands(self) -> dict[str, click.Command]:
        """Returns the commands of the plugins by name; of two with one name the first."""
        return {name: command for name, (_, command) in self._added.items()}

    def note_failed_command(self, name: str, error: Exception) -> None:
        """Remembers that a plugin's command failed, to name the plugin at the end."""
        from citebound.failures import failure_of

        owner, _ = self._added[name]
        self.failures[failure_of(owner, "citebound_commands", error, name)] = None

    def worsen(self, code: int) -> None:
        """Remembers an exit code; the highest one wins."""
        self.exit_code = max(self.exit_code, code)

    def complain(self, line: str) -> None:
        """Writes one line to standard error."""
        click.echo(f"citebound: {line}", err=True)

    def refuse(self, error: CiteboundError, path: Path) -> None:
        """Reports an input that cannot be worked on, under the path that the user gave; the others go on."""
        self.complain(str(error.at(named(path)) if isinstance(error, UnreadableError) else error))
        self.worsen(error.exit_code)

    def name_failed_plugins(self) -> None:
        """Names each plugin that failed, once for each way in which it did."""
        own = self.plugins.failures if "plugins" in self.__dict__ else []
        for failure in self.failures | dict.fromkeys(own):
            self.complain(f"plugin {failure.plugin} failed in {failure.hook}: {failure.error}")
            self.worsen(4)


if TYPE_CHECKING:
    from citebound.commands import CommandSession

    _as_plugins_see_it: type[CommandSession] = Session
