"""Loads source profiles from files, and chooses the one that fits a page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from citebound.errors import ConfigurationError
from citebound.evidence import Match, weigh
from citebound.model import Document, Fields, Profile

__all__ = ["GENERIC", "Match", "choose_profile", "load_profile", "ranked_profiles"]

GENERIC = "generic"
_ENOUGH = 2


def choose_profile(document: Document, profiles: Sequence[Profile]) -> Profile:
    """Returns the profile for which the page itself speaks most; `generic` where it speaks for none.

    Raises:
        ConfigurationError: If nothing speaks for a profile and there is none called `generic`.
    """
    best = next(iter(ranked_profiles(document, profiles)), None)
    if best is not None:
        return best.profile
    generic = next((profile for profile in profiles if profile.name == GENERIC), None)
    if generic is None:
        raise ConfigurationError("no profile fits the page and none is called 'generic'; name one")
    return generic


def ranked_profiles(document: Document, profiles: Sequence[Profile]) -> list[Match]:
    """Returns the profiles with enough evidence on the page and what it is, the strongest first.

    Of two equally strong ones the republisher comes first, because a copy shows its publisher's marks too;
    others keep the order in which they were given.
    """
    matches = [match for match in weigh(document, profiles) if match.score >= _ENOUGH]
    return sorted(matches, key=lambda match: (-match.score, match.profile.republisher is None))


def load_profile(path: Path) -> Profile:
    """Reads a profile from a TOML file.

    Raises:
        ConfigurationError: If the file is no TOML or breaks the schema; names the path, the line and what
            to do.
    """
    try:
        text = path.read_text("utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ConfigurationError(f"{path}: not a valid profile: {reason}") from error
    for key, known in _unknown_names(data):
        raise ConfigurationError(f"{path}:{_line_of(text, key)}: {_unknown(key, known)}")
    try:
        return msgspec.convert(data, Profile)
    except msgspec.ValidationError as error:
        place = re.search(r"`\$\.([\w.-]+)", str(error))
        line = _line_of(text, place[1].split(".")[-1]) if place else 1
        raise ConfigurationError(f"{path}:{line}: not a valid profile: {error}") from error


def _unknown_names(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yields every key that the schema does not know, and every name of a field that records do not have."""
    yield from _unknown_keys(data, Profile)
    names = [*_table(data, "labels"), *_list(data, "required"), *_list(_table(data, "cite-as"), "parts")]
    yield from ((name, Fields.__struct_fields__) for name in names if name not in Fields.__struct_fields__)


def _unknown_keys(
    data: Mapping[str, Any], shape: type[msgspec.Struct]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(shape)}
    for key, value in data.items():
        if key not in fields:
            yield key, tuple(fields)
            continue
        inner = _struct_in(fields[key])
        for table in (value if isinstance(value, list) else [value]) if inner else ():
            if isinstance(table, dict) and inner:
                yield from _unknown_keys(table, inner)


def _struct_in(annotation: Any) -> type[msgspec.Struct] | None:
    for candidate in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(candidate, type) and issubclass(candidate, msgspec.Struct):
            return candidate
    return None


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = data.get(key)
    return found if isinstance(found, dict) else {}


def _list(data: Mapping[str, Any], key: str) -> list[str]:
    found = data.get(key)
    return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


def _unknown(key: str, known: Sequence[str]) -> str:
    near = get_close_matches(key, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
    return f"not a valid profile: unknown name {key!r}; {hint}"


def _line_of(text: str, key: str) -> int:
    """The first line that sets the key, opens its table or names it in a list; 1 if there is none."""
    word = re.escape(key)
    pattern = re.compile(rf"""^\s*(?:\[[^\]]*\b)?["']?{word}["']?\s*(?:=|\]|\.)|["']{word}["']""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)), 1)
