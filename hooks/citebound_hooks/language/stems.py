"""Whether a stretch of text can hold what is looked for, before it is looked for."""

from __future__ import annotations

from collections.abc import Iterable


def has_stem(text: str, start: int, end: int, stems: Iterable[str]) -> bool:
    """Tells whether one of some stems stands in `text[start:end]`, be it in capitals.

    This is quicker than a pattern, which would try each of them at every place.

    Args:
        text: The document's text.
        start: Where the stretch begins.
        end: Where it ends.
        stems: Beginnings of words, in lower case.
    """
    words = text[start:end].lower()
    return any(stem in words for stem in stems)
