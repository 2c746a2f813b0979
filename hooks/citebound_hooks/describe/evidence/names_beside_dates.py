"""Names that stand on a line with a date: "3 May 2019 - Jane Doe", "Jane Doe | Published 3 hours ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.dates import find_dates
from citebound_hooks.actors.lexicon.tables import given_names
from citebound_hooks.describe.evidence.name_forms import are_names, is_function
from citebound_hooks.describe.evidence.places import is_caption
from citebound_hooks.describe.evidence.words import date_words, is_date_word
from citebound_hooks.describe.lines import Line, is_prose
from citebound_hooks.describe.names import is_organisation
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.persons import are_persons
from citebound_hooks.describe.proof import Proof, proof_at
from citebound_hooks.describe.title_page_words import is_kind

_OF_DATELINES = ("-", "–", "—", ",", "\t")
_TIME = re.compile(
    r",?\s{0,3}\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?|\s?Uhr|\s[A-Z]{2,4})?\s{0,3}[|•·–—-]", re.IGNORECASE
)
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
    if len(dates) != 1 or is_prose(page.text, line) or is_caption(page, line):
        return
    before = proof_at(
        page.document, *_bare(page.text, line.start, _label(page.text, line.start, dates[0].start))
    )
    if before and page.text[line.start : dates[0].start].rstrip().endswith(","):  # "Geneva, 3 May 2019"
        before = _before_organisation(page, before)
    for proof in (before, proof_at(page.document, *_behind(page.text, dates[0].end, line.end))):
        if proof is not None and _is_name(proof.value):
            yield proof


def _is_name(words: str) -> bool:
    return are_names(words) and ":" not in words and not is_organisation(words) and not is_kind(words)


def _label(text: str, start: int, end: int) -> int:
    """Returns where the word "published" begins before a date, if a mark parts it from the rest; else the end."""
    cuts = list(_PART.finditer(text, start, end))
    labelled = cuts and any(
        is_date_word(kind, text[cuts[-1].end() : end]) for kind in ("published", "updated")
    )
    return cuts[-1].start() if labelled else end


def _behind(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns where the words behind a date stand, without a time before them and a function behind them."""
    time = _TIME.match(text, start, end)
    begin, stop = _bare(text, time.end() if time else start, end)
    name, comma, function = text[begin:stop].partition(", ")
    return (begin, begin + len(name)) if comma and is_function(function) else (begin, stop)


def _before_untold_day(page: Page, line: Line) -> Iterator[Proof]:
    """Yields the person's name before "published" and no date: "Jane Doe | Published 3 hours ago"."""
    cut = _PART.search(page.text, line.start, line.end)
    words = page.text[cut.end() : line.end].casefold() if cut else ""
    if cut and words.startswith((*date_words().published, *date_words().updated)):
        proof = proof_at(page.document, line.start, cut.start())
        if proof and _is_name(proof.value):
            yield proof


def may_be_place(page: Page, line: Line, proof: Proof) -> bool:
    """Tells an unknown name before a date, as in a dateline: "Valle Hondo - 3 May 2019"."""
    following = page.text[proof.span.end : line.end].strip(" ") if proof.span else ""
    if following.startswith(",") and is_function(following[1:]):
        return False
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
