"""The place of a signature in a finished briefing: what it spans, and that it brings nothing along."""

from __future__ import annotations

from typing import Any

import pypdf
from pypdf.generic import DictionaryObject

from citebound.model import Signature

_OF_A_FORM = frozenset({"/Fields", "/SigFlags"})
_OF_A_FIELD = frozenset({"/FT", "/T", "/TU", "/Type", "/Subtype", "/F", "/Rect", "/P", "/V"})
_OF_A_SIGNATURE = frozenset(
    {"/Type", "/Filter", "/SubFilter", "/Contents", "/ByteRange", "/M", "/Reference", "/Name", "/Reason",
     "/Location", "/ContactInfo", "/Prop_Build"}
)  # fmt: skip


def signature_field(reader: pypdf.PdfReader) -> DictionaryObject | None:
    """Returns the field of a signature that is alone in its form, unseen, and does nothing; None for any other form."""
    form = _entry(reader.root_object, "/AcroForm", _OF_A_FORM)
    fields = form.get("/Fields") if form else None
    if fields is None or len(fields) != 1:
        return None
    field = fields[0].get_object()
    rectangle = [float(edge) for edge in field.get("/Rect", ())]
    unseen = len(rectangle) == 4 and rectangle[:2] == rectangle[2:]
    alone = set(field) <= _OF_A_FIELD and field.get("/FT") == "/Sig" and _entry(field, "/V", _OF_A_SIGNATURE)
    return field if unseen and alone else None


def only_forbids_changes(reader: pypdf.PdfReader, field: DictionaryObject) -> bool:
    """Whether the permissions of the document hold the signature's and no other."""
    permissions: Any = reader.root_object.get("/Perms", DictionaryObject())
    permissions = permissions.get_object()
    return set(permissions) == {"/DocMDP"} and permissions.raw_get("/DocMDP") == field.raw_get("/V")


def signature_in(reader: pypdf.PdfReader, content: bytes) -> Signature | None:
    """Returns the signature, not checked yet; None if there is none."""
    field = signature_field(reader)
    if field is None:
        return None
    if not _spans(content, [int(each) for each in field["/V"].get("/ByteRange", ())]):  # type: ignore[attr-defined]
        reason = "does not span the file, which was rewritten or continued since it was signed"
        return Signature(covers=False, state="broken", reason=reason)
    return Signature(covers=True, state="unchecked")


def _spans(content: bytes, ranges: list[int]) -> bool:
    """Whether all but the signature's own digits is signed (ISO 32000-2, 12.8.1)."""
    if len(ranges) != 4:
        return False
    start, before, after, rest = ranges
    digits = content[before:after]
    return (
        (start, after + rest) == (0, len(content))
        and digits[:1] + digits[-1:] == b"<>"
        and not digits[1:-1].strip(b"0123456789abcdefABCDEF")
    )


def _entry(holder: Any, key: str, known: frozenset[str]) -> Any:
    """A dictionary that holds known entries only."""
    found = holder.get(key)
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) and set(found) <= known else None
