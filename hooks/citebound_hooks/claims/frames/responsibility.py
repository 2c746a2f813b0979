"""`X claimed responsibility for …`, `a claim of responsibility by X`, `the attack has been claimed by X`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound_hooks.claims.contents import content_end
from citebound_hooks.claims.cues import Cue
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.subjects import Subject, subject_after, subject_before
from citebound_hooks.language.phrases import NOUN_PHRASE

_VERBS = frozenset("claim admit accept acknowledge deny reject assume take disclaim".split())
_DENIALS = frozenset({"deny", "reject", "disclaim"})
_NOUNS = re.compile(
    r"\b(?:claims?|claiming|admission|denials?)\s+of\s+(?:full |sole |any )?responsibility\b", re.I
)
_MODIFIERS = frozenset("full sole any joint direct all official".split())


def responsibility(clauses: Clauses, cue: Cue, subject: Subject | None) -> Found | None:
    """Returns the claim that somebody claims or denies responsibility, if the verb says so."""
    passage = clauses.passage
    if cue.verb.lemma not in _VERBS or cue.voice not in ("active", "gerund"):
        return None
    at = cue.at + 1
    while passage.lower(at) in _MODIFIERS:
        at += 1
    if passage.lower(at) not in ("responsibility", "involvement") or subject is None:
        return None
    denied = cue.verb.lemma in _DENIALS
    if passage.lower(at) == "involvement" and not denied:
        return None
    if denied:
        content = _rest(clauses, at)
        return Found(
            passage,
            passage.span(cue.at, cue.at),
            passage.span(subject.first, subject.last),
            content,
            "deny",
            "denied-responsibility",
            0.95,
            cue.negated,
        )
    return Found(
        passage,
        passage.span(cue.at, at),
        passage.span(subject.first, subject.last),
        _deed(clauses, at + 1),
        "claim-responsibility",
        "claimed-responsibility",
        0.95,
        cue.negated,
    )


def _rest(clauses: Clauses, first: int) -> list[Place]:
    end = content_end(clauses.passage, first, clauses.borders(phrase=True))
    return [clauses.passage.span(first, end - 1)] if end > first else []


def _deed(clauses: Clauses, at: int) -> list[Place]:
    """What somebody claims responsibility for; nothing if the sentence does not say."""
    passage = clauses.passage
    while passage.tag(at) in "RY":
        at += 1
    if passage.lower(at) != "for":
        return []
    match = NOUN_PHRASE.match(passage.tags, at + 1, at + 40)
    return [passage.span(at + 1, match.end() - 1)] if match else _rest(clauses, at + 1)


def responsibility_nouns(text: str, clauses: Clauses) -> Iterator[Found]:
    """Yields the claims that stand as nouns: "a claim of responsibility by X"."""
    passage = clauses.passage
    for match in _NOUNS.finditer(text, passage.sentence.start, passage.sentence.end):
        if passage.quotes.at(match.start()) is None:
            first, after = passage.index_at(match.start()), passage.index_at(match.end())
            kind = "deny" if match.group().lower().startswith("den") else "claim-responsibility"
            source = _noun_source(clauses, first, after)
            yield Found(
                passage,
                match.span(),
                source,
                _deed(clauses, after),
                kind,
                "claim-of-responsibility",
                0.8,
                _negated(clauses, first),
            )


def _noun_source(clauses: Clauses, first: int, after: int) -> Place | None:
    passage = clauses.passage
    for at in range(after, min(after + 14, len(passage.tokens))):
        if passage.lower(at) in ("by", "from"):
            found = subject_after(passage, at + 1)
            return passage.span(found.first, found.last) if found else None
    if first and passage.tags[first - 1] == "c":
        token = passage.tokens[first - 1]
        owner = subject_before(passage, first + 1)
        begin = passage.tokens[owner.first].start if owner else token.start
        return begin, token.end - (2 if token.lower.endswith(("'s", "’s")) else 1)
    return None


def _negated(clauses: Clauses, first: int) -> bool:
    words = {clauses.passage.lower(at) for at in range(max(0, first - 4), first)}
    return bool(words & {"no", "not", "without", "never"})
