"""BRF019."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.verify.rules.vouching import severity_of_doubt

_MOST = 5


class ReadingDiffers(Rule):
    """The original, read anew, gives another record, extraction or list of findings than the briefing has.

    Why:
        Each word of a briefing may stand in its source, and yet be put into the mouth of somebody else. That it was
        read with other versions or settings can be the reason, and can be forged; so it is told, and counts as an error
        unless the file bears the signature of somebody trusted.

    Bad:
        A briefing in which the sources of two claims were exchanged before it was rendered and signed anew.

    Good:
        The briefing as it was made of this original.

    Source:
        Reading is reproducible: the same report, settings and version give the same record and extraction.
    """

    code = "BRF019"
    name = "reading-differs"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each thing that another reading gives otherwise, and what may be the reason."""
        finished = subject.document.finished
        if finished is None:
            return
        because, differences = finished.not_read_anew, finished.read_otherwise
        severity = severity_of_doubt(finished) if because else "error"
        for what in differences[:_MOST]:
            yield Problem(message=f"The original, read anew, gives {what}.", severity=severity)
        if (more := len(differences) - _MOST) > 0:
            message = f"The original, read anew, gives {more} more things otherwise."
            yield Problem(message=message, severity=severity)
        if because:
            told = "That may be because" if differences else "The original was not read anew:"
            yield Problem(message=f"{told} {because}.", severity="warning")
