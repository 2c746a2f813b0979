"""Curated names: which forms are one actor and which are not, in a whole corpus; in files called `aliases.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from citebound.errors import ConfigurationError
from citebound.model import Anchor, Decision
from citebound.toml_files import as_table, line_of, read_toml

NAME = "aliases.toml"
"""What the file beside the reports is called."""


class _Aliases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    apart: tuple[str, ...] = ()
    aliases: dict[str, tuple[str, ...]] = {}


def load_aliases(path: Path) -> tuple[Decision, ...]:
    """Reads a file of curated names.

    `[aliases]` joins the forms of one actor (`"Full Name" = ["Short", "FN"]`), whichever of them a report has;
    `apart` lists forms that are actors of their own, whatever a report seems to say.

    Raises:
        ConfigurationError: Names the path, the line and what is wrong there.
    """
    text, tables = read_toml(path)
    data = as_table(path, text, tables, _Aliases)
    for word in (*data.apart, *data.aliases, *(form for forms in data.aliases.values() for form in forms)):
        if not word.strip():
            raise ConfigurationError(
                f"{path}:{line_of(text, word)}: an empty name; write it out or leave it out"
            )
    apart = [Decision(action="split", anchor=Anchor(quote=form)) for form in data.apart]
    return (*merges(data.aliases), *apart)


def merges(aliases: Mapping[str, tuple[str, ...]]) -> tuple[Decision, ...]:
    """Returns the decisions that join the forms of each name."""
    return tuple(
        Decision(action="merge", anchor=Anchor(quote=name), others=forms) for name, forms in aliases.items()
    )
