"""The forms of French reporting verbs: those in -er by rule, the others from their listed forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound_hooks.claims.forms import Form

_CLOSED = re.compile(r"é(?=[^aeiouyéè]{1,2}$)")  # "répéter": "il répète"
Listed = tuple[str, str, str, str, str, str]


def french_forms(lemma: str, listed: Listed | None) -> Iterator[tuple[str, Form]]:
    """Yields the forms that stand in reports, with what they are.

    Args:
        lemma: The infinitive.
        listed: Present singular and plural, participle, stem of the imperfect, present participle, infinitive of a
            verb that does not follow the rule of the verbs in -er.
    """
    stem = lemma[:-2]
    soft = {"g": stem + "e", "c": stem[:-1] + "ç"}.get(stem[-1], stem)
    open_stem = _CLOSED.sub("è", stem)
    singular, plural, participle, imperfect, gerund, infinitive = listed or (
        open_stem + "e",
        open_stem + "ent",
        stem + "é",
        soft,
        soft + "ant",
        lemma,
    )
    yield from ((form, "third") for form in (singular, plural))
    yield from ((participle + ending, "participle") for ending in ("", "e", "s", "es"))
    yield from ((imperfect + ending, "past") for ending in ("ait", "aient"))
    if lemma.endswith("er"):
        yield from ((form, "past") for form in (soft + "a", stem + "èrent", stem + "era", stem + "erait"))
    yield gerund, "gerund"
    yield infinitive, "base"
