"""How the words between two names tie them: "X, a militia that broke away from Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.model import RelationType
from citebound_hooks.actors.joining.description import may_be_person
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.relations import between_cues
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import ACTS, OWNS, TITLED, Phrase
from citebound_hooks.actors.reading.wording import Words
from citebound_hooks.actors.telling.tied import Tied

_BETWEEN = 12  # tokens between two names that a cue may tie
_LINKS = words_in(word_lists().phrasing.links)
_ADJECTIVES = 4  # words between a cue that is a noun and its article
_CLOSING = "\"”’')»"
_NEAR = 8  # names back to the subject before an aside
_LOOSE = 7  # tokens between a cue and the name after it: "led by the former boat builder …"
_ATTRIBUTES = frozenset(("own", "rival", "new", "old", "other"))
_PLEDGED = frozenset(("pledged", "swore", "sworn", "vowed"))
_TO_WHICH = ((",", "to", "which"), (",", "to", "whom"))
_WHICH = ([",", "which"], [",", "whom"], ["that"], [",", "que"])
_IS = frozenset(("is", "was", "are", "were", "has", "est", "sont", "était"))
_FRONTED = frozenset(("allied-with", "part-of", "split-from", "pledged-to"))

Cue = tuple[tuple[int, int], RelationType, bool]


def ties_between(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields the ties of the names of a sentence that follow one another."""
    yield from _fronted(words, here)
    for at in range(len(here)):
        yield from _to_which(words, here, at)
    for at in range(len(here) - 1):
        one, other = here[at], here[at + 1]
        if not 0 < other.first - one.last <= _BETWEEN:
            continue
        yield from _over_relative(words, one, other)
        cue = _cue(words, one.last, other.first)
        if cue is None:
            continue
        place, kind, first_bears = cue
        if words.tokens[other.first - 1].lower in ("under", "sous") and not other.context & TITLED:
            continue
        if kind == "member-of" and _is_mere_of(words, other, place) and not _is_member(words, one, other):
            continue
        if kind == "part-of" and _is_over(words, one.last, place):
            continue
        target = _owned(words, here, at + 1)
        subject = _subject(words, here, at, place, acts=first_bears)
        yield Tied(subject, kind, target, place) if first_bears else Tied(target, kind, subject, place)


def _cue(words: Words, start: int, stop: int) -> Cue | None:
    """Returns place, type and bearer of the first cue between two names that only modifiers part from the second."""
    cues = between_cues()
    for at in [at for at in range(start, stop) if words.lower[at] in cues]:
        found = _cue_at(words, at, stop)
        if found is not None and _speaks_of(words, start, at):
            return found
    return None


def _cue_at(words: Words, at: int, stop: int) -> Cue | None:
    tokens = words.tokens
    for cue, kind, first_bears in between_cues().get(words.lower[at], ()):
        end = at + len(cue)
        if end > stop or words.lower[at:end] != cue:
            continue
        last = stop - 1 if stop - end > 2 and tokens[stop - 1].text == "," else stop
        if last - end <= _LOOSE and all(is_attribute(words, i) for i in range(end, last)):
            return (tokens[at].start, tokens[end - 1].end), kind, first_bears
    return None


def _fronted(words: Words, here: Sequence[Phrase]) -> Iterator[Tied]:
    """Yields the tie of "Allied with the Front, the Brigade …"."""
    if len(here) < 2 or here[0].first > _LOOSE or here[0].first == 0:
        return
    one, other = here[0], here[1]
    cue = _cue_at(words, int(bool(words.flags[0] & k.ARTICLE)), one.first)
    between = words.tokens[one.last : other.first]
    apart = (
        between
        and between[0].text == ","
        and all(words.flags[one.last + i] & k.ARTICLE for i in range(1, len(between)))
    )
    if cue and apart and cue[1] in _FRONTED and cue[2]:
        yield Tied(other, cue[1], one, cue[0])


def _over_relative(words: Words, one: Phrase, other: Phrase) -> Iterator[Tied]:
    """Yields the tie of "the Front, which Ada Quill has led since"."""
    if words.lower[other.first - 1] not in ("which", "whom", "that", "que"):
        return
    if [word for word in words.lower[one.last : other.first] if word not in _CLOSING] not in _WHICH:
        return
    at = other.last
    while at < len(words.tokens) and words.tokens[at].lower in ("has", "had", "a", "now"):
        at += 1
    if at < len(words.tokens):
        for cue, kind, first_bears in between_cues().get(words.tokens[at].lower, ()):
            if len(cue) == 1 and kind == "leads" and first_bears:
                yield Tied(other, kind, one, (words.tokens[at].start, words.tokens[at].end))


def _to_which(words: Words, here: Sequence[Phrase], at: int) -> Iterator[Tied]:
    """Yields the tie of "X is a part of Y, to which it pledged allegiance"."""
    tokens, last = words.tokens, here[at].last
    near = words.lower[last : last + 6]
    if near[1:2] != ("to",) or near[:3] not in _TO_WHICH or len(near) < 6:
        return
    pledged = near[4] in _PLEDGED or near[5] in _PLEDGED
    bearer = next((phrase for phrase in here[:at] if phrase.context & ACTS), here[0])
    if pledged and near[3] in ("it", "he", "she", "they") and bearer is not here[at]:
        yield Tied(bearer, "pledged-to", here[at], (tokens[last + 1].start, tokens[last + 5].end))


def _speaks_of(words: Words, start: int, at: int) -> bool:
    """Tells whether a cue speaks of the name that ends at `start`: at once, after "is", or in an aside."""
    tokens = words.tokens
    at = _noun_phrase_start(words, start, at)
    while at > start and (
        tokens[at - 1].lower in _LINKS or tokens[at - 1].lower.endswith("ly") or tokens[at - 1].text.isdigit()
    ):
        at -= 1
    if at == start or (at == start + 1 and is_attribute(words, start)):  # "ce groupe armé, né …"
        return True
    opens = start
    while opens < at and tokens[opens].text in _CLOSING:
        opens += 1
    if start < opens < at and words.flags[opens] & k.BODY:
        opens += 1  # `the "red lantern" group, a faction of`
    between = range(opens, at)
    aside = opens == at or tokens[opens].text in ",(–—"
    return aside and not any(words.flags[i] & k.FINITE or tokens[i].text in '"“”' for i in between)


def _noun_phrase_start(words: Words, start: int, at: int) -> int:
    """Returns the article before a cue that is a noun: "the eastern | branch of"; the cue itself if there is none."""
    for before in range(at - 1, max(start, at - _ADJECTIVES) - 1, -1):
        if words.flags[before] & k.ARTICLE:
            return before
        if not is_attribute(words, before):
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


def is_attribute(words: Words, at: int) -> bool:
    """Tells whether a word may stand before a name in its noun phrase: an article, an adjective, a noun."""
    token, flag = words.tokens[at], words.flags[at]
    if flag & (k.ARTICLE | k.MODIFIER | k.OFFICE_PART) or token.lower in _ATTRIBUTES:
        return True
    return (
        token.is_word
        and token.text == token.lower
        and not flag & (k.FUNCTION | k.FINITE | k.LOCATIVE | k.DIRECTION)
    )


def _owned(words: Words, here: Sequence[Phrase], at: int) -> Phrase:
    """Returns the person of "the Front's former ally Ada Quill" and of "Front chief Ada Quill", else the phrase."""
    one = here[at]
    after = here[at + 1] if at + 1 < len(here) else None
    if after and one.context & OWNS and after.kind == "name" and after.first - one.last <= _ADJECTIVES:
        between = range(one.last, after.first)
        if all(is_attribute(words, i) and not words.flags[i] & k.ARTICLE for i in between):
            return after
    return after if after and after.title and after.title[0] == one.start else one


def _subject(words: Words, here: Sequence[Phrase], at: int, place: tuple[int, int], *, acts: bool) -> Phrase:
    """Returns who acts: of a participle ("…, pledging allegiance to") the subject of the sentence.

    Behind an aside it is the name before the aside: "Ada Quill, a captain of the Rifles, leads the Front".
    """
    one = here[at]
    tokens = words.tokens
    first = next(i for i in range(one.last, len(tokens)) if tokens[i].start == place[0])
    if tokens[first].lower.endswith("ing"):
        return next((phrase for phrase in here[: at + 1] if phrase.context & ACTS), one)
    resumes = words.flags[one.last + 1] & k.FINITE if acts else tokens[one.last + 1].lower in _IS
    if tokens[one.last].text != "," or not resumes:
        return one
    before = [each for each in here[max(0, at - _NEAR) : at] if _ends_before_comma(words, each.last)]
    return before[-1] if before else one


def _ends_before_comma(words: Words, last: int) -> bool:
    """Tells whether a name, with an adjective behind it at most, stands before a comma: "ce groupe armé, né …"."""
    tokens = words.tokens
    return tokens[last].text == "," or (tokens[last + 1].text == "," and is_attribute(words, last))


def _is_over(words: Words, start: int, place: tuple[int, int]) -> bool:
    """Tells "X was part of Y until 2013"."""
    at = next(at for at in range(start, len(words.tokens)) if words.tokens[at].start == place[0])
    return at > 0 and words.tokens[at - 1].lower in ("was", "were", "been", "once", "formerly")
