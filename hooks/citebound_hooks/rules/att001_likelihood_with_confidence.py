"""ATT001."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.likelihood import confidences, likelihoods, sentence_around


class LikelihoodWithConfidence(Rule):
    """One sentence states a likelihood and a level of confidence.

    Why:
        Likelihood is about the event, confidence about the basis of the judgement: together in one sentence,
        they are taken for each other.

    Bad:
        `We assess with high confidence that the dykes will very likely hold.`

    Good:
        `The dykes will very likely hold. We have high confidence in this judgement.`

    Source:
        ICD 203 (2015), the standard on uncertainties: a likelihood and a confidence must not be combined in one
        sentence.
    """

    code = "ATT001"
    name = "likelihood-with-confidence"
    severity = "warning"
    of_briefings = True

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the level of confidence."""
        text = subject.document.text
        for confidence in confidences(text):
            likelihood = next(likelihoods(text, *sentence_around(text, confidence.start())), None)
            if likelihood:
                message = f"One sentence says “{likelihood.words}” and “{confidence.group()}”."
                yield Problem(message=message, span=subject.document.span(*confidence.span()))
