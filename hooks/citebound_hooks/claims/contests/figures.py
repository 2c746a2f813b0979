"""Numbers that claims give: two that count one thing otherwise stand against each other."""

from __future__ import annotations

import re
from functools import cache

from citebound_hooks.claims.contests.sides import Side
from citebound_hooks.claims.words import words

_BEHIND = 30  # characters of "it" and the number: "put it at about eight"
_READ = 300  # characters of a content that are looked at
# What a number counts, where several words mean one thing.
_HURT = re.compile(r"\b(?:injured|wounded|hurt|blessés)\b", re.I)

_NAMED = re.compile(
    r"(?:it|them|this|that|the\s(?:figure|number|total)(?!\sof)|le\schiffre|ce\schiffre)\b", re.I
)
_ALONE = re.compile(
    r"\s?(?:$|(?:by|on|at|in|before|since|en|à)\b)"
)  # behind a number of what the other named


def other_number(one: Side, other: Side) -> bool:
    """Whether two claims give numbers for one thing that can't both be right."""
    mine, theirs = _numbers(one), _numbers(other)
    if not mine or not theirs or mine & theirs:
        return False
    if counts_what_was_named(one) or counts_what_was_named(other):
        return True
    hurt = {_HURT.search(_said(each)) is not None for each in (one, other)}
    counted = [{one.of_dead, other.of_dead}, hurt]
    if {True, False} in counted:
        return False
    return {True} in counted or bool(one.stems & other.stems) or not (one.stems and other.stems)


def both_of_dead(one: Side, other: Side) -> bool:
    """Whether both say how many died."""
    return one.of_dead and other.of_dead


def _said(one: Side) -> str:
    return " ".join(one.text[start : min(end, start + _READ)] for start, end in one.claim.content)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"\b(?:\d[\d.,]*|{'|'.join(sorted(words().numbers))})\b", re.I)


def counts_what_was_named(one: Side) -> bool:
    """Whether it counts what the other has named: "put it at eight", "put the figure at 31", "counted six"."""
    said = _said(one)
    number, named = _number().match(said), _NAMED.match(said)
    if named is not None:
        return _number().search(said, named.end(), named.end() + _BEHIND) is not None
    return number is not None and _ALONE.match(said, number.end()) is not None


def _numbers(one: Side) -> frozenset[str]:
    return frozenset(word.lower() for word in _number().findall(_said(one)))
