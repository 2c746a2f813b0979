"""BRF007."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class HedgeLost(Rule):
    """A hedge of the source is lost in the extraction that the briefing shows.

    Why:
        Without its “reportedly” a rumour reads as a fact.

    Bad:
        A claim whose sentence says “reportedly” while its hedges are empty.

    Good:
        Each hedge within a claim's words among the claim's hedges.

    Source:
        The promise of a citebound briefing: what it says can be held against its source.
    """

    code = "BRF007"
    name = "hedge-lost"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each hedge of a claim that the claim does not show."""
        finished = subject.document.finished
        if finished is None:
            return
        if finished.briefing is None:
            return
        extraction = finished.briefing.extraction
        claims = {claim.id: claim for claim in extraction.claims}
        for hedge in extraction.hedges:
            claim = claims.get(hedge.claim or "")
            if claim is not None and not any(each.overlaps(hedge.span) for each in claim.hedges):
                yield Problem(
                    message=f"The claim {claim.id} lost its hedge “{hedge.span.exact}”.", span=hedge.span
                )
