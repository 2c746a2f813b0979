"""From a briefing and a template to the bytes of a PDF, in one pass."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from citebound.model import Briefing
from citebound_hooks.briefing.compile.pages import lay_out
from citebound_hooks.briefing.compile.painting import RunningLines, paint_page
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.manuscript.writing import Manuscript, write_manuscript
from citebound_hooks.briefing.pdf.document import Paper, write_pdf
from citebound_hooks.briefing.pdf.page_pen import PagePen
from citebound_hooks.briefing.setting.flow import Page
from citebound_hooks.briefing.template.folder import TemplateFolder


def render(briefing: Briefing, template: Path, *, language: str | None = None) -> bytes:
    """Renders a briefing as PDF.

    Args:
        briefing: The values.
        template: The template's folder.
        language: Of the strings; None takes the one that the style names.

    Raises:
        ConfigurationError: If the template is wrong; names file and line.
    """
    with all_kept():
        return _rendered(briefing, write_manuscript(briefing, template, language))


def _rendered(briefing: Briefing, manuscript: Manuscript) -> bytes:
    folder, markup = manuscript.folder, manuscript.markup
    types = folder.types.for_language(briefing.record.document.language)
    setter = Typesetter(types, folder.wordings, folder.path)
    layout = lay_out(markup, setter, folder.style)
    running = RunningLines(markup, setter, folder.style.page, layout.root)
    painters = (partial(_paint, page, running) for page in layout.pages)
    return write_pdf(
        _paper(folder), (painters, running.footer), layout.root, manuscript.metadata, manuscript.attachments
    )  # fmt: skip


@contextmanager
def all_kept() -> Iterator[None]:
    """Lets the garbage collector rest: until a briefing is written, nothing of it is garbage, and it has many parts."""
    resting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if resting:
            gc.enable()


def _paint(page: Page, running: RunningLines, pen: PagePen, number: int) -> None:
    running.header(pen, number)
    paint_page(pen, page)
    page.clear()  # of many pages, what is painted leaves room for what is still to be laid out


def _paper(folder: TemplateFolder) -> Paper:
    page = folder.style.page
    return Paper(page.width, page.height, page.left, page.top)
