"""Headings under which `citebound --help` lists commands; a plugin may use one of these, or one of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

C = TypeVar("C", bound=click.Command)

REPORTS = "Reports"
SETTINGS = "Explanations and settings"
UPLOADS = "Uploads"
OTHER = "Other commands"
_ATTRIBUTE = "citebound_heading"


def under(heading: str) -> Callable[[C], C]:
    """Lists a command under a heading.

    Example:
        @under(REPORTS)
        @click.command("shelve")
        def shelve() -> None: ...
    """

    def mark(command: C) -> C:
        setattr(command, _ATTRIBUTE, heading)
        return command

    return mark


def heading_of(command: click.Command) -> str:
    """Returns the heading of a command; `OTHER` if it has none."""
    return str(getattr(command, _ATTRIBUTE, OTHER))
