"""The way back: takes a finished briefing apart, and proves that briefing, record and original still agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citebound import hookimpl
from citebound.model import Document, Upload
from citebound.rules import Rule

if TYPE_CHECKING:
    import click


@hookimpl(tryfirst=True)
def citebound_read(upload: Upload) -> Sequence[Document] | None:
    """Reads a briefing that citebound rendered; None for any other PDF."""
    if upload.media_type != "application/pdf":
        return None
    from citebound_hooks.verify.reading import read_briefing

    document = read_briefing(upload)
    return None if document is None else (document,)


@hookimpl
def citebound_rules() -> Sequence[type[Rule]]:
    """Gives the rules on finished briefings."""
    from citebound_hooks.verify.rules import BRIEFING_RULES

    return BRIEFING_RULES


@hookimpl
def citebound_commands() -> Sequence[click.Command]:
    """Gives `citebound verify`."""
    from citebound_hooks.verify.command import verify

    return [verify]
