"""The parts of the structure tree and of the outline by their names for people (ISO 32000-1, 14.7 and 12.3.3).

The tree as a whole is a part of its own. These say where in it something is another: on which page, in which figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_ELSEWHERE = frozenset({"/K", "/P", "/Pg"})
_AROUND = frozenset({"/Parent", "/Prev", "/Next", "/First", "/Last"})
Named = Iterator[tuple[str, Any]]


def structure_parts(reader: pypdf.PdfReader, labels: Mapping[int, str]) -> Named:
    """Yields what the elements of each page are, in reading order, and the description of each figure.

    Args:
        reader: The PDF.
        labels: The name of each page by its object number.
    """
    pages: dict[str, list[Any]] = {}
    waiting: list[Any] = []  # elements around others stand on the page of the first of them
    figures = 0
    for element in _elements(reader.root_object.get("/StructTreeRoot")):
        waiting.append(_own(element, _ELSEWHERE))
        page = element.raw_get("/Pg") if "/Pg" in element else None
        if isinstance(page, IndirectObject) and page.idnum in labels:
            pages.setdefault(labels[page.idnum], []).extend(waiting)
            waiting = []
        if element.get("/S") == "/Figure":
            figures += 1
            yield f"description of figure {figures}", element.get("/Alt")
    for page_name, elements in pages.items():
        yield f"structure tree of {page_name}", ArrayObject(elements)


def outline_parts(reader: pypdf.PdfReader) -> Named:
    """Yields each entry of the outline, without those around it."""
    for entry in _linked(reader.root_object.get("/Outlines")):
        yield f"outline entry “{entry.get('/Title', '')}”", _own(entry, _AROUND)


def _elements(root: Any) -> Iterator[DictionaryObject]:
    """Yields the elements of a structure tree in reading order, each once."""
    stack, seen = [root], set()
    while stack:
        node = stack.pop()
        if isinstance(node, IndirectObject):
            if node.idnum in seen:
                continue
            seen.add(node.idnum)
            node = node.get_object()
        if isinstance(node, ArrayObject):
            stack += reversed(list(node))
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                yield node
            if "/K" in node:
                stack.append(node.raw_get("/K"))


def _linked(root: Any) -> Iterator[DictionaryObject]:
    """Yields the entries below an outline in their order, each once."""
    stack, seen = [root], set()
    while stack:
        node = stack.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if not isinstance(node, DictionaryObject) or id(node) in seen:
            continue
        seen.add(id(node))
        if "/Title" in node:
            yield node
        stack += [node.raw_get(key) for key in ("/Next", "/First") if key in node]


def _own(node: DictionaryObject, without: frozenset[str]) -> DictionaryObject:
    return DictionaryObject({key: node.raw_get(key) for key in node if key not in without})
