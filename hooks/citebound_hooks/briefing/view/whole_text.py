"""The whole text of a source in sentences: those that a briefing quotes as they are, and the ones between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citebound.model import Span


def whole_text(text: str, quoted: Iterable[Span]) -> Iterator[Span]:
    """Yields spans that hold each word of a text once, in its order.

    Args:
        text: The source.
        quoted: Sentences by their starts; those that overlap become one.
    """
    at = 0
    for span in _apart(text, quoted):
        yield from _between(text, at, span.start)
        yield span
        at = span.end
    yield from _between(text, at, len(text))


def _apart(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yields spans of which none overlaps another."""
    held: Span | None = None
    for span in spans:
        if held is not None and span.start < held.end:
            end = max(held.end, span.end)
            held = Span(held.start, end, text[held.start : end], held.page)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _between(text: str, start: int, end: int) -> Iterator[Span]:
    """Yields the sentences between two quoted ones, line by line."""
    from citebound_hooks.language.sentences import sentence_spans

    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        for first, last in sentence_spans(text, start, stop):
            yield Span(first, last, text[first:last])
        start = stop + 1
