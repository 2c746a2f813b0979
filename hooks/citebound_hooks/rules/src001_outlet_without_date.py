"""SRC001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.citations.outlets import is_known
from citebound_hooks.rules.reading.citations import citations_of
from citebound_hooks.rules.reading.lists import is_periodical
from citebound_hooks.rules.reading.words import folded

_BEFORE = 30  # characters before the brackets in which the last word stands
# The word before the brackets begins small or is an acronym, and a full stop follows: no gloss of a name stands so.
_CLOSING = re.compile(r"(?<![^\s\"“«(])(?:[a-zß-öø-ÿ][\w’'-]{0,28}|[A-Z]{2,6})[”\"»]?\s\([^()]{1,60}\)\.")
_NAME = re.compile(r"[^;\s][^;]*(?<!\s)")
_BRACKETS = re.compile(r"\((?P<words>[^\W\d_][^()\n]{1,60})\)")


class OutletWithoutDate(Rule):
    """An outlet is cited in brackets without the date of its item.

    Why:
        Without the date nobody finds the item again, nor sees whether it came before or after the event.

    Bad:
        `(Vale Courier, April 14)` and, later, `(Vale Courier)`

    Good:
        `(Vale Courier, April 16)`

    Source:
        ICD 206: a citation wherever a source is used, with its date.
    """

    code = "SRC001"
    name = "source-without-date"
    severity = "warning"
    needs = "citations"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each outlet without a date; `see also` is left alone."""
        citations = citations_of(subject)
        for citation in citations:
            if citation.date is None and citation.kind == "source":
                yield Problem(message=f"{citation.outlet} is cited without a date.", span=citation.span)
        known = {folded(citation.outlet) for citation in citations if citation.date}
        taken = {citation.span.start for citation in citations}
        for brackets in _BRACKETS.finditer(subject.document.text):
            for start, end in _undated(brackets, known):
                if start not in taken:
                    span = subject.document.span(start, end)
                    yield Problem(message=f"{span.exact} is cited without a date.", span=span)


def _undated(brackets: re.Match[str], known: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yields the places of the names in brackets, if all of them are outlets."""
    names = [(each.start(), each.end()) for each in _NAME.finditer(brackets["words"])]
    words = [brackets["words"][start:end] for start, end in names]
    are_outlets = len(words) > 1 and all(map(is_known, words))  # more than one gloss no name
    if are_outlets or all(folded(each) in known or _is_outlet(each, brackets) for each in words):
        yield from ((brackets.start("words") + start, brackets.start("words") + end) for start, end in names)


def _is_outlet(name: str, brackets: re.Match[str]) -> bool:
    """Tells an outlet that nothing else on the page tells of: by its name, and by its place in the sentence."""
    text, start = brackets.string, brackets.start()
    if _is_gloss(text, start, name):
        return False
    closes = _CLOSING.search(text, max(0, start - _BEFORE), brackets.end() + 1) is not None
    return is_periodical(name, closes_sentence=closes) or (closes and is_known(name))


def _is_gloss(text: str, start: int, name: str) -> bool:
    """Tells brackets that spell an acronym out: `TG (Tarn Gazette)`."""
    before = text[max(0, start - _BEFORE) : start].split()
    is_acronym = bool(before) and before[-1].isupper() and len(before[-1]) > 1
    return is_acronym and before[-1][0].casefold() == name[0].casefold()
