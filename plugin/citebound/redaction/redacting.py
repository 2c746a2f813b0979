"""From a briefing to the same briefing without what the desk hides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from citebound.identifiers import place_of, renumbered
from citebound.layers import LAYERS
from citebound.model import Briefing, Event, Extraction, Handling, Redacted, Redactions
from citebound.redaction.places import Hidden, forms_of_names, hidden_places, spans_within
from citebound.redaction.shifting import Shift
from citebound.redaction.values import Hider
from citebound.redaction.wording import Wording, words_of
from citebound.spans import spans_in


def redacted(briefing: Briefing, redactions: Redactions) -> Briefing:
    """Returns the briefing with marks for what is hidden; all of its spans count in the redacted text.

    What was found in hidden words alone is left out; what was computed from them is unknown. Unless the desk keeps it,
    the digest of the source goes too: whoever knows all other words could try names against it.
    """
    places = hidden_places(redactions, briefing.extraction)
    text = briefing.extraction.document.text
    shift = Shift(text, places, redactions.mark)
    wording = Wording(
        text, shift, redactions.mark, forms_of_names(redactions.names, briefing.extraction.actors)
    )
    wording.add([*(anchor.quote for anchor in redactions.spans), *_told_by(briefing, places)])
    extraction = renumbered(_without(briefing.extraction, places))
    hidden: Briefing = Hider(shift, wording).hide(
        replace(
            briefing,
            extraction=extraction,
            decisions=replace(briefing.decisions, redactions=Redactions()),
            reading="",  # a digest of curated names would let somebody try names against it
        )
    )
    return _told(_of_the_text(hidden, shift.text, redactions), shift, wording, redactions)


def _told_by(briefing: Briefing, places: Sequence[Hidden]) -> Sequence[str]:
    """Returns the words of all spans that stand in hidden places."""
    spans = spans_in((briefing.record, briefing.extraction, briefing.findings))
    return words_of(sorted(spans_within(places, spans)))


def _without(extraction: Extraction, places: Sequence[Hidden]) -> Extraction:
    """Returns the extraction without the items whose words are all hidden as words, not as names."""
    blocks = [place for place in places if place.kind == "span"]
    kept = {
        layer: tuple(item for item in getattr(extraction, layer) if not _is_within(item, blocks))
        for layer in LAYERS
    }
    kept["events"] = tuple(_counted_no_more(event, extraction, places) for event in kept["events"])
    return replace(extraction, **kept)


def _is_within(item: Any, blocks: Sequence[Hidden]) -> bool:
    words = getattr(item, "mentions", ()) or (place_of(item),)
    return len(list(spans_within(blocks, words))) == len(words)


def _counted_no_more(event: Event, extraction: Extraction, places: Sequence[Hidden]) -> Event:
    """Returns the event without its numbers if words of its paragraph are hidden that may have said them."""
    if event.casualties is None:
        return event
    text, mention = extraction.document.text, min(event.mentions)
    end = text.find("\n", mention.end)
    start, end = text.rfind("\n", 0, mention.start) + 1, len(text) if end < 0 else end
    named = {(span.start, span.end) for actor in extraction.actors for span in actor.mentions}
    said = any(
        start < place.end and place.start < end and (place.start, place.end) not in named for place in places
    )
    return replace(event, casualties=None) if said else event


def _of_the_text(briefing: Briefing, text: str, redactions: Redactions) -> Briefing:
    """Puts the redacted text in, and its digest in the place of the source's."""
    record, document = briefing.record, replace(briefing.extraction.document, text=text)
    if not redactions.keep_digest:
        content = text.encode("utf-8", "surrogatepass")
        digest = sha256(content).hexdigest()
        identity = replace(record.document, sha256=digest, bytes=len(content))
        record, document = replace(record, document=identity), replace(document, sha256=digest)
    return replace(briefing, record=record, extraction=replace(briefing.extraction, document=document))


def _told(briefing: Briefing, shift: Shift, wording: Wording, redactions: Redactions) -> Briefing:
    """Says in the record how much was hidden."""
    count = Counter(place.kind for place in shift.places)
    handling = briefing.record.handling or Handling()
    said = Redacted(
        mark=redactions.mark,
        names=count["name"],
        spans=count["span"],
        places=shift.places,
        elsewhere=wording.count,
        digest="source" if redactions.keep_digest else "redacted text",
    )
    return replace(briefing, record=replace(briefing.record, handling=replace(handling, redacted=said)))
