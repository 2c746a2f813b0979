"""Where a text says what somebody is: ", the founder of …", "the Foreign Secretary, …", "chief …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import TITLED, Phrase
from citebound_hooks.actors.reading.wording import Words, bare, begins_name, is_possessive

_ENDED = words_in(word_lists().phrasing.ended)
_LONGEST = 14  # tokens of an apposition
_BEFORE_OFFICE = 7  # tokens before the office in it
_INNER = k.MODIFIER | k.OFFICE_PART | k.OFFICE | k.FAITH | k.DEMONYM | k.ARTICLE | k.BODY | k.DISTINCT
_NAMED = words_in(word_lists().phrasing.known_as) | {"goes", "uses", "name"}
_CALLED = words_in(word_lists().phrasing.called)
_GOES_ON = words_in(word_lists().phrasing.goes_on)


class Description(NamedTuple):
    """What a text says that somebody is.

    Attributes:
        phrase: Who.
        place: The words that say so, without article.
        office: The office among them, in lower case.
        within: Phrases inside those words.
        ended: Whether the office is over: "former".
        against: Whether it is held against the body that is named: "Orlund's opposition leader".
        kind: `title` for words before the name, `apposition` for words apart from it, `class` if they stand after
            "a", `copula` after "is".
    """

    phrase: Phrase
    place: tuple[int, int]
    office: str
    within: tuple[Phrase, ...]
    kind: str
    ended: bool = False
    against: bool = False


def descriptions(reading: Reading, phrases: Sequence[Phrase]) -> list[Description]:
    """Returns the descriptions of persons, in the order of the text."""
    by_sentence: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        by_sentence.setdefault(phrase.sentence, []).append(phrase)
    return [
        description
        for sentence, here in by_sentence.items()
        for description in _of_sentence(reading.words[sentence], here)
    ]


def _of_sentence(words: Words, here: Sequence[Phrase]) -> Iterator[Description]:
    for at, phrase in enumerate(here):
        if phrase.kind != "name":
            continue
        if phrase.title:
            yield _titled(words, phrase, here)
        if not may_be_person(phrase):
            continue
        found = (
            _after(words, phrase, here[at + 1 :])
            or _before(words, phrase, here[:at])
            or _called(words, phrase, here[:at])
        )
        if found:
            yield found


def may_be_person(phrase: Phrase) -> bool:
    """Tells whether nothing in a name says that it is no person's."""
    if phrase.context & TITLED:
        return True
    return not k.kinds().get(phrase.noun, 0) & (k.GROUP | k.PLACE | k.THING | k.NETWORK)


def _titled(words: Words, phrase: Phrase, here: Sequence[Phrase]) -> Description:
    start, end = phrase.title or phrase.core
    tokens = [token for token in words.tokens if start <= token.start < end]
    office = next(
        (bare(t).lower() for t in reversed(tokens) if k.kinds().get(bare(t).lower(), 0) & k.OFFICE), ""
    )
    inside = tuple(p for p in here if start <= p.start and p.end <= end)
    return Description(phrase, (start, end), office, inside, "title")


def _after(words: Words, phrase: Phrase, following: Sequence[Phrase]) -> Description | None:
    """Reads ", the founder of the Front" and "is the founder of the Front" after a name."""
    tokens, at = words.tokens, phrase.last
    if at >= len(tokens) or is_possessive(tokens[at - 1]):
        return None
    kind = "apposition"
    if tokens[at].lower in ("is", "was"):
        kind = "copula"
    elif tokens[at].text not in ",–—(":
        return None
    first = at + 1
    office = _office(words, first)
    if office is None or (kind == "copula" and not words.flags[first] & k.ARTICLE):
        return None
    if words.flags[first] & k.ARTICLE:
        kind = "class" if tokens[first].lower != "the" and kind == "apposition" else kind
        first += 1
    after = office + 1
    if after < len(tokens) and begins_name(words, after) and not words.flags[after] & k.TITLE:
        return None  # the title of somebody else: "Ada Quill, Front chief Omar Lind and …"
    last = _end(words, after, following, first)
    if last < len(tokens) and tokens[last].text == "," and _names_at(words, following, last + 1):
        return None  # "Ada Quill, the mayor, Tomas Brell": who of the two is mayor?
    return _description(words, phrase, (first, last, office), following, kind)


def _names_at(words: Words, phrases: Sequence[Phrase], at: int) -> bool:
    """Tells whether a name or its title begins at a token."""
    if at >= len(words.tokens):
        return False
    start = words.tokens[at].start
    return any(start in (phrase.start, phrase.title[0] if phrase.title else -1) for phrase in phrases)


def _before(words: Words, phrase: Phrase, preceding: Sequence[Phrase]) -> Description | None:
    """Reads "the founder of the Front, Ada Quill"."""
    tokens, comma = words.tokens, phrase.first - 1
    while phrase.title and comma > 0 and tokens[comma].start >= phrase.title[0]:
        comma -= 1
    if comma < 1 or tokens[comma].text != ",":
        return None
    lowest = max(0, comma - _LONGEST)
    for first in range(comma - 1, lowest - 1, -1):
        if tokens[first].text in ",.;:()–—" or words.flags[first] & k.FINITE:
            return None
        if words.flags[first] & k.ARTICLE or tokens[first].lower in ("its", "his", "their", "her"):
            if tokens[first - 1].lower in _GOES_ON - {"and"} and first > lowest:
                continue
            if tokens[first - 1].text == "," and any(each.last == first - 1 for each in preceding):
                return None
            return _noun_before(words, phrase, first + 1, comma, preceding)
        if is_possessive(tokens[first]):
            owner = next((each for each in preceding if each.last == first + 1), None)
            found = _noun_before(words, phrase, first + 1, comma, preceding)
            return found._replace(within=(owner, *found.within)) if found and owner else found
    return None


def _noun_before(
    words: Words, phrase: Phrase, first: int, last: int, preceding: Sequence[Phrase]
) -> Description | None:
    office = _office(words, first)
    if office is None or office >= last:
        return None
    return _description(words, phrase, (first, last, office), preceding, "apposition")


def _called(words: Words, phrase: Phrase, preceding: Sequence[Phrase]) -> Description | None:
    """Reads "a commander known as Ada Quill", "its leader, called Ada Quill"."""
    tokens, at = words.tokens, phrase.first - 1
    while at > 0 and tokens[at].lower in _CALLED:
        at -= 1
    said = any(token.lower in _NAMED for token in tokens[at + 1 : phrase.first])
    if not said or at < 1 or not words.flags[at] & k.OFFICE:
        return None
    first = at
    while (
        first > 0
        and words.flags[first - 1] & (k.MODIFIER | k.OFFICE_PART | k.DEMONYM)
        and not words.flags[first - 1] & k.FUNCTION
    ):
        first -= 1
    return _description(words, phrase, (first, at + 1, at), preceding, "apposition")


def _office(words: Words, first: int) -> int | None:
    """Returns the token of the office in a noun phrase that begins at a token."""
    tokens, found = words.tokens, None
    for at in range(first, min(first + _BEFORE_OFFICE, len(tokens))):
        flag = words.flags[at]
        if flag & k.OFFICE and not is_possessive(tokens[at]):
            found = at
        elif found is not None:
            break
        elif (
            not (flag & _INNER or tokens[at].text != tokens[at].lower or tokens[at].text[0].isdigit())
            and at > first
        ):
            if not tokens[at].is_word or flag & k.FUNCTION:
                break
        elif flag & k.FINITE or (flag & k.FUNCTION and not flag & k.ARTICLE):
            break
    return found


def _end(words: Words, at: int, following: Sequence[Phrase], first: int) -> int:
    """Returns the end of "commander of U.S. Central Command": complements, up to a verb or a mark."""
    tokens, inside = words.tokens, {t: p for p in following for t in range(p.first, p.last)}
    end = at
    while at < len(tokens) and at - first < _LONGEST + 10:
        if at in inside:
            at = inside[at].last
            end = at
        elif (
            tokens[at].lower in _GOES_ON
            and (at + 1 in inside or (at + 2 in inside and tokens[at + 1].lower == "the"))
        ) or (
            tokens[at].lower in _GOES_ON
            and at + 1 < len(tokens)
            and (tokens[at + 1].text != tokens[at + 1].lower or words.flags[at + 1] & k.ARTICLE)
        ):
            at += 1
        elif tokens[at].text != tokens[at].lower and tokens[at].is_word:
            at += 1
            end = at
        else:
            break
    return end


def _description(
    words: Words, phrase: Phrase, place: tuple[int, int, int], near: Sequence[Phrase], kind: str
) -> Description:
    """Returns the description at `place`: its first token, the token after its last one, and that of its office."""
    tokens, (first, last, office) = words.tokens, place
    start, end = tokens[first].start, tokens[last - 1].start + len(bare(tokens[last - 1]))
    inside = tuple(p for p in near if start <= p.start and p.end <= end)
    ended = any(token.lower in _ENDED for token in tokens[first:last])
    against = any(token.lower == "opposition" for token in tokens[first:office])
    return Description(phrase, (start, end), tokens[office].lower, inside, kind, ended, against)
