"""Makes the hostile set: files that are built to crash, to stall, to fill memory, to deceive or to run something.

python tests/hostile/uploads/make.py FOLDER writes them; the tests take them from `hostile_files`.
"""

import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
LAUGHS = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
BOMB = b'<!DOCTYPE w [<!ENTITY a0 "lol">' + LAUGHS + b"]>"


def docx(document):
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/document.xml", document)
    return made.getvalue()


def pdf(*objects):
    """A PDF of the objects given, numbered from 1; the first is the catalog."""
    body = b"%PDF-1.7\n"
    for number, content in enumerate(objects, 1):
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return body + b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n0\n%%%%EOF" % (len(objects) + 1)


def stream(data, entries=b""):
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def page_that_says(text, *, catalog=b"", page=b""):
    """A PDF of one page with an active part."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>%b>>" % page,
        stream(b"BT /F 12 Tf 50 700 Td (%b) Tj ET" % text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


SAID = b"The mayor said that a bridge was built."
LAUNCH = b"<</S/Launch/F(/bin/sh)>>"
SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"


def hostile_files():
    """The files by name. What a name would do as a path or on a terminal is part of the attack."""
    return {
        "deep.html": b"<div>" * 200_000 + SAID,
        "long-text.html": b"<p>" + b"word " * 2_200_000 + b"</p>",
        "attributes.html": b"<p " + b" ".join(b"a%d=x" % n for n in range(40_000)) + b">" + SAID,
        "claims-utf-16.html": b"<meta charset=utf-16><p>" + SAID + b"</p>",
        "mojibake.html": "<meta charset=utf-8><p>Ã©tÃ© â€œÐ¿Ñ€Ð¸â€</p>".encode("cp1252", "replace"),
        "entities.xml": BOMB + b"<w>&a9;</w>",
        "outside.xml": b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>',
        "entities.docx": docx(
            BOMB + b"<w:document %b><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>" % W
        ),
        "deep.docx": docx(b"<w:document %b>" % W + b"<w:p>" * 100_000),
        "bomb.docx": docx(b"<w:document %b><w:body>" % W + b"<w:p/>" * 20_000_000),
        "no-package.docx": b"PK\x03\x04" + bytes(200),
        "pages-in-a-circle.pdf": pdf(
            b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"
        ),
        "inflates.pdf": pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
            stream(zlib.compress(b" " * 200_000_000), b"/Filter/FlateDecode"),
        ),
        "cut-off.pdf": page_that_says(SAID)[:200],
        "launch.pdf": page_that_says(SAID, catalog=b"/OpenAction" + LAUNCH),
        "script.pdf": page_that_says(SAID, catalog=b"/OpenAction" + SCRIPT, page=b"/AA<</O%b>>" % SCRIPT),
        "form.pdf": page_that_says(SAID, catalog=b"/AcroForm<</XFA(<xdp/>)/Fields[]>>"),
        "one-word.txt": b"x" * 3_000_000,
        "no-characters.txt": bytes(range(256)) * 2000,
        "\u202etxt.fdp.txt": SAID + b" From right to left.",
        "../../../tmp/outside.txt": SAID + b" From above.",
        "\x1b[2Jcleared.txt": SAID + b" On a terminal.",
        "program.pdf": b"\x7fELF" + bytes(4000),
    }


if __name__ == "__main__":
    for index, content in enumerate(hostile_files().items()):
        target = Path(sys.argv[1]) / f"{index:02}-{Path(content[0]).name}"
        target.write_bytes(content[1])
