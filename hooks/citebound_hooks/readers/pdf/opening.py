"""Opens a PDF, or says in one line why that cannot be done."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import fields
from io import BytesIO

import pypdf

from citebound.errors import EncryptedError, UnreadableError

_LARGEST = 100_000_000  # bytes
_MOST_PAGES = 3_000
_TAIL = 2_048
# Far below the defaults of pypdf, far above what the text of a report needs; bytes and counts.
_LIMITS = {
    "maximum_declared_stream_length": 50_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "zlib_maximum_output_length": 20_000_000,
    "zlib_maximum_recovery_input_length": 500_000,
    "lzw_maximum_output_length": 5_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "stream_filters_maximum_length": 4,
    "stream_decoding_work_maximum_length": 50_000_000,
    "stream_parsing_work_maximum_count": 400_000,
    "page_tree_maximum_entries": 20_000,
    "page_tree_maximum_depth": 50,
    "page_tree_maximum_page_entries": 200_000,
    "xform_maximum_invocations_per_extraction": 300,
}


@contextmanager
def limited() -> Iterator[None]:
    """Lowers the limits of pypdf, and keeps its warnings about odd files off the diagnostics."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with _configured():
            yield
    finally:
        logger.setLevel(level)


def _configured() -> AbstractContextManager[object]:
    """Applies the limits that the installed pypdf knows: there are some since version 7, and more with each one."""
    apply = getattr(pypdf, "apply_configuration", None)
    if apply is None:
        return nullcontext()
    known = {field.name for field in fields(pypdf.Configuration)}
    configured: AbstractContextManager[object] = apply(
        **{name: value for name, value in _LIMITS.items() if name in known}
    )
    return configured


def opened(content: bytes) -> pypdf.PdfReader:
    """Opens a PDF; one that is encrypted with an empty password is readable for everybody.

    Raises:
        EncryptedError: If it needs a password.
        UnreadableError: If it is too large, cut off or damaged.
    """
    if len(content) > _LARGEST:
        raise UnreadableError(f"the PDF has more than {_LARGEST // 1_000_000} MB; save it in parts")
    if b"%PDF-" not in content[:1024]:
        raise UnreadableError("not a PDF: it does not begin with %PDF-")
    if _is_cut_off(content):
        raise UnreadableError("the PDF is cut off: its end is missing; get it again")
    reader = pypdf.PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncryptedError("the PDF needs a password; save it without one")
    pages = len(reader.pages)
    if pages > _MOST_PAGES:
        raise UnreadableError(f"the PDF has more than {_MOST_PAGES} pages; save it in parts")
    if not pages:
        raise UnreadableError("the PDF has no pages")
    return reader


def _is_cut_off(content: bytes) -> bool:
    """Whether objects, but no end mark, follow the last end mark (ISO 32000-1, 7.5.5)."""
    if b"%%EOF" in content[-_TAIL:]:
        return False
    return b" obj" in content[max(content.rfind(b"%%EOF"), 0) :]
