"""Bodies that are named inside other phrases: the FMLN of "FMLN guerrillas"."""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import known_types
from citebound_hooks.actors.naming.evidence import Candidate
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import ACTS, HEADLINE, INDEFINITE, PhraseKind


def nested(reading: Reading, every: Sequence[Candidate]) -> list[Candidate]:
    """Returns the bodies that are named only inside other phrases: the FMLN of "FMLN guerrillas"."""
    text, found = reading.analysis.text, dict[tuple[str, int], Candidate]()
    keys = {candidate.key for candidate in every if not candidate.phrase.context & HEADLINE}
    for phrase, _ in every:
        if not phrase.anchor or phrase.anchor == (phrase.start, phrase.end):
            continue
        headed = phrase.kind == "group" and phrase.start < phrase.anchor[0]
        alone = headed or (phrase.kind == "office" and phrase.context & INDEFINITE)
        name = text[slice(*phrase.anchor)]
        key = name_key(name)
        words = key.split()
        flag = k.kinds().get(words[-1], 0) if words else 0
        lower = name.split()[-1].islower()
        known = key in keys or f"group {key}" in keys or (key, 0) in found
        if (known and not alone) or not (lower or _is_body_name(words, flag)):
            continue
        kind: PhraseKind = "group" if lower else "name"
        nested = phrase._replace(
            kind=kind,
            start=phrase.anchor[0],
            end=phrase.anchor[1],
            core=phrase.anchor,
            title=None,
            anchor=None,
            noun=words[-1],
            context=ACTS,
        )
        found[key, phrase.start if alone else 0] = Candidate(nested, f"group {key}" if lower else key)
    return list(found.values())


def _is_body_name(words: Sequence[str], flag: int) -> bool:
    """Tells whether a nested name is a body's: no state, no adjective, no place."""
    text = " ".join(words)
    if text in k.geography().states or all(
        k.kinds().get(word, 0) & (k.DEMONYM | k.FAITH | k.COMPASS) for word in words
    ):
        return False
    return bool(flag & k.BODY) or text in known_types() or (len(words) == 1 and not flag)
