"""The stage that reads the labelled header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from citebound.dates import parse_date
from citebound.model import Profile
from citebound.profiles import GENERIC
from citebound_hooks.describe.fields import make_field
from citebound_hooks.describe.labels import Label, folded
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at
from citebound_hooks.readers.markdown.front_matter import front_matter

# On pages that no profile knows, a label far down the page belongs to something else.
_HEAD_LINES = 80
_FOOT_LINES = 15
_NEXT = 2  # lines from a label to the next one of its block: the value may stand on a line of its own
_LONGEST = {
    "cite_as": 2000,
    "disclaimer": 20000,
    "title": 400,
    "publication_date": 60,
    "accessed": 60,
    "last_updated": 60,
}
_LONGEST_OTHER = 300
_BY_AGREEMENT = frozenset(
    {"title", "authors", "publisher", "publication_date", "last_updated", "language", "url"}
)


def labelled_header(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the fields that stand behind a label; of two labels of one field the first counts.

    A web page may tell of a book with author and date: there a label that its profile does not name proves nothing,
    and the evidence has to agree; but one that stands in a block with the profile's own, or with a cite-as line, is the
    page's.
    """
    front, vouched = front_matter(page.text), _vouched(page)
    for label in page.labels:
        if front and label.start < front.whole:
            continue
        if (
            not label.field
            or not _in_header(page, label)
            or not (_is_trusted(page, label) or label.line in vouched)
        ):
            continue
        proof = proof_at(page.document, label.value_start, label.value_end)
        if proof is None or len(proof.raw) > _LONGEST.get(label.field, _LONGEST_OTHER):
            continue
        if _fits(label.field, proof, page):
            yield from make_field(label.field, proof, page.document, page.day_first)


def _is_trusted(page: Page, label: Label) -> bool:
    if page.profile.bare_labels or not page.markup or label.field not in _BY_AGREEMENT:
        return True
    return _is_own(page.profile, label)


def _is_own(profile: Profile, label: Label) -> bool:
    own = profile.labels.get(label.field, ()) if profile.name != GENERIC else ()
    return any(folded(label.words) == folded(each) for each in own)


def _vouched(page: Page) -> frozenset[int]:
    """The lines of each block of labels that holds a cite-as line or a label of the profile's own."""
    blocks: list[list[Label]] = []
    for label in page.labels:
        if not (blocks and label.line - blocks[-1][-1].line <= _NEXT):
            blocks.append([])
        blocks[-1].append(label)
    own = (block for block in blocks if any(_speaks_for(page.profile, label) for label in block))
    return frozenset(label.line for block in own for label in block)


def _speaks_for(profile: Profile, label: Label) -> bool:
    return label.field == "cite_as" or (bool(label.field) and _is_own(profile, label))


def _in_header(page: Page, label: Label) -> bool:
    return page.profile.bare_labels or label.line < _HEAD_LINES or label.line >= len(page.lines) - _FOOT_LINES


def _fits(name: str, proof: Proof, page: Page) -> bool:
    """Tells whether words can be the value of a field: "Date: a fruit" is none."""
    if name not in ("publication_date", "accessed", "last_updated") or page.profile.bare_labels:
        return True
    return parse_date(proof.raw, day_first=page.day_first) is not None or len(proof.raw) <= 12
