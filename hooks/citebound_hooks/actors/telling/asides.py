"""Names beside commas and brackets: what an aside is said of, and which name closes before a mark."""

from __future__ import annotations

from typing import NamedTuple

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.telling.asserted import is_over, is_unreal
from citebound_hooks.actors.telling.ends import End, NamedSentence, behind_brackets, is_attribute

MARKS = frozenset((",", "–", "—", "("))
QUOTES = frozenset('"“”»')
_AGAINST = frozenset(("on", "against", "contre", "between"))
_REACH = 8  # tokens before a name in which "between" stands


class Spoken(NamedTuple):
    """Who bears a relation, and whether a clause of its own says so (with "and" before the name, more than one do)."""

    end: End
    clause: bool
    over: bool = False


def closing_at(sentence: NamedSentence, at: int) -> End | None:
    """Returns the name that closes before a token, with brackets behind it or not."""
    if at - 1 in sentence.at:
        return sentence.at[at - 1]
    if at < 2 or sentence.words.tokens[at - 1].text not in ')"”’»':
        return None
    count = sentence.before(at - 1)
    near = sentence.ends[max(0, count - 3) : count]
    return next((end for end in reversed(near) if behind_brackets(sentence.words, end.last) == at), None)


def is_before_comma(sentence: NamedSentence, end: End) -> bool:
    """Tells whether a name, with an adjective behind it at most, stands before a comma: "ce groupe armé, né …"."""
    words, last = sentence.words, behind_brackets(sentence.words, end.last)
    if last + 1 >= len(words.tokens) or end.owns:
        return False
    return words.lower[last] == "," or (words.lower[last + 1] == "," and is_attribute(words, last))


def suffers(sentence: NamedSentence, end: End) -> bool:
    """Tells whether a deed before a name may be what is spoken of: "the attack on the Front, led by"."""
    before = sentence.words.lower[max(0, end.first - _REACH) : end.first]
    return not _AGAINST.isdisjoint(before[-2:]) or ("between" in before and "and" in before)


def is_inside(sentence: NamedSentence, end: End) -> bool:
    """Tells whether a name hangs on another noun: "a group within the Front"."""
    first = end.first
    while first > 0 and sentence.words.flags[first - 1] & k.ARTICLE:
        first -= 1
    return first > 1 and bool(sentence.words.flags[first - 1] & (k.LOCATIVE | k.DIRECTION))


def aside(sentence: NamedSentence, first: int) -> Spoken | None:
    """Returns the last name before a cue in an aside without a verb: "the Front, based in the hills, led by"."""
    words = sentence.words
    count = sentence.before(first)
    if not count or sentence.ends[count - 1].owns:
        return None
    end = sentence.ends[count - 1]
    opens = behind_brackets(words, end.last)
    if opens + 1 < first and words.lower[opens + 1] == "," and is_attribute(words, opens):
        opens += 1  # "ce groupe armé, né …"
    opens += opens < first and bool(words.flags[opens] & k.BODY)
    if opens >= first or words.lower[opens] not in MARKS:
        return None
    between = range(opens, first)
    if any(words.lower[at + 1] in MARKS and words.tokens[at].text[0].isupper() for at in between[:-1]):
        return None  # "Ada Quill, the envoy of Kareth, a member of"
    if any(
        words.flags[at] & k.FINITE or words.tokens[at].text in QUOTES or is_unreal(words, at)
        for at in between
    ):
        return None
    return Spoken(end, clause=False, over=is_over(words, opens, first))
