"""BRF019."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject

_MOST = 5


class ReadingDiffers(Rule):
    """The original, read anew, gives another record, extraction or list of findings than the briefing has.

    Why:
        Each word of a briefing may stand in its source, and yet be put into the mouth of somebody else.

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
        """Yields a problem for each thing that another reading gives otherwise; a warning if there was none."""
        finished = subject.document.finished
        if finished is None:
            return
        if finished.not_read_anew:
            message = f"The original was not read anew: {finished.not_read_anew}."
            yield Problem(message=message, severity="warning")
        for what in finished.read_otherwise[:_MOST]:
            yield Problem(message=f"The original, read anew, gives {what}.")
        if (more := len(finished.read_otherwise) - _MOST) > 0:
            yield Problem(message=f"The original, read anew, gives {more} more things otherwise.")
