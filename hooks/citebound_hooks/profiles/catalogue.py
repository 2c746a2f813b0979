"""Reads the profiles of `data/`, once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from citebound.model import Profile
from citebound.profiles import load_profile


@cache
def built_in_profiles() -> tuple[Profile, ...]:
    """Returns the built-in profiles in the order of their names."""
    return tuple(map(load_profile, sorted(Path(__file__).with_name("data").glob("*.toml"))))
