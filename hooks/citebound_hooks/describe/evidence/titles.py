"""The title of any page: the heading, line or mark-up on which most of the evidence agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from citebound.media_types import DOCX
from citebound.model import Block
from citebound_hooks.describe.evidence.addresses import slug_likeness, slugs
from citebound_hooks.describe.evidence.likeness import LATIN, letters, likeness
from citebound_hooks.describe.evidence.markup import Said, said_in_markup
from citebound_hooks.describe.evidence.places import headings_of, is_boilerplate, is_heading
from citebound_hooks.describe.evidence.sites import segments, site_names, without_site
from citebound_hooks.describe.page import WEB, Page
from citebound_hooks.describe.proof import Proof, part_of, proof_at, text_field
from citebound_hooks.describe.title_page import head_lines, title_below

_MOST_HEADINGS, _MOST_SAID = 40, 60
_LONGEST = 400
_HEAD = 5000  # characters
_STEPS = (">", "›", "»", "→")
_LONGEST_ISSUER = 6  # words
# What a heading counts by itself, by its level; the first of its level counts a little more, the only one
# of the first level most. A line of the text counts if the mark-up has the same words between its
# separators.
_LEVEL = {1: 1.6, 2: 0.5, 3: 0.3, 4: 0.1}
_FIRST = 0.2
_ONLY = 0.8
_LINE = 1.5
_SLUG = 1.5
# What programs write where nobody gave a title.
NO_TITLE = re.compile(
    r"^(?:Microsoft (?:Word|PowerPoint|Excel) - |\(?untitled|\(?unspecified|\(?anonymous|doc(?:ument)?\s?\d*$|slide \d"
    r"|(?:https?://|www\.)\S+$)"
    r"|\.(?:docx?|pdf|indd|qxp|rtf|odt|pptx?|xlsx?|tmp|html?)$",
    re.IGNORECASE,
)


class Candidate(NamedTuple):
    """Words that may be the title.

    Attributes:
        proof: Where they stand.
        letters: Their letters and digits.
        own: What they count without any agreement.
    """

    proof: Proof
    letters: str
    own: float


def title_under_one_heading(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the title of a page that has a heading of its own, whatever its cite-as line says.

    In a file that is no web page, headings of the first level are its chapters' where there are several.
    """
    first = sum(block.level == 1 for block in headings_of(page))
    if first and (page.document.media_type in WEB or (first == 1 and page.document.media_type == DOCX)):
        yield from title_by_agreement(page, found)


def title_by_agreement(page: Page, found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the title on which headings, lines, mark-up and the page's address agree most."""
    if "title" in found:
        return
    if below := _below_section(page):
        yield "title", text_field(below)
        return
    names = site_names(page)
    said = [
        _without_site(page, each, names)
        for each in said_in_markup(page, "titles")[:_MOST_SAID]
        if len(each.value) <= _LONGEST and not NO_TITLE.search(each.value)
    ]
    headings = list(_headings(page, names))
    candidates = [
        *headings,
        *_within_headings(page, headings, said),
        *_lines(page, said, names, frozenset(each.letters for each in headings if each.own >= _LEVEL[1])),
        *_ends_of_paths(page, said, names),
        *(Candidate(each.proof, key, 0.0) for each in said if (key := letters(each.value))),
    ]
    keys = [(letters(each.value), each.weight) for each in said]
    addresses = slugs(page)
    if _is_given(headings, said):
        candidates = [each for each in candidates if any(likeness(each.letters, key) for key, _ in keys)]
    best = max(candidates, key=lambda candidate: _agreement(candidate, keys, addresses), default=None)
    if best is not None:
        yield "title", text_field(_shown_instead(page, best, headings) or best.proof)
    elif (line := _first_line(page)) is not None:
        yield "title", text_field(line)


def _is_given(headings: Sequence[Candidate], said: Sequence[Said]) -> bool:
    """Tells whether the mark-up gives one of the headings as the title: one that it does not know is the site's."""
    return not {each.letters for each in headings}.isdisjoint(letters(each.value) for each in said)


def _first_line(page: Page) -> Proof | None:
    """Returns the line at the top of a web page that has no heading, and an address or nothing for a title."""
    if page.document.media_type not in WEB:
        return None
    lines = [
        line for line in head_lines(page) if not is_boilerplate(page, page.lines[_line(page, line.proof)])
    ]
    titles = [line.proof for line in lines if line.part == "title"]
    # A headline may name an organisation, and is longer than the organisation's name alone.
    heads = [
        line.proof
        for line in lines
        if line.part == "issuer" and len(line.proof.value.split()) > _LONGEST_ISSUER
    ]
    return next(iter(titles or heads), None)


def _line(page: Page, proof: Proof) -> int:
    return page.line_at(proof.span.start if proof.span else 0)


def _below_section(page: Page) -> Proof | None:
    """Returns the title below a heading that only names the site's section: "Responses to Information Requests"."""
    sections = {letters(each) for each in page.profile.sections}
    for number, line in enumerate(page.lines if sections else ()):
        if is_heading(page, line) and letters(page.text[line.start : line.end]) in sections:
            return title_below(page, number)
    return None


def _shown_instead(page: Page, best: Candidate, headings: Sequence[Candidate]) -> Proof | None:
    """Returns the title that readers see, and cite, where a page nowhere shows the one of its mark-up."""
    if best.proof.span is not None or any(likeness(best.letters, each.letters) for each in headings):
        return None
    main = [each for each in headings if each.own >= _LEVEL[1] and len(each.proof.value.split()) > 1]
    if main or page.document.media_type in WEB:
        return max(main, key=lambda each: each.own).proof if main else None
    return _over_lines(page, best.proof.value) or next(
        (line.proof for line in head_lines(page) if line.part == "title"), None
    )


def _over_lines(page: Page, title: str) -> Proof | None:
    """Returns where a title stands at the top of a page, broken over lines."""
    words = r"\s{1,20}".join(map(re.escape, title.split()))
    place = re.compile(rf"^{words}$", re.IGNORECASE | re.MULTILINE).search(page.text, 0, _HEAD)
    return proof_at(page.document, *place.span()) if place else None


def _headings(page: Page, names: frozenset[str]) -> Iterator[Candidate]:
    headings = headings_of(page)[:_MOST_HEADINGS]
    whole = list(_without_breaks(page.text, headings))
    first_level = sum(level == 1 for _, _, level in whole)
    seen: set[int] = set()
    parts = ((block.start, block.end, block.level) for block in headings)
    for start, end, level in dict.fromkeys((*whole, *parts)):
        proof = proof_at(page.document, start, end)
        if proof is None or len(proof.raw) > _LONGEST:
            continue
        key = letters(proof.raw)
        own = _LEVEL.get(level, 0.0) + (0.0 if level in seen else _FIRST)
        if key and key not in names:
            seen.add(level)
            yield Candidate(proof, key, own + (_ONLY if level == first_level == 1 else 0.0))


def _without_breaks(text: str, headings: Sequence[Block]) -> Iterator[tuple[int, int, int]]:
    """Yields begin, end and level of each heading; one that is broken over lines (`<br>`) is one."""
    for place, block in enumerate(headings):
        before = headings[place - 1] if place else None
        if before and before.level == block.level and text[before.end : block.start].strip(" ") == "\n":
            continue
        end = block.end
        for following in headings[place + 1 :]:
            if following.level != block.level or text[end : following.start].strip(" ") != "\n":
                break
            end = following.end
        yield block.start, end, block.level


def _within_headings(page: Page, headings: Sequence[Candidate], said: Sequence[Said]) -> Iterator[Candidate]:
    """Yields the end of a heading that the mark-up gives as the title, without a kicker."""
    for heading in headings:
        for each in said:
            words = heading.proof.raw
            if len(each.value) < len(words) and words.endswith(each.value) and each.source != "html:title":
                part = part_of(page.document, heading.proof, len(words) - len(each.value), len(words))
                yield Candidate(part, letters(each.value), heading.own)


def _lines(
    page: Page, said: Sequence[Said], names: frozenset[str], main: frozenset[str]
) -> Iterator[Candidate]:
    """Yields the lines of the text that are a title of the mark-up, or a part of one."""
    parts = (part for each in said for part in (each.value, *segments(each.value)))
    wanted = {key for part in parts if (key := letters(part)) and key not in names}
    longest = max((len(each.value) for each in said), default=0)
    shortest = min(map(len, wanted), default=0)
    others = LATIN.difference(key[0] for key in wanted)  # with which no wanted line begins: seen at once
    for number, line in enumerate(page.lines if wanted else ()):
        if (
            shortest <= line.end - line.start <= longest
            and page.text[line.start].lower() not in others
            and letters(page.text[line.start : line.end]) in wanted
            and not _is_subtitle(page, number, main)
        ):
            proof = proof_at(page.document, line.start, line.end)
            if proof is not None:
                yield Candidate(proof, letters(proof.raw), _LINE)


def _ends_of_paths(page: Page, said: Sequence[Said], names: frozenset[str]) -> Iterator[Candidate]:
    """Yields the title of the mark-up where it ends the path to the page: "Home >> Decisions >> Doe v Roe"."""
    for each in said:
        place = page.text.find(each.value)
        if (
            place > 0
            and page.text[max(place - 4, 0) : place].rstrip(" ").endswith(_STEPS)
            and letters(each.value) not in names
        ):
            line = page.lines[page.line_at(place)]
            proof = proof_at(page.document, place, place + len(each.value))
            if proof is not None and line.end == place + len(each.value):
                yield Candidate(proof, letters(each.value), _LINE)


def _is_subtitle(page: Page, number: int, main: frozenset[str]) -> bool:
    """Tells a line right below a main heading that is no heading itself."""
    above = page.lines[max(number - 1, 0)]
    return letters(page.text[above.start : above.end]) in main and not is_heading(page, page.lines[number])


def _without_site(page: Page, said: Said, names: frozenset[str]) -> Said:
    start, end = without_site(said.proof.raw, names)
    proof = part_of(page.document, said.proof, start, end)
    return said._replace(value=proof.value, proof=proof)


def _agreement(
    candidate: Candidate, said: Sequence[tuple[str, float]], addresses: Sequence[frozenset[str]]
) -> float:
    agreed = sum(weight * likeness(candidate.letters, key) for key, weight in said)
    return candidate.own + agreed + _SLUG * slug_likeness(candidate.proof.value, addresses)
