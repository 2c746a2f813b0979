"""Which claim a denial points back to: "the charge", "this", or what was said just before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound_hooks.claims.linking.camps import inside, passes_on, same_source
from citebound_hooks.claims.linking.sides import Side
from citebound_hooks.claims.words import words

BACK = 12  # claims
NEAR = 4  # sentences between a claim and the one that contests it
REQUESTS = (".person", ".for", ".to")
_POINTED = 2  # sentences that "this" and "the charge" may point back
_CLAUSES = (
    ".that",
    ".clause",
    ".quote",
)  # frames of what is said, which may be no denial of what others said
_DENY = ("den", "dément", "nie", "contest", "disput", "refut", "rebut")


def meant(sides: Sequence[Side], later: int) -> int | None:
    """Which claim "this" or "the charge" means: the one whose speaker is named, an accusation, the nearest."""
    one = sides[later]
    near = [at for at in _before(sides, later) if not one.pronoun or sides[at].block is one.block]
    owned = (at for at in near if (actor := sides[at].actor) and actor.id in one.spoken_of)
    accusing = (
        at
        for at in near
        if sides[at].kind == "accuse" and (one.of_guilt or sides[at].sentence == one.sentence)
    )
    counting = (at for at in near if one.of_figure and sides[at].counts)
    pointed = (
        at for at in near if one.sentence - sides[at].sentence <= _POINTED and _may_charge(one, sides[at])
    )
    return next(owned, next(accusing, next(counting, next(pointed, None))))


def unnamed(sides: Sequence[Side], later: int) -> int | None:
    """What a denial means that shares no word with it: the claim before it."""
    one = sides[later]
    asserts = one.claim.rule.endswith(_CLAUSES) and not one.cue.startswith(_DENY)
    if (asserts and one.cue not in words().retorting and not one.such) or one.names_claim:
        return None
    near = [
        at
        for at in _before(sides, later)
        if sides[at].block is one.block
        and not sides[at].claim.rule.endswith(REQUESTS)
        and _may_charge(one, sides[at])
    ]
    charged = (
        at
        for at in near
        if sides[at].kind in ("accuse", "report") and one.sentence - sides[at].sentence <= _POINTED
    )
    said = (at for at in near if one.sentence - sides[at].sentence <= 1)
    return next(charged, next(said, None))


def _may_charge(one: Side, other: Side) -> bool:
    """Whether what somebody said may be the charge that another denies: it names him, or nobody answers for it."""
    if not one.of_guilt or other.kind == "accuse" or other.actor is None:
        return True
    return bool(one.speaker & other.said) or (one.actor is not None and one.actor.id in other.spoken_of)


def _before(sides: Sequence[Side], later: int) -> Iterator[int]:
    """Yields the claims of others before one, the nearest first, that it may deny."""
    one = sides[later]
    own = one.cue in words().retracting  # "retracted the claim": one's own
    for at in range(later - 1, max(-1, later - BACK - 1), -1):
        other = sides[at]
        if one.sentence - other.sentence > NEAR or (same_source(one, other) and not own):
            continue
        if other.cue in words().unwilling or other.claim.negated:
            continue
        if denies_something(other) and not (one.pronoun and not other.points_back):
            continue
        if not (at + 1 < later and inside(sides[at + 1], other) and passes_on(other)):
            yield at


def denies_something(one: Side) -> bool:
    """Whether a claim denies: a denial, or a doubt about what somebody else said."""
    return not one.claim.negated and (one.kind == "deny" or one.cue in words().doubting or one.reverses)
