"""Stage 5: which phrases name one actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from citebound.model.extraction import ActorType, AliasKind
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.reading.acronyms import Definition
from citebound_hooks.actors.joining.appositions import Description
from citebound_hooks.actors.naming.choosing import Candidate
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.tables import given_names
from citebound_hooks.actors.reading.phrase import DEFINITE, FIRST, TITLED, Phrase
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.lexicon.relations import office_relations
from citebound_hooks.actors.joining.ties import Tie
from citebound_hooks.actors.reading.wording import is_acronym

_IDENTITY = frozenset(
    ["group", "movement", "militia", "organisation", "organization", "agency", "newspaper", "network", "party"]
)
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "la", "del", "du", "des", "des", "et"])


class Form(NamedTuple):
    """Another form of an actor's name, where it stands, and what kind it is."""

    kind: AliasKind
    start: int
    end: int


@dataclass(slots=True)
class Cluster:
    """The phrases that name one actor.

    Attributes:
        keys: The keys of its forms, the first one first.
        phrases: In the order of the text.
        forms: The aliases that the text ties to it.
        defined: Places of long forms that define its acronym and that no phrase covers alone.
        type: What it is; set by the stage after.
        told: The offices that the text gives it, and …
        offices: … where it does; set by the stage after.
        nouns: Places of definite nouns that speak of it; set by the stage after.
    """

    keys: list[str]
    phrases: list[Phrase] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    defined: list[tuple[int, int]] = field(default_factory=list)
    type: ActorType = "unknown"
    nouns: list[tuple[int, int]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    offices: list[tuple[int, int]] = field(default_factory=list)


class Joiner:
    """Joins keys that are one actor: a union-find whose roots are the keys that came first."""

    __slots__ = ("_root", "order")

    def __init__(self, keys: Iterable[str]) -> None:
        self.order = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        self._root = {key: key for key in self.order}

    def root(self, key: str) -> str:
        """Returns the key that stands for the actor."""
        while (above := self._root[key]) != key:
            self._root[key] = key = self._root[above]
        return key

    def join(self, one: str, other: str) -> None:
        """Makes two keys one actor."""
        a, b = self.root(one), self.root(other)
        if a != b:
            first, last = (a, b) if self.order[a] < self.order[b] else (b, a)
            self._root[last] = first


def cluster(
    reading: Reading, candidates: Sequence[Candidate], found: Sequence[Tie], told: Sequence[Description]
) -> list[Cluster]:
    """Returns the actors' phrases, in the order of the text."""
    text = reading.analysis.text
    keys = {candidate.phrase: candidate.key for candidate in candidates}
    joiner = Joiner(keys.values())
    names = {key: phrase for phrase, key in reversed(list(keys.items())) if phrase.kind == "name"}
    short: dict[str, AliasKind] = {}
    _join_definitions(reading, joiner, short)
    _join_ties(found, keys, joiner)
    _join_identities(text, keys, joiner)
    _join_initials(names, joiner, short)
    _join_persons(names, keys, joiner, short)
    _join_tails(names, joiner, short)
    _join_heads(names, keys, joiner, short)
    _join_offices(text, keys, joiner, found, told)
    _join_described(keys, joiner)
    return _collect(reading, keys, joiner, found, short)


def _join_definitions(reading: Reading, joiner: Joiner, short: dict[str, AliasKind]) -> None:
    text = reading.analysis.text
    for definition in reading.definitions:
        one, other = (name_key(text[a:b]) for a, b in (definition.short, definition.long))
        if one in joiner.order and other in joiner.order:
            joiner.join(one, other)
            short[one] = "acronym"


def _join_ties(found: Sequence[Tie], keys: dict[Phrase, str], joiner: Joiner) -> None:
    for tie in found:
        if tie.other and tie.kind in ("acronym", "variant", "translation") and tie.other in keys:
            joiner.join(keys[tie.phrase], keys[tie.other])


def _join_identities(text: str, keys: dict[Phrase, str], joiner: Joiner) -> None:
    """Joins "the Taliban movement" to "Taliban"."""
    for phrase, key in keys.items():
        if phrase.kind == "group" and phrase.noun in _IDENTITY and phrase.anchor:
            anchor = name_key(text[slice(*phrase.anchor)])
            if anchor in joiner.order:
                joiner.join(key, anchor)


def _join_initials(names: dict[str, Phrase], joiner: Joiner, short: dict[str, AliasKind]) -> None:
    """Joins an acronym to the one name of the text whose words begin with its letters."""
    by_initials: dict[str, list[str]] = {}
    for key in names:
        words = [word for word in key.split() if word not in _SMALL]
        if len(words) > 1:
            by_initials.setdefault("".join(word[0] for word in words), []).append(key)
    for key in names:
        long = by_initials.get(key, ()) if " " not in key else ()
        if len(long) == 1 and key not in short:
            joiner.join(key, long[0])
            short[key] = "acronym"


def is_person(phrase: Phrase, key: str) -> bool:
    """Tells whether a name looks like a person's: titled, or two to five words without the noun of a body."""
    if phrase.kind != "name":
        return False
    if phrase.context & TITLED:
        return True
    words = key.split()
    table = k.kinds()
    return 2 <= len(words) <= 5 and not any(
        table.get(word, 0) & (k.GROUP | k.PLACE | k.THING | k.FAITH | k.FUNCTION | k.DEMONYM)
        for word in words
    )


def _join_persons(
    names: dict[str, Phrase], keys: dict[Phrase, str], joiner: Joiner, short: dict[str, AliasKind]
) -> None:
    """Joins a surname, or a shorter form of a name, to the one person of the text who bears it."""
    titled = {key for phrase, key in keys.items() if phrase.context & TITLED}
    persons = [
        key for key, phrase in names.items() if " " in key and (key in titled or is_person(phrase, key))
    ]
    bearers: dict[str, dict[str, None]] = {}
    for key in persons:
        for word in key.split():
            bearers.setdefault(word, {})[key] = None
    for key, phrase in sorted(names.items(), key=lambda item: -item[0].count(" ")):
        words = key.split()
        if (
            (is_acronym(phrase.noun.upper())
            and len(words) > 5)
            or (len(words) > 1 and key not in titled and not is_person(phrase, key))
        ):
            continue
        longer = [one for one in bearers.get(words[-1], ()) if one != key and _shortens(words, one.split())]
        if roots := dict.fromkeys(joiner.root(one) for one in longer):
            if len(roots) == 1:
                joiner.join(key, longer[0])
                short.setdefault(key, "short-name")


def _shortens(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Tells whether a form is a shorter one of a person's name: the surname, or the name without middle parts."""
    if len(words) >= len(longer):
        return False
    if len(words) == 1:
        return words[0] in longer[1:] or (words[0] == longer[0] and words[0] in given_names())
    rest = iter(longer)
    return words[-1] == longer[-1] and all(word in rest for word in words)


def _join_tails(names: dict[str, Phrase], joiner: Joiner, short: dict[str, AliasKind]) -> None:
    """Joins "Security Council" to "UN Security Council" if that is the only longer name with this end."""
    table = k.kinds()
    bodies = [key for key, phrase in names.items() if table.get(phrase.noun, 0) & (k.BODY | k.MEDIUM)]
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


def _join_heads(
    names: dict[str, Phrase], keys: dict[Phrase, str], joiner: Joiner, short: dict[str, AliasKind]
) -> None:
    """Joins "the Council" to the one name of the text that has this word for its head or its end."""
    definite = {key for phrase, key in keys.items() if phrase.kind == "name" and phrase.context & DEFINITE}
    within = {key for phrase, key in keys.items() if phrase.kind == "name" and not phrase.context & FIRST}
    longer: dict[str, dict[str, None]] = {}
    for key, phrase in names.items():
        words = key.split()
        if len(words) > 1 and not phrase.context & TITLED:
            for word in {phrase.noun, words[-1], words[0] if words[0].endswith("s") else words[-1]}:
                longer.setdefault(word, {})[joiner.root(key)] = None
    for key, phrase in names.items():
        body = k.kinds().get(key, 0) & (k.BODY | k.PEOPLE) and key in within
        named = longer.get(key, {}) if (key in definite or body) and " " not in key else {}
        if len(named) == 1 and not is_acronym(phrase.noun):
            root = next(iter(named))
            if joiner.root(root) != joiner.root(key):
                joiner.join(root, key)
                short.setdefault(key, "short-name")


def _join_offices(
    text: str, keys: dict[Phrase, str], joiner: Joiner, found: Sequence[Tie], told: Sequence[Description]
) -> None:
    """Joins "the Foreign Secretary" to the one person whom the text gives that office."""
    holders: dict[str, dict[str, None]] = {}

    def holds(office: str | None, phrase: Phrase) -> None:
        if office and phrase in keys:
            holders.setdefault(office, {})[joiner.root(keys[phrase])] = None

    for tie in found:
        if tie.kind == "title" and tie.other:
            holds(keys[tie.other], tie.phrase)
            holds(_leads(text, tie.other), tie.phrase)
    for description in told:
        holds(f"office {name_key(text[slice(*description.place)])}", description.phrase)
        holds(_leads_within(text, description), description.phrase)
    for phrase, key in keys.items():
        if phrase.kind == "office":
            named = holders.get(key) or holders.get(_leads(text, phrase) or "", {})
            if len(named) == 1:
                joiner.join(next(iter(named)), key)


def _leads(text: str, phrase: Phrase) -> str | None:
    """Returns what "Ansar Dine leader" and "Ansar Dine chief" have in common, None for other offices."""
    if not phrase.anchor or office_relations().get(phrase.noun) != "leads":
        return None
    return f"leads {name_key(text[slice(*phrase.anchor)])}"


def _leads_within(text: str, description: Description) -> str | None:
    if office_relations().get(description.office) != "leads":
        return None
    anchor = description.phrase.anchor if description.kind == "title" else None
    bodies = [anchor] if anchor else [phrase.core for phrase in description.within if phrase.kind == "name"]
    return f"leads {name_key(text[slice(*bodies[0])])}" if bodies else None


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
        each = table.setdefault(root, Cluster([root]))
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
