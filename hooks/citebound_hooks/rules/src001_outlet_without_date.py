"""SRC001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.lists import is_periodical
from citebound_hooks.rules.reading.words import folded

_BRACKETS = re.compile(r"\((?P<words>[^\W\d_][^()\n]{1,60})\)")


class OutletWithoutDate(Rule):
    """An outlet is cited in brackets without the date of its item.

    Why:
        Without the date nobody finds the item again, nor sees whether it came before or after the event.

    Bad:
        `(Vale Courier, April 14)` and, later, `(Vale Courier)`

    Good:
        `(Vale Courier, April 16)`

    Source:
        ICD 206: a citation wherever a source is used, with its date.
    """

    code = "SRC001"
    name = "source-without-date"
    severity = "warning"
    needs = "citations"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each outlet without a date; `see also` is left alone."""
        citations = citations_of(subject)
        for citation in citations:
            if citation.date is None and citation.kind == "source":
                yield Problem(message=f"{citation.outlet} is cited without a date.", span=citation.span)
        known = {folded(citation.outlet): citation.outlet for citation in citations if citation.date}
        taken = {citation.span.start for citation in citations}
        text = subject.document.text
        for match in _BRACKETS.finditer(text) if known else ():
            outlet = known.get(folded(match["words"]))
            if outlet is None and is_periodical(match["words"]) and not _is_gloss(text, match.start()):
                outlet = match["words"]
            if outlet and match.start("words") not in taken:
                span = subject.document.span(*match.span("words"))
                yield Problem(message=f"{outlet} is cited without a date.", span=span)


def _is_gloss(text: str, start: int) -> bool:
    """Tells brackets that spell an acronym out: `TG (Tarn Gazette)`."""
    before = text[max(0, start - 20) : start].split()
    return bool(before) and before[-1].isupper() and len(before[-1]) > 1
