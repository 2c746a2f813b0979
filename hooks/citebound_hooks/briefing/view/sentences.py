"""The numbered sentences: whatever the briefing quotes stands whole in the annex, once, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from citebound.model import Extraction, Span
from citebound_hooks.briefing.view.model import QuotedSentence, Use
from citebound_hooks.briefing.view.whole_text import whole_text


class SentenceBook:
    """Numbers the sentences that a briefing quotes, and remembers where each is used."""

    def __init__(self, extraction: Extraction, *, whole: bool = False) -> None:
        self._text = extraction.document.text
        spans = sorted(set(_spans(extraction)), key=lambda span: (span.start, span.end))
        self._spans = list(whole_text(self._text, spans)) if whole else spans
        self._starts = [span.start for span in self._spans]
        self._numbers = {(span.start, span.end): number for number, span in enumerate(self._spans, 1)}
        self._uses: dict[int, list[Use]] = {}

    def number(self, span: Span) -> int:
        """Returns the number of the sentence in which the words stand."""
        exact = self._numbers.get((span.start, span.end))
        if exact is not None:
            return exact
        at = bisect_right(self._starts, span.start) - 1
        return max(at, 0) + 1

    def holds(self, span: Span) -> bool:
        """Tells whether a numbered sentence holds the words."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._spans[at].contains(span)

    def sentence(self, number: int) -> Span:
        """Returns the sentence of a number."""
        return self._spans[number - 1]

    def use(self, number: int, anchor: str, label: str) -> None:
        """Notes that a place of the briefing quotes the sentence."""
        self._uses.setdefault(number, []).append(Use(anchor=anchor, label=label))

    def sentences(self) -> tuple[QuotedSentence, ...]:
        """Returns all numbered sentences."""
        return tuple(
            QuotedSentence(
                number=number, text=span.exact, start=span.start, end=span.end, page=span.page,
                uses=tuple(self._uses.get(number, ())), opens=self._opens(number),
            )
            for number, span in enumerate(self._spans, 1)
        )  # fmt: skip

    def _opens(self, number: int) -> bool:
        """Tells whether a paragraph of the source begins with the sentence."""
        start = self._spans[number - 2].end if number > 1 else 0
        return "\n" in self._text[start : self._spans[number - 1].start]


def _spans(extraction: Extraction) -> list[Span]:
    spans = [sentence.span for sentence in extraction.summary]
    spans += [claim.sentence for claim in extraction.claims]
    known = _Holder(spans + [citation.sentence for citation in extraction.citations])
    events = [event for event in extraction.events if event.when and event.mentions]
    return spans + [known.holding(each.mentions[0]) or each.sentence or each.mentions[0] for each in events]


class _Holder:
    """Finds the sentence around some words."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans), key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]

    def holding(self, words: Span) -> Span | None:
        """Returns the sentence; None if none of those known holds the words."""
        at = bisect_right(self._starts, words.start) - 1
        return self._spans[at] if at >= 0 and self._spans[at].contains(words) else None
