"""Which names of files an inbox takes."""

from __future__ import annotations

import unicodedata

from citebound.desk.sidecar import SUFFIX

_NOT_YET = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart", "~")
_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def is_left_alone(name: str) -> bool:
    """Whether a name says that it is hidden, half-loaded, or a sidecar file."""
    return name.startswith(".") or name.lower().endswith((*_NOT_YET, SUFFIX))


def objection(name: str) -> str | None:
    """Returns why a name is refused; None if it is not.

    Names that hold what cannot be seen (control characters, changes of direction, bytes that are no UTF-8) are made
    to deceive, or come from a broken transfer.
    """
    for sign in name:
        if unicodedata.category(sign) in _STEERING:
            return f"its name holds a character that cannot be seen (U+{ord(sign):04X}); rename it"
    return "its name begins with a hyphen; rename it" if name.startswith("-") else None
