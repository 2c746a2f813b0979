"""Which short names belong to which longer ones: acronyms, surnames, "the Council"."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.model import AliasKind
from citebound_hooks.actors.joining.joiner import Joiner
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names, known_types, word_lists, words_in
from citebound_hooks.actors.naming.evidence import LADY, gender
from citebound_hooks.actors.reading.phrase import (
    COMPOUND,
    DEFINITE,
    FIRST,
    HEADLINE,
    INDEFINITE,
    TITLED,
    Phrase,
)
from citebound_hooks.actors.reading.wording import is_acronym
from citebound_hooks.actors.telling.own_words import FATHERS

_FIRMS = words_in(word_lists().evidence.firms)
_REALMS = frozenset(("republic", "kingdom", "government", "emirate", "sultanate", "grand duchy"))
_SMALL = words_in(word_lists().phrasing.left_out)
_GENERAL = words_in(word_lists().phrasing.identity)
_NO_PERSONS = DEFINITE | COMPOUND | INDEFINITE | HEADLINE
_NO_SURNAME = k.GROUP | k.FAITH | k.FUNCTION | k.DEMONYM
_MANY = 40  # bearers of one surname; a short form that so many share belongs to none


def join_persons(
    text: str,
    names: dict[str, Phrase],
    keys: dict[Phrase, str],
    joiner: Joiner,
    short: dict[str, AliasKind],
    *,
    apart: frozenset[tuple[str, str]],
) -> None:
    """Joins a surname, or a shorter form of a name, to the one person of the text who bears it.

    Args:
        text: The document's text.
        names: The first phrase of each name.
        keys: The key of each phrase.
        joiner: What is joined so far.
        short: The kind of alias that each short form is; added to.
        apart: Pairs of names that the text gives to two persons.
    """
    titled = {key for phrase, key in keys.items() if phrase.context & TITLED}
    genders = _genders(text, keys)
    bearers = _bearers(names, titled)
    for key, phrase in sorted(names.items(), key=lambda item: -item[0].count(" ")):
        words = key.split()
        known = bearers.get(words[-1], {})
        if len(known) > _MANY or (len(words) > 1 and key not in titled and not is_person(phrase, key)):
            continue
        longer = [
            one for one in known if one != key and (key, one) not in apart and _shortens(words, one.split())
        ]
        if not longer and len(words) == 1:
            longer = [one for one in known if _is_first_name(text, phrase, names[one], key, one)]
        if len({joiner.root(one) for one in longer}) > 1:
            longer = [
                one for one in longer if names[one].start < phrase.start
            ]  # whom the text had named by then
        if len({joiner.root(one) for one in longer}) != 1 or not _agree(text, names, key, longer):
            continue
        if len(set().union(genders.get(key, ()), *(genders.get(one, ()) for one in longer))) < 2:
            joiner.join(key, longer[0])
            short.setdefault(key, "short-name")


def _bearers(names: dict[str, Phrase], titled: set[str]) -> dict[str, dict[str, None]]:
    """Returns the persons' full names under each of their words, in the order of the text."""
    bearers: dict[str, dict[str, None]] = {}
    for key, phrase in names.items():
        if " " in key and (key in titled or is_person(phrase, key)):
            for word in key.split():
                bearers.setdefault(word, {})[key] = None
    return bearers


def _genders(text: str, keys: dict[Phrase, str]) -> dict[str, frozenset[str]]:
    """Returns what the titles of each key tell of its bearer."""
    found: dict[str, frozenset[str]] = {}
    for phrase, key in keys.items():
        if sign := gender(text, phrase):
            found[key] = found.get(key, frozenset()) | {sign}
    return found


def _agree(text: str, names: dict[str, Phrase], key: str, longer: Sequence[str]) -> bool:
    """Tells whether a surname may be that of a fuller name: named before it, or with the same title.

    "President Quill", named before "Ada Quill" is, may well be somebody else.
    """
    phrase = names[key]
    if not phrase.title or " " in key.removeprefix(f"{LADY} "):
        return True
    title = text[slice(*phrase.title)]
    full = [names[one] for one in longer]
    return any(one.start < phrase.start or (one.title and text[slice(*one.title)] == title) for one in full)


def _shortens(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Tells whether a form is a shorter one of a person's name: the surname, or the name without middle parts."""
    words = words[1:] if words[0] == LADY else words
    if len(words) >= len(longer):
        return False
    if len(words) == 1:
        return words[0] in longer[1:] or (words[0] == longer[0] and words[0] in given_names())
    if words[0] in FATHERS and list(longer[: len(words)]) == list(words):
        return True  # "Abu Tarif" of "Abu Tarif al-Qorini"
    rest = iter(longer)
    return words[-1] == longer[-1] and all(word in rest for word in words)


def _is_first_name(text: str, short: Phrase, long: Phrase, key: str, name: str) -> bool:
    """Tells whether one word begins a person's name that the text has before, and that no other list knows."""
    first, _, rest = name.partition(" ")
    if first != key or not rest or long.start > short.start or (long.context | short.context) & _NO_PERSONS:
        return False
    words = name.split()
    unknown = not any(k.kinds().get(word, 0) & ~k.PARTICLE for word in words)
    return unknown and not words[-1].endswith("s") and not is_acronym(text[slice(*short.core)])


def join_tails(names: dict[str, Phrase], joiner: Joiner, short: dict[str, AliasKind]) -> None:
    """Joins "Security Council" to "UN Security Council" if that is the only longer name with this end."""
    table = k.kinds()
    bodies = [
        key
        for key, phrase in names.items()
        if table.get(phrase.noun, 0) & (k.BODY | k.MEDIUM) or " ".join(key.split()[-2:]) in known_types()
    ]
    longer: dict[str, dict[str, None]] = {}
    for key in bodies:
        words = key.split()
        for cut in range(1, min(3, len(words) - 1)):
            longer.setdefault(" ".join(words[cut:]), {})[joiner.root(key)] = None
    for key in bodies:
        heads = [root for root in longer.get(key, ()) if root != joiner.root(key)]
        if len(heads) == 1:
            joiner.join(key, heads[0])
            short.setdefault(key, "short-name")


def join_heads(
    names: dict[str, Phrase], keys: dict[Phrase, str], joiner: Joiner, short: dict[str, AliasKind]
) -> None:
    """Joins "the Council" to the one name of the text that has this word for its head or its end."""
    definite = {key for phrase, key in keys.items() if phrase.kind == "name" and phrase.context & DEFINITE}
    within = {key for phrase, key in keys.items() if phrase.kind == "name" and not phrase.context & FIRST}
    longer: dict[str, dict[str, None]] = {}
    for key, phrase in names.items():
        if " " in key and not phrase.context & TITLED:
            for word in _heads_of(key, phrase.noun, names):
                longer.setdefault(word, {})[joiner.root(key)] = None
    for key, phrase in names.items():
        body = k.kinds().get(key, 0) & (k.BODY | k.PEOPLE) and key in within
        named = longer.get(key, {}) if (key in definite or body) and " " not in key else {}
        if len(named) > 1:
            named = {root: None for root in named if root in names and names[root].start < phrase.start}
        if len(named) == 1 and not is_acronym(phrase.noun):
            root = next(iter(named))
            if joiner.root(root) != joiner.root(key):
                joiner.join(root, key)
                short.setdefault(key, "short-name")


def _heads_of(key: str, noun: str, names: dict[str, Phrase]) -> set[str]:
    """Returns the words that may stand for a name: its head, a plural that opens it, its end.

    The end of "Third Battalion of the Karst Guard" stands for the Guard, that of "Office of the Regent" for whoever
    holds the office.
    """
    words = key.split()
    _, of, rest = key.partition(" of ")
    last = words[-1]
    whole = rest.removeprefix("the ")
    others = of and ((" " in whole and whole in names) or k.kinds().get(last, 0) & (k.OFFICE | k.PLACE))
    return {noun, noun if others else last, words[0] if words[0].endswith("s") else noun}


def join_stems(names: dict[str, Phrase], joiner: Joiner, short: dict[str, AliasKind]) -> None:
    """Joins "Free Brigades" to "Free Brigades of the Hill" if that is the only name that goes on so."""
    longer: dict[str, dict[str, None]] = {}
    for key, phrase in names.items():
        stem = key.partition(" of ")[0].partition(" for ")[0]
        if stem == key and key.rpartition(" ")[2] in _GENERAL:
            stem = key.rpartition(" ")[0]  # "Red Lamp" of "Red Lamp Movement"
        if " " in stem and stem != key and k.kinds().get(phrase.noun, 0) & k.GROUP:
            longer.setdefault(stem, {})[joiner.root(key)] = None
    for key, roots in longer.items():
        if key in names and len(roots) == 1:
            joiner.join(next(iter(roots)), key)
            short.setdefault(key, "short-name")


def join_states(names: dict[str, Phrase], joiner: Joiner, short: dict[str, AliasKind]) -> None:
    """Joins "Kestren" to "Republic of Kestren", but no town to its council."""
    for key in names:
        first, _, last = key.partition(" of ")
        if first in _REALMS and last in names and " " not in last:
            joiner.join(key, last)
            short.setdefault(last, "short-name")


def join_firms(names: dict[str, Phrase], joiner: Joiner, short: dict[str, AliasKind]) -> None:
    """Joins "Crystal Cane" to "Crystal Cane Holdings" if that is the only firm whose name begins so."""
    longer: dict[str, dict[str, None]] = {}
    for key in names:
        first, _, last = key.rpartition(" ")
        while first and last in _FIRMS:
            longer.setdefault(first, {})[joiner.root(key)] = None
            first, _, last = first.rpartition(" ")
    for key, roots in longer.items():
        if key in names and len(roots) == 1:
            joiner.join(next(iter(roots)), key)
            short.setdefault(key, "short-name")


def is_person(phrase: Phrase, key: str) -> bool:
    """Tells whether a name looks like a person's: titled, or two to five words without the noun of a body."""
    if phrase.kind != "name":
        return False
    if phrase.context & TITLED:
        return True
    words = key.split()
    flags = [k.kinds().get(word, 0) for word in words]
    if len(words) == 2 and words[0] in given_names() and not flags[0] and not flags[1] & _NO_SURNAME:
        return True  # "Eva Forest"
    return 2 <= len(words) <= 5 and not any(flag & (_NO_SURNAME | k.PLACE | k.THING) for flag in flags)
