"""Where the characters of the canonical text stand in the decoded file."""

from __future__ import annotations

import re

from citebound.model import SourceSegment
from citebound_hooks.readers.html.canonical import Canonical
from citebound_hooks.readers.html.flow import Flow


def source_map(
    source: str, found: list[re.Match[str]], flow: Flow, made: Canonical
) -> tuple[SourceSegment, ...]:
    return ()
