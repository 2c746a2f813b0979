"""Words around a name that say whose it is, or who speaks for it: built from the lists of `words.toml`."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from citebound_hooks.claims.words import words
from citebound_hooks.language.alternatives import alternatives

_FRENCH_OF = r"(?:du|des|de\s{1,3}(?:la\s{1,3}|l['’])?|d['’]|pour\s{1,3}(?:l[ea]s?\s{1,3}|l['’])?)\s{0,3}$"
_NO_NAME = r"\b(?!\s[^\W\d_a-z])"  # no name follows: "a UN official", not "the UN official Ada Lovo"


class Belonging(msgspec.Struct, frozen=True):
    """The patterns.

    Attributes:
        speaks_for: Before a name: "a spokesman for the".
        place: Before a name that is no head: "in the", "of".
        organ: Behind a state's name, what acts for it: "'s foreign ministry".
        member: Behind a name, somebody who belongs there: "officials".
        voice: Behind a name, what speaks for it: "statement".
        of_others: What says to whom a name belongs or who leads it: ", a faction led by".
        naming: A clause that gives the source its name: ", who uses the name".
        several: A source of several people.
    """

    speaks_for: re.Pattern[str]
    place: re.Pattern[str]
    organ: re.Pattern[str]
    member: re.Pattern[str]
    voice: re.Pattern[str]
    of_others: re.Pattern[str]
    naming: re.Pattern[str]
    several: re.Pattern[str]


@cache
def belonging() -> Belonging:
    """Returns the patterns, built once."""
    return Belonging(
        _speaks_for(),
        _place(),
        re.compile(rf"['’]s\s(?:\w+\s){{0,2}}(?:{alternatives(words().organs)})\b", re.I),
        re.compile(rf"\s(?:\w+\s)?(?:{alternatives(words().members)}){_NO_NAME}", re.I),
        re.compile(rf"\s(?:spokes\w+|{alternatives(words().statements)}){_NO_NAME}", re.I),
        _of_others(),
        _naming(),
        re.compile(rf"^(?:{alternatives(words().several)})\b|^(?:[a-z]+\s){{0,3}}[a-z]{{3,}}s$|\bpolice$"),
    )


def _speaks_for() -> re.Pattern[str]:
    english = alternatives(words().speaking_for)
    french = alternatives(words().speaking_for_french)
    return re.compile(
        rf"\b(?:{english})\s{{1,3}}(?:for|of|from|by)\s{{1,3}}(?:the\s{{1,3}})?$|\b(?:{french})\s{{1,3}}{_FRENCH_OF}",
        re.I,
    )


def _place() -> re.Pattern[str]:
    before = alternatives(words().before_others)
    return re.compile(
        rf"\b(?:{before})\s{{1,3}}(?:the\s{{1,3}}|a\s{{1,3}}|l[ea]s?\s{{1,3}})?$"
        rf"|\b{_FRENCH_OF}|\b(?:à|aux?|en)\s{{1,3}}(?:la\s{{1,3}})?$",
        re.I,
    )


def _of_others() -> re.Pattern[str]:
    led = alternatives(words().led)
    return re.compile(
        rf"(?<=[\w)\]]),?\s(?:\w{{2,20}}ed|{led})\s(?:by|to|with)\s"
        r"|(?<=[\w)\]]),?\s\w{2,20}(?:ée?s?|ie?s?|ue?s?)\s(?:par|à|aux?)\s",
        re.I,
    )


def _naming() -> re.Pattern[str]:
    lists = words()
    between, verbs = alternatives(lists.before_naming), alternatives(lists.naming)
    return re.compile(
        rf",\s(?:who|qui)\s(?:(?:{between})\s){{0,5}}(?:{verbs})\s(?:[a-z]+\s){{0,4}}?(?:name|as|only)\b",
        re.I,
    )
