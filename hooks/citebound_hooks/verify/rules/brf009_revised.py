"""BRF009."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class Revised(Rule):
    """The PDF was revised after it was rendered.

    Why:
        What was added behind the first end of the file can cover or replace what stands before it.

    Bad:
        A briefing that was annotated and saved in place.

    Good:
        One revision, or a second one that holds a signature and nothing else.

    Source:
        ISO 32000-2, 7.5.6, incremental updates.
    """

    code = "BRF009"
    name = "revised"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem if there is more than one revision."""
        finished = subject.document.finished
        if finished is None:
            return
        allowed = 2 if finished.signature is not None and finished.signature.covers else 1
        if finished.revisions > allowed:
            yield Problem(message=f"The file holds {finished.revisions} revisions; a briefing has one.")
