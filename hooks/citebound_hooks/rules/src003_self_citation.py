"""SRC003."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.words import same_words


class SelfCitation(Rule):
    """The report cites its own publisher or series as a source.

    Why:
        A publisher that quotes itself adds no second source; count it as one origin with the report.

    Bad:
        `(see Northgate Brief, January 27)` in a Northgate Brief

    Good:
        The source that the earlier brief used.

    Source:
        ICD 206: independence of sources; EUAA COI methodology on corroboration.
    """

    code = "SRC003"
    name = "self-citation"
    severity = "info"
    needs = "citations"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such citation."""
        fields = subject.record.fields
        own = [field.value for field in (fields.publisher, fields.series) if field]
        for citation in citations_of(subject):
            if citation.kind == "self" or any(same_words(citation.outlet, name) for name in own):
                yield Problem(
                    message=f"{citation.outlet} is the report's own publisher or series.", span=citation.span
                )
