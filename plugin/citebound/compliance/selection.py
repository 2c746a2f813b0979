"""Which rules speak of a document, and what they need of its extraction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citebound.layers import LAYERS, LayerName
from citebound.model import Document
from citebound.rules import Need, Rule

_LAYERS_FOR: Mapping[Need, tuple[LayerName, ...]] = {
    "extraction": LAYERS,
    "claims": ("citations", "claims"),
    "citations": ("citations",),
}
"""What has to be made for each need, the one that needs most first."""


def rules_for(document: Document, rules: Iterable[type[Rule]], *, extracted: bool) -> tuple[type[Rule], ...]:
    """Returns the rules that speak of a document.

    Of a finished briefing its own rules speak, and those that say so; of a report all but the former. Of what a
    briefing sums up a rule speaks only where one is being made.

    Args:
        document: A report or a finished briefing.
        rules: Those that are selected.
        extracted: Whether its whole extraction is there, so that a briefing is being made.
    """
    return tuple(rule for rule in rules if _speaks_of(rule, document, extracted))


def layers_for(rules: Iterable[type[Rule]]) -> Sequence[LayerName]:
    """Returns the layers that the rules need, and no more."""
    needs = {rule.needs for rule in rules}
    return next((layers for need, layers in _LAYERS_FOR.items() if need in needs), ())


def _speaks_of(rule: type[Rule], document: Document, extracted: bool) -> bool:
    if document.finished is None:
        return rule.needs != "briefing" and (extracted or rule.needs != "summary")
    return rule.needs in ("briefing", "suppressions") or rule.of_briefings
