"""What the desk decides about a briefing itself: its marking, and how much of the source it carries."""

from __future__ import annotations

from msgspec.structs import replace

from citebound.configuration import Settings
from citebound.model import Appending, Briefing, Decisions, Handling, Profile, SaidBy
from citebound.redaction.redacting import redacted


def handled(briefing: Briefing, decisions: Decisions, settings: Settings) -> Briefing:
    """Returns the briefing with what the desk decided about it, and without what the desk hides.

    What the decisions say of it comes before the configuration, and that before the profile.
    """
    handling = Handling(
        marking=decisions.marking or settings.marking,
        append=_appending(briefing.profile, decisions, settings),
    )
    briefing = replace(briefing, record=replace(briefing.record, handling=handling))
    return redacted(briefing, decisions.redactions) if decisions.redactions else briefing


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
