"""The finished PDF: pages painted, tree, metadata and attachments added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfdoc

from citebound_hooks.briefing.pdf.attachments import Attachment, attach
from citebound_hooks.briefing.pdf.colour_profile import srgb_profile
from citebound_hooks.briefing.pdf.metadata import Metadata, xmp
from citebound_hooks.briefing.pdf.numbers import text_string
from citebound_hooks.briefing.pdf.page_pen import PagePen
from citebound_hooks.briefing.pdf.sheet import Sheet
from citebound_hooks.briefing.pdf.tree import TreeWriter
from citebound_hooks.briefing.setting.elements import Element

CATALOG_ENTRIES = ["AF", "OutputIntents"]
PaintPage = Callable[[PagePen], None]


class Paper(NamedTuple):
    """The size of the paper and the corner of the text area, in points."""

    width: float
    height: float
    left: float
    top: float


def write_pdf(
    paper: Paper, pages: Sequence[PaintPage], root: Element, metadata: Metadata, attachments: Sequence[Attachment]
) -> bytes:
    """Paints the pages and returns the bytes of a PDF/A-3a that is PDF/UA-1 too."""
    sheet = Sheet(paper.width, paper.height, metadata.language)
    for paint in pages:
        pen = PagePen(sheet, paper.height, (paper.left, paper.top))
        paint(pen)
        pen.finish()
    TreeWriter(sheet, root).write()
    _describe(sheet, metadata)
    attach(sheet._doc, attachments, metadata.pdf_date)
    data: bytes = sheet._doc.GetPDFData(sheet)
    return data


def _describe(sheet: Sheet, metadata: Metadata) -> None:
    document = sheet._doc
    catalog = document.Catalog
    catalog.__NoDefault__ = catalog.__NoDefault__ + CATALOG_ENTRIES
    catalog.Metadata = pdfdoc.XMP(creator=lambda _: xmp(metadata))
    catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    catalog.PageMode = pdfdoc.PDFName("UseOutlines")
    catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])
    document._timeStamp = _stamp(metadata)
    sheet.setTitle(metadata.title)
    sheet.setAuthor(metadata.creator)
    sheet.setSubject(metadata.source)
    sheet.setProducer(metadata.producer)
    sheet.setCreator(metadata.tool)


def _stamp(metadata: Metadata) -> TimeStamp:
    """Replaces reportlab's clock."""
    stamp = TimeStamp(1)
    stamp.t, stamp.lt = metadata.when.timestamp(), metadata.when.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    return stamp


def _output_intent(document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb_profile(), [pdfdoc.PDFZCompress])
    name = text_string("sRGB IEC61966-2.1")
    return pdfdoc.PDFDictionary(
        {
            "Type": "/OutputIntent", "S": "/GTS_PDFA1", "OutputConditionIdentifier": name, "Info": name,
            "DestOutputProfile": document.Reference(profile),
        }
    )  # fmt: skip
