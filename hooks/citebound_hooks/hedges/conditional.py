"""The French conditional of hearsay: "Selon un pêcheur, la milice exigerait une taxe"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from citebound_hooks.hedges.lexicon import lexicon
from citebound_hooks.language.tokens import Token

_REPORT = 10  # tokens before "que" in which the verb of a report stands
_LINKS = frozenset({"que", "qu'", "qu’", "qui", "où", "quand", "comment"})
_INFINITIVE = ("er", "ir", "re")  # "sans préciser qui la conduirait"
_PLURAL = "aient"


def hearsay_conditionals(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Returns begin and end of each verb of a French sentence that tells what is only heard.

    Not the future of a report in the past ("a promis qu'elle ouvrirait"), nor what would be so if something else were.
    """
    at = [i for i, token in enumerate(tokens) if _is_conditional(token.lower)]
    if not at or any(token.lower in lexicon().conditional.wishing for token in tokens):
        return []
    return [(tokens[i].start, tokens[i].end) for i in at if not _is_future(tokens, i)]


@cache
def _is_conditional(word: str) -> bool:
    forms = lexicon().conditional
    singular = word.removesuffix(_PLURAL) + "ait" if word.endswith(_PLURAL) else word
    return word.endswith(forms.endings) and singular not in forms.imperfect


def _is_future(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands in a clause that somebody said, promised or feared in the past."""
    link = next((i for i in range(at - 1, -1, -1) if tokens[i].lower in _LINKS), None)
    if not link:
        return False
    report = [token.lower for token in tokens[max(0, link - _REPORT) : link]]
    if tokens[link].lower in ("que", "qu'", "qu’"):
        return any(word in lexicon().conditional.reporting or word.endswith("ait") for word in report)
    return report[-1].endswith(_INFINITIVE)
