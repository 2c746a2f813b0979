"""Authors whom only a note introduces: "Jane Doe is a research fellow at …".

Such a sentence may as well introduce somebody whom the report tells of. So it counts only below a line such as "About
the author", or in an element that the page marks as its author's; and only where nothing else names anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citebound.model import Field
from citebound_hooks.describe.evidence.marked import marked_notes
from citebound_hooks.describe.evidence.name_forms import are_names
from citebound_hooks.describe.evidence.places import title_lines
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import is_organisation, name_words
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import Proof, proof_at
from citebound_hooks.language.alternatives import alternatives

_LONGEST_LABEL = 40
_MOST_NOTES = 6
_MOST_SENTENCES = 12


def introduced_authors(page: Page, title: Field[str] | None) -> list[Proof]:
    """Returns the persons whom notes about the authors of a web page introduce, each once."""
    if page.document.media_type not in WEB:
        return []
    found: dict[str, Proof] = {}
    for line in (*_below_labels(page), *_marked(page, title)):
        for proof in _introduced(page, line):
            found.setdefault(proof.value, proof)
    return list(found.values())


def _below_labels(page: Page) -> Iterator[Line]:
    """Yields the lines below "About the author", as long as they introduce somebody."""
    about = name_words().about_authors
    for number, line in enumerate(page.lines):
        if (
            line.end - line.start > _LONGEST_LABEL
            or page.text[line.start : line.end].casefold().strip(" :") not in about
        ):
            continue
        for below in page.lines[number + 1 : number + 1 + _MOST_NOTES]:
            if not any(_introduced(page, below)):
                break
            yield below


def _marked(page: Page, title: Field[str] | None) -> Iterator[Line]:
    first = next(iter(title_lines(page, title)), None)
    place = page.lines[first].start if first is not None else 0
    for start in marked_notes(page, place):
        yield page.lines[page.line_at(start)]


def _introduced(page: Page, line: Line) -> Iterator[Proof]:
    """Yields the names with which sentences of a line begin that say what somebody is."""
    for start in _starts(page.text, line):
        sentence = _sentence().match(page.text, start, line.end)
        proof = proof_at(page.document, *sentence.span("name")) if sentence else None
        if proof is not None and are_names(proof.value) and not is_organisation(proof.value):
            yield proof


def _starts(text: str, line: Line) -> Iterator[int]:
    """Yields where the sentences of a line may begin."""
    place = line.start
    for _ in range(_MOST_SENTENCES):
        yield place
        place = text.find(". ", place, line.end) + 2
        if place < 2:
            return


@cache
def _sentence() -> re.Pattern[str]:
    words = name_words()
    name = r"[^\W\d_][\w'’-]{1,30}(?:\s(?:[^\W\d_]\.|[^\W\d_][\w'’-]{1,30})){1,3}"
    before = rf"(?:(?:{alternatives(words.titles)})\.?\s){{0,3}}"
    is_ = rf"\s(?:{alternatives(words.introductions)})\s[^.\n]{{0,60}}?\b(?:{alternatives(words.professions)})\b"
    return re.compile(rf"{before}(?P<name>{name}){is_}", re.IGNORECASE)
