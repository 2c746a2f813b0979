"""The steps as functions, with the installed plugins and the default configuration."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from citebound.model import Briefing, Document, Extraction, Finding, SourceRecord, Upload
from citebound.plugins import Plugins
from citebound.uploads import decisions_beside, upload_from
from citebound.workflow import Workflow


def read(source: str | Path | bytes, media_type: str | None = None) -> Document:
    """Reads a report.

    Args:
        source: A path, or the bytes themselves.
        media_type: What the bytes are; found out if not given.

    Returns:
        The document; of a reference list its first entry.

    Raises:
        UnreadableError: If it cannot be read; names the file and the reason.
    """
    return _workflow().read(_upload(source, media_type))[0]


def describe(document: Document) -> SourceRecord:
    """Makes the source record of a document."""
    return _workflow().describe(document)


def extract(document: Document, record: SourceRecord | None = None) -> Extraction:
    """Extracts who said what; without a record it describes the document first."""
    return _workflow().extract(document, record or describe(document))


def check(
    document: Document, record: SourceRecord | None = None, extraction: Extraction | None = None
) -> list[Finding]:
    """Checks a document against all rules; computes what was not given and is needed."""
    return list(_workflow().check(document, record or describe(document), extraction).findings)


def brief(path: str | Path) -> Briefing:
    """Takes a report through all steps up to the briefing, with its sidecar file if there is one.

    Raises:
        UnreadableError: If the report cannot be read.
        ConfigurationError: If the sidecar file is wrong.
    """
    return _workflow().brief(upload_from(Path(path)), decisions_beside(Path(path)))[0]


def render(briefing: Briefing) -> bytes:
    """Renders a briefing as PDF; the same briefing gives the same bytes."""
    return _workflow().render(briefing)


def _upload(source: str | Path | bytes, media_type: str | None = None) -> Upload:
    if isinstance(source, bytes):
        return Upload(content=source, media_type=media_type)
    return upload_from(Path(source), media_type)


@cache
def _workflow() -> Workflow:
    return Workflow(Plugins())
