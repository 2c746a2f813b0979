"""The offices that a text gives to somebody, as values of the host's model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citebound.model import Document, Role
from citebound_hooks.actors.joining.description import GOES_ON, Description
from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.reading.phrase import Phrase

_SMALL = GOES_ON | {"le", "la", "les", "l'", "l’"}
_POSSESSIVE = ("'s", "’s", "'", "’")


def actor_id(at: int) -> str:
    """Returns the id of the actor with a number."""
    return f"A{at + 1}"


class Holders:
    """The actors in whom offices are held."""

    def __init__(self, clusters: Sequence[Cluster], number: Mapping[Phrase, int]) -> None:
        self._number = number
        self._by_key = {key: at for at, cluster in enumerate(clusters) for key in cluster.keys}

    def role(self, document: Document, told: Description) -> Role:
        """Returns the office that a description gives: "commander", of the brigade that it is held in."""
        place, at = self._body(document.text, told)
        held = at is not None and at != self._number[told.phrase]
        span = document.span(*(_without(document.text, told.place, place) if held and place else told.place))
        title = " ".join(span.exact.split())
        return Role(title=title, of=actor_id(at) if held and at is not None else None, span=span)

    def _body(self, text: str, told: Description) -> tuple[tuple[int, int] | None, int | None]:
        """Returns where the words name the body of an office, and the body's number."""
        for phrase in told.within:
            if phrase.kind in ("name", "state", "group") and phrase in self._number:
                return (phrase.start, phrase.end), self._number[phrase]
        anchor = told.phrase.anchor if told.kind == "title" else None
        return anchor, self._by_key.get(name_key(text[slice(*anchor)])) if anchor else None


def _without(text: str, place: tuple[int, int], body: tuple[int, int]) -> tuple[int, int]:
    """Returns the "commander" of "commander of the Fifth Brigade" and of "Fifth Brigade commander"."""
    start, end = place
    if body[0] <= start < body[1] < end:
        return _after(text, body[1], end) or place
    if start < body[0] and body[1] >= end > body[0]:
        return _before(text, start, body[0]) or place
    return place


def _after(text: str, start: int, end: int) -> tuple[int, int] | None:
    for mark in _POSSESSIVE:
        if text.startswith(mark, start):
            start += len(mark)
            break
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return (start, end) if start < end else None


def _before(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end].split()
    while words and words[-1].lower() in _SMALL:
        end = text.rindex(words.pop(), start, end)
    end = start + len(text[start:end].rstrip())
    return (start, end) if words else None
