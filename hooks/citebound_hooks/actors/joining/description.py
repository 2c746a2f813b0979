"""What a text says that somebody is: an office, in which words, of which bodies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.relations import relation_words
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import TITLED, Phrase
from citebound_hooks.actors.reading.wording import Words, bare, is_possessive

_HEARSAY = words_in(relation_words().asserted.hearsay)
ENDED = words_in(word_lists().phrasing.ended)
_BEFORE_OFFICE = 7  # tokens before the office in it
_INNER = k.MODIFIER | k.OFFICE_PART | k.OFFICE | k.FAITH | k.DEMONYM | k.ARTICLE | k.BODY | k.DISTINCT
_GENERAL = frozenset(("director", "secretary", "secrétaire", "directeur"))
_PARTIAL = words_in(word_lists().phrasing.partial)
_EXECUTIVES = (("chief", "executive"), ("general", "secretary"), ("managing", "director"))
DEPUTIES = frozenset(("deputy", "vice", "assistant", "adjoint", "adjointe"))
GOES_ON = words_in(word_lists().phrasing.goes_on)
LONGEST = 14  # tokens of an apposition


class Description(NamedTuple):
    """What a text says that somebody is.

    Attributes:
        phrase: Who.
        place: The words that say so, without article.
        office: The office among them, in lower case.
        within: Phrases inside those words.
        ended: Whether the office is over, or hearsay: "former", "alleged".
        deputy: Whether somebody else leads the body: "deputy commander", "security chief".
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
    deputy: bool = False


def may_be_person(phrase: Phrase) -> bool:
    """Tells whether nothing in a name says that it is no person's."""
    if phrase.context & TITLED:
        return True
    return not k.kinds().get(phrase.noun, 0) & (k.GROUP | k.PLACE | k.THING | k.NETWORK)


def office_at(words: Words, first: int) -> int | None:
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


def end_of(words: Words, at: int, following: Sequence[Phrase], first: int) -> int:
    """Returns the end of "commander of U.S. Central Command": complements, up to a verb or a mark."""
    tokens, inside = words.tokens, {t: p for p in following for t in range(p.first, p.last)}
    end = at
    while at < len(tokens) and at - first < LONGEST + 10:
        if at in inside:
            at = inside[at].last
            end = at
        elif is_staff(words, at):
            at += 2 + (words.flags[at + 1] & k.ARTICLE != 0)
            end = at
        elif (
            tokens[at].lower in GOES_ON
            and (at + 1 in inside or (at + 2 in inside and tokens[at + 1].lower == "the"))
        ) or (
            tokens[at].lower in GOES_ON
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


def is_staff(words: Words, at: int) -> bool:
    """Tells the "of staff" of "chief of staff of the Fleet" and the "of the board" of "member of the board of"."""
    after = at + 1 + (at + 1 < len(words.lower) and words.flags[at + 1] & k.ARTICLE != 0)
    return words.lower[at] == "of" and words.lower[after : after + 2] in (("staff", "of"), ("board", "of"))


def is_premier(words: Words, office: int) -> bool:
    """Tells a "prime minister", who leads a state, from its other ministers."""
    before = words.lower[office - 1] if office else ""
    return words.lower[office] in ("minister", "ministre") and before in ("prime", "premier", "première")


def _is_of_part(words: Words, first: int, office: int) -> bool:
    """Tells a "security chief" from one who leads the whole body."""
    inside = words.lower[office + 1 : office + 3]  # "commander in the north", but "leader in exile"
    return (office > first and words.lower[office - 1] in _PARTIAL) or (
        inside[:1] == ("in",) and inside[1:] != ("exile",)
    )


def description_of(
    words: Words, phrase: Phrase, place: tuple[int, int, int], near: Sequence[Phrase], kind: str
) -> Description:
    """Returns the description at `place`: its first token, the token after its last one, and that of its office."""
    tokens, (first, last, office) = words.tokens, place
    start, end = tokens[first].start, tokens[last - 1].start + len(bare(tokens[last - 1]))
    inside = tuple(p for p in near if start <= p.start and p.end <= end)
    ended = any(token.lower in ENDED or token.lower in _HEARSAY for token in tokens[first:last])
    against = any(token.lower == "opposition" for token in tokens[first:office])
    held = tokens[office].lower
    if is_premier(words, office):
        held = "premier"
    if words.lower[office - 1 : office + 1] in _EXECUTIVES:
        held = "director-general"
    if held in ("general", "général") and tokens[office - 1].lower in _GENERAL:
        held = "director-general"
    deputy = any(token.lower in DEPUTIES for token in tokens[first:office]) or _is_of_part(
        words, first, office
    )
    return Description(phrase, (start, end), held, inside, kind, ended, against, deputy)
