"""The base of the tables of a lexicon."""

from __future__ import annotations

import msgspec

Words = str  # Words in one string, separated by white space.


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of every table of a lexicon: an unknown key is an error."""
