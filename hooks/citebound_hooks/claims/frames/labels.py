"""A speaker named beside the words, without a verb: `“…” — X`, `X: …` in a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citebound_hooks.claims.found import Found
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.subjects import subject_after
from citebound_hooks.claims.words import words

_UPPER = "[A-ZÀ-ÖØ-Þ]"
_LONGEST_LABEL = 100  # characters


def labelled(passage: Passage) -> Iterator[Found]:
    """Yields the claims of a sentence that names its speaker by a dash or a label."""
    if "-" in passage.tags[:-1]:
        yield from _signed(passage)
    if passage.sentence.start == passage.sentence.block.start:
        found = _transcribed(passage)
        if found is not None:
            yield found


def _signed(passage: Passage) -> Iterator[Found]:
    """`“…” — X`: a name behind a dash behind a quote."""
    at = passage.tags.find("-")
    while at >= 0:
        name = subject_after(passage, at + 1) if passage.tag(at + 1) in "CD" else None
        before = passage.tokens[at - 1].end - 1 if at else passage.sentence.start - 2
        quote = passage.quotes.at(before)
        if (
            name is not None
            and quote is not None
            and quote.end == before + 1
            and _ends(passage, name.last + 1)
        ):
            place = passage.span(name.first, name.last)
            yield Found(
                passage, passage.span(at, at), place, [(quote.start, quote.end)], "say", "signed-quote", 0.9
            )
        at = passage.tags.find("-", at + 1)


def _ends(passage: Passage, at: int) -> bool:
    return passage.tag(at) in "$.,;(“"


def _transcribed(passage: Passage) -> Found | None:
    """`SPEAKER: …` at the start of a paragraph: the paragraph is what the speaker says."""
    text, block = passage.text, passage.sentence.block
    start = passage.sentence.start
    label = _label().match(text, start, min(start + _LONGEST_LABEL, block.end))
    if label is None:
        return None
    end = block.end
    while end > label.end() and (text[end - 1].isspace() or text[end - 1] in '"”'):
        end -= 1
    if end <= label.end():
        return None
    colon = text.rindex(":", label.start(), label.end())
    who = label.span("asker" if label["asker"] else "who")
    return Found(passage, (colon, colon + 1), who, [(label.end(), end)], "say", "speaker-label", 0.9)


@cache
def _label() -> re.Pattern[str]:
    """Matches a speaker's label at the start of a line.

    Such are `SPEAKER:`, `SPEAKER (ADA ROOK):`, `Lt Col Rook:`, `The Minister (Ada Rook):`, `Question (Ada Rook):`.
    """
    titles = "|".join(map(re.escape, words().label_titles))
    asking = "|".join(words().label_questions)
    return re.compile(
        rf"[“\"]?\s?(?:(?i:{asking})\s\((?P<asker>[^():\n]{{3,50}})\)"
        rf"|(?P<who>(?:{_UPPER}(?:{_UPPER}|[.'’-])+\s?){{1,4}}(?:\([^():\n]{{2,40}}\))?"
        rf"|(?:(?i:{titles})\.?\s){{1,3}}{_UPPER}[\w'’-]+(?:\s{_UPPER}[\w'’-]+)?(?:\s\([^():\n]{{2,40}}\))?"
        rf"|The\s{_UPPER}[^():.\n]{{3,45}}\s\([^():\n]{{3,40}}\)|Q|A))\s?:\s"
    )
