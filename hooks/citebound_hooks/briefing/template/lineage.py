"""What a template builds on: `extends = "briefing"` in its `style.toml` takes over all that it does not say itself."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from citebound.errors import ConfigurationError
from citebound.toml_files import read_toml

STYLE = "style.toml"
_FONTS = (".ttf", ".otf")


def lineage(folder: Path) -> tuple[Path, ...]:
    """Returns the folder of a template and those that it builds on, the nearest first.

    Raises:
        ConfigurationError: If one is missing, or builds on itself.
    """
    found = [folder]
    while (base := read_table(found[-1] / STYLE).get("extends")) is not None:
        following = _folder_of(base, found[-1])
        if following.resolve() in [each.resolve() for each in found]:
            raise ConfigurationError(
                f"{found[-1] / STYLE}: extends {base!r} leads back to the template itself"
            )
        found.append(following)
    return tuple(found)


def built_in_templates() -> Path | None:
    """Returns the folder of the built-in templates; None if they are not installed."""
    package = find_spec("citebound_templates")
    return Path(package.origin).parent if package and package.origin else None


def _folder_of(base: object, folder: Path) -> Path:
    """Returns the folder that is meant: a name is a built-in template, a path counts from the template."""
    built_in = built_in_templates()
    if isinstance(base, str):
        found = built_in / base if built_in and "/" not in base else folder / base
        if (found / STYLE).is_file():
            return found
    raise ConfigurationError(f"{folder / STYLE}: extends {base!r}, but there is no such template")


def read_table(path: Path) -> dict[str, Any]:
    """Reads one TOML file.

    Raises:
        ConfigurationError: If it is missing or wrong; names the file, and the line where there is one.
    """
    try:
        state = path.stat()
        return _read(path, state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error


@lru_cache(maxsize=64)
def _read(path: Path, modified: int, size: int) -> dict[str, Any]:
    """Reads a file again only if it has changed."""
    return read_toml(path)[1]


def read_style(folders: tuple[Path, ...]) -> dict[str, Any]:
    """Reads the style of a lineage; font files keep their place."""
    style: dict[str, Any] = {}
    for folder in reversed(folders):
        style = merged(style, _placed(read_table(folder / STYLE), folder))
    style.pop("extends", None)
    return style


def _placed(value: Any, folder: Path) -> Any:
    """Returns a style whose font files are named from the root."""
    if isinstance(value, dict):
        return {key: _placed(each, folder) for key, each in value.items()}
    if isinstance(value, list):
        return [_placed(each, folder) for each in value]
    return str((folder / value).absolute()) if isinstance(value, str) and value.endswith(_FONTS) else value


def merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Returns a table with the keys of both; where both have one, the own one holds, tables key by key."""
    both = dict(base)
    for key, value in own.items():
        inherited = base.get(key)
        both[key] = (
            merged(inherited, value) if isinstance(value, dict) and isinstance(inherited, dict) else value
        )
    return both


def file_of(name: str, folders: tuple[Path, ...]) -> Path | None:
    """Returns the nearest file of a name; None if no folder has one."""
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def place(path: Path, line: str) -> str:
    """Returns file and line of an element for a message.

    Args:
        path: The template's markup.
        line: The element's line: `12`, or `parts.xml.j2:12` in another file.
    """
    name, _, number = line.rpartition(":")
    found = file_of(name, lineage(path.parent)) if name else None
    return f"{found or path}:{number}"
