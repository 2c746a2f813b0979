"""The original as an attachment: without actions, forms, scripts, files and links, or not at all.

What a PDF can do beyond showing pages is left out when its pages are copied; the copy is then searched, object by
object, and refused if anything of it is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from msgspec.structs import replace

from citebound.errors import UnreadableError
from citebound.model import Original

LEFT_OUT = ("/Annots", "/AA", "/B", "/Metadata", "/PieceInfo", "/Thumb")
ACTIVE_KEYS = frozenset(
    {"/AA", "/AcroForm", "/EF", "/EmbeddedFiles", "/JS", "/JavaScript", "/OPI", "/OpenAction", "/Ref",
     "/RichMediaContent", "/URI", "/XFA"}
)  # fmt: skip
ACTIONS = frozenset(
    {"/GoTo3DView", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch", "/Movie", "/Named",
     "/Rendition", "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound", "/SubmitForm", "/Thread", "/Trans",
     "/URI"}
)  # fmt: skip
"""Types of actions (ISO 32000-2, 12.6.4) that do more than turn to a page of the same file."""


def cleaned(original: Original) -> Original:
    """Returns the original fit to be attached.

    Raises:
        UnreadableError: If it cannot be copied, or the copy still holds something that acts.
    """
    if original.clean or original.media_type != "application/pdf":
        return original
    try:
        content = _pages_alone(original.content)
        left = next(_active_in(content), None)
    except Exception as error:  # pypdf lets errors of Python escape on odd files
        raise UnreadableError(
            f"the original cannot be cleaned ({type(error).__name__}); use --append full"
        ) from error
    if left is not None:
        raise UnreadableError(f"the original holds {left} even when cleaned; use --append full")
    return replace(original, content=content, clean=True)


def _pages_alone(content: bytes) -> bytes:
    """Copies the pages of a PDF, and nothing else of it."""
    from pypdf import PdfWriter

    from citebound_hooks.readers.pdf.opening import limited, opened

    with limited():
        writer, out = PdfWriter(), BytesIO()
        for page in opened(content).pages:
            writer.add_page(page, excluded_keys=LEFT_OUT)
        writer.write(out)
    return out.getvalue()


def _active_in(content: bytes) -> Iterator[str]:
    """Yields the names of what acts in a PDF."""
    from pypdf import PdfReader
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

    reader = PdfReader(BytesIO(content))
    waiting: list[Any] = [reader.trailer]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            if value.idnum not in seen:
                seen.add(value.idnum)
                waiting.append(value.get_object())
        elif isinstance(value, DictionaryObject):
            yield from _active_entries(value, external=isinstance(value, StreamObject) and "/F" in value)
            waiting += [value.raw_get(key) for key in value]
        elif isinstance(value, ArrayObject):
            waiting += list(value)


def _active_entries(value: Any, *, external: bool) -> Iterator[str]:
    yield from sorted(ACTIVE_KEYS & set(value))
    if value.get("/S") in ACTIONS:
        yield str(value["/S"])
    if value.get("/Subtype") == "/PS":
        yield "PostScript"
    if external:
        yield "a stream in another file"
