"""French names the speaker inside the quotation marks: `« La digue tient, dit-il. Pour l'instant. »`."""

from __future__ import annotations

from collections.abc import Iterator

from citebound_hooks.claims.contents import trimmed
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.passages import Passage

_WHOLE = 600  # characters to either side in which a quote is taken to its ends; beyond, the sentence is what is said


def incises(passage: Passage) -> Iterator[Found]:
    """Yields the claims of a French sentence whose reporting verb and pronoun stand between the words of a quote."""
    for at in range(2, len(passage.tokens)):
        if passage.tags[at] == "O" and passage.text[passage.tokens[at].start - 1] == "-":
            found = _incise(passage, at)
            if found is not None:
                yield found


def _incise(passage: Passage, at: int) -> Found | None:
    """The claim of a pronoun that hangs on its verb: `, dit-il.`, `, a-t-il dit,`."""
    compound = passage.tags[at - 1] == "A"
    verb, last = (at + 1, at + 1) if compound else (at - 1, at)
    form = passage.forms.get(passage.lower(verb))
    take = form.verb.takes.get("quote") if form else None
    quoted = passage.quotes.at(passage.tokens[at].start) is not None
    if take is None or not quoted or passage.tag(at - 2) != "," or passage.tag(last + 1) not in ",.":
        return None
    content = list(_around(passage, passage.tokens[at - 2].start, passage.tokens[last].end + 1))
    if not content:
        return None
    source, cue = passage.span(at, at), passage.span(verb, verb)
    return Found(passage, cue, source, content, take.kind, "incise", take.weight)


def _around(passage: Passage, before: int, after: int) -> Iterator[Place]:
    """The words of the quote on both sides of the incise."""
    quote, sentence = passage.quotes.at(before), passage.sentence
    if quote is None:
        return
    start = quote.start if before - quote.start <= _WHOLE else max(quote.start, sentence.start)
    end = quote.end if quote.end - after <= _WHOLE else min(quote.end, sentence.end)
    for place in (trimmed(passage.text, start, before), trimmed(passage.text, after, end)):
        if place is not None and any(sign.isalnum() for sign in passage.text[slice(*place)]):
            yield place
