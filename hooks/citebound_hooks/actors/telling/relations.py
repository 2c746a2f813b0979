"""Stage 8: how actors stand to one another, by the words between their names and by offices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from citebound.model import RelationType
from citebound_hooks.actors.joining.description import Description, may_be_person
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.relations import between_cues, office_relations, union_cues
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import ACTS, OWNS, TITLED, Phrase
from citebound_hooks.actors.reading.wording import Words
from citebound_hooks.actors.telling.tied import Tied
from citebound_hooks.actors.telling.types import is_given

_BETWEEN = 12  # tokens between two names that a cue may tie
_LINKS = words_in(word_lists().phrasing.links)
_ADJECTIVES = 4  # words between a cue that is a noun and its article
_PARTS = frozenset(
    ("wing", "branch", "arm", "faction", "unit", "affiliate", "brigade", "battalion", "column", "cell")
)
_CLOSING = "\"”’')"
_LOOSE = 7  # tokens between a cue and the name after it: "led by the former boat builder …"


def relations(
    reading: Reading, phrases: Sequence[Phrase], described: Sequence[Description]
) -> Iterator[Tied]:
    """Yields the relations of a document."""
    by_sentence: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        by_sentence.setdefault(phrase.sentence, []).append(phrase)
    wholes = _wholes(reading, phrases)
    for sentence, here in by_sentence.items():
        yield from _between(reading.words[sentence], here)
        yield from _unions(reading.words[sentence], here)
        for tied in _by_possession(reading.words[sentence], here):
            yield tied._replace(target=_whole(reading, wholes, tied.target) or tied.target)
        yield from _by_part(reading, here, wholes)
    yield from _by_office(described)
    for phrase in phrases:
        if (whole := _whole(reading, wholes, phrase)) is not None:
            kind: RelationType = "member-of" if k.kinds().get(phrase.noun, 0) & k.PEOPLE else "part-of"
            yield Tied(phrase, kind, whole, (phrase.start, phrase.end))


def _between(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    for at in range(len(here) - 1):
        one, other = here[at], here[at + 1]
        if not 0 < other.first - one.last <= _BETWEEN:
            continue
        cue = _cue(words, one.last, other.first)
        if cue is None:
            continue
        place, kind, first_bears = cue
        if words.tokens[other.first - 1].lower == "under" and not other.context & TITLED:
            continue
        if kind == "member-of" and _is_mere_of(words, other, place) and not _is_member(words, one, other):
            continue
        target = _owned(here, at + 1)
        bearer = _subject(here, at, participle=_is_participle(words, place))
        yield Tied(bearer, kind, target, place) if first_bears else Tied(target, kind, one, place)


def _cue(words: Words, start: int, stop: int) -> tuple[tuple[int, int], RelationType, bool] | None:
    """Returns place, type and bearer of the first cue between two names that only modifiers part from the second."""
    tokens, table = words.tokens, between_cues()
    for at in range(start, stop):
        for cue, kind, first_bears in table.get(tokens[at].lower, ()):
            end = at + len(cue)
            if end > stop or any(tokens[at + i].lower != word for i, word in enumerate(cue)):
                continue
            last = stop - 1 if stop - end > 2 and tokens[stop - 1].text == "," else stop
            after = last - end <= _LOOSE and all(_is_attribute(words, i) for i in range(end, last))
            if after and _speaks_of(words, start, at):
                return (tokens[at].start, tokens[end - 1].end), kind, first_bears
    return None


def _speaks_of(words: Words, start: int, at: int) -> bool:
    """Tells whether a cue speaks of the name that ends at `start`: at once, after "is", or in an aside."""
    tokens = words.tokens
    at = _noun_phrase_start(words, start, at)
    while at > start and (tokens[at - 1].lower in _LINKS or tokens[at - 1].lower.endswith("ly")):
        at -= 1
    if at == start:
        return True
    opens = start
    while opens < at and tokens[opens].text in _CLOSING:
        opens += 1
    between = range(opens, at)
    aside = opens == at or tokens[opens].text in ",(–—"
    return aside and not any(words.flags[i] & k.FINITE or tokens[i].text in '"“”' for i in between)


def _noun_phrase_start(words: Words, start: int, at: int) -> int:
    """Returns the article before a cue that is a noun: "the eastern | branch of"; the cue itself if there is none."""
    for before in range(at - 1, max(start, at - _ADJECTIVES) - 1, -1):
        if words.flags[before] & k.ARTICLE:
            return before
        if not _is_attribute(words, before):
            break
    return at


def _is_mere_of(words: Words, other: Phrase, place: tuple[int, int]) -> bool:
    """Tells whether a cue is "of the" or "from the" and no more."""
    small = words.tokens[other.first - 2]
    return small.lower in ("of", "from") and place[0] >= small.start


def _is_member(words: Words, one: Phrase, other: Phrase) -> bool:
    """Tells "Ada Quill of the Mirren School" from "the Front of the Interior"."""
    person = one.kind == "name" and may_be_person(one) and one.last - one.first > 1
    return person and other.kind == "name" and not may_be_person(other) and other.first - one.last == 2


def _is_attribute(words: Words, at: int) -> bool:
    """Tells whether a word may stand before a name in its noun phrase: an article, an adjective, a noun."""
    token, flag = words.tokens[at], words.flags[at]
    if flag & (k.ARTICLE | k.MODIFIER | k.OFFICE_PART) or token.lower in (
        "own",
        "rival",
        "new",
        "old",
        "other",
    ):
        return True
    return (
        token.is_word
        and token.text == token.lower
        and not flag & (k.FUNCTION | k.FINITE | k.LOCATIVE | k.DIRECTION)
    )


def _owned(here: Sequence[Phrase], at: int) -> Phrase:
    """Returns the person of "the Front's Ada Quill" and of "Front chief Ada Quill", else the phrase itself."""
    one = here[at]
    after = here[at + 1] if at + 1 < len(here) else None
    if after and one.context & OWNS and after.first == one.last:
        return after
    return after if after and after.title and after.title[0] == one.start else one


def _is_participle(words: Words, place: tuple[int, int]) -> bool:
    first = next(token for token in words.tokens if token.start == place[0])
    return first.lower.endswith("ing")


def _subject(here: Sequence[Phrase], at: int, *, participle: bool) -> Phrase:
    """Returns who acts: of a participle ("…, pledging allegiance to") the subject of the sentence."""
    one = here[at]
    if not participle:
        return one
    return next((phrase for phrase in here[: at + 1] if phrase.context & ACTS), one)


def _unions(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields the parts of "X is an alliance between A, B and C"; who leads a part is none."""
    for at, whole in enumerate(here[:-1]):
        if whole.kind != "name" or not (cue := _union_cue(words, whole.last)):
            continue
        place, end = cue
        for part in here[at + 1 :]:
            before = words.tokens[part.first - 1].lower
            if part.first >= end and part.kind == "name" and before != "by" and not part.context & OWNS:
                yield Tied(part, "part-of", whole, place)


def _union_cue(words: Words, start: int) -> tuple[tuple[int, int], int] | None:
    tokens, cues = words.tokens, union_cues()
    for at in range(start, min(start + _BETWEEN, len(tokens))):
        for cue in cues.get(tokens[at].lower, ()):
            end = at + len(cue)
            if tuple(token.lower for token in tokens[at:end]) == cue:
                return (tokens[at].start, tokens[end - 1].end), end
    return None


def _by_office(described: Sequence[Description]) -> Iterator[Tied]:
    """Yields "leads" of "Ansar Dine chief Ada Quill", "member-of" of "a member of the Front"."""
    for description in described:
        kind = (
            None if description.ended or description.against else office_relations().get(description.office)
        )
        bodies = [phrase for phrase in description.within if phrase.kind in ("name", "state", "group")]
        held = bool(bodies) and not (kind == "member-of" and bodies[0].kind == "state")
        inside = held and bodies[0].context & OWNS and bodies[0].start >= description.place[0]
        if kind == "leads" and (description.deputy or inside):  # "the head of the Front's Europe desk"
            kind = "member-of"
        if kind and held and bodies[0] != description.phrase:
            yield Tied(description.phrase, kind, bodies[0], description.place)


def _wholes(reading: Reading, phrases: Sequence[Phrase]) -> dict[str, Phrase]:
    """Returns the names that groups may be part of, by their keys."""
    text = reading.analysis.text
    return {name_key(text[slice(*each.core)]): each for each in phrases if each.kind in ("name", "state")}


def _whole(reading: Reading, wholes: dict[str, Phrase], phrase: Phrase) -> Phrase | None:
    """Returns the Front of "Front officials" and of "the Front's high command", None for other phrases."""
    if phrase.kind != "group" or not phrase.anchor:
        return None
    return wholes.get(name_key(reading.analysis.text[slice(*phrase.anchor)]))


def _by_part(reading: Reading, here: Sequence[Phrase], wholes: dict[str, Phrase]) -> Iterator[Tied]:
    """Yields "part-of" of "the Salt Boys, the maritime wing of the Front"."""
    words = reading.words[here[0].sentence]
    for one, other in pairwise(here):
        between = range(one.last, other.first)
        if (
            one.kind != "name"
            or other.noun not in _PARTS
            or not between
            or words.tokens[one.last].text != ","
        ):
            continue
        whole = _whole(reading, wholes, other)
        if whole is not None and all(_is_attribute(words, at) for at in between[1:]):
            yield Tied(one, "part-of", whole, (other.start, other.start + len(other.noun)))


def _by_possession(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields "member-of" of "the Front's Ada Quill" and of "Front officials, including Ada Quill"."""
    for one, other in pairwise(here):
        if other.kind != "name" or one.kind not in ("name", "group") or other.title:
            continue
        between = [token.lower for token in words.tokens[one.last : other.first]]
        listed = one.kind == "group" and between in (
            [",", "including"],
            ["including"],
            [",", "among", "them"],
        )
        if listed or (one.kind == "name" and one.context & OWNS and not between and is_given(words, other)):
            yield Tied(other, "member-of", one, (one.start, one.end), by_name=True)
