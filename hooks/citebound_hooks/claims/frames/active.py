"""`X said that …`, `X accused Y of …`, `X, saying …`, `X said:` before a paragraph."""

from __future__ import annotations

from functools import cache

from citebound_hooks.claims.contents import to_quote_end
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.frames.beside import after_quote, inverted, opening, postposed
from citebound_hooks.claims.frames.complements import complement, opposite_at
from citebound_hooks.claims.frames.reading import Reading
from citebound_hooks.claims.frames.views import Complement
from citebound_hooks.claims.nominal_lexicon import reporting_nouns
from citebound_hooks.claims.subjects import subject_after
from citebound_hooks.claims.words import words
from citebound_hooks.language.phrases import NOUN_PHRASE_BEFORE

_LEAST_WEIGHT = 0.5
_LEAST_GERUND = 0.75  # "supporting the draft" is a deed more often than a word
_LEAST_RELATIVE = 0.8
_PHRASE = 20  # tokens
_COLON_REACH = 12  # tokens between the verb and a colon that promises a quote
_CLAUSES = frozenset({"quote", "that", "clause"})


def active(reading: Reading) -> Found | None:
    """Returns the claim of a reporting verb in the active voice."""
    found = opening(reading) or after_quote(reading) or inverted(reading)
    if found is not None:
        return found
    resumed = _belittled(reading) or _what_follows(reading)
    if resumed is not None:
        return resumed
    governed = complement(reading)
    if governed is not None:
        return _governed(reading, governed)
    return _announcing(reading) or postposed(reading) or _relative(reading) or _alone(reading)


def _alone(reading: Reading) -> Found | None:
    """`Le mouvement a démenti.`: the verb says it all."""
    take = reading.takes.get("alone")
    if take is None or reading.subject is None or reading.subject.position == "relative":
        return None
    return reading.claim([], take, "verb.alone")


def _belittled(reading: Reading) -> Found | None:
    """`an account that X rejected as …`, `an allegation X calls slander`: a claim, and what X makes of it."""
    passage, subject, cue = reading.passage, reading.subject, reading.cue
    take = reading.takes.get("object")
    if take is None or subject is None or subject.position != "before" or cue.voice != "active":
        return None
    as_such = passage.lower(cue.last + 1) in ("as", "de", "comme")
    if not as_such and (cue.verb.lemma not in words().belittling or passage.tag(cue.last + 1) not in "DNJ“f"):
        return None
    link = subject.first - 1
    end = link if passage.tag(link) in "TW" else subject.first
    if passage.lower(end - 1) not in _claim_nouns() or (end == subject.first and passage.tag(link) != "N"):
        return None
    said = NOUN_PHRASE_BEFORE.search(passage.tags, max(0, end - _PHRASE), end)
    verdict = reading.content_from(cue.last + 1, phrase=True)
    if said is None or verdict is None:
        return None
    return reading.claim([passage.span(said.start(), end - 1), verdict], take, "verb.relative")


@cache
def _claim_nouns() -> frozenset[str]:
    return frozenset(reporting_nouns()) | words().said


def _what_follows(reading: Reading) -> Found | None:
    """`…, ce que dément son directeur`: the speaker stands behind the verb."""
    passage, cue = reading.passage, reading.cue
    that = cue.group - 1
    if passage.lower(that) not in ("que", "qu'", "qu’") or passage.lower(that - 1) != "ce":
        return None
    speaker = subject_after(passage, cue.last + 1)
    take = reading.takes.get("object") or reading.takes.get("that")
    if take is None or speaker is None or passage.tag(speaker.last + 1) not in "$.,;(":
        return None
    return reading.claim([passage.span(that - 1, that - 1)], take, "verb.relative", source=speaker)


def _relative(reading: Reading) -> Found | None:
    """`a charge that X denied`, `a charge X denied on Monday`: what is said stands before "that", or the subject."""
    passage, subject = reading.passage, reading.subject
    take = reading.takes.get("object")
    if subject is None or take is None or take.weight < _LEAST_RELATIVE:
        return None
    that = subject.first - 1
    if take.marks and passage.lower(that - 1) not in take.marks:
        return None
    accused = take.kind == "accuse" and passage.lower(reading.cue.last + 1) in ("of", "for")
    bare = passage.lower(that) in reporting_nouns()
    ends = "$.,;”PR" if take.kind == "deny" else "$.,;”"
    if not (bare or passage.tag(that) in "TW") or not (accused or passage.tag(reading.cue.last + 1) in ends):
        return None
    end = that + 1 if bare else that - 1 if accused and passage.tag(that - 1) == "," else that
    said = NOUN_PHRASE_BEFORE.search(passage.tags, max(0, end - _PHRASE), end)
    if said is None or (bare and passage.tag(said.start() - 1) not in ",-"):
        return None
    charge = reading.content_from(reading.cue.last + 1, phrase=True) if accused else None
    places = [passage.span(said.start(), end - 1), *([charge] if charge else [])]
    return reading.claim(places, take, "verb.relative")


def _governed(reading: Reading, governed: Complement) -> Found | None:
    least = (
        _LEAST_GERUND if reading.cue.voice == "gerund" and governed.name not in _CLAUSES else _LEAST_WEIGHT
    )
    if reading.subject is None or governed.take.weight < least:
        return None
    phrase, noun = governed.name not in _CLAUSES, governed.name not in (*_CLAUSES, "to", "person", "gerund")
    content = reading.content_from(governed.first, phrase=phrase, noun=noun)
    opposite = opposite_at(reading.passage, governed.first)
    if opposite is not None or (governed.name == "object" and _points_back(reading, governed)):
        content = reading.passage.span(governed.first, opposite or governed.first)
    if content is None:
        return None
    rule = f"{'saying' if reading.cue.voice == 'gerund' else 'verb'}.{governed.name}"
    content = to_quote_end(reading.passage, content)
    found = reading.claim([content], governed.take, rule, cue_last=governed.cue_last)
    if governed.antecedent is not None:
        found.content.insert(0, reading.passage.span(governed.antecedent, governed.antecedent))
    return found


def _points_back(reading: Reading, governed: Complement) -> bool:
    """Whether the object is a pronoun alone: "rejected this within a day"."""
    passage, at = reading.passage, governed.first
    pronoun = passage.tag(at) in "Oo" or (passage.tag(at) == "D" and passage.lower(at) in words().pronouns)
    if governed.take.kind == "deny":
        return (pronoun or passage.tag(at) == "T") and passage.tag(at + 1) in "PtBRY$.,;J"
    return pronoun and "that" in reading.takes and passage.tag(at + 1) in "PBRY$.;"


def _announcing(reading: Reading) -> Found | None:
    """`X said:` at the end of a paragraph promises words in the next one."""
    passage, cue = reading.passage, reading.cue
    last = len(passage.tokens) - 1
    if reading.subject is None or passage.tag(last) != ":" or not 0 < last - cue.last <= _COLON_REACH:
        return None
    take = reading.takes.get("quote")
    if take is None:
        return None
    found = reading.claim([], take, "colon")
    found.awaits = True
    return found
