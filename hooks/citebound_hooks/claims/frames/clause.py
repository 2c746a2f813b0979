"""The cues of a sentence with their subjects: what all frames of one sentence share."""

from __future__ import annotations

from dataclasses import dataclass, field

from citebound_hooks.claims.cues import Cue, find_cues
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.subjects import Subject, main_subject, subject_before


@dataclass(slots=True)
class Clauses:
    """The reporting verbs of a sentence, with what they need to know of each other.

    Attributes:
        cues: Each with the subject before it, None where there is none.
        starts: Where the subjects of reporting verbs begin.
        elided: Where verb groups begin that share an earlier subject.
    """

    passage: Passage
    cues: list[tuple[Cue, Subject | None]] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)
    elided: set[int] = field(default_factory=set)


def read_clauses(passage: Passage) -> Clauses:
    """Finds the cues of a sentence and the subject of each."""
    clauses = Clauses(passage)
    for cue in find_cues(passage):
        subject = _subject(clauses, cue)
        clauses.cues.append((cue, subject))
        if cue.voice in ("active", "passive") and subject is not None:
            if subject.position == "before":
                clauses.starts.add(subject.first)
            elif subject.position == "shared":
                clauses.elided.add(cue.group)
    return clauses


def _subject(clauses: Clauses, cue: Cue) -> Subject | None:
    passage = clauses.passage
    if cue.voice == "infinitive":
        return None
    before = passage.tag(cue.group - 1)
    if cue.voice == "gerund":
        return _gerund_subject(clauses, cue, before)
    if before == "K" or (before == "," and _shares(passage, cue)):
        return _shared(clauses, cue)
    return subject_before(passage, cue.group)


def _shares(passage: Passage, cue: Cue) -> bool:
    return passage.tag(cue.group - 2) == "K"


def _shared(clauses: Clauses, cue: Cue) -> Subject | None:
    """The subject of the verb before, or of the sentence: "X denied the charge and accused Y"."""
    earlier = next((s for _, s in reversed(clauses.cues) if s is not None), None)
    found = earlier or main_subject(clauses.passage, cue.group - 1)
    return Subject(found.first, found.last, "shared") if found else None


def _gerund_subject(clauses: Clauses, cue: Cue, before: str) -> Subject | None:
    if before in ",-$" or before in "PSK" or clauses.passage.tags[: cue.at].count(",") > 0:
        return _shared(clauses, cue)
    found = subject_before(clauses.passage, cue.group)
    return Subject(found.first, found.last, "shared") if found else _shared(clauses, cue)
