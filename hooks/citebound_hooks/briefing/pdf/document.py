"""The finished PDF: pages painted, tree, metadata and attachments added."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reportlab.lib.utils import TimeStamp

from citebound.notes import note
from citebound_hooks.briefing.manuscript.attachments import Attachment
from citebound_hooks.briefing.manuscript.metadata import Metadata
from citebound_hooks.briefing.pdf.attachments import attach
from citebound_hooks.briefing.pdf.colour_profile import srgb_profile
from citebound_hooks.briefing.pdf.metadata import PRODUCER, pdf_date, xmp
from citebound_hooks.briefing.pdf.numbers import text_string
from citebound_hooks.briefing.pdf.objects import ObjectStore
from citebound_hooks.briefing.pdf.page_pen import PagePen
from citebound_hooks.briefing.pdf.sheet import Sheet
from citebound_hooks.briefing.pdf.tree import TreeWriter
from citebound_hooks.briefing.pdf.uncovered import note_of
from citebound_hooks.briefing.setting.elements import Element

PaintPage = Callable[[PagePen, int], None]
EndPage = Callable[[PagePen, int, int], None]


class Paper(NamedTuple):
    """The size of the paper and the corner of the text area, in points."""

    width: float
    height: float
    left: float
    top: float


def write_pdf(
    paper: Paper,
    pages: tuple[Iterable[PaintPage], EndPage],
    root: Element,
    metadata: Metadata,
    attachments: Sequence[Attachment],
) -> bytes:
    """Paints the pages and returns the bytes of a PDF/A-3a that is PDF/UA-1 too.

    Args:
        paper: Its size.
        pages: What paints each page by its number, and what ends them all when it is known how many there are.
        root: The whole of the structure.
        metadata: What the document says of itself.
        attachments: What goes along.
    """
    sheet = Sheet(paper.width, paper.height, metadata.language)
    _paint(sheet, paper, *pages)
    TreeWriter(sheet, root).write()
    sheet.write_outline()
    _describe(sheet, metadata)
    attach(sheet.objects, attachments, pdf_date(metadata))
    if (line := note_of(sheet.uncovered)) is not None:
        note(line)
    return sheet.data()


def _paint(sheet: Sheet, paper: Paper, pages: Iterable[PaintPage], end: EndPage) -> None:
    pens: deque[PagePen] = deque()
    for number, paint in enumerate(pages, 1):
        pens.append(PagePen(sheet, paper.height, (paper.left, paper.top)))
        paint(pens[-1], number)
        pens[-1].rest()
    count = len(pens)
    for number in range(1, count + 1):
        pen = pens.popleft()
        end(pen, number, count)
        pen.finish()


def _describe(sheet: Sheet, metadata: Metadata) -> None:
    objects = sheet.objects
    objects.describe(
        Metadata=objects.stream(xmp(metadata), "/Type /Metadata /Subtype /XML", legible=True),
        ViewerPreferences="<</DisplayDocTitle true>>", PageMode="/UseOutlines",
        OutputIntents=f"[{_output_intent(objects)}]",
    )  # fmt: skip
    objects.date(_stamp(metadata))
    sheet.setTitle(metadata.title)
    sheet.setAuthor(metadata.creator)
    sheet.setSubject(metadata.source)
    sheet.setProducer(PRODUCER)
    sheet.setCreator(metadata.tool)


def _stamp(metadata: Metadata) -> TimeStamp:
    """Replaces reportlab's clock."""
    stamp = TimeStamp(1)
    stamp.t, stamp.lt = metadata.when.timestamp(), metadata.when.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    return stamp


def _output_intent(objects: ObjectStore) -> str:
    name = text_string("sRGB IEC61966-2.1")
    profile = objects.stream(srgb_profile(), "/N 3")
    return (
        f"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {name} /Info {name} "
        f"/DestOutputProfile {profile}>>"
    )
