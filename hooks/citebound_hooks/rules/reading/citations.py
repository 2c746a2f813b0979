"""The inline citations of a page."""

from __future__ import annotations

from citebound.model import Citation
from citebound.rules import Subject


def citations_of(subject: Subject) -> tuple[Citation, ...]:
    """Returns the inline citations; none where they were not computed."""
    return subject.extraction.citations if subject.extraction else ()
