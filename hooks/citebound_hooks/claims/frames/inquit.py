"""A verb that no lexicon lists stands between words and their speaker: `"Never," grins the farmer.`"""  # noqa: D415

from __future__ import annotations

from collections.abc import Iterator

from citebound_hooks.claims.found import Found
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.quotes import Quote
from citebound_hooks.claims.subjects import subject_after

_LEAST_BLANKS = 2  # in a quote that is speech; shorter ones may be titles and terms
_VERB_ENDINGS = {"en": ("s", "ed"), "fr": ("e", "it", "a", "ent")}


def inquits(passage: Passage) -> Iterator[Found]:
    """Yields the claim of a sentence that is a quote, an unlisted verb and a speaker."""
    quote = passage.quotes.at(passage.sentence.start)
    if quote is None or not quote.closed or quote.end >= passage.sentence.end:
        return
    if passage.text.count(" ", quote.start, quote.end) < _LEAST_BLANKS:
        return
    at = _after(passage, quote)
    speaker = subject_after(passage, at + 1) if at else None
    if speaker is None or passage.tag(speaker.last + 1) not in ".,$P":
        return
    place, cue = passage.span(speaker.first, speaker.last), passage.span(at, at)
    yield Found(passage, cue, place, [(quote.start, quote.end)], "say", "inquit", 0.8)


def _after(passage: Passage, quote: Quote) -> int:
    """The index of the word behind a quote and its comma that has the form of a verb before a name; 0 if none."""
    at = passage.index_at(quote.end)
    parted = passage.text[quote.end - 2] == ","
    if passage.tag(at) == ",":
        at, parted = at + 1, True
    word = passage.lower(at)
    verb = passage.tag(at) in "ZVEN" and word.endswith(_VERB_ENDINGS[passage.language])
    listed = word in passage.forms or passage.tokens[min(at, len(passage.tokens) - 1)].capitalised
    return at if parted and verb and not listed and passage.tag(at + 1) in "DC" else 0
