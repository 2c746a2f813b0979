"""Edits of a finished PDF, as somebody who wants it to say something else would make them."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from io import BytesIO

import pypdf
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from citebound_hooks.briefing.attachment_names import digest_name


def rewritten(content, change=None):
    """The PDF written anew by pypdf, after a change of its objects."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(content))
    if change:
        change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def appended(content, change):
    """The PDF with a change of its objects appended as a revision of its own."""
    writer = pypdf.PdfWriter(BytesIO(content), incremental=True)
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def dictionary(**entries):
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def name(text):
    return NameObject(f"/{text}")


def script(writer):
    """An action that runs JavaScript."""
    return writer._add_object(dictionary(S=name("JavaScript"), JS=TextStringObject("app.alert(1)")))


def page_data(writer, number, change):
    """Changes the operators of a page."""
    page = writer.pages[number - 1]
    stream = DecodedStreamObject()
    before = page["/Contents"].get_object().get_data()
    stream.set_data(change(before))
    assert stream.get_data() != before
    page[NameObject("/Contents")] = writer._add_object(stream)


def page_pattern(writer, number, pattern, new):
    page_data(writer, number, lambda data: re.sub(pattern, new, data, count=1))


def words_on(writer, number):
    """What the lines of a page say."""
    _, lines = _lines(writer, number)
    return "\n".join(_said(operands[0], font) for operands, font in lines)


def pages_with(writer, words):
    """The numbers of the pages that have a line with these words."""
    return [number for number in range(1, len(writer.pages) + 1) if words in words_on(writer, number)]


def without_words(writer, number, words):
    """Takes words off a page: the glyphs that show them, in the first line that holds them."""
    stream, lines = _lines(writer, number)
    operands, font = next(line for line in lines if words in _said(line[0][0], line[1]))
    operands[0] = _cut(operands[0], font, words)
    made = DecodedStreamObject()
    made.set_data(stream.get_data())
    writer.pages[number - 1][NameObject("/Contents")] = writer._add_object(made)


def _lines(writer, number):
    """The operators of a page, and of each that shows words its operands and the letters of its font."""
    page = writer.pages[number - 1]
    letters = {key: _letters(font.get_object()) for key, font in page["/Resources"]["/Font"].items()}
    stream, font, lines = ContentStream(page["/Contents"].get_object(), None), None, []
    for operands, operator in stream.operations:
        if operator == b"Tf":
            font = letters[operands[0]]
        if operator == b"TJ":
            lines.append((operands, font))
    return stream, lines


def _letters(font):
    """What each glyph of a font says, by its two bytes."""
    table = font["/ToUnicode"].get_object().get_data().decode()
    pairs = re.findall(r"^<(\w{4})> ?<(\w+)>$", table, re.MULTILINE)
    return {bytes.fromhex(code): bytes.fromhex(said).decode("utf-16-be") for code, said in pairs}


def _glyphs(run):
    codes = b"".join(
        getattr(each, "original_bytes", each) for each in run if not isinstance(each, int | float)
    )
    return [codes[at : at + 2] for at in range(0, len(codes), 2)]


def _said(run, letters):
    return "".join(letters.get(glyph, "") for glyph in _glyphs(run))


def _cut(run, letters, words):
    glyphs, said = _glyphs(run), ""
    begins = []
    for glyph in glyphs:
        begins.append(len(said))
        said += letters.get(glyph, "")
    at = said.index(words)
    kept = [g for g, begin in zip(glyphs, begins, strict=True) if not at <= begin < at + len(words)]
    return ArrayObject([pypdf.generic.ByteStringObject(b"".join(kept))])


def specification(writer, attachment):
    """The file specification of an attachment."""
    names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    return {str(names[n]): names[n + 1].get_object() for n in range(0, len(names), 2)}[attachment]


def attached(writer, attachment):
    """The stream of an attachment."""
    return specification(writer, attachment)["/EF"]["/F"].get_object()


def attachment_text(writer, attachment, old, new):
    stream = attached(writer, attachment)
    data = stream.get_data()
    assert old in data
    stream.set_data(data.replace(old, new))


def metadata(writer, old, new):
    stream = writer.root_object["/Metadata"].get_object()
    data = stream.get_data()
    assert old in data
    stream.set_data(data.replace(old, new))


def restated(writer, *more):
    """Makes the metadata name the digests of the attachments as they are now."""
    for attachment in ("extraction.json", "source-record.json", "provenance.json", *more):
        key = digest_name(attachment)
        digest = sha256(attached(writer, attachment).get_data()).hexdigest()
        stream = writer.root_object["/Metadata"].get_object()
        pattern = rf"<citebound:{key}>\w+<".encode()
        stream.set_data(re.sub(pattern, f"<citebound:{key}>{digest}<".encode(), stream.get_data()))


def consistently(writer, change, attachment="extraction.json"):
    """Changes an attachment as a value and states its digest anew."""
    stream = attached(writer, attachment)
    value = json.loads(stream.get_data())
    change(value)
    stream.set_data(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
    restated(writer)


def annotation(writer, kind):
    """The first annotation that has such an entry."""
    found = (each.get_object() for page in writer.pages for each in page.get("/Annots", ()))
    return next(each for each in found if kind in each)


def add_annotation(writer, page, **entries):
    made = dictionary(
        Type=name("Annot"), Rect=ArrayObject(map(pypdf.generic.FloatObject, (9, 9, 99, 99))), **entries
    )
    writer.pages[page - 1]["/Annots"].append(writer._add_object(made))


def fonts(writer):
    """The fonts of the first page."""
    return writer.pages[0]["/Resources"]["/Font"]


def put(target, key, value):
    target[NameObject(f"/{key}")] = value
