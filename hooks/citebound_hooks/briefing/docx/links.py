"""Links: to addresses by relationships of the package, to places of the document by bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from citebound_hooks.briefing.docx.elements import element
from citebound_hooks.briefing.template.links import target_of

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

LONGEST = 2000
"""Word takes a document for damaged whose addresses are much longer."""
_KEPT = "%:/?#@!$&'()*+,;=-._~"
_LONGEST_NAME = 40


class Links:
    """The links and bookmarks of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names: dict[str, str] = {}
        self._marked = 0

    def link(self, node: _Element) -> _Element | None:
        """Makes the element around the words of a link; None for an address that may not be one, or is too long."""
        target = target_of(node)
        if target is None:
            return None
        if target.startswith("#"):
            return element("hyperlink", anchor=self.name(target[1:]), tooltip=node.get("title"), history="1")
        address = address_of(target)
        if address is None:
            return None
        made = element("hyperlink", tooltip=None, history="1")
        reference = self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), reference)
        return made

    def bookmark(self, name: str) -> tuple[_Element, _Element]:
        """Makes the begin and the end of a place that links lead to."""
        self._marked += 1
        number = str(self._marked)
        return element("bookmarkStart", id=number, name=self.name(name)), element("bookmarkEnd", id=number)

    def name(self, name: str) -> str:
        """Returns the bookmark's name of an id: letters, digits and `_`, 40 characters at most, each id its own."""
        if name not in self._names:
            plain = "".join(c if c.isascii() and c.isalnum() else "_" for c in name)
            plain = plain if plain[:1].isalpha() else f"b{plain}"
            taken = set(self._names.values())
            ends = ("", *(f"_{number}" for number in range(2, len(taken) + 3)))
            self._names[name] = next(
                found for end in ends if (found := plain[: _LONGEST_NAME - len(end)] + end) not in taken
            )
        return self._names[name]


def address_of(target: str) -> str | None:
    """Returns an address as the package takes it, other characters in percent; None if it is none."""
    address = quote(target, safe=_KEPT)
    try:
        parts = urlsplit(address)
        usable = bool(parts.hostname or parts.scheme == "mailto") and (parts.port is None or parts.port >= 0)
    except ValueError:
        return None
    return address if usable and len(address) <= LONGEST else None
