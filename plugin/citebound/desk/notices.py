"""What the desk should know of a briefing that was just made: one line each, for standard error."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.ai_use import NONE, ai_use_of
from citebound.model import Appending, Briefing, Handling, Redactions
from citebound.redaction.left import parts_left

CARRIES = {
    "record": "the source record alone",
    "excerpts": "the sentences that it quotes",
    "full": "the whole text of the source",
    "original": "the original and its whole text",
}
OBSTACLES = {
    "redacted": "the original is not attached, because the briefing is redacted",
    "active": "the original is not attached, because files of its kind can hold programs",
    "masked": "the rest of its text is masked in the briefing that this one is made of",
}


def notices(briefing: Briefing, redactions: Redactions) -> Iterator[str]:
    """Yields the lines: how much of the source goes along and why, what was hidden, and the use of AI."""
    handling = briefing.record.handling or Handling()
    if handling.append:
        yield _appended(handling.append, briefing.record.profile)
    if handling.redacted:
        said = handling.redacted
        yield f"redacted in the text: {said.names} names, {said.spans} spans; marks beside it: {said.elsewhere}"
        for part, count in parts_left(redactions, briefing.extraction.document.text).items():
            times = "once" if count == 1 else f"{count} times"
            yield f"“{part}”, part of a redacted name, still stands {times}; to hide it, add it to [redact] names"
    if (use := ai_use_of(briefing.extraction)) != NONE:
        yield f"use of AI: {use}"


def _appended(append: Appending, profile: str) -> str:
    carried = f"appended: {CARRIES[append.policy]}"
    if append.because:
        return f"{carried}; {OBSTACLES[append.because]}"
    because = f" ({append.reason.rstrip('.')})" if append.reason else ""
    if append.policy == append.profile:
        return f"{carried}, as the profile {profile} says{because}"
    return f"{carried}, as the {append.by} says; the profile {profile} says {append.profile}{because}"
