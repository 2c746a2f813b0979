"""Which table rows and definitions hold data, and which are only there for the layout of the page."""

from __future__ import annotations

from itertools import islice

from lxml import etree

_LAYOUT = frozenset(
    ["table", "h1", "h2", "h3", "h4", "article", "section", "main", "form", "ul", "ol", "blockquote", "hr"]
)
# A cell with more words than a long disclaimer holds is a column of the page.
_LONGEST_CELL = 1500
_LONGEST_VALUE = 600
_MOST_ELEMENTS = 500


def is_row_of_data(row: etree._Element) -> bool:
    """Whether a `tr` has at least two cells, none of which is a column of the page's layout."""
    cells = sum(1 for _ in row.iterchildren("td", "th"))
    return cells >= 2 and _is_small(row, most_paragraphs=cells, most_text=_LONGEST_CELL * cells)


def is_value_of_data(definition: etree._Element) -> bool:
    """Whether a `dd` is a short value rather than an explanation in paragraphs."""
    return _is_small(definition, most_paragraphs=1, most_text=_LONGEST_VALUE)


def is_followed_by_value(term: etree._Element) -> bool:
    """Whether the next element is a `dd` with a short value."""
    following = term.getnext()
    return following is not None and following.tag == "dd" and is_value_of_data(following)


def _is_small(element: etree._Element, most_paragraphs: int, most_text: int) -> bool:
    paragraphs = length = 0
    for part in islice(element.iter(), _MOST_ELEMENTS):
        if part.tag in _LAYOUT:
            return False
        paragraphs += part.tag == "p"
        length += len(part.text or "")
        if part is not element:
            length += len(part.tail or "")
        if paragraphs > most_paragraphs or length > most_text:
            return False
    return next(islice(element.iter(), _MOST_ELEMENTS, None), None) is None
