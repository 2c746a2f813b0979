"""What stands for a named actor at the beginning of a sentence: "The group is led by …", "It broke away from …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.joining.owners import owner_of
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import ACTS, DEFINITE, Phrase
from citebound_hooks.actors.telling.anaphora import Anaphor

_PRONOUNS = frozenset(("it", "elle", "il"))
_PERSONS = frozenset(("he", "she", "elle", "il"))
_SUBJECTS = _PRONOUNS | _PERSONS
_OPENS = 4  # tokens of a sentence up to which a noun is its subject


def stand_ins(
    reading: Reading, phrases: Sequence[Phrase], nouns: Sequence[Anaphor], clusters: Sequence[Cluster]
) -> dict[Phrase, Phrase]:
    """Returns, for each noun or pronoun that opens a sentence, the phrase of the actor that it stands for."""
    by_sentence: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        by_sentence.setdefault(phrase.sentence, []).append(phrase)
    found = dict(_nouns(reading, nouns, clusters))
    persons = {
        phrase: at
        for at, each in enumerate(clusters)
        if each.type in ("person", "official")
        for phrase in each.phrases
    }
    found.update(_pronouns(reading, by_sentence, persons))
    return found


def _nouns(
    reading: Reading, nouns: Sequence[Anaphor], clusters: Sequence[Cluster]
) -> Iterator[tuple[Phrase, Phrase]]:
    for noun in nouns:
        tokens = reading.words[noun.sentence].tokens
        last = next((at + 1 for at in range(min(_OPENS, len(tokens))) if tokens[at].end == noun.end), None)
        if last is not None:
            yield _phrase(noun.sentence, last - 1, noun.start, noun.end), clusters[noun.cluster].phrases[0]


def _pronouns(
    reading: Reading, by_sentence: dict[int, list[Phrase]], persons: Mapping[Phrase, int]
) -> Iterator[tuple[Phrase, Phrase]]:
    sentences = reading.analysis.sentences
    for sentence, here in by_sentence.items():
        words, before = reading.words[sentence], by_sentence.get(sentence - 1, ())
        if not before or words.lower[0] not in _SUBJECTS:
            continue
        if sentences[sentence].block is not sentences[sentence - 1].block or here[0].first == 0:
            continue
        owner = _person(words.lower[0], before, persons)
        if owner is None and words.lower[0] in _PRONOUNS:
            owner = owner_of(words, 0, (), before, reading.analysis.text)
        if owner is not None:
            yield _phrase(sentence, 0, words.tokens[0].start, words.tokens[0].end), owner


def _person(pronoun: str, before: Sequence[Phrase], persons: Mapping[Phrase, int]) -> Phrase | None:
    """Returns the one person of the sentence before; for "il" and "elle", which bodies are too, only its subject."""
    named = {persons[phrase]: phrase for phrase in before if phrase in persons}
    if pronoun not in _PERSONS or len(named) != 1:
        return None
    one = next(iter(named.values()))
    return one if pronoun in ("he", "she") or before[0] in persons else None


def _phrase(sentence: int, at: int, start: int, end: int) -> Phrase:
    place = (start, end)
    return Phrase("name", sentence, at, at + 1, *place, place, None, None, "", ACTS | DEFINITE)
