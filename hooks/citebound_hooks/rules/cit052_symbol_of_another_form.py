"""CIT052."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.symbols import form_of_publisher


class SymbolOfAnotherForm(Rule):
    """The document symbol has not the form that its publisher keeps to.

    Why:
        A digit or letter lost in a symbol makes the document impossible to find by it.

    Bad:
        `Publisher Immigration and Refugee Board of Canada` and `Citation / Document Symbol VAL104210`

    Good:
        `Citation / Document Symbol VAL104210.E`

    Source:
        The plugin's `symbols.toml`, from symbols as their publishers print them.
    """

    code = "CIT052"
    name = "symbol-malformed"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the symbol of a publisher with a known form."""
        symbol = subject.record.fields.symbol
        if symbol is None or is_placeholder(symbol.value):
            return
        form = form_of_publisher(subject)
        if form and not form.fits(symbol.value):
            message = f"{symbol.value} has not the form of the publisher's symbols, such as {form.example}."
            yield problem_in(subject, "symbol", symbol, message)
