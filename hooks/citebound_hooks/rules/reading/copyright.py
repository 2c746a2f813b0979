"""The copyright notice: its sign, its years, its holder, its licence."""

from __future__ import annotations

import re

from citebound.model import SourceRecord
from citebound_hooks.rules.reading.cite_as import Part
from citebound_hooks.rules.reading.places import words_of_field
from citebound_hooks.rules.reading.words import folded

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MISPRINTED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d(?:\d\d)?(?!\d)")
LICENCE = re.compile(
    r"\bCC[ -]?(?:BY|0)(?:-(?:NC|ND|SA)){0,2}\b|\bCreative\s{1,3}Commons\b(?:\s{1,3}Attribution[\w-]{0,40})?",
    re.IGNORECASE,
)
_SIGN = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_BEFORE_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright|notice|by|\d{4}|[\s,:;.|()\[\]–—-]|&copy;|all rights reserved|tous droits réservés)+",
    re.IGNORECASE,
)
_HOLDER_END = re.compile(
    r"[.;|\n]\s|[.;|]$|\ball rights\b|\btous droits\b|\blicen[cs]ed\b|\b(?:19|20)\d\d\b|$", re.IGNORECASE
)
_NO_NAMES = frozenset(
    folded("the of for and de la le les des du el los institute foundation center centre group inc ltd")
)


def has_sign(words: str) -> bool:
    """Tells whether a notice claims copyright at all."""
    return bool(_SIGN.search(words))


def holder_of(record: SourceRecord) -> Part | None:
    """Returns the holder that the notice names, with its place in the notice's words; None if it names none."""
    notice = record.fields.copyright_notice
    words = words_of_field(notice) if notice else ""
    sign = _SIGN.search(words)
    if sign is None:
        return None
    lead = _BEFORE_HOLDER.match(words, sign.start())
    start = lead.end() if lead else sign.end()
    end = _HOLDER_END.search(words, start)
    text = words[start : end.start() if end else len(words)].rstrip(" ,-–—(")
    return Part(start, start + len(text), text) if folded(text) and not LICENCE.match(text) else None


def shares_a_name(one: str, other: str) -> bool:
    """Tells whether two names share a word that says more than what kind of organisation it is."""
    return bool((set(folded(one)) & set(folded(other))) - _NO_NAMES)
