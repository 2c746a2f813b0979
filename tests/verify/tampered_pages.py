"""What can be done to the pages of a briefing: each with the rule and the words that name it."""

import pdf_edits as edit
import pypdf
from pypdf.generic import ArrayObject, NameObject, NumberObject

COVER = b"\nq 1 1 1 rg 50 400 200 20 re f Q\n"
ADDED = b"\nBT 1 0 0 1 60 300 Tm /F2 10 Tf [<0010002D0031001C>] TJ ET\n"


def pages(change):
    """A change of the list of pages."""

    def edited(pdf):
        kids = pdf.root_object["/Pages"]["/Kids"]
        changed = change(list(kids))
        pdf.root_object["/Pages"][NameObject("/Kids")] = ArrayObject(changed)
        pdf.root_object["/Pages"][NameObject("/Count")] = NumberObject(len(changed))

    return edited


def image_over(pdf):
    image = pypdf.generic.DecodedStreamObject()
    image.set_data(b"\xff")
    for key, value in {"Width": 1, "Height": 1, "BitsPerComponent": 8}.items():
        edit.put(image, key, NumberObject(value))
    for key, value in {"Type": "XObject", "Subtype": "Image", "ColorSpace": "DeviceGray"}.items():
        edit.put(image, key, edit.name(value))
    pdf.pages[1]["/Resources"][NameObject("/XObject")] = edit.dictionary(Im=pdf._add_object(image))
    edit.page_data(pdf, 2, lambda data: data + b"\nq 99 0 0 99 60 60 cm /Im Do Q\n")


TAMPERED = [
    ("a word deleted on page 1", lambda pdf: edit.without_words(pdf, 1, "Orvania"), "BRF008", "Page 1"),
    (
        "a hedge deleted on the pages",
        lambda pdf: edit.without_words(pdf, edit.pages_with(pdf, "reportedly")[0], "reportedly"),
        "BRF008",
        "Page",
    ),
    (
        "a hedge deleted in the annex",
        lambda pdf: edit.without_words(pdf, edit.pages_with(pdf, "reportedly")[-1], "reportedly"),
        "BRF008",
        "Page",
    ),
    (
        "a “not” deleted in the disclaimer",
        lambda pdf: edit.without_words(pdf, 1, "is not a "),
        "BRF005",
        "disclaimer",
    ),
    ("a line deleted", lambda pdf: edit.page_pattern(pdf, 3, rb"\[<[^\]]*\] TJ", b""), "BRF008", "Page 3"),
    ("words added", lambda pdf: edit.page_data(pdf, 2, lambda data: data + ADDED), "BRF008", "Page 2"),
    ("words covered", lambda pdf: edit.page_data(pdf, 2, lambda data: data + COVER), "BRF008", "Page 2"),
    ("words moved", lambda pdf: edit.page_pattern(pdf, 2, rb"[\d.]+ Tm", b"999 Tm"), "BRF008", "Page 2"),
    (
        "words made white",
        lambda pdf: edit.page_pattern(pdf, 1, rb"[\d.]+ [\d.]+ [\d.]+ rg", b"1 1 1 rg"),
        "BRF008",
        "Page 1",
    ),
    (
        "a figure's line moved",
        lambda pdf: edit.page_pattern(pdf, 1, rb"[\d.]+ re f", b"99 re f"),
        "BRF008",
        "Page 1",
    ),
    ("an image laid over", image_over, "BRF008", "Page 2"),
    (
        "words to be read aloud instead",
        lambda pdf: edit.page_pattern(pdf, 2, rb"<</MCID 1>>", b"<</MCID 1 /ActualText (no)>>"),
        "BRF008",
        "Page 2",
    ),
    ("a page emptied", lambda pdf: edit.page_data(pdf, 4, lambda data: b""), "BRF008", "Page 4"),
    ("a page turned", lambda pdf: pdf.pages[1].rotate(180), "BRF008", "Page 2"),
    (
        "a page cropped",
        lambda pdf: edit.put(pdf.pages[0], "CropBox", ArrayObject(map(NumberObject, (0, 300, 595, 842)))),
        "BRF008",
        "Page 1",
    ),
    (
        "a script on a page",
        lambda pdf: edit.put(pdf.pages[0], "AA", edit.dictionary(O=edit.script(pdf))),
        "BRF008",
        "Page 1",
    ),
    ("a page removed", pages(lambda kids: [*kids[:1], *kids[2:]]), "BRF008", "Page 2 is missing"),
    ("the last page removed", pages(lambda kids: kids[:-1]), "BRF008", "is missing"),
    (
        "two pages exchanged",
        pages(lambda kids: [kids[0], kids[2], kids[1], *kids[3:]]),
        "BRF008",
        "stands in place",
    ),
    ("a page repeated", pages(lambda kids: [*kids, kids[0]]), "BRF008", "is page 1 once more"),
    ("a page added", lambda pdf: pdf.add_blank_page(595, 842), "BRF008", "was added"),
    ("a page put before", lambda pdf: pdf.insert_blank_page(595, 842, 0), "BRF008", "Page 1 was added"),
]
