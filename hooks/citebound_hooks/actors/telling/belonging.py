"""Who belongs to whom by possession and apposition: "the Front's 4th Battalion", "members such as Ada Quill"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from citebound_hooks.actors.joining.description import may_be_person
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.relations import compound_relations, noun_relations
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import OWNS, Phrase
from citebound_hooks.actors.reading.wording import Words, is_possessive
from citebound_hooks.actors.telling.asserted import is_over
from citebound_hooks.actors.telling.ends import is_attribute
from citebound_hooks.actors.telling.own_words import is_given
from citebound_hooks.actors.telling.tied import Tied

_PARTS = frozenset(word for word, kind in noun_relations().items() if kind == "part-of")
_UNITS = _PARTS | words_in(word_lists().evidence.units)
_LISTED = (
    (",", "including"),
    ("including",),
    (",", "among", "them"),
    ("such", "as"),
    (",", "such", "as"),
    ("like",),
)
_COMPOUNDS = tuple(ending for ending, _ in compound_relations())
_ITS = frozenset(("its", "their", "sa", "son", "leur"))
_FARTHEST = 8  # tokens from an owner to the name of what it owns
_COPULA = frozenset((",", "is", "are", "was", "were"))


class Wholes:
    """The names that groups may be part of."""

    def __init__(self, reading: Reading, phrases: Sequence[Phrase]) -> None:
        self._text = reading.analysis.text
        self._names = {
            name_key(self._text[slice(*each.core)]): each
            for each in phrases
            if each.kind in ("name", "state")
        }

    def named(self, name: str) -> Phrase | None:
        """Returns the phrase of a name, None if nothing bears it."""
        return self._names.get(name_key(name))

    def over(self, phrase: Phrase) -> Phrase | None:
        """Returns the Guard of the name "Third Battalion of the Guard", None for other names."""
        if phrase.kind != "name" or phrase.noun not in _UNITS:
            return None
        tail = self._text[slice(*phrase.core)].partition(" of ")[2].removeprefix("the ")
        return self.named(tail) if tail else None

    def of(self, phrase: Phrase) -> Phrase | None:
        """Returns the Front of "Front officials" and of "the Front's high command", None for other phrases."""
        if phrase.kind != "group" or not phrase.anchor:
            return None
        return self._names.get(name_key(self._text[slice(*phrase.anchor)]))


def by_part(words: Words, here: Sequence[Phrase], wholes: Wholes) -> Iterator[Tied]:
    """Yields "part-of" of "the Salt Boys, the maritime wing of the Front" and of `the "Salt" column of the Front`."""
    for one, other in pairwise(here):
        between = range(one.last, other.first)
        if one.kind != "name" or other.noun not in _PARTS or not between:
            continue
        mark = words.tokens[one.last]
        quoted = len(between) == 1 and mark.text in '"”»'
        if not quoted and mark.lower not in _COPULA:
            continue
        whole = wholes.of(other)
        if whole is not None and (quoted or all(is_attribute(words, at) for at in between[1:])):
            last = other.anchor is not None and other.anchor[0] == other.start  # "the Front's youth wing"
            start = other.end - len(other.noun) if last else other.start
            yield Tied(one, "part-of", whole, (start, start + len(other.noun)))


def by_of(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields "member-of" of "Ada Quill of the Mirren School" and of "Ada Quill, of the Mirren School"."""
    for one, other in pairwise(here):
        if other.first - one.last not in (2, 3) or words.lower[other.first - 2] != "of":
            continue
        if other.first - one.last == 3 and words.lower[one.last] != ",":
            continue
        long = one.kind == "name" and one.last - one.first > 1 and may_be_person(one)
        if (
            long
            and words.flags[other.first - 1] & k.ARTICLE
            and other.kind == "name"
            and not may_be_person(other)
        ):
            of = words.tokens[other.first - 2]
            yield Tied(one, "member-of", other, (of.start, words.tokens[other.first - 1].end))


def by_compound(words: Words, here: Sequence[Phrase], wholes: Wholes) -> Iterator[Tied]:
    """Yields "leads" of "the Quill-led Front" and "allied-with" of "the Harrow-backed Front"."""
    for at in words.capitals:
        token = words.tokens[at]
        if not token.lower.endswith(_COMPOUNDS):
            continue
        found = next(each for each in compound_relations() if token.lower.endswith(each[0]))
        one = wholes.named(token.text[: -len(found[0])])
        first = next((i for i in range(at + 1, len(words.tokens)) if not is_attribute(words, i)), at)
        other = next(
            (phrase for phrase in here if phrase.first <= first < phrase.last and phrase.first > at), None
        )
        if one is not None and other is not None:
            yield Tied(one, found[1], other, (token.start, token.end))


def by_noun(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields "opposes" of "the Front's rival, the Company", "part-of" of "the Front's youth wing, the Salt Boys"."""
    for one, other in pairwise(here):
        if (
            not (one.context & OWNS or is_possessive(words.tokens[one.last - 1]))
            or other.first - one.last > _FARTHEST
        ):
            continue
        between = range(one.last + (words.tokens[one.last].text in "'’"), other.first)
        nouns = [at for at in between if words.lower[at] in noun_relations()]
        plain = all(is_attribute(words, at) or words.lower[at] == "," for at in between)
        if len(nouns) != 1 or not plain or is_over(words, one.last, nouns[0]):
            continue
        if not all(
            words.flags[at] & k.ARTICLE or words.lower[at] == "," for at in range(nouns[0] + 1, other.first)
        ):
            continue
        noun = words.tokens[nouns[0]]
        yield Tied(other, noun_relations()[noun.lower], one, (noun.start, noun.end))


def by_its(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields "part-of" of "its armed wing, the Salt Boys", where one name alone stands before it."""
    for at in [at for at, word in enumerate(words.lower) if word in _ITS]:
        noun = next((i for i in range(at + 1, len(words.lower)) if not is_attribute(words, i)), at) - 1
        if words.lower[noun] not in noun_relations() or is_over(words, at, noun):
            continue
        after = noun + 1 + (words.lower[noun + 1 : noun + 2] == (",",))
        after += after < len(words.lower) and bool(words.flags[after] & k.ARTICLE)
        other = next((phrase for phrase in here if phrase.first == after), None)
        before = [phrase for phrase in here if phrase.last <= at and phrase.kind in ("name", "state")]
        if other is not None and len({(each.noun, each.last - each.first) for each in before}) == 1:
            token = words.tokens[noun]
            yield Tied(other, noun_relations()[token.lower], before[0], (token.start, token.end))


def by_copula(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields "part-of" of "the Boys are the Front's youth wing", "opposes" of "the Boys, the Front's rival"."""
    for one, other in pairwise(here):
        owner = other.context & OWNS or is_possessive(words.tokens[other.last - 1])
        if one.kind != "name" or not owner or other.first - one.last > 2:
            continue
        if words.tokens[one.last].lower not in _COPULA:
            continue
        for at in range(other.last, min(other.last + 3, len(words.tokens))):
            token = words.tokens[at]
            if token.lower in noun_relations() and not is_over(words, other.last, at):
                yield Tied(one, noun_relations()[token.lower], other, (token.start, token.end))
            if not is_attribute(words, at):
                break


def by_possession(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields "member-of" of "the Front's Ada Quill" and of "Front officials, including Ada Quill"."""
    for at, (one, other) in enumerate(pairwise(here)):
        if other.kind != "name" or one.kind not in ("name", "group") or other.title:
            continue
        between = tuple(token.lower for token in words.tokens[one.last : other.first])
        listed = between in _LISTED and (one.kind == "group" or _is_headed(here, at))
        owned = not between and (one.context & OWNS or is_possessive(words.tokens[one.last - 1]))
        if listed or (owned and one.kind == "name" and is_given(words, other)):
            yield Tied(other, "member-of", one, (one.start, one.end), by_name=True)
        elif owned and other.noun in _UNITS and k.kinds().get(other.noun, 0) & k.BODY:
            yield Tied(other, "part-of", one, (one.start, one.end))


def _is_headed(here: Sequence[Phrase], at: int) -> bool:
    """Tells whether a name closes "members of the Front"."""
    return at > 0 and here[at - 1].kind == "group" and here[at - 1].end == here[at].end
