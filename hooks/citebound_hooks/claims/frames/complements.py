"""What follows a reporting verb: a quote, a clause, an infinitive, an object, a phrase with a preposition."""

from __future__ import annotations

import re
from typing import NamedTuple

from citebound_hooks.claims.cues import Cue
from citebound_hooks.claims.lexicon import Take, cue_forms
from citebound_hooks.claims.passages import Passage

_WINDOW = 40  # tokens that a pattern may look ahead
_CORE = r"D*(?:[nJNCcpuY&~]|(?<=[DcJpn&])[EG])*[NCnu]~?"
_HEARER = re.compile(rf"o|D{_CORE}|c?[nJ]*N+(?!C)|[Cc~&]+(?:fC+)?(?:N[Cc~&]+)?")
_TOLD_THAT = re.compile(r"[^VbAMOzt,.;:“”T]{1,14}T(?![$.;”VAMb])")
_ADJUNCT = re.compile(rf"(?:Y+|R+|[DJn]{{1,2}}u(?!p)|[PB]{_CORE}(?:[fP]{_CORE})*Y*|PY+|P[nJY]+|\([^)]*\)|o)")
_CLAUSE = re.compile(
    rf"(?:z|(?:O|T|(?:R?{_CORE}(?:[fPK]{_CORE})*))(?:,[^,]{{1,40}},|\([^)]*\)|W[^,]{{1,20}}|T[^,]{{1,20}})?[RYX]*[VbAMENz])"
)
_PREPOSITIONS = frozenset({"for", "on", "of", "about", "against", "with", "at"})


class Complement(NamedTuple):
    """A complement of a reporting verb.

    Attributes:
        name: What it is called in the lexicon.
        first: Index of the first token of the content.
        cue_last: Index of the last token of the cue, a preposition included.
        take: The lexicon's word on it.
    """

    name: str
    first: int
    cue_last: int
    take: Take


def complement(passage: Passage, cue: Cue) -> Complement | None:
    """Returns what the verb governs to its right, or None."""
    takes = cue.verb.takes
    if cue.last > cue.at:
        takes = cue.verb.phrasal[passage.lower(cue.last)]
    at = cue.last + 1
    direct = _direct(passage, cue, at, takes)
    if direct is not None and direct.name not in ("object", "person", "clause"):
        return direct
    beyond = _beyond(passage, cue, at, takes)
    return beyond or direct


def _beyond(passage: Passage, cue: Cue, at: int, takes: dict[str, Take]) -> Complement | None:
    """A quote or clause after a hearer ("told reporters that") or adjuncts ("said in Paris on Monday that")."""
    moved = at
    if "hearer" in takes:
        hearer = _HEARER.match(passage.tags, moved, moved + _WINDOW)
        moved = hearer.end() if hearer else moved
    first = moved
    if "hearer" in takes and (told := _TOLD_THAT.match(passage.tags, at, at + _WINDOW)) and "that" in takes:
        return Complement("that", told.end(), cue.last, takes["that"])
    for _ in range(5):
        adjunct = _ADJUNCT.match(passage.tags, moved, moved + _WINDOW)
        if adjunct is None or adjunct.end() == moved:
            break
        moved = adjunct.end()
    if moved == at:
        return None
    return (
        _marked(passage, cue, moved, takes)
        or (_bare(passage, cue, first, takes) if first > at else None)
        or _bare(passage, cue, moved, takes)
    )


def _bare(passage: Passage, cue: Cue, at: int, takes: dict[str, Take]) -> Complement | None:
    if "clause" in takes and passage.tag(at) != "$" and _CLAUSE.match(passage.tags, at, at + _WINDOW):
        return Complement("clause", at, cue.last, takes["clause"])
    return None


def _direct(passage: Passage, cue: Cue, at: int, takes: dict[str, Take]) -> Complement | None:
    return (
        _marked(passage, cue, at, takes)
        or _infinitive(passage, cue, at, takes)
        or _prepositional(passage, cue, at, takes)
        or _bare(passage, cue, at, takes)
        or _nominal(passage, cue, at, takes)
    )


def _marked(passage: Passage, cue: Cue, at: int, takes: dict[str, Take]) -> Complement | None:
    tag, following = passage.tag(at), passage.tag(at + 1)
    if "quote" in takes:
        if tag == "“":
            return Complement("quote", at, cue.last, takes["quote"])
        if tag in ",:" and following == "“":
            return Complement("quote", at + 1, cue.last, takes["quote"])
        if tag == ":" and following != "$":
            return Complement("quote", at + 1, cue.last, takes["quote"])
    if "that" in takes:
        if tag == "T" and following not in "$.;”" and not (cue_forms()[passage.lower(cue.at)].noun and following in "VAMb"):
            return Complement("that", at + 1, cue.last, takes["that"])
        if tag == "W" or passage.lower(at) == "if":
            return Complement("that", at, cue.last, takes["that"])
    return None


def _infinitive(passage: Passage, cue: Cue, at: int, takes: dict[str, Take]) -> Complement | None:
    if "to" not in takes or passage.tag(at) != "t" or passage.tag(at + 1) not in "NVbAJREX":
        return None
    return Complement("to", at, cue.last, takes["to"])


def _prepositional(passage: Passage, cue: Cue, at: int, takes: dict[str, Take]) -> Complement | None:
    word = passage.lower(at)
    if word in takes and word in _PREPOSITIONS and passage.tag(at + 1) not in "$.,;":
        return Complement(word, at + 1, at, takes[word])
    if word == "to" and "to-object" in takes and passage.tag(at + 1) in "DCcoOGn":
        return Complement("to-object", at + 1, at, takes["to-object"])
    return None


def _nominal(passage: Passage, cue: Cue, at: int, takes: dict[str, Take]) -> Complement | None:
    tag = passage.tag(at)
    if tag == "G" and "gerund" in takes:
        return Complement("gerund", at, cue.last, takes["gerund"])
    if "person" in takes and tag in "DCNcJonO" and "t" in passage.tags[at : at + 14]:
        return Complement("person", at, cue.last, takes["person"])
    take = takes.get("object")
    if take is not None and take.marks and passage.lower(at) in take.marks and not cue.finite:
        return Complement("object", at + 1, cue.last, take)
    if take is not None and take.marks and passage.lower(at) in take.marks and cue.voice == "active":
        return Complement("object", at + 1, cue.last, take)
    if take is None or tag not in "DNCcJonTOWEG“R" or _is_cue_noun(passage, at):
        return None
    if take.marks and not _has_mark(passage, at, take.marks):
        return None
    return Complement("object", at, cue.last, take)


def _has_mark(passage: Passage, at: int, marks: frozenset[str]) -> bool:
    return any(passage.lower(i) in marks for i in range(at + 1, min(at + 16, len(passage.tokens))))


def _is_cue_noun(passage: Passage, at: int) -> bool:
    form = cue_forms().get(passage.lower(at))
    return form is not None and "gerund" in form.forms
