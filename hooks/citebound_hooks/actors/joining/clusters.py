"""Stage 5: which phrases name one actor."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model.actor import AliasKind
from citebound_hooks.actors.joining.description import Description
from citebound_hooks.actors.joining.initials import join_initials
from citebound_hooks.actors.joining.joiner import Cluster, Form, Joiner
from citebound_hooks.actors.joining.kin import kin
from citebound_hooks.actors.joining.offices import join_offices
from citebound_hooks.actors.joining.short_names import (
    join_firms,
    join_heads,
    join_persons,
    join_states,
    join_stems,
    join_tails,
)
from citebound_hooks.actors.joining.tie import Tie
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.naming.evidence import Candidate
from citebound_hooks.actors.reading.acronyms import Definition
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import Phrase

_IDENTITY = words_in(word_lists().phrasing.identity)


def cluster(
    reading: Reading, candidates: Sequence[Candidate], found: Sequence[Tie], told: Sequence[Description]
) -> list[Cluster]:
    """Returns the actors' phrases, in the order of the text."""
    text = reading.analysis.text
    keys = {candidate.phrase: candidate.key for candidate in candidates}
    _part_by_title(text, keys)
    joiner = Joiner(keys.values())
    names = {key: phrase for phrase, key in reversed(list(keys.items())) if phrase.kind == "name"}
    short: dict[str, AliasKind] = {}
    _join_definitions(reading, joiner, short)
    _join_ties(found, keys, joiner)
    _join_identities(text, keys, joiner)
    join_initials(text, names, joiner, short)
    join_persons(text, names, keys, joiner, short, apart=kin(reading, keys))
    join_tails(names, joiner, short)
    join_stems(names, joiner, short)
    join_states(names, joiner, short)
    join_firms(names, joiner, short)
    join_heads(names, keys, joiner, short)
    join_offices(text, keys, joiner, found, told)
    _join_described(keys, joiner)
    return _collect(reading, keys, joiner, found, short)


def _part_by_title(text: str, keys: dict[Phrase, str]) -> None:
    """Gives "Major Quill" the key of the one Quill who is a major, where the text has others of that name."""
    titled: dict[tuple[str, str], set[str]] = {}
    named: dict[str, set[str]] = {}
    for phrase, key in keys.items():
        if phrase.kind == "name" and " " in key:
            named.setdefault(key.rpartition(" ")[2], set()).add(key)
        if phrase.title and " " in key:
            titled.setdefault((text[slice(*phrase.title)], key.rpartition(" ")[2]), set()).add(key)
    for phrase, key in keys.items():
        if phrase.title and " " not in key and len(named.get(key, ())) > 1:
            bearers = titled.get((text[slice(*phrase.title)], key), set())
            if len(bearers) == 1:
                keys[phrase] = next(iter(bearers))


def _join_definitions(reading: Reading, joiner: Joiner, short: dict[str, AliasKind]) -> None:
    text = reading.analysis.text
    for definition in reading.definitions:
        one, other = (name_key(text[a:b]) for a, b in (definition.short, definition.long))
        if one in joiner.order and other in joiner.order:
            joiner.join(one, other)
            short[one] = "acronym"


def _join_ties(found: Sequence[Tie], keys: dict[Phrase, str], joiner: Joiner) -> None:
    for tie in found:
        if tie.other and tie.kind != "title" and tie.other in keys:
            joiner.join(keys[tie.phrase], keys[tie.other])


def _join_identities(text: str, keys: dict[Phrase, str], joiner: Joiner) -> None:
    """Joins "the Taliban movement" to "Taliban"."""
    for phrase, key in keys.items():
        part = text.startswith(" of ", phrase.end)  # "the UN group of experts"
        if phrase.kind == "group" and phrase.noun in _IDENTITY and phrase.anchor and not part:
            anchor = name_key(text[slice(*phrase.anchor)])
            if anchor in joiner.order:
                joiner.join(key, anchor)


def _join_described(keys: dict[Phrase, str], joiner: Joiner) -> None:
    """Joins "armed forces" to "Malian armed forces" if these are the only ones that the text names."""
    longer: dict[str, dict[str, None]] = {}
    for phrase, key in keys.items():
        if phrase.kind == "group":
            words = key.split()[1:]
            for cut in range(1, min(4, len(words) - 1)):
                longer.setdefault(" ".join(words[cut:]), {})[joiner.root(key)] = None
    for phrase, key in keys.items():
        if phrase.kind == "described":
            named = longer.get(key.removeprefix("described "), {})
            if len(named) == 1:
                joiner.join(next(iter(named)), key)


def _collect(
    reading: Reading,
    keys: dict[Phrase, str],
    joiner: Joiner,
    found: Sequence[Tie],
    short: dict[str, AliasKind],
) -> list[Cluster]:
    table: dict[str, Cluster] = {}
    for phrase, key in keys.items():
        root = joiner.root(key)
        if root not in table:
            table[root] = Cluster([root])
        each = table[root]
        each.phrases.append(phrase)
        if key not in each.keys:
            each.keys.append(key)
        if key in short:
            each.forms.append(Form(short[key], phrase.core[0], phrase.core[1]))
    for definition in reading.definitions:
        _add_definition(reading.analysis.text, definition, table, joiner)
    for tie in found:
        table[joiner.root(keys[tie.phrase])].forms.append(Form(tie.kind, *tie.place))
    return list(table.values())


def _add_definition(text: str, definition: Definition, table: dict[str, Cluster], joiner: Joiner) -> None:
    """Gives an actor that stands under its acronym the long form that defines it."""
    one, other = (name_key(text[slice(*place)]) for place in (definition.short, definition.long))
    if one in joiner.order and other not in joiner.order:
        table[joiner.root(one)].defined.append(definition.long)
    elif one not in joiner.order and other in joiner.order:
        table[joiner.root(other)].forms.append(Form("acronym", *definition.short))
