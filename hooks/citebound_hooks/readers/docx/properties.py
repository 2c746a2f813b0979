"""What a DOCX says about itself: its core properties (ECMA-376, part 2, annex D)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from citebound.model import Metadatum

_LONGEST = 5_000


def properties_of(root: etree._Element | None) -> Iterator[Metadatum]:
    """Yields `docx:title`, `docx:creator`, `docx:created` …; the locator is the part and the element.

    Args:
        root: The part `docProps/core.xml`; None if there is none.
    """
    for element in () if root is None else root:
        name = etree.QName(element).localname
        text = (element.text or "").strip()
        if text:
            yield Metadatum(f"docx:{name.lower()}", text[:_LONGEST], f"docProps/core.xml/{name}")
