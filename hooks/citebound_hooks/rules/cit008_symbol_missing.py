"""CIT008."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject


class SymbolMissing(Rule):
    """The page has no document symbol, though the source profile wants one.

    Why:
        The symbol finds the document again when its address and even its publisher's name have changed.

    Bad:
        A response to an information request without `Citation / Document Symbol`.

    Good:
        `Citation / Document Symbol VAL104210.E`

    Source:
        The profile's own list of required fields.
    """

    code = "CIT008"
    name = "symbol-missing"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem if the profile requires a symbol and the record has none."""
        if "symbol" in subject.profile.required and subject.record.fields.symbol is None:
            yield Problem(message="The page has no document symbol.", field="symbol")
