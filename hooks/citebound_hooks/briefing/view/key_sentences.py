"""The sentences of the summary: the bottom line and the key points, each with whose voice it is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from citebound.model import Extraction
from citebound_hooks.briefing.view.model import KeySentence
from citebound_hooks.briefing.view.sentences import SentenceBook
from citebound_hooks.briefing.view.speakers import speaker_of
from citebound_hooks.briefing.view.values import Speaker

BOTTOM_LINE = 2
KEY_POINTS = 6


def key_sentences(extraction: Extraction, book: SentenceBook) -> tuple[KeySentence, ...]:
    """Returns the summary's sentences, most important first."""
    names = {actor.id: actor.name for actor in extraction.actors}
    # What somebody did not say is not said on his word: "The ministry has not shown that …" is the report's.
    sources = {claim.id: claim.source for claim in extraction.claims if not claim.negated}
    cited = {(citation.sentence.start, citation.sentence.end) for citation in extraction.citations}
    found = []
    for at, sentence in enumerate(islice(extraction.summary, BOTTOM_LINE + KEY_POINTS), 1):
        span, number = sentence.span, book.number(sentence.span)
        book.use(number, f"K{at}", f"K{at}")
        spoken = [sources[claim_id] for claim_id in sentence.claims if claim_id in sources]
        speakers = _each(speaker_of(source, names) for source in spoken)
        own = not spoken and (span.start, span.end) not in cited
        found.append(KeySentence(text=span.exact, number=number, own=own, speakers=speakers))
    return tuple(found)


def _each(speakers: Iterable[Speaker | None]) -> tuple[Speaker, ...]:
    return tuple(dict.fromkeys(speaker for speaker in speakers if speaker))
