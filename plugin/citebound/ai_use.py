"""Which artificial intelligence took part in an extraction, as its items' rules say.

An item that a language model proposed bears a rule `llm.<model>`, one of a statistical pipeline `spacy.<pipeline>`.
"""

from __future__ import annotations

from citebound.layers import LAYERS
from citebound.model import Extraction

NONE = "none"
_MODEL, _PIPELINE = "llm.", "spacy."


def made_by_model(rule: str) -> bool:
    """Tells whether a rule names a language model."""
    return rule.startswith(_MODEL)


def ai_use_of(extraction: Extraction) -> str:
    """Returns what took part, with its names, for a reader: `none` for the built-in extraction alone.

    Example:
        `language model gpt-x (3 items); statistical pipeline en_core_web_sm (12 items)`
    """
    counts: dict[str, int] = {}
    for layer in LAYERS:
        for item in getattr(extraction, layer):
            if item.rule.startswith((_MODEL, _PIPELINE)):
                counts[item.rule] = counts.get(item.rule, 0) + 1
    return "; ".join(_told(rule, count) for rule, count in sorted(counts.items())) or NONE


def _told(rule: str, count: int) -> str:
    kind = "language model" if made_by_model(rule) else "statistical pipeline"
    return f"{kind} {rule.partition('.')[2]} ({count} {'item' if count == 1 else 'items'})"
