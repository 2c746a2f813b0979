"""Whether two names mean one organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from citebound.model import Profile, SourceRecord
from citebound_hooks.rules.reading.words import folded, sequence_at

_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{2,9}\b")
_CAPITAL = re.compile(r"\b[A-Z]")


@lru_cache(maxsize=256)
def same_organisation(one: str, other: str) -> bool:
    """Tells whether two names mean one organisation: one holds the other's words, or they share an acronym."""
    a, b = folded(one), folded(other)
    if not a or not b:
        return False
    if sequence_at(a, b) is not None or sequence_at(b, a) is not None:
        return True
    return bool(_acronyms(one) & _acronyms(other)) or _initials(a) == "".join(b) or _initials(b) == "".join(a)


def republisher_of(record: SourceRecord, profile: Profile) -> str | None:
    """Returns who hosts the copy: what the page says, else what the profile knows."""
    field = record.fields.republisher
    return field.value if field else profile.republisher


def is_republished(record: SourceRecord, profile: Profile) -> bool:
    """Tells whether the page is known to be a copy of somebody else's report."""
    host, publisher = republisher_of(record, profile), record.fields.publisher
    return publisher is not None and bool(host) and not same_organisation(publisher.value, host or "")


def _initials(words: tuple[str, ...]) -> str:
    """The first letters of a name of several words; of a single word nothing that another name could be."""
    return "".join(word[0] for word in words) if len(words) > 2 else "-"


def _acronyms(name: str) -> set[str]:
    """The acronyms in a name, and the one that its capital letters make."""
    initials = "".join(_CAPITAL.findall(re.sub(r"\([^)]{0,40}\)", " ", name)))
    made = {initials} if len(initials) >= 3 else set()
    return made | set(_ACRONYM.findall(name))
