"""Loads source profiles from files, and chooses the one that fits a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from citebound.errors import ConfigurationError
from citebound.evidence import Match, weigh
from citebound.model import Document, Fields, Profile
from citebound.toml_files import as_table, line_of, misplaced, read_toml
from citebound.wrong_values import nearest

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
    text, data = read_toml(path)
    labels = data.get("labels")
    for name in labels if isinstance(labels, dict) else ():
        _refuse_unknown_field(path, text, name, in_table=True)
    profile = as_table(path, text, data, Profile)
    for name in (*profile.required, *profile.cite_as.parts):
        _refuse_unknown_field(path, text, name)
    return profile


def _refuse_unknown_field(path: Path, text: str, name: str, *, in_table: bool = False) -> None:
    if name not in Fields.__struct_fields__:
        hint = (misplaced(name, Profile) if in_table else None) or nearest(name, Fields.__struct_fields__)
        raise ConfigurationError(f"{path}:{line_of(text, name)}: records have no field {name!r}; {hint}")
