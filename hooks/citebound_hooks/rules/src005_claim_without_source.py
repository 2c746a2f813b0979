"""SRC005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import Claim, Span
from citebound.rules import Problem, Rule, Subject

_NONE = re.compile(r"\b(?:no|without)\s{1,3}(?:[a-z]{3,12}\s{1,3})?$", re.IGNORECASE)


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
            if claim.cue and _has_no_source(claim) and not _is_denied(subject.document.text, claim.cue):
                message = f"Nobody is named behind “{claim.cue.exact}”."
                yield Problem(message=message, span=claim.cue)


def _has_no_source(claim: Claim) -> bool:
    """Whether nobody says it; an assessment without a source is the author's own, but for "it is believed"."""
    if claim.source.actor or claim.source.span or claim.citations:
        return False
    return not claim.negated and (claim.kind != "assess" or claim.rule == "claims.passive")


def _is_denied(text: str, cue: Span) -> bool:
    """Tells “there were no reports that …”: nobody says anything there."""
    return bool(_NONE.search(text, max(cue.start - 20, 0), cue.start))
