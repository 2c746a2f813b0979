"""What follows a reporting verb: a quote, a clause, an infinitive, an object, a phrase with a preposition."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from citebound_hooks.claims.frames.objects import nominal_complement
from citebound_hooks.claims.frames.reading import Reading
from citebound_hooks.claims.frames.views import Complement, View
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.words import words

_WINDOW = 40  # tokens that a pattern may look ahead
_CORE = r"D*(?:[nJNZCcpuY&~]|(?<=[DcJpn&])[EG])*[NZCnu]~?"
# Somebody told: "them", "the press", "reporters", "Radio Sable".
_HEARER = re.compile(rf"o|D{_CORE}|c?[nJ]*[NZ]+(?!C)|[Cc~&]+(?:fC+)?(?:[NZ][Cc~&]+)?")
_ASIDE_THAT = re.compile(r",W[^,.;:“”]{1,16},T(?![$.;”VAMb])")  # "told the Herald, which …, that"
_TOLD_THAT = re.compile(r"[^VbAMOzt,.;:“”T]{1,14}T(?![$.;”VAMb])")
# Where, when and how something is said: "on Monday", "this week", "in a report published in May", "(in French)".
_VENUE = rf"[PBf]{_CORE}(?:[fP]{_CORE})*Y*(?:E(?:[PB](?:{_CORE}|n+|Y))?)?"
_ADJUNCT = re.compile(rf"Y+|R+|[DJn]{{1,2}}u(?![pf])|{_VENUE}|[Pf]Y+|[Pf][nJY]+|\([^)]*\)|o")
_TO_HEARER = re.compile(rf"t(?:o|D{_CORE}|C+)T(?![$.;”VAMb])")  # "reported to me that"
# "says at a stop in Oss, Orlund, that"
_SAID_THERE = re.compile(r"P[^VbAMOzE.;:“”T]{2,16},T(?![$.;”VAMb])")
# A clause without "that" begins: a subject, perhaps with something between commas or a relative clause, and a verb.
_SUBJECT = rf"(?:T|R?{_CORE}(?:[fPKt]{_CORE})*)"
_BETWEEN = r"(?:,[^,]{1,40},|\([^)]*\)|[WT][^,]{1,20})?"
_VERB = r"[RYX]*(?:[VbAMEz“]|Z(?=[DTOotcCz]))"
_CLAUSE = re.compile(
    rf"z|R{{1,3}}[bMAzV]|O[RYX]*[VbAMEzNZ“]|OD[NV]|D“|D(?=[VbAMz])|{_SUBJECT}{_BETWEEN}{_VERB}|c“"
)
# A clause whose verb looks like a noun: "says police beat men".
_SPOKEN = re.compile(r"[NZ][NZ][NZCDJ]|[DcC][^VbAMEzPT.,;:“”]{1,8}?(?:[NZ]Z[NZJD]|[NZ]No)")
# A clause whose subject is too long to be seen through, and one whose verb is a participle: "shows X running".
_LONG_SUBJECT = re.compile(r"[DnNZCcJG~][^.,;:“”]{1,24}?[VbAMEz“]")
_SCENE = re.compile(rf"(?:o|{_SUBJECT})[RX]*[GPJ]")
_THAT_ONE = re.compile(r"TJ?N(?=[K.,;$P]|$)")
_NOTHING = re.compile(r"(?!)")
_PREPOSITIONS = frozenset({"for", "on", "of", "about", "against", "with", "at", "à", "de"})
_IF = frozenset({"if", "si", "s'", "s’"})


def complement(reading: Reading) -> Complement | None:
    """Returns what the verb governs to its right, or None."""
    subject = reading.subject
    relative = (
        subject is not None
        and subject.position == "before"
        and reading.passage.tag(subject.first - 1) in "WT"
    )
    view = View(
        reading.passage, reading.cue, reading.takes, subject.first - 1 if subject and relative else None
    )
    at = reading.cue.last + 1
    if view.tag(at) == "," and view.tag(at + 2) == "," and view.passage.lower(at + 1) in words().asides:
        at += 3  # "admitted, though, that …"
    at = _past_day(view, _past_aside(view, at))
    heard = _TO_HEARER.match(view.passage.tags, at, at + _WINDOW) if "that" in view.takes else None
    if heard is not None:
        return view.complement("that", heard.end())
    direct = _direct(view, at)
    if direct is not None and direct.name not in ("object", "person", "clause"):
        return direct
    return _beyond(view, at) or direct


def _past_aside(view: View, at: int) -> int:
    """Skips what sets the speaker against others: "affirme en revanche n'avoir rien vu", "accuses in turn a clerk"."""
    first = at + (view.tag(at) == ",")
    for words_, length in _asides().get(view.passage.lower(first), ()):
        if view.passage.words[first : first + length] == words_:
            return first + length + (view.tag(first + length) == ",")
    return at


@cache
def _asides() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase in words().phrase_asides:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append((parts, len(parts)))
    return found


def _past_day(view: View, at: int) -> int:
    """Skips the day of the saying: "a annoncé le 29 décembre l'ouverture"."""
    month = view.passage.lower(at + 2) in words().months
    if month and view.tag(at) == "D" and view.tag(at + 1) == "n":
        return at + 3
    if view.tag(at) == "Y" and view.tag(at + 1) == "D":
        return at + 1
    on_a_day = view.tag(at) == "P" and (
        view.tag(at + 1) == "Y" or view.passage.lower(at + 1) in words().months
    )
    return at + 2 if on_a_day and view.tag(at + 2) == "D" else at


def _direct(view: View, at: int) -> Complement | None:
    return (
        _marked(view, at)
        or _infinitive(view, at)
        or _prepositional(view, at)
        or _bare(view, at)
        or nominal_complement(view, at)
    )


def _beyond(view: View, at: int) -> Complement | None:
    """A quote or clause after a hearer ("told reporters that") or adjuncts ("said in Paris on Monday that")."""
    tags = view.passage.tags
    heard = at
    if view.passage.lower(at) in words().focusing and view.tag(at + 1) not in "WT":
        return None
    if "hearer" in view.takes:
        told = _TOLD_THAT.match(tags, at, at + _WINDOW)
        if told is not None and "that" in view.takes:
            return view.complement("that", told.end() + (view.tag(told.end()) == ","))
        hearer = _HEARER.match(tags, at, at + _WINDOW)
        aside = _ASIDE_THAT.match(tags, hearer.end(), hearer.end() + _WINDOW) if hearer else None
        if aside is not None and "that" in view.takes:
            return view.complement("that", aside.end())
        heard = hearer.end() if hearer else at
    placed = _SAID_THERE.match(tags, at, at + _WINDOW)
    if placed is not None and "clause" in view.takes and "that" in view.takes:
        return view.complement("that", placed.end())
    moved = past_adjuncts(tags, heard)
    placed_there = _is_venue(view, moved - 1) or view.tag(moved - 1) == "R"
    if moved == at or (view.tag(moved) == "T" and "clause" not in view.takes and not placed_there):
        return None
    return (
        _marked(view, moved)
        or (_bare(view, heard) if heard > at else None)
        or _bare(view, moved)
        or (_infinitive(view, moved) if "person" not in view.takes and "o" not in tags[at:moved] else None)
    )


def past_hearer(tags: str, at: int) -> int:
    """Returns the index behind whom something was told, where somebody stands at a token."""
    hearer = _HEARER.match(tags, at, at + _WINDOW)
    return hearer.end() if hearer else at


def past_adjuncts(tags: str, at: int) -> int:
    """Returns the index behind the adjuncts that begin at a token: "on Friday in Oss"."""
    for _ in range(5):
        adjunct = _ADJUNCT.match(tags, at, at + _WINDOW)
        if adjunct is None or adjunct.end() == at:
            break
        at = adjunct.end()
    return at


def _is_venue(view: View, at: int) -> bool:
    """Whether a phrase before "that" says where or when something was said, rather than what."""
    return view.tag(at) in "CYuo" or view.passage.lower(at) in words().venues


def _bare(view: View, at: int) -> Complement | None:
    if "clause" in view.takes and view.tag(at) in "bAMV" and view.gap is not None:
        return replace(view.complement("clause", at), antecedent=view.gap)
    tags = view.passage.tags
    if "clause" not in view.takes or view.tag(at) == "$":
        return None
    clause = _CLAUSE.match(tags, at, at + _WINDOW) or _opaque(view).match(tags, at, at + _WINDOW)
    return view.complement("clause", at) if clause else None


def _opaque(view: View) -> re.Pattern[str]:
    if view.cue.verb.lemma == "show":
        return _SCENE
    if view.cue.verb.lemma == "say" and _SPOKEN.match(view.passage.tags, view.cue.last + 1):
        return _SPOKEN
    return _LONG_SUBJECT if "object" not in view.takes else _NOTHING


def _marked(view: View, at: int) -> Complement | None:
    tag, following = view.tag(at), view.tag(at + 1)
    if "quote" in view.takes:
        if tag == "“":
            return view.complement("quote", at)
        if (tag in ",:" and following == "“") or (tag == ":" and following != "$"):
            return view.complement("quote", at + 1)
    if "that" not in view.takes:
        return None
    if tag == "T" and following not in "$.;”":
        return _that_clause(view, at, following)
    opposite = opposite_at(view.passage, at) is not None
    if opposite or (tag == "W" and _asks(view, at)) or view.passage.lower(at) in _IF:
        return view.complement("that", at)
    return None


def opposite_at(passage: Passage, at: int) -> int | None:
    """The last token of what stands for the opposite of what was said: "otherwise", "le contraire"."""
    last = at + (passage.tag(at) == "D")
    alone = passage.lower(last) in words().opposite and passage.tag(last + 1) in "$.,;:"
    return last if alone else None


def _that_clause(view: View, at: int, following: str) -> Complement | None:
    if following == ",":
        alone = "object" in view.takes and view.passage.has_gerund_cue(
            at + 2
        )  # "disputed that, calling it …"
        return None if alone else view.complement("that", at + 2)
    if "object" in view.takes and _THAT_ONE.match(view.passage.tags, at):
        return None  # "disputed that number"
    if following not in "VAMb":
        return view.complement("that", at + 1)
    noun = view.passage.forms[view.passage.lower(view.cue.at)].noun
    return (
        None if noun else view.complement("that", at)
    )  # "rules that require" is no clause, "said that is so" is


def _asks(view: View, at: int) -> bool:
    """Whether a question word opens what is said; "said when he left" says when it was said."""
    return view.passage.lower(at) not in ("when", "where") or "clause" not in view.takes


def _infinitive(view: View, at: int) -> Complement | None:
    quoted = view.passage.lower(at) in ("de", "d'", "d’") and view.tag(at + 1) == "“"  # "promis de « … »"
    if "to" in view.takes and quoted:
        return view.complement("to", at)
    if "to" not in view.takes or view.tag(at) != "t" or view.tag(at + 1) not in "NVbAJREXZ“":
        return None
    return view.complement("to", at)


def _prepositional(view: View, at: int) -> Complement | None:
    word = view.passage.lower(at)
    word = "de" if word in ("d'", "d’") else word
    if word in view.takes and word in _PREPOSITIONS and view.tag(at + 1) not in "$.,;":
        return view.complement(word, at + 1, cue_last=at)
    if word == "to" and "to-object" in view.takes and view.tag(at + 1) in "DCcoOGnNZ":
        return view.complement("to-object", at + 1, cue_last=at)
    return None
