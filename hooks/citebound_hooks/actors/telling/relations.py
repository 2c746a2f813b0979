"""Stage 8: how actors stand to one another, by the words between their names and by offices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound_hooks.actors.joining.description import Description
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.relations import (
    noun_relations,
    office_relations,
    relation_words,
    union_cues,
)
from citebound_hooks.actors.lexicon.tables import words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import OWNS, Phrase
from citebound_hooks.actors.reading.wording import Words
from citebound_hooks.actors.telling.belonging import (
    Wholes,
    by_compound,
    by_copula,
    by_its,
    by_noun,
    by_of,
    by_part,
    by_possession,
)
from citebound_hooks.actors.telling.between import Reader, ties_between
from citebound_hooks.actors.telling.fighting import pairs
from citebound_hooks.actors.telling.tied import Tied

_INNER = words_in(relation_words().inner.words) | {
    n for n, kind in noun_relations().items() if kind == "part-of"
}
_OWN = frozenset(("part-of", "member-of", "leads"))  # what a group within a body is, the body is not
_APART = 8  # tokens between two parts of a union
_OF_PLACES = words_in(relation_words().offices.places)
_MINISTERS = words_in(relation_words().offices.ministers)
_MINISTRIES = words_in(relation_words().offices.ministries)
_BY = frozenset(("by", "par"))
_BETWEEN = 12  # tokens between a body and the words after which its parts are listed


def relations(
    reading: Reading, phrases: Sequence[Phrase], described: Sequence[Description], persons: frozenset[Phrase]
) -> Iterator[Tied]:
    """Yields the relations of a document; `persons` are the names of persons."""
    by_sentence: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        by_sentence.setdefault(phrase.sentence, []).append(phrase)
    wholes, reader = Wholes(reading, phrases), Reader(persons)
    for sentence, here in by_sentence.items():
        for tied in _of_sentence(reading.words[sentence], here, wholes, reader):
            yield tied._replace(
                bearer=tied.bearer if tied.type in _OWN else wholes.of(tied.bearer) or tied.bearer,
                target=wholes.of(tied.target) or tied.target,
            )
    yield from _by_office(described, wholes)
    for phrase in phrases:
        people = k.noun_types().get(phrase.noun) != "population" and k.kinds().get(phrase.noun, 0) & k.PEOPLE
        if (people or phrase.noun in _INNER) and (whole := wholes.of(phrase)) is not None:
            yield Tied(phrase, "member-of" if people else "part-of", whole, (phrase.start, phrase.end))
        elif (whole := wholes.over(phrase)) is not None:
            yield Tied(phrase, "part-of", whole, (phrase.start, phrase.end))


def _of_sentence(words: Words, here: Sequence[Phrase], wholes: Wholes, reader: Reader) -> Iterator[Tied]:
    if len(here) < 2:
        return
    yield from ties_between(words, here, reader)
    if not union_cues().keys().isdisjoint(words.lower):
        yield from _unions(words, here)
    yield from by_possession(words, here)
    yield from by_part(words, here, wholes)
    if not noun_relations().keys().isdisjoint(words.lower):
        yield from by_copula(words, here)
        yield from by_noun(words, here)
        yield from by_its(words, here)
    yield from by_of(words, here)
    yield from by_compound(words, here, wholes)
    yield from pairs(words, here)


def _unions(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields the parts of "X is an alliance between A, B and C"; who leads a part is none."""
    for at, whole in enumerate(here[:-1]):
        if whole.kind != "name" or not (cue := _union_cue(words, whole.last)):
            continue
        place, end = cue
        for part in here[at + 1 :]:
            if part.first < end:
                continue
            if part.first - end > _APART or _is_told_of(words, end, part.first):
                break
            end = part.last
            before = words.tokens[part.first - 1].lower
            if part.kind == "name" and before != "by" and not part.context & OWNS:
                yield Tied(part, "part-of", whole, place)


def _is_told_of(words: Words, start: int, stop: int) -> bool:
    """Tells whether a verb ends a list: "the Front and the Company, rejected talks with"."""
    return any(
        (words.flags[at] & k.FINITE or words.lower[at].endswith("ed")) and words.lower[at + 1] not in _BY
        for at in range(start, stop)
    )


def _union_cue(words: Words, start: int) -> tuple[tuple[int, int], int] | None:
    tokens, cues, near = words.tokens, union_cues(), words.lower[start : start + _BETWEEN]
    for at in [at for at, word in enumerate(near, start) if word in cues]:
        for cue in cues[words.lower[at]]:
            end = at + len(cue)
            if words.lower[at:end] == cue:
                return (tokens[at].start, tokens[end - 1].end), end
    return None


def _by_office(described: Sequence[Description], wholes: Wholes) -> Iterator[Tied]:
    """Yields "leads" of "Ansar Dine chief Ada Quill", "member-of" of "a member of the Front"."""
    for description in described:
        kind = (
            None if description.ended or description.against else office_relations().get(description.office)
        )
        bodies = [phrase for phrase in description.within if phrase.kind in ("name", "state", "group")]
        held = bool(bodies) and not (kind == "member-of" and bodies[0].kind == "state")
        if held and description.office in _OF_PLACES and not k.kinds().get(bodies[0].noun, 0) & k.GROUP:
            continue  # "the governor of Tesk"
        inside = held and bodies[0].context & OWNS and bodies[0].start > description.place[0]
        if held and description.office in _MINISTERS and bodies[0].noun in _MINISTRIES:
            kind = kind and "leads"
        if kind == "leads" and (description.deputy or inside):  # "the head of the Front's Europe desk"
            kind = "member-of"
        if kind and held and bodies[0] != description.phrase:
            whole = wholes.of(bodies[0])  # who leads a detachment of the Guard is in the Guard
            kind = "member-of" if whole and kind == "leads" else kind
            yield Tied(description.phrase, kind, whole or bodies[0], description.place)
