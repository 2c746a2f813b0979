"""SRC005."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Claim
from citebound.rules import Problem, Rule, Subject


class ClaimWithoutSource(Rule):
    """Something is said to be claimed, believed or reported, and nobody is named who says so.

    Why:
        The reader can neither weigh nor follow up a statement without a speaker. A citation behind it is
        enough.

    Bad:
        `The tents are said to have been sold.`

    Good:
        `The tents are said to have been sold (Vale Courier, April 18).`

    Source:
        ICD 206: a citation wherever a source is used.
    """

    code = "SRC005"
    name = "claim-without-source"
    severity = "info"
    needs = "claims"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the reporting words of each such claim."""
        for claim in subject.extraction.claims if subject.extraction else ():
            if claim.cue and _has_no_source(claim):
                message = f"Nobody is named behind “{claim.cue.exact}”."
                yield Problem(message=message, span=claim.cue)


def _has_no_source(claim: Claim) -> bool:
    """Whether nobody says it; an assessment without a source is the author's own, but for "it is believed"."""
    if claim.source.actor or claim.source.span or claim.citations:
        return False
    return not claim.negated and (claim.kind != "assess" or claim.rule == "claims.passive")
