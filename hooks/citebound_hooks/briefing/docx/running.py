"""Header and footer: the document's name, the marking, and the number of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from citebound_hooks.briefing.docx.elements import element, measure
from citebound_hooks.briefing.docx.looks import look_of
from citebound_hooks.briefing.docx.paragraphs import Paragraphs, Place
from citebound_hooks.briefing.template.style import Style

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _BaseHeaderFooter
    from lxml.etree import _Element


_STOPS = ("4320", "8640")
"""Of the styles Header and Footer in python-docx's own document."""


def run_along(document: Document, markup: _Element, paragraphs: Paragraphs) -> None:
    """Writes the running lines: the first page, which bears the title, has it not in its header."""
    (section,) = document.sections
    section.different_first_page_header_footer = True
    marking = markup.find("marking")
    for header, names in (
        (section.header, ("header", "header-end")),
        (section.first_page_header, ("header-end",)),
    ):
        _fill(header, [_marked(marking, paragraphs), _line(markup, names, paragraphs)])
    for footer in (section.footer, section.first_page_footer):
        line = _line(markup, ("footer", "footer-end"), paragraphs)
        _fill(footer, [line, _marked(marking, paragraphs)])


def _fill(part: _BaseHeaderFooter, lines: list[_Element | None]) -> None:
    """Puts lines in the place of the empty paragraph that a part begins with."""
    part.is_linked_to_previous = False
    root = part._element  # python-docx has no other way to the part's root
    told = [line for line in lines if line is not None]
    if told:
        for old in list(root):
            root.remove(old)
    root.extend(told)


def _marked(marking: _Element | None, paragraphs: Paragraphs) -> _Element | None:
    return None if marking is None else next(paragraphs.paragraph(marking, Place()), None)


def _line(markup: _Element, names: tuple[str, ...], paragraphs: Paragraphs) -> _Element | None:
    """Makes one paragraph of both ends of a line, the second one at the right."""
    nodes = [(name, node) for name in names if (node := markup.find(name)) is not None]
    if not nodes:
        return None
    made = next(paragraphs.paragraph(nodes[0][1], Place()), None)
    if made is None:
        return None
    properties = made[0]
    stop = element("tab", val="right", pos=measure(paragraphs.width))
    cleared = [element("tab", val="clear", pos=pos) for pos in _STOPS]
    properties.insert(1, element("tabs", *cleared, stop))
    for name, node in nodes[1:]:
        other = next(paragraphs.paragraph(node, Place()), None)
        if other is not None:
            made.append(element("r", element("tab")))
            made.extend(_looking(list(other)[1:], paragraphs.style, name))
    return made


def _looking(words: list[_Element], style: Style, role: str) -> list[_Element]:
    """Gives words the look of their role: the paragraph around them has that of another one."""
    for run in (run for each in words for run in each.iter(qn("w:r"))):
        if run.find(qn("w:rPr")) is None:
            run.insert(0, element("rPr", *look_of(style.types[role]).properties(style.colours)))
    return words
