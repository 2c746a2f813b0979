"""Gives the casualties of sentences that name no event to the one that they are the toll of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from citebound_hooks.events.casualties import Harmed
from citebound_hooks.events.circumstances import Occurrence
from citebound_hooks.language.analysis import Sentence

_NEAR = 3  # sentences behind the event that a toll may stand


class Toll(msgspec.Struct, frozen=True):
    """The casualties that a sentence without an event states."""

    sentence: Sentence
    harmed: tuple[Harmed, ...]


def with_tolls(occurrences: Sequence[Occurrence], tolls: Iterable[Toll]) -> list[Occurrence]:
    """Adds each toll to the violent event told last before it, or in the sentence behind it: "the killings"."""
    found = list(occurrences)
    for toll in tolls:
        at = _owner(found, toll)
        if at is not None:
            found[at] = replace(found[at], harmed=(*found[at].harmed, *toll.harmed))
    return found


def _owner(occurrences: Sequence[Occurrence], toll: Toll) -> int | None:
    before: int | None = None
    for at, each in enumerate(occurrences):
        mention = each.mention
        if mention.sentence.index > toll.sentence.index:
            follows = mention.sentence.index == toll.sentence.index + 1 and mention.definite
            one_block = mention.sentence.block is toll.sentence.block
            return at if before is None and follows and one_block and mention.type.violent else before
        near = toll.sentence.index - mention.sentence.index <= _NEAR
        if mention.type.violent and near:
            before = None if _is_told(each, toll) else at
    return before


def _is_told(occurrence: Occurrence, toll: Toll) -> bool:
    """Whether the event's own sentence states such a number."""
    return bool({one.harm for one in occurrence.harmed} & {one.harm for one in toll.harmed})
