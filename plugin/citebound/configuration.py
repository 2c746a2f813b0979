"""The configuration: `citebound.toml`, or `[tool.citebound]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

import msgspec

from citebound.errors import ConfigurationError
from citebound.model import Severity

FailOn = Literal["error", "warning", "never"]


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The base of the configuration's tables: keys with hyphens, unknown keys refused."""


class PathSettings(Table, frozen=True, kw_only=True):
    """What differs for the files that a pattern names (the patterns of `.gitignore`)."""

    profile: str | None = None
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}


class PluginSettings(Table, frozen=True, kw_only=True):
    """Which plugins run, and which comes first.

    Attributes:
        order: Names of plugins that come before all others.
        disable: Names of plugins that are not loaded.
    """

    order: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()


class Configuration(Table, frozen=True, kw_only=True):
    """All settings, with their defaults.

    Attributes:
        profile: The source profile; None chooses by evidence.
        profiles: Files with profiles of the desk's own, relative to the configuration file.
        select: Codes or groups of rules to run; empty means all.
        ignore: Codes or groups of rules to leave out.
        severity: Another severity for a code.
        fail_on: From which severity on `check` exits with 1.
        template: The briefing's template: a name, or a folder.
        paths: Settings for the files that a pattern names.
        plugins: Which plugins run, and in which order.
    """

    profile: str | None = None
    profiles: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    fail_on: FailOn = "error"
    template: str = "briefing"
    paths: dict[str, PathSettings] = {}
    plugins: PluginSettings = PluginSettings()
    folder: str = "."


def find_configuration(start: Path) -> Path | None:
    """Returns the nearest configuration file in the folder or above it."""
    for folder in (start, *start.parents):
        if (folder / "citebound.toml").is_file():
            return folder / "citebound.toml"
        project = folder / "pyproject.toml"
        if project.is_file() and "[tool.citebound" in project.read_text("utf-8", errors="replace"):
            return project
    return None


def load_configuration(path: Path) -> Configuration:
    """Reads a configuration file.

    Raises:
        ConfigurationError: Names the path, the line, and for an unknown key the nearest known one.
    """
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(f"{path}: {error}") from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("citebound", {})
    _refuse_unknown_keys(path, text, data)
    try:
        return msgspec.convert({**data, "folder": str(path.parent)}, Configuration)
    except msgspec.ValidationError as error:
        line = _line_of(text, _key_in(str(error)))
        raise ConfigurationError(f"{path}:{line}: {error}") from error


def _refuse_unknown_keys(path: Path, text: str, data: Mapping[str, Any]) -> None:
    for key, known in _unknown(data):
        near = get_close_matches(key, known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(known))}"
        raise ConfigurationError(f"{path}:{_line_of(text, key)}: unknown key {key!r}; {hint}")


def _unknown(data: Mapping[str, Any]) -> Iterator[tuple[str, set[str]]]:
    yield from _unknown_in(data, Configuration, hidden={"folder"})
    if isinstance(plugins := data.get("plugins"), dict):
        yield from _unknown_in(plugins, PluginSettings)
    for settings in data.get("paths", {}).values() if isinstance(data.get("paths"), dict) else ():
        if isinstance(settings, dict):
            yield from _unknown_in(settings, PathSettings)


def _unknown_in(
    data: Mapping[str, Any],
    table: type[Table],
    hidden: set[str] = frozenset(),  # type: ignore[assignment]
) -> Iterator[tuple[str, set[str]]]:
    known = {field.encode_name for field in msgspec.structs.fields(table)} - hidden
    yield from ((key, known) for key in data if key not in known)


def _key_in(message: str) -> str:
    """The last key of a path such as `$.plugins.order[...]`."""
    found = re.search(r"`\$\.([^`]*)`", message)
    keys = re.findall(r"[\w-]+", found.group(1)) if found else []
    return keys[-1] if keys else ""


def _line_of(text: str, key: str) -> int:
    """The first line that sets the key or opens its table; 1 if there is none."""
    pattern = re.compile(rf"""^\s*(?:\[[^\]]*)?["']?{re.escape(key)}["']?\s*(?:=|\]|\.)""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
