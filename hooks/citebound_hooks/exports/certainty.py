"""What of an extraction may be passed on as a fact, and what only as somebody's word.

A tie between actors is the report's own statement only if its whole sentence is: no claim and no hedge in it.
Who said something is certain only of a claim that is neither negated nor hedged nor contested.
"""

from __future__ import annotations

from bisect import bisect_left

from citebound.ai_use import rules_of_models
from citebound.model import Actor, Claim, Extraction, Relation, Span


class Certainty:
    """Tells the certain from the uncertain.

    Args:
        extraction: Of what.
    """

    def __init__(self, extraction: Extraction) -> None:
        self._of_models = rules_of_models(extraction)
        named = {name for claim in extraction.claims for name in claim.contested_by}
        self._contested = named | {claim.id for claim in extraction.claims if claim.contested_by}
        doubtful = {claim.sentence for claim in extraction.claims}
        doubtful |= {hedge.sentence for hedge in extraction.hedges}
        self._starts, self._ends = _joined(sorted(doubtful))

    def contested(self, claim: Claim) -> bool:
        """Tells whether a claim contradicts another one, in either direction."""
        return claim.id in self._contested

    def states(self, claim: Claim) -> tuple[str, ...]:
        """Returns what keeps a claim from being a plain statement: `negated`, `hedged`, `contested`."""
        states = {"negated": claim.negated, "hedged": claim.hedges, "contested": self.contested(claim)}
        return tuple(state for state, holds in states.items() if holds)

    def plainly_said(self, claim: Claim) -> bool:
        """Tells whether the report says without reserve that the source said it."""
        return not (self.states(claim) or self.by_model(claim.rule))

    def by_model(self, rule: str) -> bool:
        """Tells whether a language model proposed the items of a rule."""
        return rule in self._of_models

    def own_statement(self, actor: Actor, relation: Relation) -> bool:
        """Tells whether the report states a tie of an actor itself."""
        return not self.by_model(actor.rule) and self._undoubted(relation.span)

    def _undoubted(self, span: Span) -> bool:
        index = bisect_left(self._starts, span.end) - 1
        return index < 0 or self._ends[index] <= span.start


def _joined(spans: list[Span]) -> tuple[list[int], list[int]]:
    """Begins and ends of the places that the spans cover together, in order, none overlapping another."""
    starts: list[int] = []
    ends: list[int] = []
    for span in spans:
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    return starts, ends
