"""Phrases that point back to what somebody said: "this", "the charge", "that version as an insult"."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from citebound_hooks.claims.words import words

_BARE = r"(?:it|this|that|them|these|him|her|cela|ce|otherwise|le\scontraire|the\s(?:opposite|contrary))"
# What may stand behind a pronoun for what was said: "denied this in court", not "challenges that follow".
_BEHIND = (
    r"an?|une?|is|was|as|in|on|at|to|by|with|when|during|and|but|after|before"
    r"|yesterday|today|later|comme|dans|lors|à|au|en|et|mais"
)
_PRONOUN = re.compile(_BARE, re.I)
_DETERMINER = (
    r"(?:an?|the|that|this|these|those|any|all|both|its|his|her|their|le|la|l['’]|les|ce|ces|cette|une?|toute"
    r"|(?:the\s)?[^\W\d_][\w\s'’-]{0,40}?['’]s?)"
)
_OPENING = re.compile(
    r"\W{0,2}(?:the|that|this|these|those|its|his|her|their|le|la|les|l['’]|ces?|cette|cet)\s?((?:[\w’'-]{2,20}\s){0,2}?[^\W\d_]{3,20})\b",
    re.I,
)
_REVERSE = re.compile(r"(?:otherwise|differently|autrement|le\scontraire|the\s(?:opposite|contrary))", re.I)
_SUCH = re.compile(
    r"\bsuch\s(?:an?\s)?\w|\b(?:been|was|were|is|are)\snone\b|\bno\s(?:record|knowledge|evidence|trace|sign)\sof\s(?:it|this|that|any)\b",
    re.I,
)
_MADE = re.compile(r"\b(?:forged|invented)\s(?:an?|the|his|her|its|their)\b", re.I)
_ANAPHORIC = re.compile(r"\W*(?:it|he|she|they|there|its|his|her|their|il|elle|ils|elles)\b", re.I)
_NAMED = re.compile(
    r"(?:\w+\s){0,2}(?:suggestions?|reports?|claims?|allegations?|accusations?|rumou?rs?)\s(?:that|in|by|of|from|about)\b",
    re.I,
)
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|latter|former)\b", re.I)
_SEVERAL = re.compile(
    r"\bto\s(?:\w+\s){0,2}(?:different|various|several|rival)\b|\bto\s[^.;]{3,60},\sto\s", re.I
)
_SHORTEST = 16  # characters of "the opposite"


class _Patterns(msgspec.Struct, frozen=True):
    pointing: re.Pattern[str]
    blamed: re.Pattern[str]
    figure: re.Pattern[str]
    relative: re.Pattern[str]
    claim: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    lists = words()
    said, guilty = "|".join(sorted(lists.said)), "|".join(sorted(lists.guilt))
    guilt = rf"(?:any |all |its |his |her |their |toute )?(?:{guilty})"
    pointing = (
        rf"\s*(?:(?:(?:part|much|all|most|some)\sof\s)?{_BARE}(?!\s(?!(?:{_BEHIND})\b)\w)"
        rf"|{_DETERMINER}\s?(?:\w+\s){{0,2}}?(?:{said}|{guilty})|{guilt})\b(?!\s(?:that|of|que|d))"
        r"(?:.{0,30}|\s(?:as|comme|de)\s.{0,120}|\s[“\"«].{0,120})"
    )
    named = rf"(?:an?\s|une?\s)?(?:\w+\s){{0,2}}?(?:{said})\s(?:which\s|that\s|que\s|qu['’])?"
    relative = rf",\s(?:which|ce\s(?:que\s|qu['’])|{named})\s?$"
    return _Patterns(
        re.compile(pointing, re.I | re.S),
        re.compile(rf"\b(?:accusations?|allegations?|charges?|{guilty})\b"),
        re.compile(rf"\b(?:{'|'.join(sorted(lists.figures))})\b", re.I),
        re.compile(relative, re.I),
        re.compile(
            rf"\W{{0,2}}(?:it|he|she|they|this|that|il|elle|{_DETERMINER}\s?(?:\w+\s){{0,2}}?(?:{said})|neither\s(?:{said})|(?:{said})\s(?:of|that|about))\b",
            re.I,
        ),
    )


def is_pronoun(phrase: str) -> bool:
    """Whether it is a pronoun alone: "denied this"."""
    return _PRONOUN.fullmatch(phrase) is not None


def is_reverse(phrase: str) -> bool:
    """Whether it stands for the opposite of what was said: "suggests otherwise"."""
    return len(phrase) <= _SHORTEST and _REVERSE.fullmatch(phrase) is not None


def points_back(phrase: str) -> bool:
    """Whether it is a pronoun or a noun for what was said, and what is made of it: "the report as invention"."""
    return _patterns().pointing.fullmatch(phrase) is not None


def of_guilt(phrase: str) -> bool:
    """Whether what it points back to is an accusation: "the charge", "any involvement"."""
    return _patterns().blamed.search(phrase) is not None


def of_figure(phrase: str) -> bool:
    """Whether what it points back to is a number: "the figure"."""
    return _patterns().figure.search(phrase) is not None


def takes_up(before: str) -> bool:
    """Whether a relative clause begins behind it that takes up what was said: "…, a claim which", ", ce que"."""
    return _patterns().relative.search(before) is not None


def speaks_of_claim(phrase: str) -> bool:
    """Whether it begins with somebody or with what he said: "he was lying", "the message is a hoax"."""
    return _patterns().claim.match(phrase) is not None


def of_such(phrase: str) -> bool:
    """Whether it speaks of a thing that has been told: "knew nothing of such a request"."""
    return _SUCH.search(phrase) is not None


def has_made(phrase: str) -> bool:
    """Whether somebody has made a thing, which is no word against it: "he has forged a reputation"."""
    return _MADE.search(phrase) is not None


def is_anaphoric(phrase: str) -> bool:
    """Whether it begins with a pronoun for what has been told: "it was genuine"."""
    return _ANAPHORIC.match(phrase) is not None


def names_claim(phrase: str) -> bool:
    """Whether it says itself which claim is meant: "any suggestion that …"."""
    return _NAMED.match(phrase) is not None


def ordinals(phrase: str) -> frozenset[str]:
    """Which one of several it speaks of: "the first bomb"."""
    return frozenset(word.lower() for word in _ORDINAL.findall(phrase))


def leaves_open(phrase: str) -> bool:
    """Whether it names several who may have done it: "attributed to three different groups"."""
    return _SEVERAL.search(phrase) is not None


def definite(phrase: str) -> tuple[str, ...]:
    """The words of the definite noun phrase with which it begins: "the clerk does not exist"; none if it has none."""
    found = _OPENING.match(phrase)
    return tuple(found[1].lower().split()) if found else ()
