"""What can be done to links, structure, actions and fonts: each with the rule and the words that name it."""

import pdf_edits as edit
from pypdf.generic import ArrayObject, BooleanObject, NameObject, NumberObject, TextStringObject


def pages(change):
    """A change of the list of pages."""

    def edited(pdf):
        kids = pdf.root_object["/Pages"]["/Kids"]
        changed = change(list(kids))
        pdf.root_object["/Pages"][NameObject("/Kids")] = ArrayObject(changed)
        pdf.root_object["/Pages"][NameObject("/Count")] = NumberObject(len(changed))

    return edited


def entry(key, value):
    """An entry of the catalog."""
    return lambda pdf: edit.put(pdf.root_object, key, value(pdf))


def without(target, key):
    def edited(pdf):
        del target(pdf)[NameObject(f"/{key}")]

    return edited


def first_element(pdf, role):
    """The first element of a role in the structure tree."""
    waiting = [pdf.root_object["/StructTreeRoot"]["/K"]]
    while waiting:
        found = waiting.pop(0).get_object()
        if isinstance(found, ArrayObject):
            waiting += list(found)
        elif isinstance(found, dict):
            if found.get("/S") == role:
                return found
            waiting += [found["/K"]] if "/K" in found else []
    raise AssertionError(role)


def swap_fonts(pdf):
    fonts = edit.fonts(pdf)
    first, second = fonts.raw_get("/F1"), fonts.raw_get("/F2")
    fonts.update({NameObject("/F1"): second, NameObject("/F2"): first})


def swap_meanings(pdf):
    first, second = (edit.fonts(pdf)[key] for key in ("/F1", "/F2"))
    one, other = first.raw_get("/ToUnicode"), second.raw_get("/ToUnicode")
    first.update({NameObject("/ToUnicode"): other})
    second.update({NameObject("/ToUnicode"): one})


def swap_outlines(pdf):
    first, second = (edit.fonts(pdf)[key]["/DescendantFonts"][0].get_object() for key in ("/F1", "/F2"))
    one, other = (each["/FontDescriptor"].raw_get("/FontFile2") for each in (first, second))
    first["/FontDescriptor"].update({NameObject("/FontFile2"): other})
    second["/FontDescriptor"].update({NameObject("/FontFile2"): one})


def launch(pdf):
    action = edit.dictionary(S=edit.name("Launch"), F=TextStringObject("notes.exe"))
    edit.put(edit.annotation(pdf, "/A"), "A", action)


def another_target(pdf):
    edit.put(edit.annotation(pdf, "/A")["/A"], "URI", TextStringObject("https://library.invalid/"))


def another_page(pdf):
    target = edit.annotation(pdf, "/Dest")["/Dest"]
    target[0] = pdf.pages[2].indirect_reference


def hidden_layer(pdf):
    group = pdf._add_object(edit.dictionary(Type=edit.name("OCG"), Name=TextStringObject("draft")))
    return edit.dictionary(OCGs=ArrayObject([group]), D=edit.dictionary(OFF=ArrayObject([group])))


TAMPERED = [
    ("a link led elsewhere", another_target, "BRF008", "link “https://www.refworld.org"),
    (
        "a link led to another page",
        another_page,
        "BRF008",
        "link “Whole sentence 1 in the annex” on page 1 differs",
    ),
    ("a link that starts a program", launch, "BRF008", "link “https://www.refworld.org"),
    (
        "a link removed",
        lambda pdf: pdf.pages[3]["/Annots"].pop(0),
        "BRF008",
        "is missing",
    ),
    (
        "a link added",
        lambda pdf: edit.add_annotation(pdf, 1, Subtype=edit.name("Link"), A=edit.script(pdf)),
        "BRF008",
        "link on page 1 was added",
    ),
    (
        "a note added",
        lambda pdf: edit.add_annotation(
            pdf, 2, Subtype=edit.name("Text"), Contents=TextStringObject("See me")
        ),
        "BRF008",
        "Text annotation “See me” on page 2 was added",
    ),
    (
        "a stamp added",
        lambda pdf: edit.add_annotation(pdf, 1, Subtype=edit.name("Stamp")),
        "BRF008",
        "Stamp annotation on page 1 was added",
    ),
    (
        "a form",
        entry("AcroForm", lambda pdf: edit.dictionary(Fields=ArrayObject())),
        "BRF008",
        "form was added",
    ),
    ("a script on opening", entry("OpenAction", edit.script), "BRF008", "action on opening was added"),
    (
        "a script in the document",
        lambda pdf: edit.put(
            pdf.root_object["/Names"],
            "JavaScript",
            edit.dictionary(Names=ArrayObject([TextStringObject("x"), edit.script(pdf)])),
        ),
        "BRF008",
        "JavaScript was added",
    ),
    (
        "further actions",
        entry("AA", lambda pdf: edit.dictionary(WP=edit.script(pdf))),
        "BRF008",
        "further actions were added",
    ),
    ("a hidden layer", entry("OCProperties", hidden_layer), "BRF008", "catalog entry OCProperties was added"),
    (
        "an outline retitled",
        lambda pdf: edit.put(
            pdf.root_object["/Outlines"]["/First"].get_object(), "Title", TextStringObject("No")
        ),
        "BRF008",
        "outline entry “No” was added",
    ),
    (
        "a heading made a paragraph",
        lambda pdf: edit.put(first_element(pdf, "/H1"), "S", edit.name("P")),
        "BRF008",
        "structure tree differs",
    ),
    (
        "words for the ear",
        lambda pdf: edit.put(first_element(pdf, "/H1"), "ActualText", TextStringObject("No")),
        "BRF008",
        "structure tree differs",
    ),
    ("another language", entry("Lang", lambda pdf: TextStringObject("fr")), "BRF008", "language differs"),
    (
        "no colour profile",
        without(lambda pdf: pdf.root_object, "OutputIntents"),
        "BRF008",
        "colour profile is missing",
    ),
    (
        "the title not shown",
        without(lambda pdf: pdf.root_object, "ViewerPreferences"),
        "BRF008",
        "viewer preferences are missing",
    ),
    (
        "marks not declared",
        entry("MarkInfo", lambda pdf: edit.dictionary(Marked=BooleanObject(False))),
        "BRF008",
        "mark information differs",
    ),
    ("fonts exchanged", swap_fonts, "BRF008", "Page 1 differs"),
    ("what letters mean exchanged", swap_meanings, "BRF008", "font SourceSerifPro-Semibold differs"),
    ("the shapes of letters exchanged", swap_outlines, "BRF008", "font SourceSerifPro-Regular differs"),
]
