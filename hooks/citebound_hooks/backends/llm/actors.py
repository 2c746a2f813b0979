"""A proposed actor as an item."""

from __future__ import annotations

from typing import Any

from citebound.model import Actor, Span
from citebound_hooks.backends.llm.placing import INVENTED, Places, Unusable
from citebound_hooks.backends.llm.replies import ProposedActor, shaped


def actor_from(entry: Any, number: int, rule: str, places: Places) -> Actor:
    """Returns the actor of an entry: every mention of it must stand in the source.

    Raises:
        Unusable: If one does not, or the entry has another shape.
    """
    proposed = shaped(entry, ProposedActor)
    spans: list[Span] = []
    for mention in proposed.mentions:
        spans += places.all(mention.words, places.sentence(mention.sentence))
    if not spans:
        raise Unusable(INVENTED)
    name = " ".join(spans[0].exact.split())
    return Actor(id=f"{number}", name=name, type=proposed.type, mentions=tuple(sorted(set(spans))), rule=rule)
