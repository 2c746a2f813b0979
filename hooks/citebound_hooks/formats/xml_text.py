"""Text that XML can hold."""

from __future__ import annotations

import re

_NOT_ALLOWED = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(text: str) -> str:
    """Returns a text without characters that XML 1.0 does not allow (section 2.2)."""
    return _NOT_ALLOWED.sub("·", text)
