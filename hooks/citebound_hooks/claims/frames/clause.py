"""The cues of a sentence with their subjects: what all frames of one sentence share."""

from __future__ import annotations

from functools import cached_property

import msgspec

from citebound_hooks.claims.contents import Borders
from citebound_hooks.claims.cues import Cue, find_cues
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.subjects import Subject, main_subject, subject_after, subject_before
from citebound_hooks.claims.words import words

_RECENT = 8  # earlier cues of a sentence that a subject may be shared with


class Clauses(msgspec.Struct, dict=True):
    """The reporting verbs of a sentence, with what they need to know of each other.

    Attributes:
        cues: Each with the subject before it, None where there is none.
        starts: Where the subjects of reporting verbs begin.
        strong_starts: Those of `starts` whose verb reports speech; `strong_elided` likewise.
        elided: Where verb groups begin that share an earlier subject.
        parallel: Those of weaker verbs that open a clause as the verb before did: "estimates that … and fears that".
    """

    passage: Passage
    cues: list[tuple[Cue, Subject | None]] = []
    starts: dict[int, int] = {}
    elided: set[int] = set()
    strong_starts: dict[int, int] = {}
    strong_elided: set[int] = set()
    parallel: set[int] = set()

    @cached_property
    def main(self) -> Subject | None:
        """The subject of the sentence's first clause."""
        return main_subject(self.passage)

    def borders(self, subject: Subject | None = None, *, phrase: bool = False, noun: bool = False) -> Borders:
        """Returns what the content of a cue with this subject may run into."""
        starts = self.starts if phrase else self.strong_starts
        elided = self.elided if phrase else self.strong_elided | (self.parallel if subject else set())
        return Borders(starts, elided, self._enclosed(subject), phrase, noun)

    def _enclosed(self, subject: Subject | None) -> bool:
        if subject is None or subject.position not in ("before", "relative"):
            return False
        before = self.passage.tag(subject.first - 1)
        if subject.position == "relative":
            return before == ","
        if before == "W":
            return True
        return before in "SB" and (subject.first == 1 or self.passage.tag(subject.first - 2) in ",;K“")


def read_clauses(passage: Passage) -> Clauses:
    """Finds the cues of a sentence and the subject of each."""
    clauses = Clauses(passage)
    for cue in find_cues(passage):
        subject = _subject(clauses, cue)
        clauses.cues.append((cue, subject))
        if cue.voice in ("active", "passive") and subject is not None:
            _note(clauses, cue, subject)
    return clauses


def _note(clauses: Clauses, cue: Cue, subject: Subject) -> None:
    if subject.position == "before":
        clauses.starts[subject.first] = cue.last
        if cue.strong:
            clauses.strong_starts[subject.first] = cue.last
    elif subject.position == "shared":
        clauses.elided.add(cue.group)
        if cue.strong:
            clauses.strong_elided.add(cue.group)
        elif clauses.passage.tag(cue.last + 1) == "T":
            clauses.parallel.add(cue.group)


def _subject(clauses: Clauses, cue: Cue) -> Subject | None:
    passage = clauses.passage
    if cue.voice == "infinitive":
        return None
    link = cue.group - 1
    while passage.tag(link) == "R":
        link -= 1
    before = passage.tag(link)
    if cue.voice == "gerund":
        return _gerund_subject(clauses, cue, before)
    if before == "K" or (before == "," and passage.tag(link - 1) == "K"):
        return _shared(clauses, cue)
    return subject_before(passage, cue.group)


def _shared(clauses: Clauses, cue: Cue) -> Subject | None:
    """The subject that a verb shares: "X denied the charge and accused Y"; not that of a clause inside another."""
    recent = clauses.cues[: -_RECENT - 1 : -1]
    free = (s for _, s in recent if s is not None and _is_free(clauses.passage, s))
    found = next(free, None) or clauses.main
    if found is not None and found.last >= cue.group:
        return None
    return Subject(found.first, found.last, "shared") if found else None


def _is_free(passage: Passage, subject: Subject) -> bool:
    return subject.position == "before" and passage.tag(subject.first - 1) in "$,KSB;”:."


def _gerund_subject(clauses: Clauses, cue: Cue, before: str) -> Subject | None:
    passage = clauses.passage
    if before == "S" and passage.lower(cue.group - 1) == "as":
        return _quoted(clauses, cue.group - 1)
    if before not in ",-$PSK":
        found = subject_before(passage, cue.group)
        if found is not None and passage.lower(found.last) in words().venues:
            speaker = clauses.main
            if speaker is not None and speaker.last < found.last and passage.tag(found.first - 1) != "P":
                return speaker  # "X issued a statement saying"
        if found is not None and passage.tag(found.last) in "NZO":
            return Subject(found.first, found.last, "shared")
    inverted = _inverted_speaker(clauses)
    return inverted or _shared(clauses, cue)


def _quoted(clauses: Clauses, at: int) -> Subject | None:
    """Whom somebody quotes "as saying": the subject of "was quoted", the object of "quoted"."""
    cue, subject = clauses.cues[-1] if clauses.cues else (None, None)
    if cue is not None and cue.voice == "active" and cue.verb.lemma in ("quote", "cite"):
        found = subject_before(clauses.passage, at)
        return Subject(found.first, found.last, "shared") if found else None
    return Subject(subject.first, subject.last, "shared") if subject else clauses.main


def _inverted_speaker(clauses: Clauses) -> Subject | None:
    """The speaker of `"…," said X, adding that …`."""
    for cue, _ in clauses.cues[: -_RECENT - 1 : -1]:
        if clauses.passage.tag(cue.group - 1) == "”" and cue.group == cue.at:
            found = subject_after(clauses.passage, cue.last + 1)
            return Subject(found.first, found.last, "shared") if found else None
    return None
