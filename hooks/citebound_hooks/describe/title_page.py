"""The lines at the top of a document that is no web page, and what part each plays on its title page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from citebound.dates import find_dates, parse_date
from citebound.model import Profile
from citebound_hooks.describe.evidence.name_forms import are_names
from citebound_hooks.describe.evidence.words import begins_with_date_word, is_before_date
from citebound_hooks.describe.names import byline_start
from citebound_hooks.describe.owners import is_notice, is_owner
from citebound_hooks.describe.page import Page
from citebound_hooks.describe.proof import Proof, proof_at
from citebound_hooks.describe.symbol import symbol_line
from citebound_hooks.describe.title_page_words import is_issuer, is_kind, title_page_words
from citebound_hooks.readers.markdown.front_matter import front_matter

Part = Literal["title", "kind", "issuer", "owner", "stamp", "code", "address"]

_HEAD_LINES = 15
_LONGEST, _LONGEST_STAMP = 250, 60
_COLUMNS = re.compile(r"\S[ \t\xa0]{4,}\S")
_FULL_STOPS = (".", ".”", '."', ".’", ".»", "?”", "!”")
_MOST_CAPITALS = 0.6
_SERIES = re.compile(r"[^\d\n]{3,60}\b(?:No|Nr|Nº|N°|Vol|#)\.?\s{0,3}\d{1,5}(?:[/-]\d{1,4})?", re.IGNORECASE)
_DATELINE = re.compile(r"(.{3,60}?)\s(?:-|–|—|--)\s")
_CODE = re.compile(r"[A-Z]{1,6}[\w/.-]{0,30}\d[\w/.-]{0,30}")
_ADDRESS = re.compile(r"<?https?://[^\s<>]{4,2000}>?")
_BEHIND_A_NAME = "-–—|"
_AROUND = "#*=_| \t"


class HeadLine(NamedTuple):
    """A line of the title page and its part.

    A stamp is a line with a date, a code one like SOM105141.E; an owner is an issuer whom the page's copyright
    notice or dateline names as well.
    """

    part: Part
    proof: Proof


@lru_cache(maxsize=2)
def head_lines(page: Page) -> tuple[HeadLine, ...]:
    """Returns the lines above the first prose, those with a label left out."""
    return tuple(_head_lines(page))


def _head_lines(page: Page) -> Iterator[HeadLine]:
    taken = [(label.start, max(label.value_end, label.start + 1)) for label in page.labels]
    if front := front_matter(page.text):
        taken.append((0, front.whole))
    for start, end in _unwrapped(page):
        if any(first < end and start < last for first, last in taken):
            continue
        proof = proof_at(page.document, *_bare(page.text, start, end))
        if proof is None or not any(map(str.isalpha, proof.raw)) or _is_byline(proof.value):
            continue
        if _opens_with_a_label(page.profile, proof.value):
            continue
        if not _can_be_title(proof.value):
            return
        if not (proof.raw[0] == "[" and proof.raw[-1] == "]"):
            yield HeadLine(_part_on(page, proof), proof)


def _opens_with_a_label(profile: Profile, words: str) -> bool:
    """Tells a line such as `Link to original story on …`: its label of several words is not part of a title."""
    folded = words.casefold()
    return any(" " in label and folded.startswith(label.casefold()) for label in profile.other_labels)


def title_below(page: Page, line: int) -> Proof | None:
    """Returns the first of the next lines that can be a title and plays no other part."""
    for number in range(line + 1, min(line + 1 + _HEAD_LINES, len(page.lines))):
        proof = proof_at(page.document, page.lines[number].start, page.lines[number].end)
        if proof and _can_be_title(proof.value) and _part_on(page, proof) == "title":
            return proof
    return None


def _part_on(page: Page, proof: Proof) -> Part:
    """Returns the part of a line; what the page says of itself elsewhere tells more than the line's own words."""
    if _names_the_site(page.profile, proof.value):
        return "kind"
    if is_notice(proof.raw):
        return "stamp"
    part = _part(proof.value)
    if part == "title" and _COLUMNS.search(proof.raw):
        return "kind"  # the masthead of a meeting's document: "Security Council      Distr.: General"
    return "owner" if part in ("title", "issuer") and is_owner(page, proof) else part


def _names_the_site(profile: Profile, words: str) -> bool:
    """Tells a line that says whose pages these are, not what the report is called: `ecoi.net - European …`."""
    for name in (profile.title, profile.publisher, profile.republisher):
        if name and words.casefold().startswith(name.casefold()):
            rest = words[len(name) :].lstrip()
            return not rest or rest[0] in _BEHIND_A_NAME or is_kind(rest)
    return False


def issuer_of(line: HeadLine) -> tuple[int, int] | None:
    """Returns the place of an organisation's name on a line: all of it, or what stands before a date."""
    if line.part in ("issuer", "owner"):
        return 0, len(line.proof.raw)
    for part in re.finditer(r"[^,|\n]{4,120}", line.proof.raw) if line.part == "stamp" else ():
        start = part.start() + len(part.group()) - len(part.group().lstrip())
        opening = _opening(line.proof.raw[start:])
        end = part.start() + len(part.group().rstrip())
        if start + opening < end and (opening or is_issuer(line.proof.raw[start:end])):
            return start + opening, end
    return None


def _opening(words: str) -> int:
    """Returns how many characters "published by" takes at the beginning, with the space behind it."""
    folded = words.casefold()
    for opening in title_page_words().published_by:
        if folded.startswith(opening) and len(folded) == len(words):
            return len(opening) + len(words[len(opening) :]) - len(words[len(opening) :].lstrip())
    return 0


def _unwrapped(page: Page) -> Iterator[tuple[int, int]]:
    """Yields the places of the first lines; one that goes on in small letters is taken with the next."""
    lines = page.lines[: _HEAD_LINES + 1]
    start = None
    for number, line in enumerate(lines[:_HEAD_LINES]):
        start = line.start if start is None else start
        following = lines[number + 1] if number + 1 < len(lines) else None
        goes_on = (
            following
            and not following.after_blank
            and page.text[following.start].islower()
            and not _ADDRESS.match(page.text, following.start)
            and not _is_stamp(page.text[following.start : following.end])
        )
        if not goes_on:
            yield start, line.end
            start = None


def _part(words: str) -> Part:
    if _ADDRESS.fullmatch(words):
        return "address"
    if _is_stamp(words):
        return "stamp"
    if _CODE.fullmatch(words) or symbol_line(words):
        return "code"
    if _SERIES.fullmatch(words) or is_kind(words):
        return "kind"
    return "issuer" if is_issuer(words) else "title"


def _is_stamp(words: str) -> bool:
    """Tells a line that is a date, opens with one or with "published", or closes with one after a place's comma."""
    date = next(find_dates(words), None)
    if date is None or parse_date(words) is not None:
        return parse_date(words) is not None
    opening, rest = words[: date.start].rstrip(), len(words) - date.end
    says_so = is_before_date("published", opening) or begins_with_date_word("updated", opening)
    if not opening or says_so or is_kind(opening):  # "Distr.: General 3 May 2019"
        return rest < _LONGEST_STAMP
    place = opening.endswith(",") and ":" not in opening  # "Update: Vale, 1-31 March 2022" tells a period
    return place and rest <= 1 and len(opening) <= _LONGEST_STAMP


def _is_byline(words: str) -> bool:
    opening = byline_start().match(words)
    return opening is not None and are_names(re.split(r"[,|·]", words[opening.end() :])[0], alone=True)


def _can_be_title(words: str) -> bool:
    """Tells a title from prose: short, and a full stop at its end only where its words have capitals."""
    if len(words) > _LONGEST or words.endswith((":", ";", ",")) or _has_dateline(words):
        return False
    if not words.endswith(_FULL_STOPS):
        return True
    long = [word for word in words.split() if len(word) > 3]
    capitals = sum(word.lstrip("“‘\"'«(")[:1].isupper() for word in long)
    return ". " not in words and capitals >= _MOST_CAPITALS * len(long)


def _has_dateline(words: str) -> bool:
    """Tells a line that opens as news does: "GREYWICK, 3 Nov (Coast Wire) - "."""
    opening = _DATELINE.match(words)
    return opening is not None and ("(" in opening[1] or next(find_dates(opening[1]), None) is not None)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end
