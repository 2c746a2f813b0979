"""What the desk decides about a briefing itself: its marking, how much of the source it carries, what it hides."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from citebound.configuration import Settings
from citebound.model import (
    Appending,
    Briefing,
    Decisions,
    Handling,
    Original,
    Profile,
    ReusePolicy,
    SaidBy,
    Upload,
)
from citebound.redaction.redacting import redacted

Obstacle = Literal["redacted", "active", "masked"]
_LEFT: dict[Obstacle, ReusePolicy] = {"redacted": "full", "active": "full", "masked": "excerpts"}
_PAGES = frozenset({"text/html", "text/xml"})


def handled(
    briefing: Briefing, decisions: Decisions, settings: Settings, upload: Upload | None = None
) -> Briefing:
    """Returns the briefing with what the desk decided about it, and without what the desk hides.

    What the decisions say of it comes before the configuration, and that before the profile.

    Args:
        briefing: What the steps before found.
        decisions: The desk's.
        settings: The configuration.
        upload: The report as it came, where it may have to be attached.
    """
    media_type = briefing.record.document.media_type
    masked = bool(briefing.extraction.document.masked)
    append = _appending(briefing.profile, decisions, settings, media_type, masked=masked)
    handling = Handling(marking=decisions.marking or settings.marking, append=append)
    if append.policy == "original" and upload:
        briefing = replace(briefing, original=Original(media_type=media_type, content=upload.content))
    briefing = replace(briefing, record=replace(briefing.record, handling=handling))
    return redacted(briefing, decisions.redactions) if decisions.redactions else briefing


def _appending(
    profile: Profile, decisions: Decisions, settings: Settings, media_type: str, *, masked: bool
) -> Appending:
    by: SaidBy = "desk" if decisions.append else "configuration" if settings.append else "profile"
    chosen = decisions.append or settings.append or profile.reuse.policy
    because: Obstacle | None = _obstacle(decisions, media_type) if chosen == "original" else None
    if masked and chosen in ("full", "original"):
        because = "masked"
    return Appending(
        policy=_LEFT[because] if because else chosen,
        by=by,
        profile=profile.reuse.policy,
        reason=profile.reuse.reason,
        because=because,
    )


def _obstacle(decisions: Decisions, media_type: str) -> Obstacle | None:
    """Returns what stands against attaching the original: a PDF can be cleaned, and plain text needs it not."""
    if decisions.redactions:
        return "redacted"
    harmless = media_type == "application/pdf" or (
        media_type.startswith("text/") and media_type not in _PAGES
    )
    return None if harmless else "active"
