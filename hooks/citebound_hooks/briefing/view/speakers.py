"""Who says something: an actor by name, or the source's own words for somebody without one."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.model import ClaimSource
from citebound_hooks.briefing.view.values import Speaker


def speaker_of(source: ClaimSource, names: Mapping[str, str]) -> Speaker | None:
    """Returns the speaker; None if the text does not tell.

    Args:
        source: The claim's source.
        names: The actors' names by id.
    """
    name = names.get(source.actor or "")
    if name is not None:
        return Speaker(name=name, named=True)
    return Speaker(name=source.span.exact, named=False) if source.span else None
