"""Decisions: what the desk says of an extraction or a record. Anchored by quotation, never by an id."""

from __future__ import annotations

from typing import Literal

from citebound.model.actor import ActorType
from citebound.model.profile import ReusePolicy
from citebound.model.suppression import Suppression
from citebound.model.value import Value

Action = Literal["accept", "reject", "retype", "merge", "split", "note"]


class Anchor(Value, frozen=True, kw_only=True):
    """The words that a decision speaks of.

    Attributes:
        quote: The words, exactly as they stand in the text.
        start: Their offset, where the same words stand more than once; None means every place.
    """

    quote: str
    start: int | None = None


class Decision(Value, frozen=True, kw_only=True):
    """One judgement on one item.

    Attributes:
        action: `accept` or `reject` an item; `retype` an actor; `merge` the other names into this actor;
            `split` this form off its actor; `note` something on it.
        anchor: Words of a mention, cue, citation or summary sentence.
        type: The new type (`retype`).
        others: The names to merge (`merge`).
        text: The note, or the reason.
    """

    action: Action
    anchor: Anchor
    type: ActorType | None = None
    others: tuple[str, ...] = ()
    text: str | None = None


class SuppliedField(Value, frozen=True, kw_only=True):
    """A field of the record that the desk supplies; `by` names where (`sidecar`, `--set`, `--accessed`)."""

    field: str
    value: str
    by: str


class Redactions(Value, frozen=True, kw_only=True):
    """What the desk hides in a briefing.

    Attributes:
        mark: What stands in the place of hidden words.
        names: Names of actors, each with all forms and mentions of the actor, and any other words to hide wherever
            they stand.
        spans: Words to hide at one place, or wherever they stand if no offset is given.
        keep_digest: Whether the record keeps the digest of the source.
    """

    mark: str = "[redacted]"
    names: tuple[str, ...] = ()
    spans: tuple[Anchor, ...] = ()
    keep_digest: bool = False

    def __bool__(self) -> bool:
        """Tells whether anything is to be hidden."""
        return bool(self.names or self.spans)


class Decisions(Value, frozen=True, kw_only=True):
    """All that the desk has decided about one document.

    Attributes:
        marking: The handling marking of its briefing; None takes the configured one.
        append: How much of the source its briefing carries; None takes the configured or the profile's policy.
        redactions: What its briefing hides; no briefing carries them.
    """

    supplied: tuple[SuppliedField, ...] = ()
    decisions: tuple[Decision, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    marking: str | None = None
    append: ReusePolicy | None = None
    redactions: Redactions = Redactions()
