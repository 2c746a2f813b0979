"""Who said what: claims, with their source and their way to the report."""

from __future__ import annotations

from typing import Literal

from citebound.model.date import Date
from citebound.model.span import Span
from citebound.model.value import Value

ClaimKind = Literal["say", "claim-responsibility", "accuse", "deny", "pledge", "announce", "assess", "report"]
Quotation = Literal["direct", "indirect", "mixed"]


class ClaimSource(Value, frozen=True, kw_only=True):
    """Who says it. A span without an actor is an anonymous source; neither is a source left unnamed."""

    actor: str | None = None
    span: Span | None = None


class ChainLink(Value, frozen=True, kw_only=True):
    """One step on a statement's way, from whoever first said it (step 0) to the outlets that carried it."""

    name: str
    actor: str | None
    citation: str | None
    step: int


class Claim(Value, frozen=True, kw_only=True):
    """Something that the text attributes to somebody, in quotation marks or not.

    Attributes:
        id: `C1` …, given by the host in the order of the text.
        sentence: The sentence in which the cue stands.
        cue: The reporting words.
        content: What is said; more than one span if it is interrupted, none if it is elliptic.
        hedges: The words inside that lower certainty.
        negated: True if the reporting act is negated ("No group has claimed").
        subjects: Who the content says did something.
        targets: Whom it was done to.
        when: The date of the saying.
        events: Given by the host: the events that name this claim.
        chain: From the first speaker to the outlets, as the text names them.
        contested_by: Claims that deny, reject or contradict it.
    """

    id: str
    sentence: Span
    kind: ClaimKind
    source: ClaimSource = ClaimSource()
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    quotation: Quotation = "indirect"
    hedges: tuple[Span, ...] = ()
    negated: bool = False
    subjects: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    when: Date | None = None
    events: tuple[str, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    citations: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()
    rule: str
