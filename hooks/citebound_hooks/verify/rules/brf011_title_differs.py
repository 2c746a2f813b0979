"""BRF011."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class TitleDiffers(Rule):
    """The metadata gives another title than the record.

    Why:
        Catalogues show the title of the metadata.

    Bad:
        A title that was edited in the properties of the PDF.

    Good:
        The record's title in both.

    Source:
        The promise of a citebound briefing: what it says can be held against its source.
    """

    code = "BRF011"
    name = "title-differs"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem if the title of the metadata lacks that of the record."""
        finished = subject.document.finished
        if finished is None:
            return
        title = finished.briefing.record.fields.title if finished.briefing else None
        if title and " ".join(title.value.split()) not in " ".join(finished.title.split()):
            yield Problem(
                message=f"The metadata gives the title “{finished.title}”, the record “{title.value}”.",
                field="title",
            )
