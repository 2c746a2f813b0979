"""Who the source of a claim is: the noun phrase before or after the reporting verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from citebound_hooks.claims.passages import Passage
from citebound_hooks.language.phrases import NOUN_PHRASE, NOUN_PHRASE_BEFORE

Position = Literal["before", "after", "relative", "shared", "none"]
_REACH = 32  # tokens to the left that a subject with its appositions may take
_AFTER_REACH = 24
_OPENS_APPOSITION = frozenset("DnNCcJWPR")
_APPOSITION_AFTER = re.compile(
    r",((?:D|n|N|C|c|J)[^,.;:“”()\-SKGVbAMTWO]*(?:(?<=[f])[^,.;:“”()\-SKVbAMTWO]*)?)(?=[,.;“$]|$)"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A source as token indices, both included.

    Attributes:
        position: `before` or `after` the cue, a `relative` pronoun, or `shared` with an earlier verb.
        gap: Whether a comma parts it from the verb (an apposition stands between).
    """

    first: int
    last: int
    position: Position


def subject_before(passage: Passage, group: int) -> Subject | None:
    """Returns the noun phrase that ends where the verb group begins, with its appositions."""
    at = group - 1
    while at >= 0 and passage.tags[at] in "RY" and passage.tags[at - 1 : at] not in ("D", "J"):
        at -= 1
    if at < 0:
        return None
    tag = passage.tags[at]
    if tag in "Oo":
        return Subject(at, at, "before")
    if tag in "WT":
        return Subject(at, at, "relative")
    if tag in ",-":
        return _before_apposition(passage, at)
    return _phrase_before(passage, at + 1)


def _phrase_before(passage: Passage, end: int) -> Subject | None:
    start = max(0, end - _REACH)
    match = NOUN_PHRASE_BEFORE.search(passage.tags, start, end)
    if match is None:
        return None
    first = match.start()
    return Subject(_past_adverbial(passage, first, end), end - 1, "before")


def _past_adverbial(passage: Passage, first: int, end: int) -> int:
    """Skips what belongs to a preposition before the phrase: "In March Lusaka" is not one phrase."""
    while first < end - 1 and passage.tags[first] in "RY":
        first += 1
    return first


def _before_apposition(passage: Passage, comma: int) -> Subject | None:
    mark = passage.tags[comma]
    low = max(0, comma - _REACH)
    opening = passage.tags.rfind(mark, low, comma)
    while opening > low:
        inside = passage.tags[opening + 1]
        head = _head_before(passage, opening)
        if head is not None and _begins_clause(passage, head.first):
            last = comma - 1 if inside in _OPENS_APPOSITION else opening - 1
            return Subject(head.first, last, "before")
        opening = passage.tags.rfind(mark, low, opening)
    return None


def _head_before(passage: Passage, end: int) -> Subject | None:
    if passage.tags[end - 1] == "O":
        return Subject(end - 1, end - 1, "before")
    return _phrase_before(passage, end)


def _begins_clause(passage: Passage, first: int) -> bool:
    return first == 0 or passage.tags[first - 1] in ",SKT“”:;-.RW("


def subject_after(passage: Passage, at: int) -> Subject | None:
    """Returns the noun phrase right after an inverted verb, with its apposition: `said X, the Y`."""
    tag = passage.tag(at)
    if tag == "O":
        return Subject(at, at, "after")
    match = NOUN_PHRASE.match(passage.tags, at, at + _AFTER_REACH)
    if match is None:
        return None
    end = match.end()
    apposition = _APPOSITION_AFTER.match(passage.tags, end, end + _AFTER_REACH)
    if apposition is not None:
        end = apposition.end()
    return Subject(at, end - 1, "after")


def main_subject(passage: Passage, before: int) -> Subject | None:
    """Returns the subject of the sentence's first clause, for verbs that share it."""
    for match in NOUN_PHRASE.finditer(passage.tags, 0, before):
        if match.start() and passage.tags[match.start() - 1] in "Pf":
            continue
        return Subject(match.start(), match.end() - 1, "shared")
    return None
