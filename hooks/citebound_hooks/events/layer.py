"""Makes the events layer: mentions, their circumstances, coreference, and the claims that speak of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Casualties, Claim, Document, Event, Extraction, SourceRecord
from citebound_hooks.events.casualties import Harmed, total
from citebound_hooks.events.circumstances import Circumstances, Occurrence
from citebound_hooks.events.coreference import DEATHS, HARMS, Joined, join
from citebound_hooks.events.involvement import involved
from citebound_hooks.events.labels import find_labelled
from citebound_hooks.events.mentions import Mention, find_mentions
from citebound_hooks.events.telling import ClaimsByPlace
from citebound_hooks.events.tolls import Toll, beside_events, with_tolls
from citebound_hooks.language.analysis import Sentence, analyse

_AND = re.compile(r"\b(?:and|then|et|puis)\s(?:\w+\s)?$")
_LINK = 24  # characters
_CHARGE = re.compile(r"\s(?:of|for|over|pour|de|d['’])\s?")
_WROUGHT = HARMS | {"destruction"}


def event_items(document: Document, record: SourceRecord, before: Extraction) -> list[Event]:
    """Returns the events of the body in the order of their first mention."""
    claims = ClaimsByPlace(before.claims)
    events = [
        (event, tuple(claims.about(each.mention for each in event.occurrences)))
        for event in join(document.text, _occurrences(document, record, before))
    ]
    told = [(event, about) for event, about in events if _is_told(event, about)]
    known = {claim.id: claim for claim in before.claims}
    return [
        _event(document, number, event, [known[ident] for ident in about])
        for number, (event, about) in enumerate(told, 1)
    ]


def _is_told(event: Joined, claims: Sequence[str]) -> bool:
    """Whether the text says more of an event than a word: when, where, to whom, who says so, or of what it is."""
    named = any(each.mention.definite and each.mention.complement for each in event.occurrences)
    known = event.where or any(each.harmed or each.actors or each.when for each in event.occurrences)
    return bool(known or claims or named or len(event.occurrences) > 1)


def _occurrences(document: Document, record: SourceRecord, before: Extraction) -> list[Occurrence]:
    circumstances = Circumstances(document.text, before)
    denied = _denied(before.claims)
    analysis = analyse(document, record)
    occurrences: list[Occurrence] = []
    tolls: list[Toll] = []
    others: list[tuple[Sentence, bool]] = []
    entry, block = None, None
    for sentence in analysis.sentences:
        if sentence.block is not block:
            block, entry = sentence.block, circumstances.entry(sentence.block)
        labelled = tuple(find_labelled(document.text, sentence))
        if labelled:
            tolls.append(Toll(sentence, labelled, of_entry=entry is not None))
        mentions = [
            each
            for each in find_mentions(sentence, analysis.language, logged=entry is not None)
            if (each.word_class == "noun" or each.head not in denied) and not _is_label(each, labelled)
        ]
        if len(mentions) > 1:
            mentions = _without_consequences(document.text, _without_charges(document.text, mentions))
        if mentions:
            occurrences += circumstances.of(sentence, mentions, entry)
        if not labelled and not any(mention.type.violent for mention in mentions):
            others.append((sentence, entry is not None))
    tolls += (
        Toll(sentence, harmed, circumstances.days(sentence))
        for sentence, logged in beside_events(others, occurrences)
        if (harmed := tuple(one for one in circumstances.casualties(sentence) if one.number or logged))
    )
    return with_tolls(occurrences, tolls)


def _is_label(mention: Mention, labelled: Sequence[Harmed]) -> bool:
    """Whether the word is that of a label: "Killed: 4"."""
    return any(one.start <= mention.head < one.end for one in labelled)


def _denied(claims: Sequence[Claim]) -> frozenset[int]:
    """The places of which somebody says that it was not so: what only a denial tells in a verb is no event."""
    contents = (
        span
        for claim in claims
        if claim.kind == "deny" and not claim.negated and claim.rule.endswith((".that", ".clause", ".gerund"))
        for span in claim.content
    )
    return frozenset(place for span in contents for place in range(span.start, span.end))


def _without_consequences(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leaves out the killing that another violent event of the sentence brought about."""
    killed = any(mention.type.name in DEATHS for mention in mentions)
    return [
        mention
        for mention in mentions
        if mention.word_class == "noun"
        or mention.type.name not in HARMS
        or not (
            any(_can_harm(text, other, mention) for other in mentions)
            or (killed and mention.type.name not in DEATHS)
        )
    ]


def _can_harm(text: str, other: Mention, harm: Mention) -> bool:
    """Whether another event can have brought about a harm; not what was done besides: "killed him and burned a bus"."""
    if not other.type.violent or other.type.name in HARMS:
        return False
    besides = other.word_class == "verb" and other.start > harm.end
    return not (besides and _AND.search(text, max(harm.end, other.start - _LINK), other.start))


def _without_charges(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leaves out what somebody was tried for: "convicted of his murder at Vesk Assizes on 22 July" tells the trial."""
    return [
        mention
        for before, mention in zip((None, *mentions), mentions, strict=False)
        if before is None
        or before.type.name != "trial"
        or before.word_class == "noun"
        or not _CHARGE.fullmatch(text, before.end, mention.start)
    ]


def _event(document: Document, number: int, event: Joined, claims: Sequence[Claim]) -> Event:
    first = event.occurrences[0].mention
    sentence = first.sentence
    where = event.where
    return Event(
        id=f"E{number}",
        mentions=tuple(document.span(each.mention.start, each.mention.end) for each in event.occurrences),
        type=_type(event),
        sentence=document.span(sentence.start, sentence.end),
        when=event.when.date if event.when else None,
        where=document.span(*where) if where else None,
        actors=involved((actor for each in event.occurrences for actor in each.actors), claims),
        casualties=_casualties(event),
        claims=tuple(claim.id for claim in claims),
        rule=f"events.{first.word_class}",
    )


def _type(event: Joined) -> str:
    """What the event is: what it wrought ("burned a train") gives way to what it is called then ("the ambush")."""
    first = event.occurrences[0].mention
    if first.type.name not in _WROUGHT or first.word_class == "noun":
        return first.type.name
    called = (each.mention for each in event.occurrences if each.mention.word_class == "noun")
    return next((mention.type.name for mention in called if mention.type.violent), first.type.name)


def _casualties(event: Joined) -> Casualties | None:
    """What the first sentence says that states a number; a later sentence adds what is not said yet."""
    killed = injured = None
    for each in event.occurrences:
        harmed = list(each.harmed)
        killed = total(harmed, "killed") if killed is None else killed
        injured = total(harmed, "injured") if injured is None else injured
    return Casualties(killed=killed, injured=injured) if (killed, injured) != (None, None) else None
