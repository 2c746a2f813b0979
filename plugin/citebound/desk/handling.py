"""What the desk decides about a briefing itself: its marking, and how much of the source it carries."""

from __future__ import annotations

from msgspec.structs import replace

from citebound.configuration import Settings
from citebound.model import Appending, Briefing, Decisions, Handling, Profile, SaidBy


def handled(briefing: Briefing, decisions: Decisions, settings: Settings) -> Briefing:
    """Returns the briefing with what the desk decided about it: first the sidecar file, then the configuration."""
    handling = Handling(
        marking=decisions.marking or settings.marking,
        append=_appending(briefing.profile, decisions, settings),
    )
    return replace(briefing, record=replace(briefing.record, handling=handling))


def _appending(profile: Profile, decisions: Decisions, settings: Settings) -> Appending:
    by: SaidBy = "desk" if decisions.append else "configuration" if settings.append else "profile"
    chosen = decisions.append or settings.append or profile.reuse.policy
    hidden = chosen == "original" and bool(decisions.redactions)
    return Appending(
        policy="full" if hidden else chosen,
        by=by,
        profile=profile.reuse.policy,
        reason=profile.reuse.reason,
        asked=chosen if hidden else None,
    )
