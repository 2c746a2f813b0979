"""Who sends a page: the line "From:" below its title, with an author of a letter or the office that issues a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from citebound_hooks.describe.evidence.likeness import letters
from citebound_hooks.describe.evidence.markup import said_in_markup
from citebound_hooks.describe.evidence.name_forms import are_names
from citebound_hooks.describe.evidence.places import distances
from citebound_hooks.describe.evidence.words import date_words
from citebound_hooks.describe.names import author_fields, is_organisation
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.persons import are_persons
from citebound_hooks.describe.proof import Proof, proof_at, text_field
from citebound_hooks.describe.title_page_words import is_issuer

Found = Iterator[tuple[str, Any]]
_LINES_BEFORE, _LINES_AFTER = 4, 8
_LONGEST, _LONGEST_LABEL = 160, 15
_MAIL = re.compile(r"\s{0,3}[<(\[]?[\w.+-]{1,64}(?:@|\s(?:at|AT)\s|_at_)[\w.-]{1,200}[>)\]]?")


def sender_of_page(page: Page, found: Mapping[str, Any]) -> Found:
    """Yields the person or the organisation behind "From:"; on pages that no profile knows."""
    for number in sorted(distances(page, found.get("title"), _LINES_BEFORE, _LINES_AFTER)):
        proof = _sender(page, number)
        if proof is None:
            continue
        mail = _MAIL.search(proof.raw)
        name = proof_at(page.document, *_place(proof, mail.start() if mail else len(proof.raw)))
        if name is None:
            continue
        if are_persons(name.value) or (mail and are_names(name.value)):
            yield "authors", author_fields(page.document, name)
        elif "publisher" not in found and _is_office(page, name):
            yield "publisher", text_field(name)
        return


def _sender(page: Page, number: int) -> Proof | None:
    """Returns what stands behind "From:" on a line, on the next one where the label stands alone."""
    line = page.lines[number]
    colon = page.text.find(":", line.start, min(line.end, line.start + _LONGEST_LABEL))
    if colon < 0 or page.text[line.start : colon].strip().casefold() not in date_words().senders:
        return None
    if page.text[colon + 1 : line.end].strip():
        return proof_at(page.document, colon + 1, min(line.end, line.start + _LONGEST))
    following = page.lines[number + 1 : number + 2]
    return proof_at(page.document, following[0].start, following[0].end) if following else None


def _place(proof: Proof, end: int) -> tuple[int, int]:
    start = proof.span.start if proof.span else 0
    bare = proof.raw[:end].rstrip(" \"'")
    return start + len(bare) - len(bare.lstrip(" \"'")), start + len(bare)


def _is_office(page: Page, name: Proof) -> bool:
    """Tells an organisation: by a word of its name, or because the mark-up gives it as the page's maker."""
    if len(name.raw) > _LONGEST or not name.raw[0].isupper():
        return False
    makers = {
        letters(said.value) for field in ("authors", "publishers") for said in said_in_markup(page, field)
    }
    return is_organisation(name.value) or is_issuer(name.value) or letters(name.value) in makers
