"""The small word lists of the frames: the file `words.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound_hooks.language.lexicon import load_lexicon


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `words.toml`, which explains each list."""

    negations: frozenset[str]
    nobody: frozenset[str]
    deeds: frozenset[str]
    voices: frozenset[str]
    as_adjective: frozenset[str]
    raising: frozenset[str]
    adjectival: frozenset[str]
    seeming: frozenset[str]
    pronouns: frozenset[str]
    clause_links: frozenset[str]
    adverbial: frozenset[str]
    telling: frozenset[str]
    focusing: frozenset[str]
    venues: frozenset[str]
    responsibility_modifiers: frozenset[str]
    responsibility_verbs: frozenset[str]
    denials: frozenset[str]
    empty: frozenset[str]
    contrast: frozenset[str]
    contrasts: tuple[str, ...]
    contrasting: frozenset[str]
    agents: frozenset[str]
    hollow: frozenset[str]
    sound: frozenset[str]
    insisting: frozenset[str]
    doubting: frozenset[str]
    untrue: frozenset[str]
    accusations: frozenset[str]
    opinions: frozenset[str]
    counting: frozenset[str]
    negating: frozenset[str]
    contracted: frozenset[str]
    numbers: frozenset[str]
    of_death: frozenset[str]
    bodies: dict[str, frozenset[str]]
    asking: frozenset[str]
    agreeing: frozenset[str]
    joining: frozenset[str]
    afterwards: frozenset[str]
    prosecuting: frozenset[str]
    voice_of: frozenset[str]
    wrongs: frozenset[str]
    retorting: frozenset[str]
    copulas: frozenset[str]
    according: tuple[str, ...]
    reflexive: frozenset[str]
    floating: frozenset[str]
    asides: frozenset[str]
    in_group: frozenset[str]
    before_so: frozenset[str]
    possessives: frozenset[str]
    kin: frozenset[str]
    impersonal: frozenset[str]
    label_titles: tuple[str, ...]
    label_questions: tuple[str, ...]
    clitics: frozenset[str]
    phrase_asides: tuple[str, ...]
    opposite: frozenset[str]
    retracting: frozenset[str]
    unwilling: frozenset[str]
    said: frozenset[str]
    figures: frozenset[str]
    guilt: frozenset[str]
    blaming: frozenset[str]
    dismissing: frozenset[str]
    belittling: frozenset[str]
    disclaimers: tuple[str, ...]
    accounts: frozenset[str]
    at_times: frozenset[str]
    months: frozenset[str]
    relatives: frozenset[str]
    last_named: frozenset[str]
    plural: frozenset[str]
    several: tuple[str, ...]
    speaking_for: tuple[str, ...]
    speaking_for_french: tuple[str, ...]
    before_others: tuple[str, ...]
    organs: tuple[str, ...]
    members: tuple[str, ...]
    statements: tuple[str, ...]
    led: tuple[str, ...]
    before_naming: tuple[str, ...]
    naming: tuple[str, ...]
    fitting: dict[str, str]


@cache
def words() -> Words:
    """Returns the word lists, read once."""
    return load_lexicon(Path(__file__).with_name("words.toml"), Words)
