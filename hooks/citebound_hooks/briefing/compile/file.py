"""From a manuscript to the bytes of a PDF, in one pass."""

from __future__ import annotations

from functools import partial

from citebound_hooks.briefing.compile.pages import lay_out
from citebound_hooks.briefing.compile.painting import RunningLines, paint_page
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.manuscript.writing import Manuscript
from citebound_hooks.briefing.pdf.document import Paper, write_pdf
from citebound_hooks.briefing.pdf.page_pen import PagePen
from citebound_hooks.briefing.setting.flow import Page
from citebound_hooks.briefing.template.folder import TemplateFolder


def typeset(manuscript: Manuscript) -> bytes:
    """Returns the manuscript as a tagged PDF (PDF/A-3a and PDF/UA-1)."""
    folder, markup = manuscript.folder, manuscript.markup
    types = folder.types.for_language(manuscript.record.document.language)
    setter = Typesetter(types, folder.wordings, folder.path)
    layout = lay_out(markup, setter, folder.style)
    running = RunningLines(markup, setter, folder.style.page, layout.root)
    painters = (partial(_paint, page, running) for page in layout.pages)
    return write_pdf(
        _paper(folder), (painters, running.footer), layout.root, manuscript.metadata, manuscript.attachments
    )


def _paint(page: Page, running: RunningLines, pen: PagePen, number: int) -> None:
    running.header(pen, number)
    paint_page(pen, page)
    page.clear()  # of many pages, what is painted leaves room for what is still to be laid out


def _paper(folder: TemplateFolder) -> Paper:
    page = folder.style.page
    return Paper(page.width, page.height, page.left, page.top)
