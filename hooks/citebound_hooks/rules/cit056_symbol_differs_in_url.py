"""CIT056."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import page_addresses
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.symbols import form_of_publisher

_PARTS = re.compile(r"[A-Za-z]+|\d+")
_BETWEEN = r"[/ _.-]{0,2}"
_LEAST_NUMBERS = 2  # with a single one, many things are of the same form
_LONGEST = 60  # characters


class SymbolDiffersInUrl(Rule):
    """The page's address holds another document symbol than the page.

    Why:
        One of the two was copied from another document, and whoever follows either finds something else.

    Bad:
        `Index: AFR 12/3456/2018` at `https://www.amnesty.org/en/documents/afr12/3456/2019/en/`

    Good:
        `Index: AFR 12/3456/2019` at `https://www.amnesty.org/en/documents/afr12/3456/2019/en/`

    Source:
        Publishers that put the symbol into the address: Amnesty International, the United Nations.
    """

    code = "CIT056"
    name = "url-symbol-differs"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the symbol, if an address of the page has its letters with other numbers."""
        symbol, kept = subject.record.fields.symbol, form_of_publisher(subject)
        parts = _parts(symbol.value) if symbol and subject.document.entry is None else []
        if symbol is None or not parts or (kept is not None and not kept.fits(symbol.value)):
            return  # of a symbol that is malformed CIT052 tells
        for address in page_addresses(subject.document, subject.record):
            found = _other_in(address, parts)
            if found:
                message = f"The symbol is {symbol.value}, the page's address says {found}."
                yield problem_in(subject, "symbol", symbol, message)
                return


def _parts(symbol: str) -> list[str]:
    """The words and numbers of a symbol; none of one that is of too little form."""
    parts = _PARTS.findall(symbol) if len(symbol) <= _LONGEST else []
    numbers = sum(part.isdigit() for part in parts)
    return parts if numbers >= _LEAST_NUMBERS and parts[0].isalpha() else []


def _other_in(address: str, parts: Sequence[str]) -> str | None:
    """Returns what in an address has the words of a symbol, and other numbers between them."""
    folded = address.casefold()
    if not all(part.casefold() in folded for part in parts if part.isalpha()):
        return None
    words = (r"\d{1,9}" if part.isdigit() else re.escape(part) for part in parts)
    form = rf"(?<![A-Za-z0-9]){_BETWEEN.join(words)}(?![A-Za-z0-9])"
    found = re.search(form, address, re.IGNORECASE)
    numbers = [part for part in parts if part.isdigit()]
    return found.group() if found and re.findall(r"\d+", found.group()) != numbers else None
