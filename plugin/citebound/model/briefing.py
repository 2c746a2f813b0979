"""The briefing: everything that the steps found, as `render` gets it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from citebound.model.decision import Decisions
from citebound.model.extraction import Extraction
from citebound.model.finding import Finding
from citebound.model.incomplete import Incomplete
from citebound.model.profile import Profile
from citebound.model.record import SourceRecord
from citebound.model.value import Value


class Component(Value, frozen=True, kw_only=True):
    """A program or plugin that took part, with its version."""

    name: str
    version: str


class Original(Value, frozen=True, kw_only=True):
    """The report as it was uploaded, to be attached.

    Attributes:
        clean: True once actions, scripts and links were taken out of it.
    """

    media_type: str
    content: bytes
    clean: bool = False


class Briefing(Value, frozen=True, kw_only=True):
    """A document's record, extraction, findings and decisions, together (`citebound/briefing/1`).

    Attributes:
        dated: What SOURCE_DATE_EPOCH said when it was made; None where the record's own dates hold.
        reading: A digest of the settings that the reading hangs on: curated names, which plugins and rules run and how;
            empty for the defaults, and in a redacted briefing.
        renderer: What it says that set its pages, where a finished one is rendered anew; else empty.
    """

    schema: Literal["citebound/briefing/1"] = "citebound/briefing/1"
    record: SourceRecord
    profile: Profile
    extraction: Extraction
    findings: tuple[Finding, ...] = ()
    decisions: Decisions = Decisions()
    components: tuple[Component, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    dated: datetime | None = None
    reading: str = ""
    renderer: tuple[Component, ...] = ()
    original: Original | None = None
