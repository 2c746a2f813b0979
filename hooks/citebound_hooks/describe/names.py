"""Splits a line of authors into names, and never an organisation's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec

from citebound.model import Document, Field
from citebound_hooks.describe.proof import Proof, part_of, text_field
from citebound_hooks.language.alternatives import alternatives
from citebound_hooks.language.lexicon import load_lexicon

_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,3}")
_LONGEST = 2000
_LONGEST_SHORTENED = 3
_AROUND, _BEHIND = ",.;:–—-~*_", ",;:–—-~*_"


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The words of `names.toml`, all in lower case."""

    by: tuple[str, ...]
    credits: tuple[str, ...]
    conjunctions: tuple[str, ...]
    organisations: frozenset[str]
    nobody: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    marks: frozenset[str]
    other_marks: frozenset[str]
    introductions: tuple[str, ...]
    professions: tuple[str, ...]
    about_authors: frozenset[str]


@cache
def name_words() -> NameWords:
    """Returns the words that decide how names are split."""
    return load_lexicon(Path(__file__).with_name("names.toml"), NameWords)


@cache
def byline_start() -> re.Pattern[str]:
    """Returns the pattern of what stands before the names of a byline; "By" may be glued to the first one."""
    words = alternatives(name_words().by)
    glued = r"(?-i:By|Von|Par|Por)(?=(?-i:[A-ZÀ-Þ][a-zß-ÿ]))"
    filed = r"(?:posted|filed)\s{1,3}(?:in|under)\s[^\n|·•]{1,60}?\sby"
    return re.compile(
        rf"\s{{0,9}}(?:(?:{words}|{filed})(?:\s{{0,3}}[:：]\s{{0,3}}|\s{{1,3}})|{glued})(?=\S)", re.IGNORECASE
    )


@cache
def credit_start() -> re.Pattern[str]:
    """Returns the pattern of what stands before names that are the authors' wherever it stands: `Text:`."""
    return re.compile(rf"\s{{0,9}}(?:{alternatives(name_words().credits)})\s{{0,3}}[:：]", re.IGNORECASE)


def as_spoken(name: str) -> str:
    """Returns a name in the order in which it is spoken, without the titles before and the degrees behind it."""
    parts = name.split(", ")
    while len(parts) > 1 and parts[-1].casefold() in name_words().suffixes:
        parts.pop()
    words = " ".join(reversed(parts) if len(parts) == 2 else parts).split()
    while len(words) > 2 and words[0].casefold().rstrip(".") in name_words().titles:
        words.pop(0)
    return " ".join(words)


def in_breaths(words: str) -> list[str]:
    """Returns what stands between the conjunctions of some words."""
    conjunctions = name_words().conjunctions
    parts: list[list[str]] = [[]]
    for word in words.split():
        if word in conjunctions:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part]


@cache
def _separator() -> re.Pattern[str]:
    words = "|".join(map(re.escape, name_words().conjunctions))
    # Mark-up may hold character references: their marks part no names ("O&#039;Neill").
    mark = r"(?:[|/•·\n]|&(?!#?\w{2,6};)|(?<!&amp)(?<!&quot)(?<!&apos)(?<!&#\d\d)(?<!&#\d\d\d)(?<!&#x\w\w);)"
    comma = rf"\s{{0,9}},\s{{1,9}}(?:(?:{words})\s{{1,9}})?"
    return re.compile(rf"\s{{0,9}}{mark}\s{{0,9}}|{comma}|\s{{1,9}}(?:{words})\s{{1,9}}", re.IGNORECASE)


def author_fields(document: Document, proof: Proof) -> tuple[Field[str], ...]:
    """Returns the authors that the words name, each with its own place."""
    if len(proof.raw) > _LONGEST:
        return ()
    if proof.value.casefold() in name_words().nobody:
        return ()  # whole: "n/a" is no two names
    parts = [part_of(document, proof, start, end) for start, end in split_names(proof.raw)]
    return tuple(text_field(part) for part in parts if part.value.casefold() not in name_words().nobody)


def split_names(words: str) -> Iterator[tuple[int, int]]:
    """Yields begin and end of each name, without the opening "By" and the space around it."""
    opening = byline_start().match(words)
    begin = opening.end() if opening else 0
    for place in _merged(words, list(_pieces(words, begin))):
        start, end = _bare(words, *place)
        if start < end:
            yield start, end


def _bare(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (words[start].isspace() or words[start] in _AROUND):
        start += 1
    while end > start and (words[end - 1].isspace() or words[end - 1] in _BEHIND):
        end -= 1
    if end > start and words[end - 1] == "." and _ends_sentence(words[start : end - 1]):
        end -= 1
    return start, end


def _ends_sentence(words: str) -> bool:
    """Tells a whole word before a full stop from an initial and from what is shortened: "J.", "Jr.", "e.V."."""
    last = words.rsplit(None, 1)[-1] if words.strip() else ""
    return len(last) > _LONGEST_SHORTENED and "." not in last and last[1:].islower()


def _pieces(words: str, begin: int) -> Iterator[tuple[int, int]]:
    for separator in _separator().finditer(words, begin):
        yield begin, separator.start()
        begin = separator.end()
    yield begin, len(words)


def _merged(words: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Joins pieces again that are one name: "Doe, Jane"; "Food and Agriculture Organization"."""
    strong = [bool(re.search(r"[;\n]", words[a[1] : b[0]])) for a, b in pairwise(pieces)]
    at = 0
    while at < len(pieces):
        last = at
        while last + 1 < len(pieces) and not strong[last] and _are_one(words, pieces, at, last, any(strong)):
            last += 1
        yield pieces[at][0], pieces[last][1]
        at = last + 1


def _are_one(words: str, pieces: list[tuple[int, int]], first: int, last: int, semicolons: bool) -> bool:
    before, after = words[pieces[first][0] : pieces[last][1]], words[slice(*pieces[last + 1])]
    between = words[pieces[last][1] : pieces[last + 1][0]].strip()
    if between == "," and after.strip().casefold() in name_words().suffixes:
        return True
    if between == "," and _INITIALS.fullmatch(after.strip()):
        return " " not in before.strip() or len(before.split()) == 2
    if between == ",":
        inverted = len(pieces) == 2 and " " not in before.strip() and len(after.split()) <= 2
        return ((semicolons or inverted) and " " not in before.strip()) or (
            semicolons and _is_surname(before.strip()) and len(after.split()) == 1
        )
    if between.isalpha() or between == "&":
        return is_organisation(f"{before} {after}") and not (_is_person(before) and _is_person(after))
    return False


def _is_surname(words: str) -> bool:
    """Tells a surname of several words, such as "Ó Conaill" or "van der Berg", from a whole name."""
    first, *rest = words.split()
    is_particle = first.casefold() in name_words().particles or len(first.rstrip("'’")) == 1
    return bool(rest) and is_particle and not is_organisation(words)


def is_organisation(name: str) -> bool:
    """Tells whether a name holds a word that organisations have in their names."""
    return any(word.strip(".,()’'").casefold() in name_words().organisations for word in name.split())


def _is_person(name: str) -> bool:
    return 2 <= len(name.split()) <= 4 and not is_organisation(name)
