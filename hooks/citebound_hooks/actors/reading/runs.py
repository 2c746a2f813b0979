"""Stage 1: runs of words that together look like a name."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names
from citebound_hooks.actors.reading.contexts import verb_at
from citebound_hooks.actors.reading.french_names import beginning, is_opening, over_small_words
from citebound_hooks.actors.reading.joins import (
    over_article,
    over_dash,
    over_joint,
    over_nickname,
    over_particles,
)
from citebound_hooks.actors.reading.wording import (
    Run,
    Words,
    bare,
    begins_name,
    continues_name,
    flag_of,
    is_acronym,
    is_dotted,
    is_possessive,
    is_retired,
)

_OF_A_BODY = (
    k.GROUP | k.OFFICE | k.OFFICE_PART | k.PLACE | k.THING | k.FAITH | k.MODIFIER | k.DEMONYM | k.REGION
)
_ORDINALS = ("st", "nd", "rd", "th")
_NUMBERS = frozenset(("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"))


def read_run(words: Words, at: int) -> Run:
    """Reads the longest run that begins at a token; an ordinal before it belongs to it: "507th Wing"."""
    last = _known_end(words, at) or at + 1
    while not (ended := _ends(words, last)) and (after := _next(words, at, last)) > last:
        last = after
    plural = not ended and _is_plural_possessive(words, last)
    first = beginning(words, at) if words.french else _with_ordinal(words, at)
    return Run(first, _with_number(words, last) if not ended else last, ended or plural)


def _ends(words: Words, last: int) -> bool:
    """Tells whether a possessive ends the run; it does not in "People's Alliance"."""
    tokens = words.tokens
    if not is_possessive(tokens[last - 1]):
        return False
    if _is_titular(words, last):
        return False
    return not (
        (_is_collective(words, last - 1) or _is_saint(words, last - 2)) and _body_follows(words, last)
    )


def _is_saint(words: Words, at: int) -> bool:
    """Tells whether a saint's name follows, which bodies bear: "St Anne's Hospital"."""
    return at >= 0 and words.tokens[at].text in ("St", "Saint")


def _is_titular(words: Words, last: int) -> bool:
    """Tells "the Caliph's Council" from "the Front's Council" and from "Quill's Council"."""
    owner = bare(words.tokens[last - 1])
    known = (
        k.kinds().get(owner.lower(), 0) & ~(k.OFFICE | k.HONORIFIC) or owner.lower() in k.geography().states
    )
    if last < 2 or words.lower[last - 2] != "the" or known or is_acronym(owner) or last >= len(words.tokens):
        return False
    after = words.tokens[last]
    return after.capitalised and bool(flag_of(after) & k.BODY) and not words.known.get(owner.lower())


def _is_collective(words: Words, at: int) -> bool:
    word = bare(words.tokens[at]).lower()
    return word.endswith("men") or bool(k.kinds().get(word, 0) & (k.PEOPLE | k.MODIFIER | k.OFFICE))


def _body_follows(words: Words, at: int) -> bool:
    """Tells whether capitalised words with the noun of a body among them follow."""
    for index in range(at, min(at + 4, len(words.tokens))):
        if not words.tokens[index].text[0].isupper():
            return False
        head = words.lower[index].partition("-")[0]  # "Army-in-Exile"
        if (flag_of(words.tokens[index]) | k.kinds().get(head, 0)) & (k.BODY | k.MEDIUM):
            return True
    return False


def _known_end(words: Words, first: int) -> int | None:
    """Returns where a name that the text defines ends, if one begins here."""
    for name in words.known.get(words.tokens[first].lower, ()):
        end = first + len(name)
        if end <= len(words.tokens) and all(
            (bare(token).lower() if index == len(name) - 1 else token.lower) == name[index]
            for index, token in enumerate(words.tokens[first:end])
        ):
            return end
    return None


def _next(words: Words, first: int, last: int) -> int:
    """Returns where the run ends if it goes on over the token at `last`, else `last`."""
    tokens = words.tokens
    if last >= len(tokens) or tokens[last].start - tokens[last - 1].end > 2:
        return last
    if continues_name(words, last):
        return last + 1
    if _is_small_capital(words, last):
        return last + 2
    if not tokens[last].is_word:
        return _over_mark(words, first, last)
    end = _over_word(words, first, last)
    return over_small_words(words, first, last) if end == last and words.french else end


def _over_mark(words: Words, first: int, last: int) -> int:
    """Returns the end of a name that goes on over a full stop, a dash, an apostrophe or a nickname in quotes."""
    mark = words.tokens[last].text
    if mark == ".":
        return last + 2 if is_dotted(words, last - 1) and continues_name(words, last + 1) else last
    if mark in "-–—":
        return over_dash(words, last)
    if mark in "'’" and _is_plural_possessive(words, last):
        owned = _body_follows(words, last + 1) or (
            _is_collective(words, last - 1) and continues_name(words, last + 1)
        )
        return last + 2 if owned else last
    if mark == "(" and is_retired(words, last):
        return last + 5 if continues_name(words, last + 4) else last
    if mark in "\"“'‘":
        return over_nickname(words, last, alone=last - first == 1)
    return last


def _over_word(words: Words, first: int, last: int) -> int:
    """Returns the end of a name that goes on over a small word."""
    if words.flags[last] & k.PARTICLE:
        return last if is_opening(words, first, last) else over_particles(words, last)
    if words.tokens[last].lower == "of":
        parted = _is_alone(words, first, last) or _is_person_of(words, first, last)
        return last if parted else over_article(words, last)
    return over_joint(words, first, last)


def _is_small_capital(words: Words, at: int) -> bool:
    """Tells whether a small word with a capital goes on a name: "Hands Across Harrow", "Advocates Without Robes"."""
    token, flag = words.tokens[at], words.flags[at]
    small = flag & k.FUNCTION and token.text[0].isupper() and len(token.text) > 2 and not flag & k.ARTICLE
    return bool(small) and not words.shouting and continues_name(words, at + 1)


def _is_alone(words: Words, first: int, last: int) -> bool:
    """Tells whether what stands before "of" is a state, an acronym, or a common word that opens the sentence."""
    if last - first > 1:
        return False
    token, flag = words.tokens[first], words.flags[first]
    if is_acronym(token.text) or token.lower in k.geography().states:
        return True
    return first == 0 and not flag & (k.GROUP | k.OFFICE)


def _is_person_of(words: Words, first: int, last: int) -> bool:
    """Tells "Ada Quill | of the Mirren School" from "Ministry of the Interior"."""
    begin = first
    while first < last - 1 and words.flags[first] & (k.TITLE | k.OFFICE_PART):
        first += 1
    named = not words.flags[first] & (k.TITLE | k.OFFICE_PART)
    full = last - first > 1 and not any(
        flag & k.GROUP or flag & k.FUNCTION for flag in words.flags[first:last]
    )
    body = any(flag & k.GROUP for flag in words.flags[first:last])
    if named and first > begin and (full or (_is_territory(words, last + 1) and not body)):
        return True  # "Minister Ada Quill | of Harrow"
    inside, flags = words.tokens[first:last], words.flags[first:last]
    if len(inside) < 2 or any(flag & _OF_A_BODY for flag in flags) or any(t.lower == "of" for t in inside):
        return False
    return inside[0].lower in given_names() or any(flag & k.BODY for flag in words.flags[last + 2 : last + 7])


def _is_territory(words: Words, at: int) -> bool:
    token = words.tokens[at] if at < len(words.tokens) else None
    return token is not None and bool(
        words.flags[at] & k.REGION or bare(token).lower() in k.geography().states
    )


def _with_ordinal(words: Words, first: int) -> int:
    if first == 0:
        return first
    before = words.tokens[first - 1]
    if words.tokens[first].start - before.end != 1:
        return first
    counted = first > 1 and before.text in _NUMBERS and words.lower[first - 2] == "the"
    ordinal = before.text[0].isdigit() and before.text.endswith(_ORDINALS)
    return first - 1 if counted or ordinal else first


def _with_number(words: Words, last: int) -> int:
    """Returns the end of "Task Force 50", "Brigade 7"; `last` where no number follows."""
    tokens = words.tokens
    if last >= len(tokens) or not tokens[last].text.isdigit() or len(tokens[last].text) > 4:
        return last
    numbered = words.flags[last - 1] & k.BODY and not words.flags[last - 1] & k.PLACE
    acronym = is_acronym(tokens[last - 1].text) and tokens[last - 1].lower in words.known
    follows = tokens[last + 1].lower if last + 1 < len(tokens) else "."
    ends = not follows[0].isalpha() or words.flags[last + 1] & k.FUNCTION or verb_at(words, last + 1)
    return last + 1 if (numbered or acronym) and ends else last


def _is_plural_possessive(words: Words, last: int) -> bool:
    tokens = words.tokens
    return (
        last + 1 < len(tokens)
        and tokens[last].text in ("'", "’")
        and tokens[last].start == tokens[last - 1].end
        and tokens[last - 1].lower.endswith("s")
        and tokens[last + 1].start > tokens[last].end
    )


__all__ = ["begins_name", "read_run"]
