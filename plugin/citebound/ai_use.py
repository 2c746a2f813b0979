"""Which artificial intelligence took part in an extraction: language models and statistical pipelines.

A plugin that uses one says so beside its items by a `ModelUse`, which names the rule that these items bear, and counts
what was proposed and dropped.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

from citebound.layers import LAYERS
from citebound.model import Extraction, ModelUse

NONE = "none"


class AiUse(msgspec.Struct, frozen=True, kw_only=True):
    """What one model did for a whole extraction.

    Attributes:
        name: The model's name.
        kind: A language model, or a statistical pipeline.
        items: How many items of the extraction are its.
        proposed: How many it proposed.
        dropped: How many of these were not used, by reason.
    """

    name: str
    kind: Literal["model", "pipeline"]
    items: int
    proposed: int
    dropped: dict[str, int]


def rules_of_models(extraction: Extraction) -> frozenset[str]:
    """Returns the rules of the items that language models proposed."""
    return frozenset(use.rule for use in extraction.models if use.kind == "model")


def models_in(extraction: Extraction) -> tuple[AiUse, ...]:
    """Returns what took part, by name; nothing for the built-in extraction alone."""
    rules = Counter(item.rule for layer in LAYERS for item in getattr(extraction, layer))
    used = sorted({use.rule for use in extraction.models})
    return tuple(_use(rule, rules[rule], extraction.models) for rule in used)


def ai_use_of(extraction: Extraction) -> str:
    """Returns what took part, with its names, for a reader: `none` for the built-in extraction alone.

    Example:
        `language model gpt-x (3 items; of 4 proposals dropped: 1 not word for word in the source)`
    """
    return "; ".join(map(_told, models_in(extraction))) or NONE


def _use(rule: str, items: int, uses: tuple[ModelUse, ...]) -> AiUse:
    own = [use for use in uses if use.rule == rule]
    dropped: Counter[str] = Counter()
    for use in own:
        dropped.update(use.dropped)
    return AiUse(
        name=rule.partition(".")[2] or rule,
        kind=own[0].kind,
        items=items,
        proposed=max(items, sum(use.proposed for use in own)),
        dropped={reason: count for reason, count in sorted(dropped.items()) if count},
    )


def _told(use: AiUse) -> str:
    kind = "language model" if use.kind == "model" else "statistical pipeline"
    items = f"{use.items} {'item' if use.items == 1 else 'items'}"
    reasons = ", ".join(f"{count} {reason}" for reason, count in use.dropped.items())
    dropped = f"; of {use.proposed} proposals dropped: {reasons}" if reasons else ""
    return f"{kind} {use.name} ({items}{dropped})"
