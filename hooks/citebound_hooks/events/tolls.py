"""Gives the casualties of sentences that name no event to the one that they are the toll of."""

from __future__ import annotations

from bisect import bisect_left
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
    days: frozenset[str | None] = (
        frozenset()
    )  # that its sentence names: an event of another day has no part in it
    of_entry: bool = False  # a label in a log's entry: the toll of what the entry tells first


def beside_events(
    sentences: Iterable[tuple[Sentence, bool]], occurrences: Iterable[Occurrence]
) -> list[tuple[Sentence, bool]]:
    """Returns the sentences, with what is known of each, that stand near enough to a violent event to tell its toll."""
    violent = {each.mention.sentence.index for each in occurrences if each.mention.type.violent}
    near = {index + behind for index in violent for behind in range(-1, _NEAR + 1)}
    return [each for each in sentences if each[0].index in near]


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
    index = toll.sentence.index
    first = bisect_left(occurrences, index - _NEAR, key=lambda each: each.mention.sentence.index)
    if toll.of_entry:
        return _of_entry(occurrences, toll, first)
    for at in range(first, len(occurrences)):
        each = occurrences[at]
        mention = each.mention
        if mention.sentence.index > index:
            follows = mention.sentence.index == index + 1 and mention.definite
            one_block = mention.sentence.block is toll.sentence.block
            return at if before is None and follows and one_block and mention.type.violent else before
        if mention.type.violent:
            before = None if _is_told(each, toll) or _is_of_another_day(each, toll) else at
    return before


def _of_entry(occurrences: Sequence[Occurrence], toll: Toll, first: int) -> int | None:
    for at in range(first, len(occurrences)):
        mention = occurrences[at].mention
        if mention.sentence.block is toll.sentence.block and mention.type.violent:
            return at
    return None


def _is_of_another_day(occurrence: Occurrence, toll: Toll) -> bool:
    return bool(toll.days) and (occurrence.when is None or occurrence.when.iso not in toll.days)


def _is_told(occurrence: Occurrence, toll: Toll) -> bool:
    """Whether the event's own sentence states such a number."""
    return bool({one.harm for one in occurrence.harmed} & {one.harm for one in toll.harmed})
