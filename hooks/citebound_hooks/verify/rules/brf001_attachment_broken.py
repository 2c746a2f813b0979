"""BRF001."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class AttachmentBroken(Rule):
    """An attachment of the briefing is missing or cannot be read.

    Why:
        Without its record, extraction and provenance nothing that a briefing says can be proved.

    Bad:
        A briefing from which `extraction.json` was removed.

    Good:
        The briefing as it was rendered.

    Source:
        The promise of a citebound briefing: what it says can be held against its source.
    """

    code = "BRF001"
    name = "attachment-broken"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each attachment that cannot be used."""
        finished = subject.document.finished
        if finished is None:
            return
        for reason in finished.broken:
            yield Problem(message=f"{reason[0].upper()}{reason[1:]}.")
