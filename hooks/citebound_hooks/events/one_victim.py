"""Finds the death of one person whom the text names: "shot dead the journalist Ada Lovo", "Ada Lovo died"."""

from __future__ import annotations

import re
from functools import cache

from citebound_hooks.events.lexicon import any_of, event_words
from citebound_hooks.events.numbers import NUMBER

SINGULAR = r"(?:was|has\sbeen|had\sbeen|a\sété|est)\s(?:\w{2,14}ly\s|later\s|then\s)?"
# Before a name that is no subject: "All passengers to Cali, Valle, died".
_NO_SUBJECT = re.compile(
    r"(?:\b(?:in|at|of|to|from|near|on|with|by|for|and|de|du|des|à|en|et)|[^\Wa-z][\w'’-]*,)\s(?:(?:the|la|le)\s)?(?:[^\Wa-z][\w'’-]*\s)*$"
)
_WHO = re.compile(r"\s(?:who|qui)$")
_BACK = 80  # characters


def find_one_victim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Returns where `text[start:end]` tells the death of one person, or None."""
    for found in _patterns().finditer(text, start, end):
        named = found["subject"] and not _WHO.search(found["subject"])  # "the case of Ada Lovo, who died"
        if not named or not _NO_SUBJECT.search(text, max(start, found.start() - _BACK), found.start()):
            return found.span()
    return None


@cache
def _patterns() -> re.Pattern[str]:
    """One person who was killed: "shot dead the journalist Ada Lovo", "Mayor Lovo was assassinated"."""
    noun = any_of(event_words().casualties.one_deed)
    verb = any_of(event_words().casualties.one_victim)
    name = r"[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30}"
    aside = r"(?:,[^,;()]{1,60},|,[^,;()]{1,60}\s(?:who|qui)|,?\s(?:who|qui)|,)?"
    passive = rf"{name}{aside}\s{SINGULAR}{verb}\b"
    described = rf"(?:the|a|an|le|la|un)\s(?:(?!and\b)[a-z-]{{2,20}}\s){{0,4}}{name}(?!s\b)"
    deed = (
        rf"\b{noun}(?:,[^,;()]{{1,60}},)?\s(?:of|du|de)\s(?!(?:\w+\s)?{NUMBER})(?:(?!and\b|[a-zé-]+s\s)[a-zé-]{{2,20}}\s){{0,4}}"
        rf"(?!\S+s\b(?!\s[^\Wa-z])){name}(?![\w'’-]|\s[a-z]+s\b)"
    )
    named = rf"(?<!and\s){name}{aside}|\b(?:[Hh]e|[Ss]he)"
    done = r"\s(?:was|had\sbeen)\s\w{2,14}ed\s[^.;]{0,80}?\sand"  # "was arrested on Saturday and died"
    died = rf"(?P<subject>{named})(?:{done})?\s(?:\w{{2,12}}ly\s)?die[sd]\b"
    in_it = rf"(?:{name}['’]s?|\bthe\slatter['’]s|\b(?:his|her))\sdeath\sin\san?\s"
    active = rf"\b{verb}\s(?:{described}|{name}\s{name})"
    return re.compile(rf"{passive}|{died}|{deed}|{active}|{in_it}|\blost\s(?:his|her)\slife\b")
