"""What kind of claim it is, where the verb alone does not tell."""

from __future__ import annotations

import re

from citebound.model import ClaimKind
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.words import words

_INTENT = re.compile(r"(?:that\s)?(?:it|they|he|she|we|i)(?:[’']ll|\s+(?:will|would|shall))\b", re.I)
_OF_IT = re.compile(
    r"[“\"]?(?:(?:this|that|it|these|they|the\s(?:\w+\s)?(?:charges?|claims?|reports?|allegations?|accusations?|rumou?rs?))\s"
    r"(?:is|was|were|are|had been|has been)\b|(?:the|le)\s(?:opposite|contrary|contraire)\b)",
    re.I,
)
# "attributed the attack to …": to somebody it accuses, to bad weather it explains.
_TO_SOMEBODY = re.compile(
    r"\bto\s+(?:(?:the|an?)\s+)?(?:[^\W\d_a-z]|(?:\w+\s+){0,3}(?:groups?|cells?|militias?|militiamen|rebels?|militants?|forces"
    r"|factions?|wings?|gunmen|bandits|soldiers|troops|terrorists|insurgents|jihadists|fighters|herders|smugglers|criminals|gangs?|thieves|guards|traffickers|poachers"
    r"|raiders|pirates|settlers|vigilantes|mercenaries|saboteurs|police|army|opposition|government|authorities|agents|hackers)\b)"
)
_DEED = re.compile(r"(?:it|this|them|that|both|all|neither\b.*)", re.I | re.S)
_WORD = re.compile(r"[^\W\d_]+")
_CALLED = 80  # characters of "called it absurd"
_HEAD = 200  # characters of a content that tell what it is about


def kind_of(text: str, claim: Found) -> ClaimKind:
    """Returns the kind of a claim by its verb, its content and its source."""
    content = (
        text[claim.content[0][0] : claim.content[0][0] + _HEAD][: _length(claim)] if claim.content else ""
    )
    lemma = _lemma(text, claim)
    if lemma == "claim" and _DEED.fullmatch(content.strip()):
        return "claim-responsibility"
    if lemma == "revendiquer" and content and not words().deeds & set(_WORD.findall(content.lower())):
        return "say"  # a right or a number is claimed, not a deed
    if lemma in ("attribute", "ascribe") and _TO_SOMEBODY.search(_all(text, claim)):
        return "accuse"
    if lemma in words().belittling and (words().accusations | words().untrue) & set(
        _WORD.findall(_all(text, claim)[:_CALLED].lower())
    ):
        return "deny"
    return _by_content(text, claim, content) if claim.kind == "say" else claim.kind


def _by_content(text: str, claim: Found, content: str) -> ClaimKind:
    if not claim.negated and _OF_IT.match(content) and words().untrue & set(_WORD.findall(content.lower())):
        return "deny"  # "said that was a lie"
    if any(phrase in content for phrase in words().disclaimers):
        return "deny"
    if claim.rule == "verb.object" and "commitment" in content:
        return "pledge"
    if _INTENT.match(content.lstrip('“"')):
        return "pledge"
    source = text[slice(*claim.source)].lower() if claim.source else ""
    if claim.epistemic or words().accounts & set(source.split()[:3]):
        return "report"
    return "say"


def _length(claim: Found) -> int:
    return claim.content[0][1] - claim.content[0][0]


def _all(text: str, claim: Found) -> str:
    return " ".join(text[start : min(end, start + _HEAD)] for start, end in claim.content)


def _lemma(text: str, claim: Found) -> str:
    first = text[slice(*claim.cue)].lower().split() if claim.cue else []
    form = claim.passage.forms.get(first[0]) if first else None
    return form.verb.lemma if form else ""
