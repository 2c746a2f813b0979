"""Which names are the publisher's own: a pointer to its own series is a self-citation."""

from __future__ import annotations

import re
from typing import NamedTuple

from citebound.model import SourceRecord
from citebound_hooks.citations.lexicon import folded

_LONGEST_HEAD = 4000  # characters
_ISSUE = re.compile(
    r"^[^\S\n]*(?P<name>[^\W\d_][^\n,:|]{3,60}?)[,:]?[^\S\n](?:Volume|Vol\.?|Issue|No\.?|Number|n°)[:\s]{0,2}\d",
    re.M,
)


class OwnNames(NamedTuple):
    """The publisher and its series.

    Attributes:
        names: Publisher and series, folded.
        symbol: The document symbol, folded; it often begins with the series.
        initials: The publisher's initials.
        head: The head of the page, folded: what a pointer names there is the page's own.
    """

    names: frozenset[str]
    symbol: str
    initials: str
    head: str

    def include(self, outlet: str, pointer: bool = False) -> bool:
        """Whether an outlet is the publisher itself, a short form of it, or its series.

        With a pointer ("see Corridor Watch") also what the head of the page names, in its byline, say.
        """
        name = folded(outlet)
        if not name:
            return False
        if pointer and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.head):
            return True
        opens = any(own.startswith(f"{name} ") for own in (*self.names, self.symbol))
        return name in self.names or name == self.symbol or opens or name == self.initials


def own_names(record: SourceRecord, head: str) -> OwnNames:
    """Returns what the record and the head of the page say of publisher and series.

    Args:
        record: The source record.
        head: The text before the body: a line such as "Harbour Review, Volume 3, Issue 11" names the series.
    """
    fields = record.fields
    publisher = fields.publisher.value if fields.publisher else ""
    series = fields.series.value if fields.series else ""
    symbol = fields.symbol.value if fields.symbol else ""
    initials = "".join(word[0] for word in publisher.split() if word[0].isupper()).casefold()
    printed = [line["name"] for line in _ISSUE.finditer(head[:_LONGEST_HEAD])]
    own = frozenset(name for name in map(folded, (publisher, series, *printed)) if name)
    short = initials if len(initials) > 1 else ""
    return OwnNames(own, folded(symbol), short, folded(head[:_LONGEST_HEAD]))
