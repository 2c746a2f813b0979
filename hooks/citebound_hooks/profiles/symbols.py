"""The forms of document symbols, for publishers that keep to one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon


class SymbolForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The form of a publisher's document symbols.

    Attributes:
        publisher: Who gives them.
        pattern: A regular expression for the whole symbol.
        example: A symbol of the form.
        given_with: Words that only documents with a symbol hold.
    """

    publisher: str
    pattern: str
    example: str
    given_with: tuple[str, ...] = ()

    def fits(self, symbol: str) -> bool:
        """Tells whether a symbol has the form."""
        return re.fullmatch(self.pattern, symbol) is not None


class _Symbols(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `symbols.toml`."""

    symbols: tuple[SymbolForm, ...]


@cache
def symbol_forms() -> tuple[SymbolForm, ...]:
    """Returns the forms of document symbols by publisher."""
    return load_lexicon(Path(__file__).with_name("symbols.toml"), _Symbols).symbols
