"""Names that stand on a line with a date: "3 May 2019 - Jane Doe", "Jane Doe | Published 3 hours ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.dates import find_dates
from citebound_hooks.actors.lexicon.tables import given_names
from citebound_hooks.describe.evidence.name_forms import are_names
from citebound_hooks.describe.evidence.words import date_words
from citebound_hooks.describe.lines import Line
from citebound_hooks.describe.names import is_organisation
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.persons import are_persons
from citebound_hooks.describe.proof import Proof, proof_at

_OF_DATELINES = ("-", "–", "—", ",", "\t")
_PART = re.compile(r"\s{1,3}[|•·–—]\s{1,3}")


def names_beside_date(page: Page, line: Line) -> Iterator[Proof]:
    """Yields the person's name that stands on a line with a date: "3 May 2019 - Jane Doe"."""
    dates = [
        date
        for date in find_dates(page.text, line.start, line.end, day_first=page.day_first)
        if date.parts.day or date.form == "numeric"
    ]
    if not dates:
        yield from _before_untold_day(page, line)
    if len(dates) != 1:
        return
    before = proof_at(page.document, *_bare(page.text, line.start, dates[0].start))
    if before and page.text[line.start : dates[0].start].rstrip().endswith(","):  # "Geneva, 3 May 2019"
        before = _before_organisation(page, before)
    for proof in (before, proof_at(page.document, *_bare(page.text, dates[0].end, line.end))):
        if proof is not None and are_names(proof.value) and not is_organisation(proof.value):
            yield proof


def _before_untold_day(page: Page, line: Line) -> Iterator[Proof]:
    """Yields the person's name before "published" and no date: "Jane Doe | Published 3 hours ago"."""
    cut = _PART.search(page.text, line.start, line.end)
    words = page.text[cut.end() : line.end].casefold() if cut else ""
    if cut and words.startswith((*date_words().published, *date_words().updated)):
        proof = proof_at(page.document, line.start, cut.start())
        if proof and are_names(proof.value) and not is_organisation(proof.value):
            yield proof


def may_be_place(page: Page, proof: Proof) -> bool:
    """Tells an unknown name before a date, as in a dateline: "Valle Hondo - 3 May 2019"."""
    following = page.text[proof.span.end : proof.span.end + 3].strip(" ") if proof.span else ""
    return following[:1] in _OF_DATELINES and not are_persons(proof.value)


def _before_organisation(page: Page, proof: Proof) -> Proof | None:
    """Returns the person before the organisation that they write for: "Jane Doe, Coast Institute, 3 May 2019"."""
    name, comma, rest = proof.value.partition(", ")
    known = name.split()[0].casefold() in given_names() and len(name.split()) > 1
    if not comma or proof.span is None or not known or not all(map(is_organisation, rest.split(", "))):
        return None
    return proof_at(page.document, proof.span.start, proof.span.start + proof.raw.index(","))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalpha():
        start += 1
    while end > start and not (text[end - 1].isalpha() or text[end - 1] == "."):
        end -= 1
    return start, end
