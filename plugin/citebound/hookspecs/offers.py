"""What a plugin brings along.

It is asked for once, not for each document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citebound.hookspecs.markers import hookspec

if TYPE_CHECKING:
    import click

    from citebound.formats import Format
    from citebound.model import Profile
    from citebound.rules import Rule


@hookspec
def citebound_configure(settings: Mapping[str, Any]) -> None:
    """Takes the plugin's own settings: the table `[plugins.settings.NAME]` of the configuration file.

    Runs at the start, once for each plugin that has such a table, with its own table only; NAME is the plugin's
    name, as `citebound plugins` lists it. Settings for a plugin that is not installed, or that does not implement
    this hook, are an error. Keep them in an object, not in the module: an entry point may name a class, of which
    each run makes its own instance. `citebound.toml_files.as_settings` gives them a shape.

    Raises:
        ConfigurationError: If a setting is wrong; the host names the table.

    Example:
        ```python
        class Shelves:
            @hookimpl
            def citebound_configure(self, settings):
                self.address = as_settings(settings, ShelfSettings).address
        ```
    """


@hookspec
def citebound_profiles() -> Sequence[Profile]:
    """Gives the source profiles that the plugin knows.

    Runs once, before the first document is described. All plugins contribute; of two profiles with one name the
    first wins.

    Example:
        ```python
        @hookimpl
        def citebound_profiles():
            return [load_profile(Path(__file__).with_name("our-library.toml"))]
        ```
    """
    return ()


@hookspec
def citebound_rules() -> Sequence[type[Rule]]:
    """Gives the compliance rules that the plugin adds.

    Runs once, before the first document is checked. All plugins contribute; two rules with one code are an error
    that names both plugins.

    Example:
        ```python
        @hookimpl
        def citebound_rules():
            return [ShelfMarkMissing]
        ```
    """
    return ()


@hookspec
def citebound_templates() -> Sequence[Path]:
    """Gives folders that hold briefing templates, one folder a template.

    Runs once, before the first rendering. All plugins contribute; of two templates with one name the first wins.

    Example:
        ```python
        @hookimpl
        def citebound_templates():
            return [Path(__file__).parent / "templates"]
        ```
    """
    return ()


@hookspec
def citebound_formats() -> Sequence[Format]:
    """Gives output formats of findings, records, extractions and briefings, for `--format`.

    Runs once, when a command needs its formats. All plugins contribute; of two formats with one name and shape
    the first wins. A format of a briefing gets the folder of the template in its context and gives text or bytes;
    `pdf` is the one that `citebound_render` gives.

    Example:
        ```python
        @hookimpl
        def citebound_formats():
            return [Format(name="count", shape="findings", description="how many",
                           write=lambda findings, context: str(len(findings.findings)))]
        ```
    """
    return ()


@hookspec
def citebound_commands() -> Sequence[click.Command]:
    """Gives commands of the command line.

    Runs at each start: import click and nothing heavy before a command is called. All plugins contribute; the
    host's own commands cannot be replaced. `citebound.command_headings.under` says under which heading of
    `citebound --help` a command stands.

    Example:
        ```python
        @hookimpl
        def citebound_commands():
            return [shelf_command]
        ```
    """
    return ()
