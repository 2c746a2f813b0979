"""Language tags of BCP 47, from tags and from the names that pages and reference lists give instead."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon

# RFC 5646, section 2.1, without extensions: language, script, region, variants.
_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3})){0,3}",
    re.IGNORECASE,
)
_LONGEST = 40


class _Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of `tags.toml`, by tag."""

    names: dict[str, frozenset[str]]


def language_tag(words: str) -> str | None:
    """Returns the tag that words are, in the usual case (`en-GB`), or whose language they name; else None."""
    words = words.strip().replace("_", "-")
    if len(words) > _LONGEST:
        return None
    if _TAG.fullmatch(words):
        return "-".join(_in_case(part, number) for number, part in enumerate(words.split("-")))
    return _tags().get(words.casefold())


def _in_case(part: str, number: int) -> str:
    """Returns a subtag in the case that RFC 5646, section 2.1.1, recommends."""
    if number and len(part) == 2:
        return part.upper()
    return part.title() if number and len(part) == 4 and part.isalpha() else part.lower()


@cache
def _tags() -> dict[str, str]:
    names = load_lexicon(Path(__file__).with_name("tags.toml"), _Languages).names
    return {name: tag for tag, known in names.items() for name in known}
