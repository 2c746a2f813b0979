"""From a briefing and a template to the bytes of a PDF, in one pass."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from citebound.errors import ConfigurationError
from citebound.model import Briefing, Date
from citebound_hooks.briefing.compile.pages import Layout, lay_out
from citebound_hooks.briefing.compile.painting import RunningLines, paint_page
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.pdf.attachments import Attachment
from citebound_hooks.briefing.pdf.document import Paper, write_pdf
from citebound_hooks.briefing.pdf.metadata import Metadata
from citebound_hooks.briefing.pdf.page_pen import PagePen
from citebound_hooks.briefing.setting.flow import Page
from citebound_hooks.briefing.template.folder import MARKUP, TemplateFolder, load_folder
from citebound_hooks.briefing.template.markup import fill_template
from citebound_hooks.briefing.template.vocabulary import parse_markup
from citebound_hooks.briefing.template.wording import Wordings
from citebound_hooks.briefing.view.compose import compose

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def render(briefing: Briefing, template: Path) -> bytes:
    """Renders a briefing as PDF.

    Raises:
        ConfigurationError: If the template is wrong; names file and line.
    """
    folder = load_folder(template)
    path = template / MARKUP
    markup = parse_markup(fill_template(folder.markup, path, {"view": compose(briefing)}), path)
    setter = Typesetter(folder.types, folder.wordings, path)
    layout = lay_out(markup, setter, folder.style)
    running = RunningLines(markup, setter, folder.style.page)
    return write_pdf(
        _paper(folder), list(_painters(layout, running)), layout.root,
        _metadata(briefing, str(markup.get("about")), folder.wordings), attachments(briefing, folder.wordings),
    )  # fmt: skip


def _painters(layout: Layout, running: RunningLines) -> Iterator[partial[None]]:
    count = len(layout.pages)
    for number, page in enumerate(layout.pages, 1):
        yield partial(_paint, page, running, number, count)


def _paint(page: Page, running: RunningLines, number: int, count: int, pen: PagePen) -> None:
    running.header(pen, number)
    paint_page(pen, page)
    running.footer(pen, number, count)


def _paper(folder: TemplateFolder) -> Paper:
    page = folder.style.page
    return Paper(page.width, page.height, page.left, page.top)


def attachments(briefing: Briefing, wordings: Wordings) -> list[Attachment]:
    """Returns the machine-readable parts that go along."""
    return [
        Attachment(
            "source-record.json", "application/json", "Data", str(wordings.say("record-attachment")),
            briefing.record.to_json(),
        ),
        Attachment(
            "extraction.json", "application/json", "Data", str(wordings.say("extraction-attachment")),
            briefing.extraction.to_json(),
        ),
    ]  # fmt: skip


def _metadata(briefing: Briefing, title: str, wordings: Wordings) -> Metadata:
    fields, components = briefing.record.fields, briefing.components
    tool = " ".join([components[0].name, components[0].version]) if components else "citebound"
    publisher = fields.publisher.value if fields.publisher else ""
    source = fields.cite_as.raw if fields.cite_as else fields.url.value if fields.url else ""
    return Metadata(
        title=title, creator=publisher or tool, language=wordings.language, source=source or title,
        producer="ReportLab", tool=tool, when=date_of(briefing),
        digests=(("sourceSHA256", "SHA-256 of the source", briefing.record.document.sha256),),
    )  # fmt: skip


def date_of(briefing: Briefing) -> datetime:
    """Returns the date of the PDF: SOURCE_DATE_EPOCH, else the record's latest own date; never the clock.

    Raises:
        ConfigurationError: If SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise ConfigurationError(f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds") from error
    fields = briefing.record.fields
    for field in (fields.accessed, fields.last_updated, fields.publication_date):
        found = _moment(field.value) if field else None
        if found:
            return found
    return EPOCH


def _moment(date: Date) -> datetime | None:
    if not date.iso:
        return None
    year, month, day = [*map(int, date.iso.split("-")), 1, 1][:3]
    return datetime(year, month, day, tzinfo=UTC) if year else None
