"""A finished briefing, taken apart: what `verify` and the `BRF` rules look at."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from citebound.model.briefing import Briefing, Component
from citebound.model.decision import Decisions
from citebound.model.finding import Finding
from citebound.model.incomplete import Incomplete
from citebound.model.profile import Profile
from citebound.model.value import Value


class Provenance(Value, frozen=True, kw_only=True):
    """How a briefing came about; attached to it as `provenance.json` beside its record and its extraction.

    Attributes:
        template: The name of the template.
        renderer: What the pages hang on besides: the digest of the template, the libraries that set them.
        ai_use: Which artificial intelligence took part; `none` for the built-in extraction.
        dated: What SOURCE_DATE_EPOCH said when it was made; None where the record's own dates hold.
        reading: A digest of the settings that the reading hangs on (see `Briefing`).
    """

    schema: Literal["citebound/provenance/1"] = "citebound/provenance/1"
    template: str
    renderer: tuple[Component, ...] = ()
    profile: Profile
    findings: tuple[Finding, ...] = ()
    decisions: Decisions = Decisions()
    components: tuple[Component, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    ai_use: str = "none"
    dated: datetime | None = None
    reading: str = ""


SignatureState = Literal["unchecked", "broken", "unknown", "trusted"]


class TimeStamp(Value, frozen=True, kw_only=True):
    """What a time stamping authority says of a signature (RFC 3161): when it was there.

    Attributes:
        time: In ISO 8601, UTC, to the second; empty if it cannot be read.
        by: The name in the authority's certificate; empty if it cannot be read.
        state: `unknown` is intact, by nobody that is known to be trusted.
        reason: What is wrong with it.
    """

    time: str
    by: str
    state: Literal["broken", "unknown", "trusted"]
    reason: str = ""


class Signature(Value, frozen=True, kw_only=True):
    """The signature of a finished briefing.

    Attributes:
        covers: Whether it spans the whole file, and nothing but it follows the briefing.
        state: `unknown` is intact, by nobody that is known to be trusted.
        signer: The name in the certificate; empty if it was not read.
        reason: What is wrong with it (`does not span the file …`), or why it was not checked.
        stamp: When it was made, as somebody else says; None where nobody does, or it was not read.
    """

    covers: bool
    state: SignatureState
    signer: str = ""
    reason: str = ""
    stamp: TimeStamp | None = None


class Rendering(Value, frozen=True, kw_only=True):
    """The same briefing rendered anew, as a finished one is held against it.

    Attributes:
        parts: The digest of each part.
        same_bytes: Whether the finished file is these very bytes, but for a signature behind them.
        changed_at: Where a byte differs in a file that is otherwise laid out as this, or where bytes stand before or
            behind the file; None if there are none.
    """

    parts: dict[str, str]
    same_bytes: bool
    changed_at: str | None = None


class FinishedBriefing(Value, frozen=True, kw_only=True):
    """A briefing PDF, taken apart.

    Attributes:
        pages: The text of each page.
        parts: A digest of each part (`page 1`, `attachment extraction.json`, `metadata` …), the same however the PDF
            is compressed and ordered.
        digests: The SHA-256 digests that its metadata states, by name.
        attachments: The SHA-256 digest of each attachment, by name.
        title: The title in its metadata.
        revisions: How many revisions the file holds; 1 as it was rendered, 2 with a signature.
        signature: Its signature; None if it has none.
        template: The template that it was rendered with; None if its provenance cannot be read.
        renderer: The digest of that template and the libraries that set the pages.
        briefing: What its attachments say; None if they cannot be read.
        broken: Why attachments cannot be read, one line for each.
        anew: The same briefing rendered anew; None if that was not done.
        not_anew: Why rendering it anew tells nothing, though that was wanted.
        original_sha256: The digest of the original that it is compared with; None without one.
        original_text: The text of that original.
        read_otherwise: What that original, read anew, gives otherwise.
        not_read_anew: Why another reading was not made, or may give something else, though that was wanted.
    """

    pages: tuple[str, ...]
    parts: dict[str, str]
    digests: dict[str, str] = {}
    attachments: dict[str, str] = {}
    title: str = ""
    revisions: int = 1
    signature: Signature | None = None
    template: str | None = None
    renderer: tuple[Component, ...] = ()
    briefing: Briefing | None = None
    broken: tuple[str, ...] = ()
    anew: Rendering | None = None
    not_anew: str | None = None
    original_sha256: str | None = None
    original_text: str | None = None
    read_otherwise: tuple[str, ...] = ()
    not_read_anew: str | None = None
