"""How the words between names tie them: "X, a militia that broke away from Y", "Y, to which X swore loyalty"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.relations import Frame, between_cues, fronted_cues, relation_words
from citebound_hooks.actors.lexicon.tables import words_in
from citebound_hooks.actors.reading.phrase import ACTS, TITLED, Phrase
from citebound_hooks.actors.reading.wording import Words
from citebound_hooks.actors.telling.asides import Spoken
from citebound_hooks.actors.telling.asserted import ends_at, is_doubted, is_left
from citebound_hooks.actors.telling.bearers import bearer
from citebound_hooks.actors.telling.cues import Cue, cues, longest
from citebound_hooks.actors.telling.ends import (
    End,
    NamedSentence,
    behind_brackets,
    is_attribute,
    named_sentence,
)
from citebound_hooks.actors.telling.objects import joined_before, objects
from citebound_hooks.actors.telling.tied import Tied

_RELATIVES = frozenset(("which", "whom", "that", "que", "qu'", "qu’"))
_PRONOUNS = frozenset(("it", "he", "she", "they"))
_SINGULAR = frozenset(("leads", "heads", "commands", "chairs", "runs", "has", "is", "was"))
_FRONTED = frozenset(("allied-with", "part-of", "split-from", "pledged-to", "leads"))
_OF_STATES = words_in(relation_words().offices.state)
_OPENS = 4  # words before a cue that opens its sentence
_BRACKETED = 8  # names that a name and the brackets behind it hold
_FRONTED_REACH = 8  # tokens behind "to which" in which its verb stands


class Reader(NamedTuple):
    """What is known of the names of a document besides their words: which of them are persons."""

    persons: frozenset[Phrase]

    def is_person(self, phrase: Phrase) -> bool:
        """Tells whether a name is a person's."""
        return phrase in self.persons

    def alike(self, ends: list[End]) -> list[End]:
        """Returns the names of a list, only the first one where persons and bodies stand in it."""
        kinds = {self.is_person(end.phrase) for end in ends}
        return ends if len(kinds) < 2 else ends[:1]


def ties_between(words: Words, here: Sequence[Phrase], reader: Reader) -> Iterator[Tied]:
    """Yields the ties of the names of a sentence."""
    if between_cues().keys().isdisjoint(words.lower):
        return
    sentence = named_sentence(words, here)
    yield from _to_which(sentence)
    for cue in cues(sentence):
        after = reader.alike(objects(sentence, cue.last))
        frame = _frame(cue, after, reader)
        if not after:
            yield from _over_relative(sentence, cue)
        elif (
            frame is not None
            and cue.first
            and sentence.words.lower[cue.first - 1] in _RELATIVES - {"that", "which"}
        ):
            yield from _inverted(sentence, cue, frame, after[0])
        elif frame is not None:
            yield from _tied(sentence, cue, frame, after)


def _frame(cue: Cue, after: list[End], reader: Reader) -> Frame | None:
    """Returns what a cue says of the kind of name that follows it."""
    if not after:
        return None
    person = reader.is_person(after[0].phrase)
    wanted = ("person", "") if person else ("body", "")
    return next((frame for frame in cue.frames if frame.to in wanted), None)


def _tied(sentence: NamedSentence, cue: Cue, frame: Frame, after: list[End]) -> Iterator[Tied]:
    words = sentence.words
    if words.lower[cue.last - 1] in ("under", "sous") and not _is_commander(words, after[0]):
        return
    spoken = bearer(sentence, cue.first, frame.form) or _opened(sentence, cue, frame, after)
    if spoken is None or (spoken.clause and is_doubted(words, cue.first)):
        return
    if spoken.over and frame.type != "split-from":
        return
    until = ends_at(words, after[-1].last)
    if until is not None and frame.type != "split-from":
        if not (frame.type in ("part-of", "member-of") and is_left(words, until)):
            return
        frame = frame._replace(type="split-from")
    place = (words.tokens[cue.first].start, words.tokens[cue.last - 1].end)
    for one in _bearers(sentence, cue, frame, spoken):
        for other in after:
            yield _tie(frame, one.phrase, other.phrase, place)


def _is_commander(words: Words, end: End) -> bool:
    """Tells "under Colonel Ada Quill" from "under President Ada Quill" and "under the treaty"."""
    return bool(end.phrase.context & TITLED) and _OF_STATES.isdisjoint(words.lower[end.first : end.last])


def _tie(frame: Frame, one: Phrase, other: Phrase, place: tuple[int, int]) -> Tied:
    return Tied(one, frame.type, other, place) if frame.first_bears else Tied(other, frame.type, one, place)


def _bearers(sentence: NamedSentence, cue: Cue, frame: Frame, spoken: Spoken) -> list[End]:
    """Returns the subject, and those whom "and" joins to it."""
    between = sentence.words.lower[spoken.end.last : cue.first + 1]
    if not spoken.clause or not _SINGULAR.isdisjoint(between):
        return [spoken.end]
    return [spoken.end, *joined_before(sentence, spoken.end)]


def _opened(sentence: NamedSentence, cue: Cue, frame: Frame, after: list[End]) -> Spoken | None:
    """Returns the Brigade of "Allied with the Front, the Brigade …"."""
    words = sentence.words
    opens = cue.first <= _OPENS and all(is_attribute(words, at) for at in range(cue.first))
    comma = behind_brackets(words, after[-1].last)
    if not opens or frame.type not in _FRONTED or comma >= len(words.tokens) or words.lower[comma] != ",":
        return None
    if cue.first and frame.form != "noun" and not words.flags[0] & k.ARTICLE:
        return None
    first = comma + 1
    while first < len(words.tokens) and first not in sentence.at and words.flags[first] & k.ARTICLE:
        first += 1
    end = sentence.at.get(first)
    return Spoken(end, clause=False) if end and not end.owns else None


def _over_relative(sentence: NamedSentence, cue: Cue) -> Iterator[Tied]:
    """Yields the tie of "the Front, which Ada Quill has led since"."""
    words, frame = sentence.words, cue.frames[0]
    spoken = (
        bearer(sentence, cue.first, "verb") if cue.last - cue.first == 1 and frame.type == "leads" else None
    )
    if spoken is None or not frame.first_bears or spoken.end.first < 1:
        return
    relative = spoken.end.first - 1
    relative -= words.flags[relative] & k.ARTICLE != 0
    yield from _of_antecedent(sentence, relative, frame, spoken.end, cue)


def _inverted(sentence: NamedSentence, cue: Cue, frame: Frame, subject: End) -> Iterator[Tied]:
    """Yields the tie of "le Front, que dirige Ada Quill"."""
    yield from _of_antecedent(sentence, cue.first - 1, frame, subject, cue)


def _of_antecedent(
    sentence: NamedSentence, relative: int, frame: Frame, one: End, cue: Cue
) -> Iterator[Tied]:
    words = sentence.words
    if relative < 1 or words.lower[relative] not in _RELATIVES:
        return
    at = relative - (words.lower[relative - 1] == ",")
    body = _closed_at(sentence, at)
    if body is not None and not body.owns and body is not one:
        place = (words.tokens[cue.first].start, words.tokens[cue.last - 1].end)
        yield _tie(frame, one.phrase, body.phrase, place)


def _closed_at(sentence: NamedSentence, at: int) -> End | None:
    """Returns the name before a token, with the brackets behind it or without them."""
    count = sentence.before(at)
    near = sentence.ends[max(0, count - _BRACKETED) : count]
    return next((end for end in near if at <= behind_brackets(sentence.words, end.last)), None)


def _to_which(sentence: NamedSentence) -> Iterator[Tied]:
    """Yields the tie of "X is a part of Y, to which it pledged allegiance"."""
    words = sentence.words
    for relative in [at for at, word in enumerate(words.lower) if word in ("which", "whom") and at > 1]:
        table = fronted_cues().get(words.lower[relative - 1])
        at = relative - 1 - (words.lower[relative - 2] == ",")
        end = _closed_at(sentence, at)
        if table is None or end is None or end.owns:
            continue
        for first in range(relative + 1, min(relative + _FRONTED_REACH, len(words.lower))):
            cue = longest(words, first, table[words.lower[first]]) if words.lower[first] in table else None
            if cue is not None and cue.frames:
                place = (words.tokens[relative - 1].start, words.tokens[cue.last - 1].end)
                yield from _by_fronted(sentence, relative, cue, end, place)
                break


def _by_fronted(
    sentence: NamedSentence, relative: int, cue: Cue, target: End, place: tuple[int, int]
) -> Iterator[Tied]:
    """Yields the tie of the pronoun or name behind "to which" and the name before it."""
    words, subject = sentence.words, relative + 1
    if words.lower[subject] in _PRONOUNS:
        near = [end for end in sentence.ends[: sentence.before(target.first)] if not end.owns]
        one = next((end for end in near if end.phrase.context & ACTS), near[0] if near else None)
    else:
        spoken = bearer(sentence, cue.first, "verb")
        one = spoken.end if spoken and spoken.end.first > relative else None
    if one is not None and one is not target:
        yield _tie(cue.frames[0], one.phrase, target.phrase, place)
