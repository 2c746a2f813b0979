"""Writes a corrected file: the same encoding, and not a byte changed outside the edits."""

from __future__ import annotations

import codecs
import os
import tempfile
from pathlib import Path

from citebound.errors import UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = ("utf-8", "cp1252", "cp1251", "cp1250", "iso8859-15", "utf-16-le", "utf-16-be", "gb18030")


def encode_like(content: bytes, before: str, after: str) -> bytes | None:
    """Returns the corrected file in the encoding of the original.

    Args:
        content: The original bytes.
        before: What they were decoded to, without a byte-order mark.
        after: The corrected text.

    Returns:
        The bytes; None if no encoding gives back the original exactly, or the correction does not fit into it.
    """
    marked = [(mark, name) for mark, name in _MARKS if content.startswith(mark)]
    for mark, name in [*marked, *((b"", name) for name in _WITHOUT_MARK)]:
        try:
            if mark + before.encode(name) == content:
                return mark + after.encode(name)
        except UnicodeEncodeError:
            continue
    return None


def replace_file(path: Path, content: bytes) -> None:
    """Replaces or makes a file in one step, keeping its permissions: it is the old one or the new one, never a part.

    Raises:
        UsageError: If it cannot be written.
    """
    temporary = None
    try:
        target = path.resolve()
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error


def _mode(target: Path) -> int:
    """The permissions of a file; of one that is not there yet, those that a new one gets."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
