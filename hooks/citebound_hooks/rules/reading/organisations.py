"""Whether two names mean one organisation."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citebound.model import Profile, SourceRecord
from citebound_hooks.profiles.catalogue import built_in_profiles
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


def is_hosting_site(name: str) -> bool:
    """Tells the name of a site that only republishes, whatever the page: `Refworld`, `ecoi.net`."""
    return folded(name) in _hosting_sites()


@cache
def _hosting_sites() -> frozenset[tuple[str, ...]]:
    sites = [profile.republisher for profile in built_in_profiles() if profile.republisher]
    return frozenset(name for site in sites for name in (folded(site), folded(site.split()[-1])))


def _initials(words: tuple[str, ...]) -> str:
    """The first letters of a name of several words; of a single word nothing that another name could be."""
    return "".join(word[0] for word in words) if len(words) > 2 else "-"


def _acronyms(name: str) -> set[str]:
    """The acronyms in a name, and the one that its capital letters make."""
    initials = "".join(_CAPITAL.findall(re.sub(r"\([^)]{0,40}\)", " ", name)))
    made = {initials} if len(initials) >= 3 else set()
    return made | set(_ACRONYM.findall(name))
