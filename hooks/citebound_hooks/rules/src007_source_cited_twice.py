"""SRC007."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.words import folded


class SourceCitedTwice(Rule):
    """One item is cited twice for one sentence.

    Why:
        It looks like two sources.

    Bad:
        `(Vale Courier, April 14; Vale Courier, April 14)`

    Good:
        `(Vale Courier, April 14)`

    Source:
        Seen in real reports.
    """

    code = "SRC007"
    name = "source-cited-twice"
    severity = "info"
    needs = "citations"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the second citation."""
        seen: set[tuple[int, tuple[str, ...], str]] = set()
        for citation in citations_of(subject):
            if citation.date is None:
                continue
            key = (citation.sentence.start, folded(citation.outlet), citation.date.iso or citation.date.raw)
            if key in seen:
                yield Problem(
                    message=f"{citation.outlet} of {citation.date.raw} is cited twice.", span=citation.span
                )
            seen.add(key)
