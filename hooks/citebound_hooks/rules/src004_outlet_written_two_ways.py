"""SRC004."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.words import folded


class OutletWrittenTwoWays(Rule):
    """One outlet is written in two ways.

    Why:
        Programs and hurried readers count two sources where there is one.

    Bad:
        `(Vale Courier, April 14)` and `(ValeCourier, April 18)`

    Good:
        `Vale Courier` both times.

    Source:
        Seen in real reports.
    """

    code = "SRC004"
    name = "source-written-two-ways"
    severity = "info"
    needs = "citations"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the first citation that writes an outlet otherwise than the first one."""
        first: dict[str, str] = {}
        told: set[str] = set()
        for citation in citations_of(subject):
            key, outlet = _key(citation.outlet), " ".join(citation.outlet.split())
            earlier = first.setdefault(key, outlet)
            if key and outlet != earlier and outlet not in told:
                told.add(outlet)
                yield Problem(message=f"{outlet} is written {earlier} before.", span=citation.span)


def _key(outlet: str) -> str:
    """The letters of the name, without an article before it."""
    return re.sub(r"^(?:the|le|la|al|el)(?=.{4})", "", "".join(folded(outlet)))
