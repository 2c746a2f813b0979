"""What the search for a complement looks at, and what it finds."""

from __future__ import annotations

import msgspec

from citebound_hooks.claims.cues import Cue
from citebound_hooks.claims.lexicon import Take
from citebound_hooks.claims.passages import Passage


class View(msgspec.Struct, frozen=True):
    """The verb whose complement is looked for.

    Attributes:
        takes: What the verb takes, its particle considered.
        gap: Index of the relative pronoun that a complement may lack its subject for, else None.
    """

    passage: Passage
    cue: Cue
    takes: dict[str, Take]
    gap: int | None

    def tag(self, at: int) -> str:
        """Returns the tag of a token."""
        return self.passage.tag(at)

    def complement(self, name: str, first: int, *, cue_last: int | None = None) -> Complement:
        """Returns the complement that begins at a token."""
        return Complement(name, first, self.cue.last if cue_last is None else cue_last, self.takes[name])


class Complement(msgspec.Struct, frozen=True):
    """A complement of a reporting verb.

    Attributes:
        name: What it is called in the lexicon.
        first: Index of the first token of the content.
        cue_last: Index of the last token of the cue, a preposition included.
        take: The lexicon's word on it.
        antecedent: Index of the relative pronoun that belongs to the content: "a strike which X said killed six".
    """

    name: str
    first: int
    cue_last: int
    take: Take
    antecedent: int | None = None
