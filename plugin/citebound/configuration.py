"""The configuration: `citebound.toml`, or `[tool.citebound]` in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec.structs import asdict, replace

from citebound.desk.marking import marking_of
from citebound.errors import ConfigurationError
from citebound.model import ReusePolicy, Severity
from citebound.path_patterns import pattern_of
from citebound.toml_files import as_table, line_of, read_toml

FailOn = Literal["error", "warning", "never"]


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The base of the configuration's tables: keys with hyphens, unknown keys refused."""


class PathSettings(Table, frozen=True, kw_only=True):
    """What differs for the files that a pattern names (the patterns of `.gitignore`)."""

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}


class PluginSettings(Table, frozen=True, kw_only=True):
    """Which plugins run, and which comes first.

    Attributes:
        order: Names of plugins that come before all others.
        disable: Names of plugins that are not loaded.
        settings: Each plugin's own settings, by its name; the plugin says which there are.
    """

    order: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    settings: dict[str, dict[str, Any]] = {}


class Settings(Table, frozen=True, kw_only=True):
    """All settings of a file, with their defaults.

    Attributes:
        profile: The source profile; None chooses by evidence.
        profiles: Files with profiles of the desk's own, relative to the configuration file.
        aliases: Files of curated names for all reports, relative to the configuration file.
        select: Codes or groups of rules to run; empty means all.
        ignore: Codes or groups of rules to leave out.
        severity: Another severity for a code.
        fail_on: From which severity on `check` exits with 1.
        template: The briefing's template: a name, or a folder.
        marking: The handling marking at the top and the bottom of each page of a briefing.
        append: How much of the source a briefing carries; None takes the profile's reuse policy.
        sign: The key that signs briefings, relative to the configuration file; None signs none.
        timestamp: The address of the server that says when they were signed (RFC 3161).
        paths: Settings for the files that a pattern names.
        plugins: Which plugins run, and in which order.
    """

    profile: str | None = None
    profiles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    fail_on: FailOn = "error"
    template: str = "briefing"
    marking: str | None = None
    append: ReusePolicy | None = None
    sign: str | None = None
    timestamp: str | None = None
    paths: dict[str, PathSettings] = {}
    plugins: PluginSettings = PluginSettings()


class Configuration(Settings, frozen=True, kw_only=True):
    """The settings, the file that they come from, and the folder that relative paths in them start from."""

    folder: str = "."
    file: str | None = None

    def place_of(self, word: str) -> str:
        """Returns `citebound.toml:3: ` if the file names the word, else nothing: to stand before a message."""
        text = Path(self.file).read_text("utf-8-sig") if self.file else ""
        return f"{self.file}:{line_of(text, word)}: " if word in text else ""

    @property
    def signing(self) -> tuple[Path | None, str | None]:
        """The key that signs briefings, and the server that says when; neither where none is wanted."""
        return (Path(self.folder) / self.sign, self.timestamp) if self.sign else (None, None)

    def for_path(self, path: Path) -> Configuration:
        """Returns the settings for one file: those of each pattern that names it, on top of the general ones."""
        inside = _inside(path, Path(self.folder)) if self.paths else None
        merged = self
        for pattern, settings in self.paths.items():
            if inside is not None and pattern_of(pattern).match_file(inside):
                merged = replace(
                    merged,
                    profile=settings.profile or merged.profile,
                    select=settings.select or merged.select,
                    ignore=(*merged.ignore, *settings.ignore),
                    severity={**merged.severity, **settings.severity},
                )
        return merged


def find_configuration(start: Path) -> Path | None:
    """Returns the nearest configuration file in the folder or above it."""
    for folder in (start, *start.parents):
        if (folder / "citebound.toml").is_file():
            return folder / "citebound.toml"
        if _speaks_of_citebound(folder / "pyproject.toml"):
            return folder / "pyproject.toml"
    return None


def load_configuration(path: Path) -> Configuration:
    """Reads a configuration file.

    Raises:
        ConfigurationError: Names the path, the line, and for an unknown key the nearest known one.
    """
    text, data = read_toml(path)
    if path.name == "pyproject.toml":
        own = _tools(data).get("citebound", {})
        if not isinstance(own, dict):
            raise ConfigurationError(f"{path}:{line_of(text, 'citebound')}: write a table, [tool.citebound]")
        data = own
    settings = as_table(path, text, data, Settings)
    if settings.marking is not None:
        marking = marking_of(settings.marking, f"{path}:{line_of(text, 'marking')}")
        settings = replace(settings, marking=marking)
    for pattern in settings.paths:
        _check_pattern(path, text, pattern)
    return Configuration(**asdict(settings), folder=str(path.parent), file=str(path))


def _speaks_of_citebound(project: Path) -> bool:
    """Whether a `pyproject.toml` has settings for citebound; one that cannot be read as TOML may have some.

    Raises:
        ConfigurationError: If it is there and may not be read.
    """
    try:
        content = project.read_bytes() if project.is_file() else b""
    except OSError as error:
        raise ConfigurationError(f"{project}: {error.strerror}; --config names another file") from error
    if b"citebound" not in content:
        return False
    try:
        return "citebound" in _tools(tomllib.loads(content.decode()))
    except ValueError:
        return b"[tool.citebound" in content


def _tools(project: Mapping[str, Any]) -> Mapping[str, Any]:
    tools = project.get("tool", {})
    return tools if isinstance(tools, dict) else {}


def _check_pattern(path: Path, text: str, pattern: str) -> None:
    try:
        pattern_of(pattern)
    except ValueError as error:
        raise ConfigurationError(f"{path}:{line_of(text, pattern)}: {error}") from error


def _inside(path: Path, folder: Path) -> str | None:
    """The path as seen from the folder; None if it lies elsewhere."""
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return None
