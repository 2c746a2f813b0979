"""Whom or what a content holds to have done a deed: "it was army sergeants who", "the work of", "blamed X for"."""

from __future__ import annotations

import re

import msgspec

from citebound.model import ClaimKind
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.words import words

_READ = 240  # characters of a content
_WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,3}\b")
_CHARGE = re.compile(r"\s(?:of|for|d['’]|de|pour)\b")
_TO = re.compile(r".*\s(?:to|on|à|aux?)\s", re.S)
_CHARGES = frozenset({"verb.object", "saying.object", "passive", "verb.relative"})
_BROUGHT = re.compile(r"attribut|ascri|imput|blam|lay|laid|pin")
_PARTICIPLE = r"\w{1,20}(?:ed|en|wn|ught|et|ot|it|ne|ft|ung|ut|nt|up|ées?|és?|ies?|ise?s?|ues?)"
_DONE = re.compile(
    rf"\b(?:be|been|being|was|were|is|are|été|est|sont|était|étaient|fut|furent)\s(?:\w+ly\s)?{_PARTICIPLE}(?:\s\w+){{0,3}}?\s(?:by|par)\s(?P<a>.{{3,60}})"
    r"|\b(?:the\swork|the\sdoing|a\sresult|the\sresult|l['’](?:œuvre|oeuvre))\s(?:of|de|des|du|d['’])\s?(?P<b>.{3,60})"
    r"|\b(?:it\swas|c['’]est|ce\ssont|c['’]était)\s(?P<c>[^.,;]{3,60}?)\s(?:who|that|which|qui)\b"
    r"|\bdue\sto\s(?P<d>.{3,60})"
    r"|\b(?:attackers|gunmen|perpetrators|culprits|assailants|killers|assaillants|auteurs|tireurs)\s(?:were|belonged\sto|étaient|appartenaient\sà)\s(?P<e>.{3,60})",
    re.I | re.S,
)
_ENDS = re.compile(
    r"[,;.:(]|\s(?:who|which|that|in|on|at|after|before|during|and|qui|que|dans|après|avant|et)\b"
)


class Doing(msgspec.Struct, frozen=True):
    """A deed and who is held to have done it, in the words of a claim, lower case."""

    doer: frozenset[str]
    deed: frozenset[str]


def doing(text: str, claim: Found, kind: ClaimKind) -> Doing | None:
    """Returns what a claim says about who did something; None if it does not."""
    said = [text[start : min(end, start + _READ)] for start, end in claim.content]
    if kind == "claim-responsibility":
        return _doing(text[slice(*claim.source)] if claim.source else "", " ".join(said))
    if not said:
        return None
    cue = text[slice(*claim.cue)].lower().split()[:1] if claim.cue else []
    if kind in ("accuse", "assess") and claim.rule in _CHARGES and cue:
        return _charged(cue[0], said) if _lemma(claim, cue[0]) in words().blaming else None
    found = _DONE.search(" ".join(said))
    if found is None or found.lastgroup is None:
        return None
    whole, doer = " ".join(said), found[found.lastgroup]
    return _doing(doer, whole[: found.start(found.lastgroup)])


def _lemma(claim: Found, cue: str) -> str:
    form = claim.passage.forms.get(cue)
    return form.verb.lemma if form else ""


def _charged(cue: str, said: list[str]) -> Doing | None:
    whole = " ".join(said)
    brought = _TO.match(whole) if _BROUGHT.match(cue) else None
    if brought is not None:
        return _doing(whole[brought.end() :], brought[0])
    charge = _CHARGE.search(whole)
    if charge is None:
        return _doing(whole, "")
    return _doing(whole[: charge.start()], whole[charge.end() :])


def _doing(doer: str, deed: str) -> Doing | None:
    end = _ENDS.search(doer)
    named = _stems(doer[: end.start()] if end else doer)
    return Doing(named, _stems(deed)) if named and not named & words().months else None


def _stems(phrase: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(phrase)) - words().empty
