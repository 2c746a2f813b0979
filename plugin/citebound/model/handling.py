"""What the desk says of a briefing itself: its marking, how much of the source goes along, and what is hidden."""

from __future__ import annotations

from typing import Literal

from citebound.model.profile import ReusePolicy
from citebound.model.value import Value

RedactionKind = Literal["name", "span"]
SaidBy = Literal["desk", "configuration", "profile"]


class Appending(Value, frozen=True, kw_only=True):
    """How much of the source a briefing carries.

    Attributes:
        policy: `record`, `excerpts`, `full` or `original`.
        by: Who chose it.
        profile: What the source's profile allows.
        reason: Why the profile does, for people.
        because: Why less goes along than was asked for: not the original, as the briefing is redacted or files of its
            kind can hold programs; not the whole text, as it was masked already where the desk got it.
    """

    policy: ReusePolicy
    by: SaidBy
    profile: ReusePolicy
    reason: str = ""
    because: Literal["redacted", "active", "masked"] | None = None


class RedactedPlace(Value, frozen=True, kw_only=True):
    """Where a mark stands for words of the source: offsets in the redacted text."""

    start: int
    end: int
    kind: RedactionKind


class Redacted(Value, frozen=True, kw_only=True):
    """What was hidden: how much and of which kind, never what.

    All offsets of a redacted briefing count in its redacted text, which is the one that it carries; each place stands
    for words of the source of unknown length.

    Attributes:
        mark: What stands in the place of hidden words.
        names: At how many places of the text a name is hidden.
        spans: At how many places of the text other words are hidden.
        places: Those places, in the order of the text.
        elsewhere: How many marks stand beside the text: in fields of the record, findings, decisions, names.
        digest: Whose digest and size the record gives: the source's, or, so that nobody can try names against it, the
            redacted text's.
    """

    mark: str
    names: int = 0
    spans: int = 0
    places: tuple[RedactedPlace, ...] = ()
    elsewhere: int = 0
    digest: Literal["source", "redacted text"] = "redacted text"


class Handling(Value, frozen=True, kw_only=True):
    """What the desk decided about a briefing.

    Attributes:
        marking: The handling marking, at the top and the bottom of each page.
        append: How much of the source it carries; None for a record that is no briefing's.
        redacted: What was hidden; None if nothing was.
    """

    marking: str | None = None
    append: Appending | None = None
    redacted: Redacted | None = None
