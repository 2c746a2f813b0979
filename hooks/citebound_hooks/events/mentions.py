"""Finds where a sentence names or tells an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from citebound_hooks.events.lexicon import event_words
from citebound_hooks.language.analysis import Sentence
from citebound_hooks.language.event_types import EventType, NounOrVerb, Trigger, log_triggers, triggers
from citebound_hooks.language.phrases import tag_string
from citebound_hooks.language.tokens import Token

_MODIFIERS = frozenset("CcnNJE")  # tags that may stand between determiner and noun
_MOST_MODIFIERS = 5
_WINDOW = 9  # tokens before a trigger that are looked at
_LOOK_BACK = 3  # words before a trigger in which "will" or "no" makes it unreal
_OPENERS = frozenset(":–—-•*|")
_PASSES = frozenset("bAR")  # tags between "to" or "will" and the verb: be, have, adverbs


class Words(NamedTuple):
    """A sentence with its tokens, those of French parted, and its language."""

    sentence: Sentence
    tokens: Sequence[Token]
    language: str


class Mention(msgspec.Struct, frozen=True):
    """Words that name or tell an event.

    Attributes:
        start: Where they begin: a noun's determiner, or the verb itself.
        end: Where they end.
        head: Where the noun or the verb itself begins.
        type: What they name.
        word_class: Noun or verb.
        definite: Whether the event has been named before: "the attack".
        plural: Whether there are several.
        complement: Whether "of" follows: "the formation of the group".
        sentence: Where they stand.
    """

    start: int
    end: int
    head: int
    type: EventType
    word_class: NounOrVerb
    definite: bool
    plural: bool
    complement: bool
    sentence: Sentence


def find_mentions(sentence: Sentence, language: str | None, logged: bool = False) -> Iterator[Mention]:
    """Yields the mentions of a sentence, in order; what will, may or did not happen is left out.

    Args:
        sentence: Where to look.
        language: The document's.
        logged: Whether the sentence belongs to an entry of a log, which tells what happened in the present.
    """
    known, french = log_triggers() if logged else triggers(), language == "fr"
    tokens = sentence.parted if french else sentence.tokens
    words = sentence.lower if not french else [token.lower for token in tokens]
    if known.keys().isdisjoint(words):
        return
    place = Words(sentence, tokens, "fr" if french else "en")
    done = 0
    for index in [at for at, word in enumerate(words) if word in known]:
        if index < done:
            continue
        trigger = _trigger_at(tokens, index, known[words[index]])
        if trigger is not None:
            mention = _mention(place, index, trigger)
            if mention is not None:
                yield mention
                done = index + 1 + len(trigger.words)


def _trigger_at(tokens: Sequence[Token], index: int, some: Sequence[Trigger]) -> Trigger | None:
    for trigger in some:
        following = tokens[index + 1 : index + 1 + len(trigger.words)] if trigger.words else ()
        if tuple(token.lower for token in following) == trigger.words:
            return trigger
    return None


def _mention(place: Words, at: int, trigger: Trigger) -> Mention | None:
    first_seen = max(0, at - _WINDOW)
    tokens = place.tokens[first_seen : at + len(trigger.words) + 3]
    index = at - first_seen
    if tokens[index].capitalised and at and not _opens(tokens, index):  # a part of a name
        return None
    tags, last = tag_string(tokens, place.language), index + len(trigger.words)
    following = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if trigger.word_class == "noun" and _is_participle(tokens, tags, index):
        trigger = trigger._replace(word_class="verb")
    if trigger.word_class == "verb":
        real = not _is_attributive(tags, index) and not _is_unreal(tokens, tags, index)
        return _made(place, (at, at), trigger) if real else None
    if following in event_words().context.heads:
        return None
    first = _noun_phrase_start(tokens, tags, index)
    if tokens[index].lower in event_words().context.determined and not _has_article(tokens[first].lower):
        return None
    return None if _is_denied(tokens, first, index) else _made(place, (first_seen + first, at), trigger)


def _has_article(opening: str) -> bool:
    words = event_words().context
    return opening in words.definite or opening in words.indefinite


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capital begins what is told: behind a colon, dash or bullet, and no name goes on from it."""
    if tokens[index - 1].text not in _OPENERS:
        return False
    return index + 1 == len(tokens) or not tokens[index + 1].capitalised


def _made(where: Words, place: tuple[int, int], trigger: Trigger) -> Mention:
    """Makes the mention whose noun phrase and whose head begin with the tokens given."""
    sentence, tokens, _ = where
    words = event_words().context
    first, index = place
    last = index + len(trigger.words)
    opening = tokens[first].lower
    noun = trigger.word_class == "noun"
    following = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    complement = noun and "of" in (following, tokens[last].lower)
    determined = noun and (opening in words.definite or opening.endswith(("'s", "’s")))
    last = last - 1 if noun and tokens[last].lower in ("of", "de") else last
    return Mention(
        start=tokens[first].start,
        end=tokens[last].end,
        head=tokens[index].start,
        type=trigger.type,
        word_class=trigger.word_class,
        definite=determined,
        plural=noun and tokens[last].lower.endswith("s") and not tokens[last].lower.endswith("ss"),
        complement=complement,
        sentence=sentence,
    )


def _noun_phrase_start(tokens: Sequence[Token], tags: str, index: int) -> int:
    """The index of the determiner; without one, of the names and numbers before the noun, or the noun itself."""
    first = index
    while first and index - first < _MOST_MODIFIERS and tags[first - 1] in _MODIFIERS:
        if tags[first - 1] == "E" and first > 1 and tags[first - 2] in "CNZO":
            break  # a verb: "The council documented 17 arrests"
        first -= 1
        if tags[first] == "c":
            return first - 1 if first and tags[first - 1] in "DC" else first
    if first and (tags[first - 1] == "D" or tokens[first - 1].lower in event_words().context.definite):
        return first - 1
    first = index
    while first and tags[first - 1] in "Cn":
        first -= 1
    return first


def _is_denied(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the noun is negated, general or to come: "no attack", "threat of an attack", "if fighting resumes"."""
    if first == index and first and tokens[first - 1].lower in ("if", "si"):
        return True
    around = {token.lower for token in tokens[max(0, first - 2) : index]}
    return bool(around & (event_words().context.unreal - {"to", "if", "can", "against"}))


def _is_participle(tokens: Sequence[Token], tags: str, index: int) -> bool:
    """Whether a word in -ing tells what somebody did: "attacked the train, killing the driver"."""
    if not tokens[index].lower.endswith("ing") or not index or index + 1 >= len(tags):
        return False
    return tags[index - 1] in ",K" and tags[index + 1] in "DnOo"


def _is_attributive(tags: str, index: int) -> bool:
    """Whether a participle stands before its noun: "the newly formed alliance", "the wounded soldiers"."""
    return index + 1 < len(tags) and tags[index + 1] in "NJ" and index > 0 and tags[index - 1] in "DRJ"


def _is_unreal(tokens: Sequence[Token], tags: str, index: int) -> bool:
    place = index - 1
    for _ in range(_LOOK_BACK):
        if place < 0:
            return False
        if tokens[place].lower in event_words().context.unreal:
            return True
        if tags[place] not in _PASSES:
            return False
        place -= 1
    return False
