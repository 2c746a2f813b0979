"""The parts of `words.toml` that tell the type of a name, and who does violence to whom."""

from __future__ import annotations

from citebound_hooks.actors.lexicon.table import Table, Words


class Violence(Table, frozen=True):
    """Words that make an armed group of a body, and what is done, suffered and blamed in violence."""

    words: Words
    said: Words
    either: Words
    acts: Words
    done: Words
    nouns: Words
    blame: Words
    passive: Words
    between: Words


class Evidence(Table, frozen=True):
    """What tells the type of a name that its own words leave open."""

    units: Words
    ordinals: Words
    kin: Words
    professions: Words
    firms: Words
    charities: Words
    media: Words
    of_states: Words
    before_states: Words
    armed: Words
    speech: Words
    named: Words
    ranks: Words
