"""Which claim a denial points back to: "the charge", "this", or what was said just before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from citebound_hooks.claims.contests import pointers
from citebound_hooks.claims.contests.camps import inside, nested, passes_on, same_source
from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.words import words

BACK = 12  # claims
NEAR = 4  # sentences between a claim and the one that contests it
REQUESTS = (".person", ".for", ".to")
_FAR = 40  # claims back to one that is retracted
_POINTED = 2  # sentences that "this" and "the charge" may point back
_CLAUSES = (
    ".that",
    ".clause",
    ".quote",
)  # frames of what is said, which may be no denial of what others said
_PUBLIC = ("claim-responsibility", "announce")  # what is retracted before all else
_THAT = ("that ", "this ", "these ", "those ", "such ", "cette ", "ces ", "une ", "un ")
_DENY = ("den", "dément", "nie", "contest", "disput", "refut", "rebut")


def meant(sides: Sequence[Side], later: int) -> int | None:
    """Which claim "this" or "the charge" means.

    The one that its relative clause takes up, one's own that is retracted, one whose speaker or words are named
    ("the message" of a message), an accusation, a number, the nearest.
    """
    one = sides[later]
    if one.takes_up:
        return _taken_up(sides, later)
    own = _own(sides, later) if one.cue in words().retracting else None
    if own is not None:
        return own
    near = [at for at in _before(sides, later) if not one.pronoun or _is_at_hand(one, sides[at])]
    guilt, figure = pointed_at(one, pointers.of_guilt), pointed_at(one, pointers.of_figure)
    owned = (at for at in near if (actor := sides[at].actor) and actor.id in one.spoken_of)
    echoed = (at for at in near if one.definite & sides[at].voice) if one.definite else ()
    accusing = (
        at for at in near if sides[at].kind == "accuse" and (guilt or sides[at].sentence == one.sentence)
    )
    counting = (at for at in near if figure and sides[at].counts)
    pointed = (
        at
        for at in near
        if one.sentence - sides[at].sentence <= _POINTED and (not guilt or _may_charge(one, sides[at]))
    )
    told = (at for at in near if one.finds_untrue and one.stems & sides[at].stems)
    claimed = (at for at in near if one.finds_untrue and sides[at].kind == "claim-responsibility")
    return next(
        (at for group in (owned, echoed, told, claimed, accusing, counting, pointed) for at in group), None
    )


def beside(sides: Sequence[Side], later: int, back: int) -> list[int]:
    """What was said in one breath with what "this" means: "denied the delay and said the road was open. That …"."""
    one, other = sides[later], sides[back]
    if not one.pronoun or one.sentence == other.sentence:
        return []
    near = (at for at in (back - 1, back + 1) if 0 <= at < later)
    return [
        at
        for at in near
        if sides[at].sentence == other.sentence
        and same_source(sides[at], other)
        and not nested(sides[at], other)
    ]


def _is_at_hand(one: Side, other: Side) -> bool:
    """Whether a pronoun can mean it: in one paragraph, or in the sentence before."""
    return one.block is other.block or one.sentence - other.sentence <= 1


def _taken_up(sides: Sequence[Side], later: int) -> int | None:
    """The claim right before a relative clause, whoever speaks in it: "the cut was ordered, a claim which X denied"."""
    one = sides[later]
    before = (at for at in range(later - 1, -1, -1) if sides[at].place < one.place)
    at = next(before, None)
    return at if at is not None and sides[at].sentence == one.sentence else None


def _own(sides: Sequence[Side], later: int) -> int | None:
    """What a source takes back of what it said itself, a claim of responsibility before all else."""
    one = sides[later]
    mine = [at for at in range(later - 1, max(-1, later - _FAR - 1), -1) if _is_own(one, sides[at])]
    public = (at for kind in _PUBLIC for at in mine if sides[at].kind == kind)
    return next(public, next(iter(mine), None))


def _is_own(one: Side, other: Side) -> bool:
    near = one.sentence - other.sentence <= NEAR or (one.actor is not None and other.actor is not None)
    return near and same_source(one, other) and not other.claim.negated and other.kind != "deny"


def pointed_at(one: Side, kind: Callable[[str], bool]) -> bool:
    """Whether a piece of what is said is of a kind: of guilt, of a figure."""
    return any(map(kind, one.phrases))


def unnamed(sides: Sequence[Side], later: int) -> int | None:
    """What a denial means that shares no word with it: the claim before it."""
    one = sides[later]
    asserts = one.claim.rule.endswith(_CLAUSES) and not one.cue.startswith(_DENY)
    if asserts and one.cue not in words().retorting and not pointed_at(one, pointers.of_such):
        return None
    if pointed_at(one, pointers.names_claim):
        return None
    guilt = pointed_at(one, pointers.of_guilt)
    near = [
        at
        for at in _before(sides, later)
        if sides[at].block is one.block
        and not sides[at].claim.rule.endswith(REQUESTS)
        and (not guilt or _may_charge(one, sides[at]))
    ]
    charged = (
        at
        for at in near
        if sides[at].kind in ("accuse", "report") and one.sentence - sides[at].sentence <= _POINTED
    )
    said = (at for at in near if one.sentence - sides[at].sentence <= 1)
    return next(charged, next(said, None))


def _may_charge(one: Side, other: Side) -> bool:
    """Whether what somebody said may be the guilt that another denies: it names him, or nobody answers for it."""
    if other.kind == "accuse" or other.actor is None:
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
        if at and not one.phrases and inside(other, sides[at - 1]) and same_source(other, sides[at - 1]):
            continue  # a denial of everything: "the league denies"
        inner = sides[at + 1] if at + 1 < later else None
        if inner is None or same_source(one, inner) or not (inside(inner, other) and passes_on(other)):
            yield at


def denies_something(one: Side) -> bool:
    """Whether a claim denies: a denial, a doubt about what somebody else said, or what is made of it."""
    if one.claim.negated:
        return False
    return (
        one.kind == "deny"
        or one.cue in words().doubting
        or one.reverses
        or one.finds_untrue
        or _belittles(one)
    )


def _belittles(one: Side) -> bool:
    """Whether it makes little of what it points back to: "called that version an insult"."""
    if one.lemma not in words().belittling or one.pronoun or not one.phrases:
        return False
    pointing = one.lemma in words().dismissing or one.phrases[0].lower().startswith(_THAT)
    return one.takes_up or (pointing and pointers.speaks_of_claim(one.phrases[0]))


def is_pointing(one: Side) -> bool:
    """Whether what it denies is told elsewhere."""
    return one.points_back or one.finds_untrue or (one.kind != "deny" and _belittles(one))
