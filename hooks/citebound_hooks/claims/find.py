"""The stages from a text to its claims, before they are linked to actors, dates and citations."""

from __future__ import annotations

from collections.abc import Iterator

from citebound_hooks.claims.found import Found
from citebound_hooks.claims.frames.according import according_to
from citebound_hooks.claims.frames.active import active
from citebound_hooks.claims.cues import Cue
from citebound_hooks.claims.frames.clause import Clauses, read_clauses
from citebound_hooks.claims.frames.passive import passive
from citebound_hooks.claims.frames.responsibility import responsibility, responsibility_nouns
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.subjects import Subject


def find_claims(text: str, passage: Passage) -> list[Found]:
    """Returns the claims of a sentence, in the order of their cues."""
    clauses = read_clauses(passage)
    found = list(_verbless(text, clauses))
    for cue, subject in clauses.cues:
        claim = _of_verb(text, clauses, cue, subject)
        if claim is not None and not any(_overlap(claim, other) for other in found):
            found.append(claim)
    return sorted(found, key=lambda claim: claim.cue or (0, 0))


def _verbless(text: str, clauses: Clauses) -> Iterator[Found]:
    start, end = clauses.passage.sentence.start, clauses.passage.sentence.end
    if text.find("ccording to", start, end) >= 0:
        yield from according_to(text, clauses)
    if text.find("responsibility", start, end) >= 0:
        yield from responsibility_nouns(text, clauses)


def _of_verb(text: str, clauses: Clauses, cue: Cue, subject: Subject | None) -> Found | None:
    claim = responsibility(clauses, cue, subject)
    if claim is None and cue.voice == "passive":
        claim = passive(text, clauses, cue, subject)
        subject = None
    return claim or active(text, clauses, cue, subject)


def _overlap(one: Found, other: Found) -> bool:
    return bool(one.cue and other.cue and one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1])
