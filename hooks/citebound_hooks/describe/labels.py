"""The labelled header of a page: which label stands where, and where its value stands.

Four ways of writing are read: `Label: value`, a table (pipes or tabs between the cells), a label on a line
of its own with the value on the next, and, for profiles that say so, labels without a colon (`Publisher
Jamestown Foundation`), even glued to their value (`DisclaimerThis is not …`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from citebound.model import Profile
from citebound.profiles import GENERIC
from citebound_hooks.describe.lines import Line
from citebound_hooks.language.alternatives import alternatives
from citebound_hooks.profiles.catalogue import built_in_profiles

_LEAD = r"[\s\-–•*·|#>]{0,8}"
_CELL = re.compile(r"[^|\t]+")
_LONGEST_LABEL = 60
_OPENING, _MARKS = 3, "#*_"
_LONGEST_HEADING, _LONGEST_CITATION = 40, 2000
_CITATION = re.compile(r"https?://|(?<!\d)(?:19|20)\d\d(?!\d)")
# Words of these fields run over several lines; those of the others stand on one.
_LONG = frozenset({"cite_as", "disclaimer"})
_DATES = frozenset({"publication_date", "last_updated", "accessed"})
_SENTENCE_END = (".", "]", "!", "?", ".”", '."', "»")


class Label(NamedTuple):
    """A label and its value.

    Attributes:
        field: The field of the record; empty for a label whose value is none.
        start: Where the label begins.
        value_start: Where the value begins.
        value_end: Where it ends; the same as `value_start` if there is no value.
        words: The label as printed.
        colon: Whether a colon, a table cell or a line break stands between the two.
        line: The number of the line that it stands on.
    """

    field: str
    start: int
    value_start: int
    value_end: int
    words: str
    colon: bool
    line: int


class Labels(NamedTuple):
    """The labels of a profile as patterns.

    Attributes:
        at_start: A label at the beginning of a line.
        fields: The field of each label, case and white space folded.
        openings: The first letters of those of the cite-as line, folded: other lines are no heading of one.
    """

    at_start: re.Pattern[str]
    fields: dict[str, str]
    openings: frozenset[str]


def labels_of(profile: Profile) -> Labels:
    """Returns the patterns of a profile, compiled once.

    Where labels need a colon, those that many publishers have in common are known besides the profile's own.
    """
    own = tuple((field, tuple(words)) for field, words in profile.labels.items())
    return _compiled((*(() if profile.bare_labels else _common()), *own, ("", profile.other_labels)))


@cache
def _common() -> tuple[tuple[str, tuple[str, ...]], ...]:
    generic = next(profile for profile in built_in_profiles() if profile.name == GENERIC)
    return tuple((field, tuple(words)) for field, words in generic.labels.items())


@lru_cache(maxsize=32)
def _compiled(known: tuple[tuple[str, tuple[str, ...]], ...]) -> Labels:
    fields = {folded(label): field for field, labels in known for label in labels}
    pattern = rf"{_LEAD}(?P<label>{alternatives(fields) or '(?!)'})(?P<colon>\s{{0,2}}\**\s{{0,2}}[:：]\**)?"
    openings = frozenset(label[:_OPENING] for label, field in fields.items() if field == "cite_as")
    return Labels(re.compile(pattern, re.IGNORECASE), fields, openings)


def find_labels(text: str, lines: Sequence[Line], profile: Profile) -> list[Label]:
    """Returns the labels of the page in their order, each with its value."""
    labels = labels_of(profile)
    candidates = [
        (number, line)
        for number, line in enumerate(lines)
        if profile.bare_labels or _can_hold_label(text, line, labels)
    ]
    found = [label for number, line in candidates for label in _on_line(text, number, line, labels)]
    kept = [
        label for label in found if label.colon or profile.bare_labels or _heads_citation(text, label, lines)
    ]
    if profile.bare_labels:
        kept = list(_without_strays(kept, lines))
    labelled = {label.line for label in kept}
    return [_with_whole_value(text, label, lines, labelled) for label in kept]


def _can_hold_label(text: str, line: Line, labels: Labels) -> bool:
    """Tells whether a line has what ends a label, in the place where it would stand, or is a heading of a citation."""
    opening = text[line.start : min(line.end, line.start + _LONGEST_LABEL)]
    if ":" in opening or "\t" in opening or "|" in opening or "：" in opening:
        return True
    is_like = opening[:_OPENING].casefold() in labels.openings or opening[0] in _MARKS
    return is_like and _is_heading(text, line, labels)


def _is_heading(text: str, line: Line, labels: Labels) -> bool:
    """Tells a line that is nothing but a label of the cite-as line, as headings are."""
    if line.end - line.start > _LONGEST_HEADING:
        return False
    words = text[line.start : line.end].strip(f" {_MARKS}")
    return labels.fields.get(folded(words)) == "cite_as"


def _heads_citation(text: str, label: Label, lines: Sequence[Line]) -> bool:
    """Tells a heading such as `Suggested citation` with a citation below it: a line that holds an address or a year."""
    if label.field != "cite_as" or label.value_start < lines[label.line].end or label.line + 1 >= len(lines):
        return False
    below = lines[label.line + 1]
    return bool(_CITATION.search(text, below.start, min(below.end, below.start + _LONGEST_CITATION)))


def _on_line(text: str, number: int, line: Line, labels: Labels) -> Iterator[Label]:
    head = labels.at_start.match(text, line.start, line.end)
    if head is None:
        return
    if "\t" in text[line.start : line.end] or "|" in text[line.start : line.end]:
        cells = list(_in_cells(text, number, line, labels))
        yield from cells
        if cells or labels.fields[folded(head["label"])] not in _LONG:
            return  # a tab within a long value parts no cells
    field, words = labels.fields[folded(head["label"])], head["label"]
    place = Label(field, head.start("label"), head.end(), line.end, words, bool(head["colon"]), number)
    following = text[head.end() : head.end() + 1]
    words_follow = following.isspace() and _begins_a_value(text[head.end() : line.end].lstrip())
    glued = (following.isupper() or (following.isdigit() and field in _DATES)) and words[-1:].islower()
    if place.colon or head.end() == line.end or words_follow or glued:
        yield place


def _in_cells(text: str, number: int, line: Line, labels: Labels) -> Iterator[Label]:
    cells = [cell for cell in _CELL.finditer(text, line.start, line.end) if cell.group().strip()]
    for label, value in pairwise(cells):
        field = labels.fields.get(folded(label.group().strip(" *:：\u00a0")))
        if field is not None:
            end = line.end if "\t" in text[line.start : line.end] and len(cells) == 2 else value.end()
            yield Label(field, label.start(), value.start(), end, label.group().strip(), True, number)


def _without_strays(labels: Sequence[Label], lines: Sequence[Line]) -> Iterator[Label]:
    """Leaves out labels of one word, without a colon and alone: "Country Policy Note" is a title."""
    numbers = {label.line for label in labels}
    header = {label.line for label in labels if label.field != "last_updated"}  # which stands above the title
    for label in labels:
        above = label.line - 1 in (header if lines[label.line].after_blank else numbers)
        below = label.line + 1 in numbers and not lines[label.line + 1].after_blank
        if label.colon or above or below or " " in label.words or label.field in ("publisher", "disclaimer"):
            yield label


def _with_whole_value(text: str, label: Label, lines: Sequence[Line], labelled: set[int]) -> Label:
    """Takes in the lines over which the value runs, up to the next label."""
    number = label.line + 1
    if not text[label.value_start : label.value_end].strip():
        follows = number < len(lines) and number not in labelled
        apart = follows and lines[number].after_blank and not label.colon and label.field != "cite_as"
        if not follows or (apart and not _in_list(label, labelled)):
            return label._replace(value_end=label.value_start)
        label = label._replace(value_start=lines[number].start, value_end=lines[number].end)
        number += 1
    while label.field in _LONG and number < len(lines) and number not in labelled:
        unfinished = not text.endswith(_SENTENCE_END, 0, label.value_end)
        if lines[number].after_blank or not unfinished:
            break
        label = label._replace(value_end=lines[number].end)
        number += 1
    return label


def _in_list(label: Label, labelled: set[int]) -> bool:
    """Tells whether another label stands right above a label, or below its value: then a blank line parts nothing."""
    return label.line - 1 in labelled or label.line + 2 in labelled


def _begins_a_value(words: str) -> bool:
    return bool(words) and not words[0].islower()


def folded(words: str) -> str:
    """Returns the words of a label as they are compared: white space and case folded."""
    return " ".join(words.split()).casefold()
