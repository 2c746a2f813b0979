"""Finds how many were killed and injured: the numbers that the text states, whatever hedge stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from citebound_hooks.events.lexicon import any_of, event_words
from citebound_hooks.events.numbers import NUMBER_WORDS, number_of
from citebound_hooks.events.one_victim import SINGULAR, find_one_victim
from citebound_hooks.events.victims import ARTICLES, GAP, MANY, first, people, several
from citebound_hooks.language.stems import has_stem
from citebound_hooks.language.tokens import Token

Place = tuple[int, int]
Harm = Literal["killed", "injured"]
_VERB = (
    rf"{GAP}(?:(?:y|was|were|had|have|has|is|are|been|being|also|reportedly|left|be|lay|lie|ont{GAP}été|ont|a{GAP}été){GAP})"
    "{0,3}"
)
_ASIDE = r"(?:,[^,.;()]{1,60},|\s\([^()]{1,60}\))?"
_ONE = rf"(?P<one>an?|une?)\s(?!{MANY})"
_RANGE = re.compile(r"\s?(?:-|–|to|or|à)\s?\d")
_BETWEEN = re.compile(r"\b(?:between|entre)\s(?:\S{1,12}\s(?:and|et)\s)?$", re.I)
# Behind a number that counts some of the victims only: "eleven of the dead".
_OF_THEM = re.compile(r"\s(?:of|among)\s(?:the|those)\s(?:dead|killed|wounded|injured|victims|fatalities)\b")
_ONE_BEFORE = re.compile(
    r"(?:An?|The|Une?|Le|La)\s(?:[a-zé-]{2,20}\s){0,3}?[a-zé-]{1,19}[a-rt-zé]\s(?:and|et)\s"
)
_MOST = 6  # words between the last of those counted and the verb
_NOT_DIED = r"(?!\s(?:ont\ssuccombé|sont\smorts|have\sdied|had\sdied|later\sdied))"  # "three of the injured have died"
_COUNTED = re.compile(r"\s{1,9}([^\W\d_]+)")
_NO = re.compile(r"\b[Nn]ot?\s$")  # "no one was hurt"
_AMONG = r"\b(?:among\s(?:them|whom|those)|including|such\sas|dont|parmi\s(?:eux|elles)|notamment)[\s,]{1,3}"
_NAMED = r"[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30}"
# Before a single person who is not counted: one of those counted already, or a name told again by what he is.
_TOLD = re.compile(rf"(?:{_AMONG}|{_NAMED},\s)$")
# A name before a number of others; what stands between them may be another person ("Horin, his son and two others").
_AND_OTHERS = re.compile(
    rf"{_NAMED}(?:,(?P<another>\s(?:his|her|their|son|sa|leur)\b[^,;]{{1,60}}|\s[^,;]{{1,60}}(?=\sand|\set))(?:,|\s(?:and|et)|,\s(?:and|et))"
    r"|,[^,;]{1,90},(?:\s(?:and|et))?|,|\s(?:and|et))\s$"
)
_AMONG_NAMED = re.compile(rf"{_AMONG}(?:{_NAMED}\s){{0,4}}$")
_OTHERS = re.compile(r"\s(?:others?|autres?)\b")
_NONE = re.compile(
    r"(?<!reported )(?<!report )(?<!confirmed )(?<!with )\b(?:[Nn]o|[Aa]ucune?)\s"
    r"(?:(?P<both>casualties|victimes?)|(?P<killed>deaths|fatalities|morts?|décès)|injuries|wounded|blessés?)"
    r"\b(?=[.,;)]|\s(?:but|and|or|mais|et)\s)"
)
_BACK = 140  # characters
_HARM = (
    "kill", "dead", "die", "wound", "injur", "hurt", "death", "fatal", "lives", "perish", "slain", "murder", "massac",
    "execut", "shot", "assass", "behead", "drown", "martyr", "mort", "meurtr", "tué", "tue", "bless", "décès", "vie",
    "gunned", "stab", "lynch", "casualt", "victim", "burn", "hospital",
)  # fmt: skip


class Harmed(NamedTuple):
    """A stated number of people; those that one phrase adds up share its place."""

    start: int
    end: int
    harm: Harm
    number: int


def find_harmed(text: str, tokens: Sequence[Token], dates: Sequence[Place] = ()) -> list[Harmed]:
    """Returns the numbers of killed and injured that a sentence states, in order.

    A range such as 10-12 gives none, and the numbers in dates are none.

    Args:
        text: The document's text.
        tokens: The sentence's tokens.
        dates: Where its dates stand.
    """
    if not tokens or not has_stem(text, tokens[0].start, tokens[-1].end, _HARM):
        return []
    start, end = tokens[0].start, tokens[-1].end
    found: dict[int, Harmed] = {}
    for token in tokens:
        for pattern, harm in _patterns_at(token):
            match = pattern.match(text, token.start, end)
            if match:
                found |= {
                    one[0]: Harmed(match.start(), match.end(), harm, one[1])
                    for one in _counts(text, match, start, dates)
                    if one[0] not in found
                }
    found |= {one.start: one for one in _none(text, start, end)}
    killed = any(one.harm == "killed" for one in found.values())
    one = None if killed else find_one_victim(text, start, end)
    if one:
        found[one[0]] = Harmed(*one, "killed", 1)
    return [found[place] for place in sorted(found)]


def _none(text: str, start: int, end: int) -> Iterator[Harmed]:
    """What the text says that there was not: "There were no deaths"; what nobody reported may still have been."""
    for match in _NONE.finditer(text, start, end):
        harms: tuple[Harm, ...] = (
            ("killed", "injured") if match["both"] else ("killed",) if match["killed"] else ("injured",)
        )
        yield from (Harmed(match.start() + at, match.end(), harm, 0) for at, harm in enumerate(harms))


def total(harmed: Sequence[Harmed], harm: Harm) -> int | None:
    """Returns the first number that is stated, with what is added to it by "and"; None if there is none.

    "11 soldiers and two civilians dead" gives 13; a second figure ("another source spoke of nine dead") is left out.
    """
    numbers = [one for one in harmed if one.harm == harm]
    if not numbers:
        return None
    return sum(one.number for one in numbers if one[:2] == numbers[0][:2])


def _counts(text: str, match: re.Match[str], start: int, dates: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Yields place and value of each number in a match that counts people."""
    for name, words in match.groupdict().items():
        one = words and name.endswith("one")
        number = 1 if one else number_of(words or "")
        if number is None or not _is_count(text, start, match.span(name), dates):
            continue
        if not one:
            beside = _beside(text, start, *match.span(name), alone=name == "first")
            if beside is not None:
                yield match.start(name), number + beside
        elif not _TOLD.search(text, max(start, match.start(name) - 40), match.start(name)):
            yield match.start(name), 1


def _beside(text: str, start: int, begin: int, end: int, *, alone: bool) -> int | None:
    """One more where one person stands before the number; None where that cannot be told.

    "Horin and two others were shot dead", "A corporal and two men were killed".
    """
    if alone and _ONE_BEFORE.fullmatch(text, start, begin):
        return 1
    named = _AND_OTHERS.search(text, max(start, begin - _BACK), begin) if _OTHERS.match(text, end) else None
    if named is None:
        return 0
    if named["another"]:
        return (
            None  # "Horin, his son and two others": who stands beside a name cannot be told from what he is
        )
    return int(not _AMONG_NAMED.search(text, max(start, named.start() - 60), named.start()))


def _is_count(text: str, start: int, place: Place, dates: Sequence[Place]) -> bool:
    """Whether a number counts people: not the end of a range, not a part of a date."""
    if _BETWEEN.search(text, max(start, place[0] - 30), place[0]) or _RANGE.match(text, place[1]):
        return False
    counted = _COUNTED.match(text, place[1])
    if counted and counted[1].casefold() in event_words().casualties.no_victims:
        return False
    if _OF_THEM.match(text, place[1]) or _NO.search(text, max(start, place[0] - 4), place[0]):
        return False
    return not any(begin <= place[0] < end for begin, end in dates)


def _patterns_at(token: Token) -> Sequence[tuple[re.Pattern[str], Harm]]:
    """The patterns that can begin with a token: with a verb of harm, a number, or an article."""
    if token.text[0].isdigit():
        return _patterns()["#"]
    return _patterns().get(token.lower) or _patterns().get(token.lower.partition("-")[0], ())


@cache
def _patterns() -> dict[str, tuple[tuple[re.Pattern[str], Harm], ...]]:
    words = event_words().casualties
    harms: tuple[tuple[Harm, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
        ("injured", words.injured_before, words.injured_after, words.killed_after),
        ("killed", words.killed_before, words.killed_after, words.injured_after),
    )
    found: dict[str, list[tuple[re.Pattern[str], Harm]]] = {}
    for harm, before, after, otherwise in harms:
        free = tuple(word for word in before if word not in words.needs_after)
        for word in dict.fromkeys(word.split()[0] for word in free):
            found.setdefault(word, []).append((_before_number(free, otherwise), harm))
        for word in ("#", *NUMBER_WORDS, *ARTICLES):
            found.setdefault(word, []).append((_behind_number(after, otherwise), harm))
        for word in ("a", "an", "un", "une"):
            found.setdefault(word, []).append((_one_person(after), harm))
        for word in ("the", "le", "la"):
            found.setdefault(word, []).append((_aside(after), harm))
    return {word: tuple(patterns) for word, patterns in found.items()}


@cache
def _before_number(before: tuple[str, ...], otherwise: tuple[str, ...]) -> re.Pattern[str]:
    """A verb before the number: "killed at least 11 soldiers and two civilians", "killing a soldier"."""
    more = several(people(any_of(otherwise)), rf"{_VERB}{any_of(otherwise)}")
    return re.compile(rf"{any_of(before)}{GAP}(?:{first()}{more}|{_ONE}(?=[a-z]))", re.I)


@cache
def _behind_number(after: tuple[str, ...], otherwise: tuple[str, ...]) -> re.Pattern[str]:
    """Words behind the number: "eleven people, including two children, were killed", "two men and the driver died"."""
    between = people(any_of((*after, *otherwise)))
    listed = rf"{first()}(?:{GAP}other)?{several(between, '(?!)')}"
    return re.compile(
        rf"{listed}{people(any_of(otherwise), _MOST)}{_ASIDE}{_VERB}{any_of(after)}\b{_NOT_DIED}", re.I
    )


@cache
def _one_person(after: tuple[str, ...]) -> re.Pattern[str]:
    """One person alone: "a driver was injured"."""
    return re.compile(rf"{_ONE}(?:[a-z-]{{2,16}}\s){{1,3}}{SINGULAR}{any_of(after)}\b", re.I)


@cache
def _aside(after: tuple[str, ...]) -> re.Pattern[str]:
    """One person of whom it is said beside: "The driver, slightly injured, said"."""
    return re.compile(
        rf"(?P<one>the|le|la)\s(?:[a-zé-]{{2,16}}\s?){{1,2}},\s(?:\w{{2,14}}(?:ly|ment)\s)?{any_of(after)},",
        re.I,
    )
