"""Paths as arguments of commands: what was typed, and never the folder that an empty word would stand for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


class PathArgument(click.Path):
    """The type of an option or argument that is a path; whether it can be read is found out when it is read.

    An empty word, such as a shell makes of a variable that is not set, would be the folder that the user is in.
    """

    def __init__(self, **how: Any) -> None:
        super().__init__(path_type=Path, **{"readable": False} | how)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuses an empty word; else does what click does."""
        if value == "":
            self.fail("it is empty; name a path", param, ctx)
        return super().convert(value, param, ctx)
