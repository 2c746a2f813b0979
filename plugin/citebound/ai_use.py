"""Which artificial intelligence took part in an extraction: language models and statistical pipelines.

An item that a language model proposed bears a rule `llm.<model>`, one of a statistical pipeline `spacy.<pipeline>`;
what was proposed and dropped stands in the extraction's `models`.
"""

from __future__ import annotations

from collections import Counter

from citebound.layers import LAYERS
from citebound.model import Extraction, ModelUse

NONE = "none"
_MODEL, _PIPELINE = "llm.", "spacy."


def made_by_model(rule: str) -> bool:
    """Tells whether a rule names a language model."""
    return rule.startswith(_MODEL)


def ai_use_of(extraction: Extraction) -> str:
    """Returns what took part, with its names, for a reader: `none` for the built-in extraction alone.

    Example:
        `language model gpt-x (3 items; of 4 proposals dropped: 1 not word for word in the source)`
    """
    rules = Counter(item.rule for layer in LAYERS for item in getattr(extraction, layer))
    used = {rule for rule in rules if rule.startswith((_MODEL, _PIPELINE))}
    used |= {use.rule for use in extraction.models}
    return "; ".join(_told(rule, rules[rule], extraction.models) for rule in sorted(used)) or NONE


def dropped_by(uses: tuple[ModelUse, ...]) -> str:
    """Returns what was dropped of the proposals, with the reasons; empty if nothing was."""
    dropped: Counter[str] = Counter()
    for use in uses:
        dropped.update(use.dropped)
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(dropped.items()) if count)
    return f"of {sum(use.proposed for use in uses)} proposals dropped: {reasons}" if reasons else ""


def _told(rule: str, count: int, models: tuple[ModelUse, ...]) -> str:
    kind = "language model" if made_by_model(rule) else "statistical pipeline"
    dropped = dropped_by(tuple(use for use in models if use.rule == rule))
    items = f"{count} {'item' if count == 1 else 'items'}"
    return f"{kind} {rule.partition('.')[2]} ({'; '.join(filter(None, [items, dropped]))})"
