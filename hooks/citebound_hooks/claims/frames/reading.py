"""A reporting verb with its subject in its sentence: what the verb frames work on."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from citebound_hooks.claims.contents import content_end
from citebound_hooks.claims.cues import Cue
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.lexicon import Take
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.subjects import Subject


class Reading(msgspec.Struct, frozen=True):
    """One way to read a reporting verb.

    Attributes:
        clauses: The sentence's cues, this one among them.
        cue: The verb.
        subject: Who says it; None if nobody stands before the verb.
    """

    clauses: Clauses
    cue: Cue
    subject: Subject | None

    @property
    def passage(self) -> Passage:
        """The sentence."""
        return self.clauses.passage

    @property
    def takes(self) -> dict[str, Take]:
        """What the verb takes, its particle considered."""
        if self.cue.last > self.cue.at:
            return self.cue.verb.phrasal[self.passage.lower(self.cue.last)]
        return self.cue.verb.takes

    def place(self, subject: Subject | None) -> Place | None:
        """Returns the offsets of a subject."""
        return self.passage.span(subject.first, subject.last) if subject else None

    def content_from(
        self, first: int, *, phrase: bool = False, noun: bool = False, enclosed: bool = True
    ) -> Place | None:
        """Returns the content that begins at a token, up to where it ends; None if nothing is left of it."""
        borders = self.clauses.borders(self.subject if enclosed else None, phrase=phrase, noun=noun)
        if first >= len(self.passage.tokens):
            return None
        end = content_end(self.passage, first, borders)
        return self.passage.span(first, end - 1) if end > first else None

    def claim(
        self,
        content: Sequence[Place],
        take: Take,
        rule: str,
        *,
        source: Subject | None = None,
        cue_last: int | None = None,
    ) -> Found:
        """Returns the claim that this reading makes; its source is the subject unless another one is given."""
        return Found(
            self.passage,
            self.passage.span(self.cue.at, self.cue.last if cue_last is None else cue_last),
            self.place(source or self.subject),
            list(content),
            take.kind,
            rule,
            take.weight,
            self.cue.negated,
        )
