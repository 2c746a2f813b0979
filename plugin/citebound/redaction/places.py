"""Where in the text words are hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citebound.model import Actor, Extraction, RedactionKind, Redactions, Span
from citebound.redaction.folding import Place, form_of


class Hidden(NamedTuple):
    """A place of the original text whose words are hidden."""

    start: int
    end: int
    kind: RedactionKind


def forms_of_names(names: Sequence[str], actors: Iterable[Actor]) -> tuple[str, ...]:
    """Returns the names, and of each actor that bears one all its forms."""
    forms = dict.fromkeys(names)
    for actor in actors:
        own = (actor.name, *(alias.form for alias in actor.aliases), *(span.exact for span in actor.mentions))
        if any(_is_whole(name, form) for name in names for form in own):
            forms |= dict.fromkeys(own)
    return tuple(forms)


def hidden_places(redactions: Redactions, extraction: Extraction) -> tuple[Hidden, ...]:
    """Returns the places in the order of the text; those that overlap are one."""
    text = extraction.document.text
    forms = forms_of_names(redactions.names, extraction.actors)
    found = [Hidden(*place, "name") for form in forms for place in form_of(form).places(text)]
    for anchor in redactions.spans:
        found += [Hidden(*place, "span") for place in places_of_quote(anchor.quote, anchor.start, text)]
    return tuple(_merged(sorted(found)))


def places_of_quote(quote: str, start: int | None, text: str) -> list[Place]:
    """Returns where a quotation stands: at its offset alone, or everywhere."""
    if start is None:
        return list(form_of(quote).places(text))
    return [(start, start + len(quote))] if start >= 0 and text.startswith(quote, start) else []


def _merged(places: Iterable[Hidden]) -> Iterator[Hidden]:
    held: Hidden | None = None
    for place in places:
        if held is not None and place.start < held.end:
            held = held._replace(end=max(held.end, place.end))
            continue
        if held is not None:
            yield held
        held = place
    if held is not None:
        yield held


def _is_whole(name: str, form: str) -> bool:
    """Tells whether a form is a name, but for case and the like."""
    return (0, len(form)) in form_of(name).places(form)


def spans_within(places: Sequence[Hidden], spans: Iterable[Span]) -> Iterator[Span]:
    """Yields the spans whose words are hidden wholly."""
    from bisect import bisect_right

    starts = [place.start for place in places]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and span.end <= places[at].end:
            yield span
