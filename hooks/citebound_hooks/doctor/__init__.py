"""The doctor: looks whether everything that the upload workflow needs is in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citebound import hookimpl

if TYPE_CHECKING:
    import click


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound doctor`."""
    from citebound_hooks.doctor.command import doctor

    return [doctor]
