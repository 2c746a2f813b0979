"""Loads lexicons: TOML files beside the code that uses them, each with a schema."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from citebound.errors import ConfigurationError

Shape = TypeVar("Shape")


def load_lexicon(path: Path, shape: type[Shape]) -> Shape:
    """Reads a lexicon into its shape: a struct, or a table of structs.

    Make a struct `frozen=True, forbid_unknown_fields=True`, so that a misspelt key is an error, and load it
    once: put `functools.cache` on the function that calls this one.

    Args:
        path: The TOML file, usually `Path(__file__).with_name("words.toml")`.
        shape: The struct that says which keys the file has and what they hold. Word lists are best typed
            `frozenset[str]`, tables `dict[str, str]`.

    Raises:
        ConfigurationError: If the file is no TOML or breaks the schema; names path and place.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), shape)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigurationError(f"{path}: not a valid lexicon: {error}") from error
