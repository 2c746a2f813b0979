"""The file: all objects one after the other, their places, and the trailer (ISO 32000-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import md5
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc

HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"


def file_of(document: Any) -> bytes:
    """Returns the bytes of a finished document.

    Args:
        document: reportlab's `PDFDocument`, whose types are not known.
    """
    root, info = (document.Reference(each).format(document) for each in (document.Catalog, document.info))
    file, places, digest = BytesIO(), [], md5(usedforsecurity=False)
    at = file.write(HEADER)
    for part in _objects(document):
        places.append(at)
        digest.update(part)
        at += file.write(part)
    identity = digest.hexdigest().encode()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    file.writelines(b"%010d 00000 n \n" % place for place in places)
    file.write(
        b"trailer\n<</Size %d /Root %b /Info %b /ID [<%b> <%b>]>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(places) + 1, root, info, identity, identity, at)
    )
    return file.getvalue()


def _objects(document: Any) -> Iterator[bytes]:
    """Yields the objects by their numbers; writing one of them may add others."""
    written: dict[int, bytes] = vars(document).get("written", {})
    number = 0
    while number < document.objectcounter:
        number += 1
        text = written.pop(number, None)
        if text is None:
            text = pdfdoc.format(document.idToObject[document.numberToId[number]], document, toplevel=1)
        yield b"%d 0 obj\n%b\nendobj\n" % (number, text)
