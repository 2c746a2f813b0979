"""ATT004."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject

_WORDS = 20


class ContestMissingInSummary(Rule):
    """A sentence of the summary holds a claim that the report itself contests, and the summary does not say so.

    Why:
        Read alone, the sentence states as settled what the report leaves open. Name the denial beside it, or
        leave the sentence out.

    Bad:
        A summary with `Residents accused the board of keeping lorries`, and without `The board denied it`.

    Good:
        A summary with both sentences, or with neither.

    Source:
        ICD 203 (2015): products note contrary reporting; EUAA COI methodology on conflicting information.
    """

    code = "ATT004"
    name = "summary-omits-contest"
    severity = "info"
    needs = "summary"
    of_briefings = True

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the sentence, with the words of the first claim that contests it."""
        extraction = subject.extraction
        if extraction is None:
            return
        claims = {claim.id: claim for claim in extraction.claims}
        told = {name for sentence in extraction.summary for name in sentence.claims}
        for sentence in extraction.summary:
            contests = [
                other for name in sentence.claims if name in claims for other in claims[name].contested_by
            ]
            if contests and not told.intersection(contests) and contests[0] in claims:
                words = _excerpt(claims[contests[0]].sentence.exact)
                message = f"The report contests this, and the summary does not say so: “{words}”"
                yield Problem(message=message, span=sentence.span)


def _excerpt(sentence: str) -> str:
    """Returns a sentence in one line, cut after its first words."""
    words = sentence.split()
    return " ".join(words) if len(words) <= _WORDS else f"{' '.join(words[:_WORDS])} …"
