"""The forms of document symbols, for publishers that keep to one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon


class SymbolForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of a publisher's document symbols: a pattern for the whole symbol, and an example."""

    publisher: str
    pattern: str
    example: str

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
