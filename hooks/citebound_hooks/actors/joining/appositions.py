"""Where a text says what somebody is: ", the founder of …", "the Foreign Secretary, …", "chief …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound_hooks.actors.joining.description import (
    DEPUTIES,
    ENDED,
    GOES_ON,
    LONGEST,
    Description,
    description_of,
    end_of,
    is_premier,
    may_be_person,
    office_at,
)
from citebound_hooks.actors.joining.owners import OWNERS, owner_of
from citebound_hooks.actors.joining.predicates import is_past, predicate
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.contexts import verb_at
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import LOCATED, Phrase
from citebound_hooks.actors.reading.wording import Words, bare, begins_name, is_possessive

_NAMED = words_in(word_lists().phrasing.known_as) | {"goes", "uses", "name"}
_CALLED = words_in(word_lists().phrasing.called)
_QUOTES = "\"“”'‘’«»"
_KIN = words_in(word_lists().evidence.kin)
_PRONOUNS = OWNERS | {"his", "her"}


def descriptions(reading: Reading, phrases: Sequence[Phrase]) -> list[Description]:
    """Returns the descriptions of persons, in the order of the text."""
    by_sentence: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        by_sentence.setdefault(phrase.sentence, []).append(phrase)
    return [
        description
        for sentence, here in by_sentence.items()
        for description in _of_sentence(reading, here, by_sentence.get(sentence - 1, ()))
    ]


def _of_sentence(reading: Reading, here: Sequence[Phrase], before: Sequence[Phrase]) -> Iterator[Description]:
    words, text = reading.words[here[0].sentence], reading.analysis.text
    sentences = reading.analysis.sentences
    if before and sentences[before[0].sentence].block is not sentences[here[0].sentence].block:
        before = ()
    for at, phrase in enumerate(here):
        if phrase.kind != "name":
            continue
        if phrase.title:
            yield _titled(words, phrase, here)
        if not may_be_person(phrase):
            continue
        after = _after(words, phrase, here[at + 1 :])
        before_it = _before(words, phrase, here[:at]) or (
            None if after else _called(words, phrase, here[:at])
        )
        for found in (before_it, after):
            if found:
                yield _owned(words, found, here, before, text)


def _owned(
    words: Words, found: Description, here: Sequence[Phrase], before: Sequence[Phrase], text: str
) -> Description:
    """Adds the body that "its" or "whose" before an office stands for."""
    first = next((at for at, token in enumerate(words.tokens) if token.start == found.place[0]), 0)
    if first == 0 or words.tokens[first - 1].lower not in OWNERS:
        return found
    owner = owner_of(words, first - 1, here, before, text)
    return found._replace(within=(owner, *found.within)) if owner else found


def _titled(words: Words, phrase: Phrase, here: Sequence[Phrase]) -> Description:
    start, end = phrase.title or phrase.core
    tokens = [token for token in words.tokens if start <= token.start < end]
    offices = [word for word in (bare(t).lower() for t in tokens) if k.kinds().get(word, 0) & k.OFFICE]
    office = offices[0 if phrase.anchor else -1] if offices else ""  # "Front spokesman Commander Ada Quill"
    inside = tuple(p for p in here if start <= p.start and p.end <= end) or _body_after(words, phrase, here)
    deputy = any(token.lower in DEPUTIES for token in tokens)
    first = next((at for at, token in enumerate(words.tokens) if token.start == start), phrase.first)
    if any(is_premier(words, at) for at in range(first, first + len(tokens))):
        office = "premier"
    ended = any(token.lower in ENDED for token in words.tokens[max(0, first - 1) : phrase.last])
    return Description(phrase, (start, end), office, inside, "title", ended, deputy=deputy)


def _body_after(words: Words, phrase: Phrase, here: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Returns the state of "Prime Minister Ada Quill of Harrow"."""
    at = phrase.last
    if at >= len(words.tokens) or words.tokens[at].lower != "of":
        return ()
    at += 1
    at += at < len(words.tokens) and bool(words.flags[at] & k.ARTICLE)
    return tuple(each for each in here if each.first == at and each.kind in ("name", "state"))[:1]


def _after(words: Words, phrase: Phrase, following: Sequence[Phrase]) -> Description | None:
    """Reads ", the founder of the Front" and "is the founder of the Front" after a name."""
    tokens, at = words.tokens, phrase.last
    if at >= len(tokens) or is_possessive(tokens[at - 1]):
        return None
    said = predicate(words, phrase)
    if said is None and tokens[at].text not in ",–—(":
        return None
    first = at + 1 if said is None else said
    office = office_at(words, first)
    if office is None or (said is not None and words.lower[max(0, phrase.first - 1)] == "of"):
        return None  # "the governor of Tesk, who is the leader of"
    kind = "apposition" if said is None else "copula"
    if words.flags[first] & k.ARTICLE:
        kind = "class" if tokens[first].lower != "the" and said is None else kind
        first += 1
    last = end_of(words, office + 1, following, first)
    if _is_anothers(words, office + 1) or _is_of_another(words, phrase, last, following):
        return None
    found = description_of(words, phrase, (first, last, office), following, kind)
    return found._replace(ended=True) if said is not None and is_past(words, phrase, said) else found


def _is_of_another(words: Words, phrase: Phrase, last: int, following: Sequence[Phrase]) -> bool:
    """Tells "in Garda, the mayor said", and "Ada Quill, the mayor, Tomas Brell": who of the two is mayor?"""
    if phrase.context & LOCATED and verb_at(words, last):
        return True
    goes_on = last < len(words.tokens) and words.tokens[last].text == ","
    return goes_on and _names_at(words, following, last + 1)


def _is_anothers(words: Words, after: int) -> bool:
    """Tells whether an office is somebody's named after it, a verb ("juge que …") or a kinship ("elder brother")."""
    if after >= len(words.tokens):
        return False
    if words.lower[after] in ("que", "qu'", "qu’") or words.lower[after] in _KIN:
        return True
    return begins_name(words, after) and not words.flags[after] & k.TITLE


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
    if phrase.title and comma > 0 and words.flags[comma] & k.ARTICLE:
        comma -= 1  # "its leader, the lawyer Ada Quill"
    comma = _over_quotes(words, comma)
    if comma < 1 or tokens[comma].text != ",":
        return None
    lowest = max(0, comma - LONGEST)
    if comma > 3 and tokens[comma - 1].text == ")" and tokens[comma - 3].text == "(":
        comma -= 3  # "the envoy of the Lakes Union (LU), Ada Quill"
    for first in range(comma - 1, lowest - 1, -1):
        if tokens[first].text in ",.;:()–—" or words.flags[first] & k.FINITE:
            return None
        if words.flags[first] & k.ARTICLE or tokens[first].lower in _PRONOUNS:
            goes_on = words.flags[first] & k.ARTICLE and tokens[first - 1].lower in GOES_ON - {"and"}
            if goes_on and first > lowest:
                continue
            apart = tokens[first].lower != "whose" and tokens[first - 1].text == ","
            if apart and any(each.last == first - 1 for each in preceding):
                return None
            return _noun_before(words, phrase, first + 1, comma, preceding)
        if is_possessive(tokens[first]) or (
            tokens[first].text in "'’" and tokens[first - 1].lower.endswith("s")
        ):
            owner = next((each for each in preceding if each.last in (first, first + 1)), None)
            found = _noun_before(words, phrase, first + 1, comma, preceding)
            return found._replace(within=(owner, *found.within)) if found and owner else found
    return None


def _over_quotes(words: Words, comma: int) -> int:
    """Returns the comma before a title in quotes (`, "General" Ada Quill`) or inside them (`the "secretary," Ada`)."""
    tokens = words.tokens
    if comma < 3 or tokens[comma].text not in _QUOTES:
        return comma
    if tokens[comma - 1].text == ",":
        return comma - 1
    titled = words.flags[comma - 1] & k.TITLE and tokens[comma - 2].text in _QUOTES
    return comma - 3 if titled else comma


def _noun_before(
    words: Words, phrase: Phrase, first: int, last: int, preceding: Sequence[Phrase]
) -> Description | None:
    office = office_at(words, first)
    if office is None or office >= last:
        return None
    return description_of(words, phrase, (first, last, office), preceding, "apposition")


def _called(words: Words, phrase: Phrase, preceding: Sequence[Phrase]) -> Description | None:
    """Reads "a commander known as Ada Quill", "its leader, called Ada Quill"."""
    tokens, at = words.tokens, phrase.first - 1
    while at > 0 and tokens[at].lower in _CALLED:
        at -= 1
    said = any(token.lower in _NAMED for token in tokens[at + 1 : phrase.first])
    at -= tokens[at].text == ","
    if not said or at < 1 or not words.flags[at] & k.OFFICE:
        return None
    first = at
    while (
        first > 0
        and words.flags[first - 1] & (k.MODIFIER | k.OFFICE_PART | k.DEMONYM)
        and not words.flags[first - 1] & k.FUNCTION
    ):
        first -= 1
    body = next((each for each in preceding if each.kind == "name" and each.last == first), None)
    first = body.first if body else first  # "a Front commander known as Ada Quill"
    return description_of(words, phrase, (first, at + 1, at), preceding, "apposition")
