"""Numbers that claims give: two that count one thing otherwise stand against each other."""

from __future__ import annotations

import re

from citebound_hooks.claims.linking.sides import NUMBER, Side

_READ = 300  # characters of a content that are looked at
# What a number counts, where several words mean one thing.
_HURT = re.compile(r"\b(?:injured|wounded|hurt|blessés)\b", re.I)


def other_number(one: Side, other: Side) -> bool:
    """Whether two claims give numbers for one thing that can't both be right."""
    mine, theirs = _numbers(one), _numbers(other)
    if not mine or not theirs or mine & theirs:
        return False
    if _takes_up(one) or _takes_up(other):
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


def _takes_up(one: Side) -> bool:
    """Whether it counts what the other has named: "put it at eight", "put the figure at 31"."""
    return (
        re.match(
            r"(?:it|them|this|that|the\s(?:figure|number|total)(?!\sof)|le\schiffre|ce\schiffre)\b",
            _said(one),
            re.I,
        )
        is not None
    )


def _numbers(one: Side) -> frozenset[str]:
    return frozenset(word.lower() for word in NUMBER.findall(_said(one)))
