"""`X claimed responsibility for …`, `X denied involvement in …`, `a claim of responsibility by X`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import ClaimKind
from citebound_hooks.claims.contents import content_end
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.frames.reading import Reading
from citebound_hooks.claims.lexicon import Take
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.subjects import subject_after, subject_before
from citebound_hooks.claims.words import words
from citebound_hooks.language.phrases import NOUN_PHRASE, NOUN_PHRASE_BEFORE

_NOUNS = re.compile(
    r"\b(?:claims?|claiming|admission|denials?)\s{1,3}of\s{1,3}(?:full |sole |any )?responsibility\b", re.I
)
_OWNED = Take("claim-responsibility", 0.95, frozenset())
_DENIED = Take("deny", 0.95, frozenset())
_OBJECTS = frozenset({"responsibility", "involvement"})
_AGENT_REACH = 14  # tokens after "claim of responsibility" in which "by X" is looked for
_HEAD = 9  # tokens of an object among which its head stands
_PHRASE = 40  # tokens that the phrase of the deed may have


def responsibility(reading: Reading) -> Found | None:
    """Returns the claim that somebody takes or denies responsibility, if the verb says so."""
    passage, cue = reading.passage, reading.cue
    if cue.verb.lemma not in words().responsibility_verbs or cue.voice not in ("active", "gerund"):
        return None
    at = cue.at + 1
    while passage.lower(at) in words().responsibility_modifiers:
        at += 1
    noun = passage.lower(at)
    if reading.subject is None or not (noun in _OBJECTS or _is_credit(passage, at)):
        return None
    if cue.verb.lemma in words().denials:
        denied = reading.content_from(at, phrase=True)
        return reading.claim([denied] if denied else [], _DENIED, "denied-responsibility")
    if noun == "involvement":
        return None
    return reading.claim(_deed(reading.clauses, at + 1), _OWNED, "claimed-responsibility", cue_last=at)


def _is_credit(passage: Passage, at: int) -> bool:
    """Whether the object is credit for a deed, not for success: "took credit for the raid"."""
    if passage.lower(at) != "credit" or passage.lower(at + 1) != "for":
        return False
    return any(passage.lower(head) in words().deeds for head in range(at + 2, at + 2 + _HEAD))


def claimed_deed(reading: Reading) -> Found | None:
    """Returns the claim of `X claimed the attack on …`."""
    if reading.cue.verb.lemma != "claim" or reading.subject is None or reading.cue.voice == "passive":
        return None
    before = _deed_before(reading.passage, reading.subject.first - 1, reading.cue.last + 1)
    if before is not None:
        return reading.claim([before], _OWNED, "claimed-deed")
    content = reading.content_from(reading.cue.at + 1, phrase=True, noun=True)
    if content is None or reading.passage.tag(reading.cue.at + 1) in "TtO“:,":
        return None
    last = reading.passage.index_at(content[1])
    heads = range(reading.cue.at + 1, min(last, reading.cue.at + 1 + _HEAD))
    if not any(reading.passage.lower(at) in words().deeds for at in heads):
        return None
    return reading.claim([content], _OWNED, "claimed-deed")


def _deed_before(passage: Passage, that: int, after: int) -> Place | None:
    """The deed of `the attack, which X claimed, …`."""
    if passage.tag(that) not in "TW" or passage.tag(after) not in "$.,;)-RYP":
        return None
    end = that - 1 if passage.tag(that - 1) == "," else that
    said = NOUN_PHRASE_BEFORE.search(passage.tags, max(0, end - _PHRASE), end)
    if said is None or not any(passage.lower(at) in words().deeds for at in range(said.start(), end)):
        return None
    return passage.span(said.start(), end - 1)


def _deed(clauses: Clauses, at: int) -> list[Place]:
    """What somebody claims responsibility for; nothing if the sentence does not say."""
    passage = clauses.passage
    while passage.tag(at) in "RY":
        at += 1
    if passage.lower(at) != "for":
        return []
    match = NOUN_PHRASE.match(passage.tags, at + 1, at + _PHRASE)
    if match is not None:
        return [passage.span(at + 1, match.end() - 1)]
    end = content_end(passage, at + 1, clauses.borders(phrase=True))
    return [passage.span(at + 1, end - 1)] if end > at + 1 else []


def responsibility_nouns(clauses: Clauses) -> Iterator[Found]:
    """Yields the claims that stand as nouns: "a claim of responsibility by X"."""
    passage = clauses.passage
    for match in _NOUNS.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        if passage.quotes.at(match.start()) is None:
            first, after = passage.index_at(match.start()), passage.index_at(match.end())
            kind: ClaimKind = "deny" if match.group().lower().startswith("den") else "claim-responsibility"
            source, deed = _noun_source(clauses, first, after), _deed(clauses, after)
            negated = _is_negated(clauses, first)
            yield Found(passage, match.span(), source, deed, kind, "claim-of-responsibility", 0.8, negated)


def _noun_source(clauses: Clauses, first: int, after: int) -> Place | None:
    passage = clauses.passage
    for at in range(after, min(after + _AGENT_REACH, len(passage.tokens))):
        if passage.lower(at) in ("by", "from"):
            found = subject_after(passage, at + 1)
            return passage.span(found.first, found.last) if found else None
    return owner_before(clauses, first)


def owner_before(clauses: Clauses, first: int) -> Place | None:
    """Returns the owner in the genitive before a noun: "the group's claim"."""
    passage = clauses.passage
    if not first or passage.tags[first - 1] != "c":
        return None
    token = passage.tokens[first - 1]
    owner = subject_before(passage, first + 1)
    begin = passage.tokens[owner.first].start if owner else token.start
    return begin, token.end - (2 if token.lower.endswith(("'s", "’s")) else 1)


def _is_negated(clauses: Clauses, first: int) -> bool:
    before = {clauses.passage.lower(at) for at in range(max(0, first - 4), first)}
    return bool(before & {"no", "not", "without", "never"})
