"""What can be done around the words of a briefing: where things lead, their order, their names."""

import json
import re

import pdf_edits as edit
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    FloatObject,
    NumberObject,
    TextStringObject,
)


def elements(pdf):
    """The elements of the structure tree, in reading order."""
    stack = [pdf.root_object["/StructTreeRoot"]["/K"]]
    while stack:
        node = stack.pop().get_object()
        if isinstance(node, ArrayObject):
            stack += reversed(node)
        elif hasattr(node, "keys"):
            if "/S" in node:
                yield node
            stack += [node.raw_get("/K")] if "/K" in node else []


def element(pdf, kind):
    return next(node for node in elements(pdf) if node["/S"] == kind)


def reordered(pdf):
    kids = next(
        node["/K"] for node in elements(pdf) if isinstance(node.get("/K"), list) and len(node["/K"]) > 2
    )
    kids[0], kids[1] = kids[1], kids[0]


def parents_exchanged(pdf):
    numbers = pdf.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    numbers[1], numbers[3] = numbers[3], numbers[1]


def outline_leads_elsewhere(pdf):
    first = pdf.root_object["/Outlines"]["/First"].get_object()
    second = first["/First"].get_object()
    one, other = first["/Dest"], second["/Dest"]
    edit.put(first, "Dest", other)
    edit.put(second, "Dest", one)


def links_exchanged(pdf):
    links = [each.get_object() for page in pdf.pages for each in page.get("/Annots", ())]
    links = [link for link in links if "/Dest" in link]
    one = links[0]
    other = next(link for link in links if link["/Dest"] != one["/Dest"])
    first, second = one["/Dest"], other["/Dest"]
    edit.put(one, "Dest", second)
    edit.put(other, "Dest", first)


def annex_exchanged(pdf):
    kids = pdf.root_object["/Pages"]["/Kids"]
    kids[2], kids[3] = kids[3], kids[2]


def digit_of_a_date(pdf):
    """Makes a 9 of the first digit of the first date of page 1, with a glyph that the page has already."""
    stream, lines = edit._lines(pdf, 1)
    for operands, letters in lines:
        found = re.search(r"[1-8]\d? (?:March|May) \d{4}", edit._said(operands[0], letters))
        nine = next((glyph for glyph, said in letters.items() if said == "9"), None)
        if found and nine:
            glyphs = edit._glyphs(operands[0])
            glyphs[found.start()] = nine
            operands[0] = ArrayObject([ByteStringObject(b"".join(glyphs))])
            break
    else:
        raise AssertionError("page 1 has no date")
    made = DecodedStreamObject()
    made.set_data(stream.get_data())
    edit.put(pdf.pages[0], "Contents", pdf._add_object(made))


def exported(name, change):
    """Changes an attachment for other programs, and states its digest anew."""

    def edited(pdf):
        stream = edit.attached(pdf, name)
        value = json.loads(stream.get_data())
        change(value)
        stream.set_data(json.dumps(value).encode())
        edit.restated(pdf, name)

    return edited


def of_page(number, key, value):
    return lambda pdf: edit.put(pdf.pages[number - 1], key, value)


def of_file(key, value):
    return lambda pdf: edit.put(edit.specification(pdf, "citation.json"), key, value)


def of_tree(key, **entries):
    return lambda pdf: edit.put(
        pdf.root_object["/StructTreeRoot"].get_object(), key, edit.dictionary(**entries)
    )


BOX = ArrayObject(map(FloatObject, (0, 300, 595, 842)))
LABELS = edit.dictionary(Nums=ArrayObject([NumberObject(0), edit.dictionary(S=edit.name("r"))]))

TAMPERED = [
    (what, change, "BRF008", words)
    for what, change, words in [
        (
            "another description of a figure",
            lambda pdf: edit.put(element(pdf, "/Figure"), "Alt", TextStringObject("A flower.")),
            "description of figure 1 differs",
        ),
        ("the reading order changed", reordered, "structure tree of page 1 differs"),
        ("what belongs to which element changed", parents_exchanged, "structure tree differs"),
        ("headings said to be paragraphs", of_tree("RoleMap", H1=edit.name("P")), "structure tree differs"),
        (
            "a table head of nothing",
            lambda pdf: element(pdf, "/TH").pop("/A"),
            "structure tree of page",
        ),
        ("the outline leads elsewhere", outline_leads_elsewhere, "outline entry “Attribution” differs"),
        ("two links exchanged", links_exchanged, "link “Whole sentence 1 in the annex” on page 1 differs"),
        (
            "a link hidden",
            lambda pdf: edit.put(edit.annotation(pdf, "/Dest"), "F", NumberObject(2)),
            "on page 1 differs",
        ),
        ("two pages of the annex exchanged", annex_exchanged, "Page 4 stands in place 3"),
        ("a digit of a date changed", digit_of_a_date, "Page 1 differs"),
        ("half a page cut off", of_page(2, "CropBox", BOX), "Page 2 differs"),
        ("a page made twice as large", of_page(2, "UserUnit", FloatObject(2)), "Page 2 differs"),
        (
            "other numbers of pages",
            lambda pdf: edit.put(pdf.root_object, "PageLabels", LABELS),
            "catalog entry PageLabels was added",
        ),
        (
            "another CSL-JSON, consistently",
            exported("citation.json", lambda items: items[0].update(title="No")),
            "attachment citation.json differs",
        ),
        (
            "other annotations, consistently",
            exported("annotations.jsonld", lambda items: items.update(total=1)),
            "attachment annotations.jsonld differs",
        ),
        (
            "an attachment shown under another name",
            of_file("UF", TextStringObject("x.json")),
            "attachment citation.json differs",
        ),
        (
            "an attachment said to be the source",
            of_file("AFRelationship", edit.name("Source")),
            "attachment citation.json differs",
        ),
        (
            "another publisher in the metadata",
            lambda pdf: edit.metadata(pdf, b"<rdf:li>Harrow Institute", b"<rdf:li>Somebody of the Institute"),
            "metadata dc:creator differs",
        ),
    ]
]  # fmt: skip
