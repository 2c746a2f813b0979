"""CIT008."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.symbols import form_of_publisher


class SymbolMissing(Rule):
    """The page has no document symbol, though the source profile wants one.

    Why:
        The symbol finds the document again when its address and even its publisher's name have changed.

    Bad:
        A response to an information request without `Citation / Document Symbol`.

    Good:
        `Citation / Document Symbol VAL104210.E`

    Source:
        The profile's own list of required fields; `symbols.toml`, for publishers that give each document of a kind one.
    """

    code = "CIT008"
    name = "symbol-missing"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem if the profile requires a symbol, or the publisher gives one, and the record has none."""
        if subject.record.fields.symbol is None and (
            "symbol" in subject.profile.required or _is_given(subject)
        ):
            yield Problem(message="The page has no document symbol.", field="symbol")


def _is_given(subject: Subject) -> bool:
    """Tells a document of a kind to which its publisher gives symbols, by words that only such documents hold."""
    form = form_of_publisher(subject) if subject.document.entry is None else None
    return form is not None and any(words in subject.document.text for words in form.given_with)
