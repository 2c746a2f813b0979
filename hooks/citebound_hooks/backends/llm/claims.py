"""A proposed claim as an item, tied to the actors and citations of the layers before."""

from __future__ import annotations

from typing import Any

from citebound.model import Claim, ClaimSource, Extraction, Quotation, Span
from citebound_hooks.backends.llm.placing import Places
from citebound_hooks.backends.llm.replies import ProposedClaim, shaped


class ClaimMaker:
    """Makes claims of entries.

    Args:
        rule: What the claims bear as their rule.
        places: Where words stand.
        before: The layers before.
    """

    def __init__(self, rule: str, places: Places, before: Extraction) -> None:
        self._rule, self._places, self._before = rule, places, before

    def claim_from(self, entry: Any, number: int) -> Claim:
        """Returns the claim of an entry: each of its parts must stand once in its sentence.

        Raises:
            Unusable: If one does not, or the entry has another shape.
        """
        proposed = shaped(entry, ProposedClaim)
        sentence = self._places.sentence(proposed.sentence)
        source = self._places.one(proposed.source, sentence) if proposed.source is not None else None
        content = tuple(sorted(self._places.one(words, sentence) for words in proposed.content))
        return Claim(
            id=f"{number}",
            sentence=sentence,
            kind=proposed.kind,
            source=ClaimSource(actor=self._actor_in(source) if source else None, span=source),
            cue=self._places.one(proposed.cue, sentence),
            content=content,
            quotation=self._quotation(content),
            hedges=tuple(sorted(self._places.one(words, sentence) for words in proposed.hedges)),
            negated=proposed.negated,
            citations=tuple(each.id for each in self._before.citations if sentence.contains(each.span)),
            rule=self._rule,
        )

    def _actor_in(self, source: Span) -> str | None:
        """The one actor that is mentioned in the source's words; of several none is chosen."""
        mentioned = [
            actor.id
            for actor in self._before.actors
            if any(source.contains(mention) for mention in actor.mentions)
        ]
        return mentioned[0] if len(mentioned) == 1 else None

    def _quotation(self, content: tuple[Span, ...]) -> Quotation:
        quoted = [self._places.in_quotation_marks(span) for span in content]
        if quoted and all(quoted):
            return "direct"
        marked = any(mark in span.exact for span in content for mark in '"“”«»')
        return "mixed" if any(quoted) or marked else "indirect"
