"""Handling markings: one short line that everybody can read."""

from __future__ import annotations

import unicodedata

from citebound.errors import ConfigurationError

LONGEST = 120
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def marking_of(words: str, said: str) -> str:
    """Returns a marking as it will be printed: white space at its ends taken off.

    Args:
        words: As the desk wrote it.
        said: Where, for messages: `--marking`, `report.txt.citebound.toml: [briefing] marking`.

    Raises:
        ConfigurationError: If it is empty, more than one line, too long, or holds a character that cannot be seen.
    """
    marking = words.strip()
    if not marking:
        raise ConfigurationError(f"{said}: the marking is empty; write one line, or leave it out")
    if len(marking.splitlines()) > 1:
        raise ConfigurationError(f"{said}: a marking is one line, this one has {len(marking.splitlines())}")
    unseen = next((sign for sign in marking if unicodedata.category(sign) in _UNSEEN), None)
    if unseen is not None:
        raise ConfigurationError(
            f"{said}: the marking holds U+{ord(unseen):04X}, which nobody can see; leave it out"
        )
    if len(marking) > LONGEST:
        raise ConfigurationError(
            f"{said}: the marking has {len(marking)} characters; at most {LONGEST} fit on a line"
        )
    return marking
