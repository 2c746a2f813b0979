"""An upload, and the document that a reader makes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

import msgspec

from citebound.model.finished import FinishedBriefing
from citebound.model.record import DocumentIdentity
from citebound.model.span import Span
from citebound.model.value import Value

BlockKind = Literal["heading", "paragraph", "list-item", "table-row", "caption", "quotation", "boilerplate"]


class Upload(Value, frozen=True, kw_only=True):
    """Bytes as they arrived. Everything in it is untrusted.

    Attributes:
        content: The file's bytes.
        filename: The name to show in messages and records; never used as a path.
        media_type: What the bytes are (`text/html`), told by the user or found out by the host.
        charset: The encoding that a transport declared, else None.
    """

    content: bytes
    filename: str | None = None
    media_type: str | None = None
    charset: str | None = None


class Block(msgspec.Struct, frozen=True, gc=False):
    """A paragraph-like part of the text.

    Attributes:
        start: Offset of its first character in `document.text`.
        end: Offset after its last one.
        kind: What the page uses it for. `table-row` is one `label value` pair, `boilerplate` is navigation and such.
        level: Heading level 1 to 6, else 0.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int = 0


class Metadatum(msgspec.Struct, frozen=True, gc=False):
    """One value that stands in markup only: `<meta>`, JSON-LD, a PDF's properties, a BibTeX field.

    Attributes:
        name: Its name in lower case with its vocabulary's own prefix: `citation_title`, `dc.date`, `og:title`,
            `jsonld:datePublished`, `pdf:author`, `link:canonical`, `bibtex:year`.
        value: The value as it stands there.
        locator: Where: an XPath, a JSON pointer behind `jsonld`, a property's key.
        line: Its line in the decoded file, from 1, where that is known.
    """

    name: str
    value: str
    locator: str
    line: int | None = None


class SourceSegment(msgspec.Struct, frozen=True, gc=False):
    """A run of `document.text` that stands character for character in the decoded file.

    Attributes:
        start: Offset in `document.text`.
        length: How many characters.
        source: Offset of the first one in the decoded file.
    """

    start: int
    length: int
    source: int


class Document(Value, frozen=True, kw_only=True):
    """A read document: canonical text, blocks, and what the markup said.

    Attributes:
        text: The canonical text. All spans count in it.
        sha256: Hexadecimal digest of the uploaded bytes.
        media_type: What was read, without parameters.
        bytes: How many bytes were uploaded.
        filename: The file's name for messages and records.
        language: BCP 47 tag, declared or recognised, else None.
        blocks: In the order of the text; no two overlap.
        pages: Offset at which each page starts; empty if the source has no pages.
        metadata: What stands in markup only, in the order of the file.
        source: The decoded file where it is text (HTML, Markdown, BibTeX …); None if it is `text` itself or binary.
        source_map: The runs of `text` that stand in `source`; empty if there is no map.
        notes: What the reader could not do wholly ("2 of 9 pages hold no text"), one line each.
        entry: The key of the entry in a reference list, else None.
        finished: The briefing taken apart, if the upload is one that citebound rendered.
    """

    text: str
    sha256: str
    media_type: str
    bytes: int
    filename: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    metadata: tuple[Metadatum, ...] = ()
    source: str | None = None
    source_map: Sequence[SourceSegment] = ()
    notes: tuple[str, ...] = ()
    entry: str | None = None
    finished: FinishedBriefing | None = None

    @property
    def identity(self) -> DocumentIdentity:
        """Which bytes these are, as a record names them."""
        return DocumentIdentity(
            sha256=self.sha256,
            media_type=self.media_type,
            bytes=self.bytes,
            filename=self.filename,
            language=self.language,
        )

    def span(self, start: int, end: int) -> Span:
        """Returns the span of `text[start:end]`, with its page for a paged source.

        Raises:
            ValueError: If the place is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}-{end} in a text of {len(self.text)} characters")
        return Span(start, end, self.text[start:end], self.page_at(start) if self.pages else None)

    def page_at(self, offset: int) -> int | None:
        """Returns the page, from 1, on which the character stands; None if the source has no pages."""
        return bisect_right(self.pages, offset) or None if self.pages else None

    def source_offset(self, offset: int) -> int | None:
        """Returns where a character of `text` stands in the decoded file; None if that is not known."""
        if self.source is None:
            return offset if self.media_type.startswith("text/") else None
        at = bisect_right(self.source_map, offset, key=lambda segment: segment.start) - 1
        if at < 0:
            return None
        segment = self.source_map[at]
        inside = offset - segment.start
        return segment.source + inside if inside < segment.length else None
