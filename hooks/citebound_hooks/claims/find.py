"""The stages from a text to its claims, before they are linked to actors, dates and citations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citebound_hooks.claims.found import Found
from citebound_hooks.claims.frames.according import according_to
from citebound_hooks.claims.frames.active import active
from citebound_hooks.claims.frames.clause import Clauses, read_clauses
from citebound_hooks.claims.frames.incise import incises
from citebound_hooks.claims.frames.inquit import inquits
from citebound_hooks.claims.frames.labels import labelled
from citebound_hooks.claims.frames.nominal import nominal
from citebound_hooks.claims.frames.opinions import opinions
from citebound_hooks.claims.frames.passive import passive
from citebound_hooks.claims.frames.reading import Reading
from citebound_hooks.claims.frames.responsibility import claimed_deed, responsibility, responsibility_nouns
from citebound_hooks.claims.nesting import as_others_say, without_weak_nested
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.words import words

_ACCORDING = re.compile(r"ccording to|n the |elon |après |ux yeux d|avis d|n croire ")


def find_claims(passage: Passage) -> list[Found]:
    """Returns the claims of a sentence, in the order of their cues."""
    clauses = read_clauses(passage)
    found = list(_verbless(clauses))
    for cue, subject in clauses.cues:
        claim = _of_verb(Reading(clauses, cue, subject))
        if claim is not None and not any(
            _overlap(claim, other) or _taken(claim, other) for other in found[-4:]
        ):
            found.append(claim)
    found += (claim for claim in nominal(clauses) if not any(_repeats(claim, other) for other in found[-8:]))
    if len(found) < 2:
        return found
    return without_weak_nested(as_others_say(sorted(found, key=lambda claim: claim.cue or (0, 0))))


def _verbless(clauses: Clauses) -> Iterator[Found]:
    passage = clauses.passage
    yield from labelled(passage)
    if "”" in passage.tags:
        yield from inquits(passage)
    if passage.language == "fr" and "O" in passage.tags:
        yield from incises(passage)
    if _ACCORDING.search(passage.text, passage.sentence.start, passage.sentence.end):
        yield from according_to(clauses)
    if not words().opinions.isdisjoint(passage.words):
        yield from opinions(clauses)
    if passage.mentions("responsibility"):
        yield from responsibility_nouns(clauses)


def _of_verb(reading: Reading) -> Found | None:
    found = responsibility(reading) or claimed_deed(reading)
    if found is not None or reading.cue.voice != "passive":
        return found or active(reading)
    return passive(reading) or active(replace(reading, subject=None))


def _taken(claim: Found, other: Found) -> bool:
    """Whether "…, X wrote" was read around a frame that has a claim of its own: "According to Y, X wrote …"."""
    framed = other.rule in ("according-to", "opinion") and other.cue is not None
    return framed and claim.rule == "said-after-clause" and _holds(claim, other.cue[0] if other.cue else 0)


def _repeats(claim: Found, other: Found) -> bool:
    """Whether a noun reports what a verb does: "We judge with low confidence that …", "a charge that X denied"."""
    denied = other.rule == "verb.relative" and claim.cue is not None and _holds(other, claim.cue[0])
    return denied or _overlap(claim, other) or (claim.source is None and claim.content == other.content)


def _holds(claim: Found, place: int) -> bool:
    return any(start <= place < end for start, end in claim.content)


def _overlap(one: Found, other: Found) -> bool:
    return bool(one.cue and other.cue and one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1])
