"""From a manuscript to the bytes of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docx.shared import Pt

from citebound_hooks.briefing.docx.blocks import BlockWriter
from citebound_hooks.briefing.docx.elements import element
from citebound_hooks.briefing.docx.links import Links
from citebound_hooks.briefing.docx.package import bytes_of, carry, describe
from citebound_hooks.briefing.docx.paragraphs import Paragraphs
from citebound_hooks.briefing.docx.running import run_along
from citebound_hooks.briefing.docx.styles import StyleBook
from citebound_hooks.briefing.manuscript.flowing import flowing
from citebound_hooks.briefing.manuscript.writing import Manuscript
from citebound_hooks.briefing.template.style import PageStyle

if TYPE_CHECKING:
    from docx.document import Document

BULLETED = "List Bullet"


def typeset(manuscript: Manuscript) -> bytes:
    """Returns the manuscript as a Word document (ISO/IEC 29500, transitional)."""
    markup, style = flowing(manuscript.markup), manuscript.folder.style
    document = docx.Document()
    book = StyleBook(document, style)
    paragraphs = Paragraphs(manuscript.folder.types, book, Links(document))
    writer = BlockWriter(paragraphs, book.table(), _bullet(document))
    _paper(document, style.page)
    _speak(document, manuscript.folder.wordings.language)
    body = document.element.body
    for part in (*markup.iterfind("body/page"), *markup.iterfind("annex")):
        for made in writer.blocks(part):
            body.insert(len(body) - 1, made)  # before the properties of the section
    run_along(document, markup, paragraphs)
    describe(document, manuscript.metadata)
    carry(document, manuscript.attachments)
    return bytes_of(document, manuscript.metadata.when)


def _paper(document: Document, page: PageStyle) -> None:
    (section,) = document.sections
    section.page_width, section.page_height = Pt(page.width), Pt(page.height)
    section.top_margin, section.bottom_margin = Pt(page.top), Pt(page.bottom)
    section.left_margin, section.right_margin = Pt(page.left), Pt(page.right)
    section.header_distance, section.footer_distance = Pt(page.marking), Pt(page.marking)


def _speak(document: Document, language: str) -> None:
    """Names the language of all words that name no other."""
    (defaults,) = document.styles.element.iter(qn("w:rPrDefault"))
    properties = defaults[0]
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=language))


def _bullet(document: Document) -> str:
    """Returns the number of the list that has bullets."""
    (number,) = document.styles[BULLETED].element.iter(qn("w:numId"))
    return str(number.get(qn("w:val")))
