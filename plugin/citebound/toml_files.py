"""Reads the TOML files that people write: settings, profiles, sidecars. What is wrong is one line with its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from citebound.errors import ConfigurationError
from citebound.wrong_values import explained, nearest

T = TypeVar("T", bound=msgspec.Struct)
_TOML_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Returns a file's text and its tables.

    Raises:
        ConfigurationError: If it cannot be read or is no TOML; names the path, and the line where there is one.
    """
    try:
        text = path.read_text("utf-8-sig")  # some editors put a byte-order mark in front
        return text, tomllib.loads(text)
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8 (byte {error.start + 1}); save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        why, line = _TOML_LINE.sub("", str(error)), _TOML_LINE.search(str(error))
        raise ConfigurationError(f"{path}{f':{line[1]}' if line else ''}: not TOML: {why}") from error


def as_table(path: Path, text: str, data: Mapping[str, Any], shape: type[T]) -> T:
    """Returns the tables in their shape.

    Args:
        path: The file, for messages.
        text: Its text, to find lines in.
        data: Its tables, or the part of them that has the shape.
        shape: A struct whose subtables are structs.

    Raises:
        ConfigurationError: Names the path, the line and, for an unknown key, the nearest known one.
    """
    for key, known in _unknown_keys(data, shape):
        hint = misplaced(key, shape) or nearest(key, known)
        raise ConfigurationError(f"{path}:{line_of(text, key)}: unknown key {key!r}; {hint}")
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise ConfigurationError(
            f"{path}:{_line_of_error(text, str(error))}: {explained(error, shape)}"
        ) from error


def misplaced(key: str, shape: type[msgspec.Struct]) -> str | None:
    """Returns what to do with a key that stands inside a table and belongs to the file itself; None for others."""
    known = {field.encode_name for field in msgspec.structs.fields(shape)}
    return "it belongs to no table: move it above the first [table]" if key in known else None


def as_settings(data: Mapping[str, Any], shape: type[T]) -> T:
    """Returns a plugin's settings in their shape.

    Args:
        data: What `citebound_configure` got.
        shape: A struct whose fields are the settings.

    Raises:
        ConfigurationError: Names the key and, for an unknown one, the nearest known one.
    """
    for key, known in _unknown_keys(data, shape):
        raise ConfigurationError(f"unknown key {key!r}; {nearest(key, known)}")
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        raise ConfigurationError(explained(error, shape)) from error


def line_of(text: str, key: str) -> int:
    """Returns the first line that sets the key, opens its table or names it in a list; 1 if there is none."""
    word = re.escape(key)
    pattern = re.compile(rf"""^\s*(?:\[[^\]]*\b)?["']?{word}["']?\s*(?:=|\]|\.)|["']{word}["']""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)), 1)


def _unknown_keys(
    data: Mapping[str, Any], shape: type[msgspec.Struct]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(shape)}
    for key, value in data.items():
        if key not in fields:
            yield key, tuple(fields)
            continue
        inner = _struct_in(fields[key])
        for table in _tables(value, mapped=get_origin(fields[key]) is dict) if inner else ():
            yield from _unknown_keys(table, inner)  # type: ignore[arg-type]  # inner is a struct here


def _tables(value: object, *, mapped: bool) -> Iterator[Mapping[str, Any]]:
    """The tables that a value holds: itself, its items, or, of a table with free keys, its values."""
    if isinstance(value, dict) and mapped:
        value = list(value.values())
    for table in value if isinstance(value, list) else [value]:
        if isinstance(table, dict):
            yield table
        elif isinstance(table, list):
            yield from _tables(table, mapped=False)


def _struct_in(annotation: Any) -> type[msgspec.Struct] | None:
    """The struct in `Struct`, `tuple[Struct, ...]`, `dict[str, Struct]` or `dict[str, tuple[Struct, ...]]`."""
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return annotation
    return next((found for part in get_args(annotation) if (found := _struct_in(part))), None)


def _line_of_error(text: str, message: str) -> int:
    """The line of the value that is wrong, where the message names it, else of its key."""
    value = re.search(r"value '([^']+)'", message)
    return line_of(text, value[1] if value and f'"{value[1]}"' in text else _last_key(message))


def _last_key(message: str) -> str:
    """The last key of a path such as `$.plugins.order[...]`."""
    found = re.search(r"`\$\.([^`]*)`", message)
    keys = re.findall(r"[\w-]+", found.group(1)) if found else []
    return keys[-1] if keys else ""
