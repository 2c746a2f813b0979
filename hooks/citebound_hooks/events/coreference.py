"""Joins the mentions of one event: only where type, date and place agree."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from citebound.model import DatedWords
from citebound_hooks.events.casualties import Harm, total
from citebound_hooks.events.circumstances import Occurrence
from citebound_hooks.events.lexicon import event_words
from citebound_hooks.events.mentions import Mention
from citebound_hooks.events.places import Place

_MEMORY = 12  # events back to which a mention can refer
_ONE = re.compile(r"(?i:one|an?|une?)\s|(?:[Tt]he|[Ll][ea])\s[a-zéè]")
DEATHS = frozenset({"killing", "death"})
HARMS = DEATHS | {"injury"}  # what an event brings about, told in a verb
_DONE = HARMS | {"destruction"}  # what an event does: "an explosion destroyed a house"
_TURNS_VIOLENT = frozenset({"protest", "displacement", "kidnapping"})
_NEAR = 4  # sentences back to which "the attack" can refer


class Joined(msgspec.Struct):
    """An event with its mentions so far.

    Attributes:
        occurrences: Its mentions in the order of the text.
        when: The first date that the text gives it, one that is resolved before one that is not.
        where: The first place that the text gives it.
        told: The number that is told first, by harm.
    """

    occurrences: list[Occurrence] = []
    when: DatedWords | None = None
    where: Place | None = None
    told: dict[Harm, int] = {}

    def add(self, occurrence: Occurrence) -> None:
        """Adds a mention and what its sentence says."""
        self.occurrences.append(occurrence)
        if self.when is None or (self.when.iso is None and occurrence.when and occurrence.when.iso):
            self.when = occurrence.when or self.when
        self.where = self.where or occurrence.where
        self.told = _told(occurrence) | self.told

    @property
    def last_sentence(self) -> int:
        """The index of the last sentence that speaks of it."""
        return self.occurrences[-1].mention.sentence.index


def join(text: str, occurrences: Iterable[Occurrence]) -> list[Joined]:
    """Returns the events in the order of their first mention."""
    events: list[Joined] = []
    for occurrence in occurrences:
        recent = reversed(events[-_MEMORY:])
        same = next((event for event in recent if _same(text, event, occurrence)), None)
        if same is None:
            events.append(same := Joined())
        same.add(occurrence)
    return events


def _same(text: str, event: Joined, occurrence: Occurrence) -> bool:
    mention, first = occurrence.mention, event.occurrences[0].mention
    if _is_consequence(text, event, occurrence) or _is_predicate(text, event, mention):
        return True
    if not _types_agree(first, mention) or _numbers_differ(event, occurrence):
        return False
    one_sentence = mention.sentence is first.sentence and "verb" in (mention.word_class, first.word_class)
    if _differ(text, event, occurrence) or (occurrence.inherited and mention.type.name != first.type.name):
        return False
    if one_sentence or (_dates_agree(event, occurrence) and _places_agree(text, event, occurrence)):
        return True  # "a bomb exploded"
    return mention.sentence.index - event.last_sentence <= _NEAR and _refers_back(text, event, occurrence)


def _numbers_differ(event: Joined, occurrence: Occurrence) -> bool:
    """Whether one is several and the other is not; a verb of the same day has no number ("clashes … they fought")."""
    mention, first = occurrence.mention, event.occurrences[0].mention
    verb = "verb" in (mention.word_class, first.word_class)
    return mention.plural != first.plural and not (verb and _dates_agree(event, occurrence))


def _refers_back(text: str, event: Joined, occurrence: Occurrence) -> bool:
    """Whether a mention near an event takes it up: "the attack", or "police opened fire" behind "the shooting"."""
    mention, first = occurrence.mention, event.occurrences[0].mention
    if first.definite and first.word_class == "noun" and mention.word_class == "verb":
        # "the shooting … when police opened fire"
        dated = occurrence.when and (event.when or mention.type.name != first.type.name)
        return first.type.violent and not (dated or first.plural)
    if first.type.name in HARMS and occurrence.when and not event.when:
        return False  # "28 policemen have been killed in two weeks … yesterday's attack"
    return mention.definite and not _is_of_another_year(text, event, occurrence)


def _is_of_another_year(text: str, event: Joined, occurrence: Occurrence) -> bool:
    """Whether a mention is told apart by its year: "the walkout … the strike of 2004"."""
    span = occurrence.when.span if occurrence.when else None
    if span is None or event.when or occurrence.when is None or occurrence.when.date.precision != "year":
        return False
    return text[occurrence.mention.end : span.start].strip() in ("of", "in", "de", "en")


def _is_consequence(text: str, event: Joined, occurrence: Occurrence) -> bool:
    """Whether the mention tells the dead of an event that the sentence before it named, in the same paragraph."""
    mention, last = occurrence.mention, event.occurrences[-1].mention
    if mention.word_class != "verb" or mention.type.name not in HARMS or not occurrence.harmed:
        return False
    near = (
        last.sentence.block is mention.sentence.block
        and 0 <= mention.sentence.index - last.sentence.index <= 3
    )
    able = last.type.violent or last.type.name in _TURNS_VIOLENT
    alone = all(
        one.number == 1 and not _ONE.match(text, one.start) for one in occurrence.harmed
    )  # a name of its own
    known = any(event.told.get(harm, number) != number for harm, number in _told(occurrence).items())
    elsewhere = occurrence.where and not _places_agree(text, event, occurrence)
    dated = occurrence.when and not occurrence.inherited
    return near and able and not (alone or dated or elsewhere or known)


def _told(occurrence: Occurrence) -> dict[Harm, int]:
    """The numbers that a mention's sentence tells, by harm."""
    numbers: dict[Harm, int | None] = {harm: total(occurrence.harmed, harm) for harm in ("killed", "injured")}
    return {harm: number for harm, number in numbers.items() if number is not None}


def _is_predicate(text: str, event: Joined, mention: Mention) -> bool:
    """Whether the verb says what the noun before it did: "an earthquake struck the Highlands", "riots broke out"."""
    last = event.occurrences[-1].mention
    if mention.word_class != "verb" or last.word_class != "noun" or not 0 < mention.start - last.end <= 2:
        return False
    begins = text[mention.start : mention.end].casefold() in event_words().context.begins
    does = mention.type.general or mention.type.name in _DONE
    return (begins or (does and last.type.violent)) and not text[last.end : mention.start].strip()


def _types_agree(first: Mention, mention: Mention) -> bool:
    """Whether the types are the same, or "the attack" means a violent event of another type."""
    if first.type.name == mention.type.name:
        return True
    if "disaster" in (first.type.name, mention.type.name):
        return False  # "a constable was stabbed … the disaster"
    general = mention.definite and (
        mention.type.general
        or (first.type.name in HARMS and mention.word_class == "noun" and not mention.plural)
    )  # "12 people were killed … the shelling"
    return first.type.violent and mention.type.violent and (general or first.type.general)


def _differ(text: str, event: Joined, occurrence: Occurrence) -> bool:
    """Whether date or place contradict each other."""
    dates = event.when and occurrence.when and not _within(event.when, occurrence.when)
    places = event.where and occurrence.where and not _places_agree(text, event, occurrence)
    return bool(dates or places)


def _within(known: DatedWords, when: DatedWords) -> bool:
    """Whether a date is the known one, or a day of a known range."""
    if known.iso == when.iso:
        return True
    last = known.date.iso_end
    return bool(known.iso and last and when.iso and known.iso <= when.iso <= last)


def _dates_agree(event: Joined, occurrence: Occurrence) -> bool:
    return bool(event.when and occurrence.when and event.when.iso and event.when.iso == occurrence.when.iso)


def _places_agree(text: str, event: Joined, occurrence: Occurrence) -> bool:
    if not event.where or not occurrence.where:
        return False
    one, other = (text[slice(*place)].casefold() for place in (event.where, occurrence.where))
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")  # "Nambe district"
