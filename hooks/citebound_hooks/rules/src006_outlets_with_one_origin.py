"""SRC006."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Citation
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.words import same_words


class OutletsWithOneOrigin(Rule):
    """Several outlets are cited that go back to one origin.

    Why:
        Outlets that relay one statement are one source: two of them corroborate nothing.

    Bad:
        `in a statement to the Vale Press Agency (Vale Courier, April 18; Radio Estuary, April 18)`

    Good:
        The same, counted and described as one origin.

    Source:
        EUAA COI methodology: corroboration needs independent sources (round-tripping).
    """

    code = "SRC006"
    name = "sources-of-one-origin"
    severity = "info"
    needs = "citations"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the first of the outlets of each sentence."""
        groups: dict[tuple[int, str], list[Citation]] = {}
        for citation in citations_of(subject):
            if citation.origin:
                groups.setdefault((citation.sentence.start, citation.origin), []).append(citation)
        for (_, origin), citations in groups.items():
            outlets = list(dict.fromkeys(citation.outlet for citation in citations))
            if len(outlets) > 1:
                yield Problem(message=_message(outlets, origin), span=citations[0].span)


def _message(outlets: list[str], origin: str) -> str:
    relays = [outlet for outlet in outlets if not same_words(outlet, origin)]
    names = " and ".join(relays)
    if len(relays) == len(outlets):
        return f"{names} go back to one origin, {origin}."
    return (
        f"{names} only {'relays' if len(relays) == 1 else 'relay'} {origin}, which is cited too: one origin."
    )
