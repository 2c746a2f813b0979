"""Where the links of the markup lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s]{1,4000}\Z", re.IGNORECASE)


def target_of(link: _Element) -> str | None:
    """Returns the address of a link, or `#` and an id; None for what is no plain web or mail address."""
    if link.get("to"):
        return f"#{link.get('to')}"
    address = str(link.get("href"))
    return address if _ADDRESS.match(address) else None
