"""ATT002."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.likelihood import is_assessment, likelihoods


class LikelihoodRowsMixed(Rule):
    """Likelihood words of both rows of the scale stand in one assessment.

    Why:
        “Likely” and “probable” stand for one band of the scale in different rows; mixed, they look like two
        degrees. Only texts that judge in these terms are looked at: a level of confidence, “we assess”, or a
        profile for such products.

    Bad:
        `We assess that rain is likely and that the dykes will probably hold.`

    Good:
        `We assess that rain is likely and that the dykes are likely to hold.`

    Source:
        ICD 203 (2015), the standard on uncertainties: one row of terms is to be used, not a mixture.
    """

    code = "ATT002"
    name = "likelihood-rows-mixed"
    severity = "warning"
    of_briefings = True

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the first word of the other row."""
        text = subject.document.text
        if not subject.profile.assesses and not is_assessment(text):
            return
        first = None
        for likelihood in likelihoods(text, 0, len(text)):
            first = first or likelihood
            if likelihood.row != first.row:
                message = f"“{likelihood.words}” is of another row of the scale than “{first.words}” before."
                yield Problem(message=message, span=subject.document.span(likelihood.start, likelihood.end))
                return
