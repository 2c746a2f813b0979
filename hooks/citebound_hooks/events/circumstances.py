"""Gives a mention its circumstances: date, place, casualties and actors of the sentence that belong to it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from citebound.model import Block, Claim, DatedWords, Extraction
from citebound_hooks.events.casualties import Harmed, find_harmed
from citebound_hooks.events.entries import Entry, read_entry
from citebound_hooks.events.mentions import Mention
from citebound_hooks.events.places import Place, find_place
from citebound_hooks.language.analysis import Sentence

# An acronym in brackets parts nothing: "the Mining Company (SMO), which".
_BREAK = re.compile(r";|\((?![A-ZÀ-Ý]{2,8}\))|(?<![A-ZÀ-Ý])\)|:\s|\s[–—-]\s")
_OPENING = 40  # characters in which a sentence names its day first ("On 3 May, …")
_RELATES = re.compile(
    r"\b(?:(?:after|before|since|following|until|ahead|après|avant|depuis)\b(?!\s(?:midnight|noon|dawn|dusk|dark|sun|minuit|midi))"
    r"|(?:who|whose|whom)\b)"
)
# Behind a date: what follows happened on that day.
_WHEN = re.compile(r",?\s(?:when|as|while|quand|lorsque|lorsqu['’]|alors\squ[e'’])")
# Before a date that bounds the time of an event and is not its day.
_BOUND = re.compile(
    r"(?:\bsince|\buntil|\btill|\bbefore|\bby|(?:\bdepuis|\bavant)(?:\sle)?|\bjusqu['’](?:à|en|au)|\bd['’]ici(?:\sle|\sau)?)\s$",
    re.I,
)
_BOUND_REACH = 12  # characters
_NEAR = 140  # characters behind a mention in which its day may stand
_ENDS_ARGUMENTS = re.compile(
    r"[;:()]|,\s|\bin\s(?:an?|its|his|her|their)\s(?:\w+\s)?(?:statement|message|video|interview|letter|call|communiqu)"
    r"|\b(?:that|which|who|has|have|had|was|were|is|are|while|after|before|when|said|killing|leaving|left|killed)\b"
)
# Frames whose content is a thing and no clause: "condemned the shooting on 8 May" is dated by the shooting.
_OF_THINGS = (".object", "-deed", "responsibility", "claimed-by", "passive")
_AT = re.compile(r"\b(?:at|in|near|inside|outside|à)\s(?:the\s|an?\s|la\s)?$", re.I)
_PLACED = 14  # characters
_APART = re.compile(r",|\b(?:who|which|that|whom|whose)\b")
_AUXILIARIES = re.compile(
    r"\)?\s*(?:,[^,;()]{1,80},)?(?:\s*\b(?:has|have|had|was|were|been|being|also|then|later|both|itself|first|again|\w{2,16}ly)\b)*\s*"
)


_ACRONYM = 6  # letters
_LONGEST_NAME = 80
_GROUPS = frozenset({"armed-group", "official"})
_ORGANISATIONS = frozenset({"organisation", "media", "population"})

DateAt = tuple[int, int, DatedWords]
ActorAt = tuple[int, int, str, str]
Item = TypeVar("Item", DateAt, ActorAt)


class Occurrence(msgspec.Struct, frozen=True):
    """A mention with what its sentence says of it, or the head of its entry (`inherited`)."""

    mention: Mention
    when: DatedWords | None
    where: Place | None
    harmed: tuple[Harmed, ...]
    actors: tuple[str, ...]
    inherited: bool = False


class Circumstances:
    """The dates and actors of a document, ready to be asked sentence by sentence."""

    def __init__(self, text: str, before: Extraction) -> None:
        self._text = text
        cited = {citation.date.span for citation in before.citations if citation.date}
        self._sayings = {
            (claim.when.span.start, claim.when.span.end): claim
            for claim in before.claims
            if claim.when and claim.when.span and (not claim.rule.endswith(_OF_THINGS) or _opens(claim))
        }
        self._dates = [
            (date.span.start, date.span.end, date)
            for date in before.dates
            if date.span and date.span not in cited
        ]
        self._actors = sorted(
            (span.start, span.end, actor.id, actor.type) for actor in before.actors for span in actor.mentions
        )

    def entry(self, block: Block) -> Entry | None:
        """Returns the head of a block that is an entry of a log."""
        at = bisect_left(self._dates, block.start, key=lambda item: item[0])
        date = self._dates[at][2] if at < len(self._dates) else None
        return read_entry(self._text, block.start, block.end, date, self._is_actor)

    def of(
        self, sentence: Sentence, mentions: Sequence[Mention], entry: Entry | None = None
    ) -> list[Occurrence]:
        """Returns the mentions of one sentence with their circumstances; what it leaves out its entry's head says."""
        dates = _inside(self._dates, sentence.start, sentence.end)
        harmed = self._harmed(sentence, mentions, [(start, end) for start, end, _ in dates])
        found: list[Occurrence] = []
        for index, mention in enumerate(mentions):
            stop = self._clause_end(mention.end, _next_start(self._text, sentence, mentions, index))
            when = self._when(mention, stop, dates)
            where = find_place(self._text, mention, stop, self._is_actor)
            head = entry if entry and entry.tells(self._text, mention, when) else None
            found.append(
                Occurrence(
                    mention=mention,
                    when=when or (head and head.when),
                    where=where or (head and head.where),
                    harmed=tuple(harmed.get(index, ())),
                    actors=self._who(mention, stop),
                    inherited=head is not None and when is None,
                )
            )
        return found

    def casualties(self, sentence: Sentence) -> tuple[Harmed, ...]:
        """Returns the casualties that a sentence states."""
        dates = _inside(self._dates, sentence.start, sentence.end)
        return tuple(find_harmed(self._text, sentence.tokens, [(start, end) for start, end, _ in dates]))

    def days(self, sentence: Sentence) -> frozenset[str | None]:
        """Returns the days, in ISO form, that a sentence names, but for those of the telling."""
        dates = _inside(self._dates, sentence.start, sentence.end)
        return frozenset(date.iso for start, end, date in dates if (start, end) not in self._sayings)

    def _clause_end(self, start: int, end: int) -> int:
        broken = _BREAK.search(self._text, start, end)
        return broken.start() if broken else end

    def _when(self, mention: Mention, stop: int, dates: Sequence[DateAt]) -> DatedWords | None:
        dates = [date for date in dates if not self._is_of_saying(mention, date)]
        inside = [date for start, end, date in dates if mention.start <= start and end <= mention.head]
        behind = [
            date
            for start, _, date in dates
            if mention.end <= start < min(stop, mention.end + _NEAR)
            and not self._is_bound(max(mention.end, start - _BOUND_REACH), start)
            and not _RELATES.search(self._text, mention.end, start)
        ]
        opening = [
            date
            for start, end, date in dates
            if not self._is_bound(max(mention.sentence.start, start - _BOUND_REACH), start)
            and end <= min(mention.start, mention.sentence.start + _OPENING)
            and not _RELATES.search(
                self._text, max(end, self._text.rfind(",", end, mention.start)), mention.start
            )
        ]
        scene = [
            date
            for start, end, date in dates
            if end <= mention.start
            and _WHEN.match(self._text, end)
            and not self._is_bound(max(mention.sentence.start, start - _BOUND_REACH), start)
        ]
        return next(iter([*inside, *behind, *opening[:1], *scene[-1:]]), None)

    def _is_bound(self, start: int, end: int) -> bool:
        """Whether the words before a date make it a bound: "before 3 May"."""
        return _BOUND.search(self._text, start, end) is not None

    def _is_of_saying(self, mention: Mention, date: DateAt) -> bool:
        """Whether a date tells when the event was spoken of: "arrested 14 men, the union said on 7 November"."""
        claim = self._sayings.get(date[:2])
        return claim is not None and any(
            span.start <= mention.head and mention.end <= span.end for span in claim.content
        )

    def _harmed(
        self, sentence: Sentence, mentions: Sequence[Mention], dates: Sequence[Place]
    ) -> dict[int, list[Harmed]]:
        """The casualties of a sentence under the index of the violent mention nearest before them."""
        found: dict[int, list[Harmed]] = {}
        violent = [index for index, mention in enumerate(mentions) if mention.type.violent]
        starts = [mentions[index].start for index in violent]
        for one in find_harmed(self._text, sentence.tokens, dates) if violent else ():
            owner = violent[max(bisect_right(starts, one.end) - 1, 0)]
            found.setdefault(owner, []).append(one)
        return found

    def _who(self, mention: Mention, stop: int) -> tuple[str, ...]:
        ends = _ENDS_ARGUMENTS.search(self._text, mention.end, stop)
        behind = _inside(self._actors, mention.end, ends.start() if ends else stop)
        if mention.word_class == "noun":
            own = _inside(self._actors, mention.start, mention.head)
        else:
            own = self._subject(mention)
        acting = [item for item in behind if not _AT.search(self._text, max(0, item[0] - _PLACED), item[0])]
        return tuple(dict.fromkeys(actor for _, _, actor, _ in [*own, *acting]))

    def _subject(self, mention: Mention) -> list[ActorAt]:
        before = _inside(self._actors, mention.sentence.start, mention.start)
        last = before[-1:]
        return last if last and _AUXILIARIES.fullmatch(self._text, last[0][1], mention.start) else []

    def _is_actor(self, start: int, end: int) -> bool:
        """Whether a name is an actor's in whom nothing can happen: a group, "the" organisation."""
        name = self._text[start:end]
        if name.isupper() and end - start <= _ACRONYM:
            return True
        touching = _inside(self._actors, start, end, reach=_LONGEST_NAME)
        article = (
            self._text[max(0, start - 4) : start].casefold().endswith(("the ", "the\n", "la ", "le ", "l'"))
        )
        refused = _GROUPS | (_ORGANISATIONS if article else frozenset())
        owner = self._text[end : end + 1] in ("'", "’")  # "at Quintero's home"
        return any(
            kind in refused or begin < start or (owner and kind == "person") for begin, _, _, kind in touching
        )


def _opens(claim: Claim) -> bool:
    """Whether the date stands before the verb: "In a letter of 2 August, the firm described the collapse"."""
    when, cue = claim.when, claim.cue
    return bool(when and when.span and cue and when.span.end <= cue.start)


def _next_start(text: str, sentence: Sentence, mentions: Sequence[Mention], index: int) -> int:
    """Where the next event of the sentence begins; a verb behind a noun is its own ("an explosion destroyed …")."""
    predicate = (
        index + 1 < len(mentions)
        and mentions[index].word_class == "noun"
        and not _APART.search(text, mentions[index].end, mentions[index + 1].start)
    )
    following = index + 1 + (predicate and mentions[index + 1].word_class == "verb")
    return mentions[following].start if following < len(mentions) else sentence.end


def _inside(items: Sequence[Item], start: int, end: int, reach: int = 0) -> list[Item]:
    """The items, sorted by their places, that lie in a place; with a reach also those that begin up to it before."""
    found: list[Item] = []
    for index in range(bisect_left(items, start - reach, key=lambda item: item[0]), len(items)):
        if items[index][0] >= end:
            break
        if items[index][1] > start and (reach or items[index][1] <= end):
            found.append(items[index])
    return found
