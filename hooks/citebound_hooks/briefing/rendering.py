"""From a briefing and a template to the bytes of a PDF, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from citebound.ai_use import ai_use_of
from citebound.model import Briefing, Date, Provenance
from citebound.source_date import source_date
from citebound_hooks.briefing.attachment_names import EXTRACTION, PROVENANCE, RECORD, digest_name
from citebound_hooks.briefing.compile.pages import Layout, lay_out
from citebound_hooks.briefing.compile.painting import RunningLines, paint_page
from citebound_hooks.briefing.compile.texts import Typesetter
from citebound_hooks.briefing.pdf.attachments import Attachment
from citebound_hooks.briefing.pdf.document import Paper, write_pdf
from citebound_hooks.briefing.pdf.metadata import Metadata
from citebound_hooks.briefing.pdf.page_pen import PagePen
from citebound_hooks.briefing.setting.flow import Page
from citebound_hooks.briefing.template.folder import TemplateFolder, load_folder
from citebound_hooks.briefing.template.markup import fill_template
from citebound_hooks.briefing.template.vocabulary import parse_markup
from citebound_hooks.briefing.template.wording import Wordings
from citebound_hooks.briefing.view.compose import compose

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def render(briefing: Briefing, template: Path, *, language: str | None = None) -> bytes:
    """Renders a briefing as PDF.

    Args:
        briefing: The values.
        template: The template's folder.
        language: Of the strings; None takes the one that the style names.

    Raises:
        ConfigurationError: If the template is wrong; names file and line.
    """
    folder = load_folder(template, language)
    path = folder.path
    view = compose(briefing, whole=folder.style.sentences == "all")
    markup = parse_markup(fill_template(folder.markup, path, {"view": view}), path)
    setter = Typesetter(folder.types, folder.wordings, path)
    layout = lay_out(markup, setter, folder.style)
    running = RunningLines(markup, setter, folder.style.page)
    attached = attachments(briefing, template.name, folder.wordings)
    return write_pdf(
        _paper(folder), list(_painters(layout, running)), layout.root,
        _metadata(briefing, str(markup.get("about")), folder.wordings, attached), attached,
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


def attachments(briefing: Briefing, template: str, wordings: Wordings) -> list[Attachment]:
    """Returns the machine-readable parts that go along; together they are the briefing again."""
    provenance = Provenance(
        template=template,
        profile=briefing.profile,
        findings=briefing.findings,
        decisions=briefing.decisions,
        components=briefing.components,
        incomplete=briefing.incomplete,
        ai_use=ai_use_of(briefing.extraction),
    )
    parts = {RECORD: briefing.record, EXTRACTION: briefing.extraction, PROVENANCE: provenance}
    return [
        Attachment(
            name=name,
            media_type="application/json",
            relationship="Data",
            description=str(wordings.say(f"{Path(name).stem.removeprefix('source-')}-attachment")),
            content=value.to_json(),
        )
        for name, value in parts.items()
    ]


def _metadata(briefing: Briefing, title: str, wordings: Wordings, attached: Sequence[Attachment]) -> Metadata:
    fields, components = briefing.record.fields, briefing.components
    tool = " ".join([components[0].name, components[0].version]) if components else "citebound"
    publisher = fields.publisher.value if fields.publisher else ""
    source = fields.cite_as.raw if fields.cite_as else fields.url.value if fields.url else ""
    return Metadata(
        title=title, creator=publisher or tool, language=wordings.language, source=source or title,
        producer="ReportLab", tool=tool, when=date_of(briefing),
        digests=(
            ("sourceSHA256", "SHA-256 of the source", briefing.record.document.sha256),
            *(
                (digest_name(each.name), f"SHA-256 of {each.name}", sha256(each.content).hexdigest())
                for each in attached
            ),
        ),
    )  # fmt: skip


def date_of(briefing: Briefing) -> datetime:
    """Returns the date of the PDF: SOURCE_DATE_EPOCH, else the record's latest own date; never the clock.

    Raises:
        ConfigurationError: If SOURCE_DATE_EPOCH is no number of seconds.
    """
    if stated := source_date():
        return stated
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
