"""Words for those who are counted among the killed and injured: numbers, and single persons named by what they are."""

from __future__ import annotations

from functools import cache

from citebound_hooks.events.lexicon import any_of, event_words
from citebound_hooks.events.numbers import NUMBER

GAP = r"\s{1,9}"  # a wrapped line may be indented
_HEDGE = (
    rf"(?:(?:at{GAP}least|at{GAP}most|up{GAP}to|about|around|some|nearly|almost|more{GAP}than|over|an{GAP}estimated"
    rf"|approximately|roughly|as{GAP}many{GAP}as|fewer{GAP}than|au{GAP}moins|environ|près{GAP}de|plus{GAP}de|another"
    rf"|a{GAP}further){GAP})?"
)
_ENDS = (
    "and|et|or|but|had|has|have|was|were|is|are|who|which|that|where|when|while|as|after|before|since|because|if|qui|ont|sont"
    "|où|quand|lorsque|après|avant|depuis"
)
MANY = (
    r"(?:lot|number|few|group|family|dozen|hundred|thousand|total|couple|host|series|handful|further|large"
    r"|\w{4,9}aine|millier)\b"
)
ARTICLES = ("a", "an", "the", "its", "his", "her", "their", "un", "une", "le", "la", "leur", "son", "sa")


@cache
def person() -> str:
    """Returns a pattern for one person, by what he or she is: "the driver", "leur chauffeur", "a young nurse"."""
    words = event_words().casualties
    endings = "|".join(words.person_endings)
    noun = rf"(?:{any_of(words.persons)}|(?!{any_of(words.no_persons)}\b)[a-zéè]{{2,14}}(?:{endings}))"
    return rf"(?:{'|'.join(ARTICLES)}){GAP}(?:(?!of\b|de\b)[a-zéè-]{{2,16}}{GAP}){{0,2}}?{noun}(?![\w-])"


def counted(name: str, unless: str) -> str:
    """Returns a pattern for a number of people or a single one, in groups that begin with the name.

    Args:
        name: What the groups are called: `<name>` is a number, `<name>_one` a single person.
        unless: A pattern that must not follow the noun: those people are told of otherwise.
    """
    owned = rf"(?:(?:the|its|his|her|their|leurs|ses|les){GAP})?"
    number = rf"{owned}(?P<{name}>{NUMBER})(?={GAP}[^\W\d_]{{2,20}}(?!\w|{unless}))"
    return rf"{_HEDGE}(?:{number}|(?P<{name}_one>{person()})(?!{unless}))"


def people(without: str, most: int = 4) -> str:
    """Returns a pattern for the words between a number and its verb: "eleven of the attackers died"."""
    word = r"[“\"'«‘]?[^\W\d_][\w'’-]{1,20}[”\"'»’]?"
    return rf"(?:{GAP}(?!(?:{_ENDS}|{without})\b){word}){{0,{most}}}?"


def several(between: str, unless: str) -> str:
    """Returns a pattern for those who are listed behind the first: ", two civilians and the driver"."""
    listed = rf"(?:{between},{GAP}{counted('second', unless)})?"
    return rf"{listed}(?:{between},?{GAP}(?:and|et){GAP}{counted('third', unless)})?"


def first() -> str:
    """Returns a pattern for the first number or single person of a list."""
    return rf"(?:(?:the{GAP})?{_HEDGE}(?P<first>{NUMBER})|(?P<first_one>{person()}))"
