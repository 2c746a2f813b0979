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
        ai_use: Which artificial intelligence took part; `none` for the built-in extraction.
        dated: What SOURCE_DATE_EPOCH said when it was made; None where the record's own dates hold.
    """

    schema: Literal["citebound/provenance/1"] = "citebound/provenance/1"
    template: str
    profile: Profile
    findings: tuple[Finding, ...] = ()
    decisions: Decisions = Decisions()
    components: tuple[Component, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    ai_use: str = "none"
    dated: datetime | None = None


class FinishedBriefing(Value, frozen=True, kw_only=True):
    """A briefing PDF, taken apart.

    Attributes:
        pages: The text of each page.
        parts: A digest of each part (`page 1`, `attachment extraction.json`, `metadata` …), the same however the PDF
            is compressed and ordered.
        digests: The SHA-256 digests that its metadata states, by name.
        attachments: The SHA-256 digest of each attachment, by name.
        title: The title in its metadata.
        revisions: How many revisions the file holds; 1 as it was rendered.
        template: The template that it was rendered with; None if its provenance cannot be read.
        briefing: What its attachments say; None if they cannot be read.
        broken: Why attachments cannot be read, one line for each.
        expected: The parts of the same briefing rendered anew; None if that was not done.
        expected_sha256: The digest of that rendering as a file.
        original_sha256: The digest of the original that it is compared with; None without one.
        original_text: The text of that original.
    """

    pages: tuple[str, ...]
    parts: dict[str, str]
    digests: dict[str, str] = {}
    attachments: dict[str, str] = {}
    title: str = ""
    revisions: int = 1
    template: str | None = None
    briefing: Briefing | None = None
    broken: tuple[str, ...] = ()
    expected: dict[str, str] | None = None
    expected_sha256: str | None = None
    original_sha256: str | None = None
    original_text: str | None = None
