"""BRF006."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.briefing.setting.bidi import has_right_to_left
from citebound_hooks.verify.rules.words_on_pages import (
    all_squeezed,
    pages_are_proved,
    shortened,
    squeezed,
)


class QuotationNotWhole(Rule):
    """A sentence that the briefing quotes does not stand on its pages word for word.

    Why:
        Whoever reads the page reads other words than the source's.

    Bad:
        A page on which a word of a quotation was deleted.

    Good:
        Each quoted sentence in the annex, word for word.

    Source:
        The promise of a citebound briefing: what it says can be held against its source.
    """

    code = "BRF006"
    name = "quotation-not-whole"
    severity = "error"
    needs = "briefing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem for each sentence of the summary that is not on the pages."""
        finished = subject.document.finished
        if finished is None:
            return
        if finished.briefing is None or pages_are_proved(finished):
            return
        handling = finished.briefing.record.handling
        if handling and handling.append and handling.append.policy == "record":
            return  # the desk has long quotations shortened, and no sentence goes along
        pages = all_squeezed(finished.pages)
        for sentence in finished.briefing.extraction.summary:
            if not has_right_to_left(sentence.span.exact) and squeezed(sentence.span.exact) not in pages:
                message = f"The pages do not carry “{shortened(sentence.span.exact)}” word for word."
                yield Problem(message=message, span=sentence.span)
