"""What the earlier layers say of each sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from citebound.model import Actor, Claim, Event, Extraction
from citebound_hooks.language.analysis import Sentence


class Content(msgspec.Struct):
    """The items of one sentence.

    Attributes:
        actors: Those that it mentions.
        claims: Those whose cue stands in it.
        events: Those that it mentions.
        citations: How many inline citations it has.
    """

    actors: list[Actor] = []
    claims: list[Claim] = []
    events: list[Event] = []
    citations: int = 0


def contents(sentences: Sequence[Sentence], before: Extraction) -> list[Content]:
    """Returns what each sentence holds, in the order of the sentences."""
    starts = [sentence.start for sentence in sentences]
    found = [Content() for _ in sentences]

    def at(offset: int) -> Content:
        return found[max(bisect_right(starts, offset) - 1, 0)]

    for actor in before.actors if found else ():
        for mention in actor.mentions:
            if actor not in (held := at(mention.start).actors):
                held.append(actor)
    for claim in before.claims if found else ():
        at(claim.sentence.start).claims.append(claim)
    for event in before.events if found else ():
        for mention in event.mentions:
            if event not in (named := at(mention.start).events):
                named.append(event)
    for citation in before.citations if found else ():
        at(citation.span.start).citations += 1
    return found
