"""Loads source profiles from files, and chooses the one that fits a page."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from citebound.errors import ConfigurationError
from citebound.model import Profile


def load_profile(path: Path) -> Profile:
    """Reads a profile from a TOML file.

    Raises:
        ConfigurationError: If the file is no TOML or breaks the schema; names path and place.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Profile)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ConfigurationError(f"{path}: not a valid profile: {error}") from error
