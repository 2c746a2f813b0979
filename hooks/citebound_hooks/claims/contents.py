"""How far the content of a claim reaches."""

from __future__ import annotations

from collections.abc import Collection

from citebound_hooks.claims.lexicon import cue_forms
from citebound_hooks.claims.passages import Passage

_REACH = 400  # tokens that one content may run to: a hostile text without full stops stays linear
_CLAUSE_LINKS = frozenset("and but or while though although whereas yet".split())


def content_end(passage: Passage, first: int, starts: Collection[int], elided: Collection[int]) -> int:
    """Returns the index after the last token of a content that begins at `first`.

    Args:
        starts: Indices at which another reporting verb's subject begins.
        elided: Indices at which the verb group of a reporting verb begins that shares an earlier subject.
    """
    end = min(passage.words_end, first + _REACH)
    at = first
    while at < end:
        tag = passage.tags[at]
        if tag == "“":
            at = _after_quote(passage, at, end)
            continue
        if at > first and _breaks(passage, at, starts, elided):
            return _without_comma(passage, first, at)
        at += 1
    return max(first, end)


def _after_quote(passage: Passage, at: int, end: int) -> int:
    closing = passage.tags.find("”", at + 1, at + _REACH)
    return end if closing < 0 else closing + 1


def _breaks(passage: Passage, at: int, starts: Collection[int], elided: Collection[int]) -> bool:
    tag = passage.tags[at]
    if tag in ",;-":
        return _breaks_at_comma(passage, at, starts, elided)
    if tag == "K":
        return at + 1 in elided
    return passage.lower(at) == "according" and passage.lower(at + 1) == "to"


def _breaks_at_comma(passage: Passage, at: int, starts: Collection[int], elided: Collection[int]) -> bool:
    after = at + 1
    while passage.tag(after) == "R":
        after += 1
    word = passage.lower(after)
    if word == "according" and passage.lower(after + 1) == "to":
        return True
    form = cue_forms().get(word)
    if form is not None and "gerund" in form.forms:
        return True
    if word in _CLAUSE_LINKS:
        following = after + 1
        while passage.tag(following) == "R":
            following += 1
        return following in starts or following in elided or after + 1 in starts
    return after in starts and passage.tags[at] != ","


def _without_comma(passage: Passage, first: int, at: int) -> int:
    while at > first and passage.tags[at - 1] in ",;:-":
        at -= 1
    return at


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Returns a place without white space and loose punctuation at its ends; None if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    return (start, end) if start < end else None
