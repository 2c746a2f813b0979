"""Makes the claims layer: quotes, passages, frames, quotes that follow, then the ties to the other layers."""

from __future__ import annotations

from citebound.model import Claim, Document, Extraction, SourceRecord
from citebound_hooks.claims.find import find_claims
from citebound_hooks.claims.following import attach_following
from citebound_hooks.claims.linking.claims import Linker
from citebound_hooks.claims.linking.surroundings import surroundings
from citebound_hooks.claims.passages import passages
from citebound_hooks.claims.quotes import find_quotes
from citebound_hooks.language.analysis import analyse


def claim_items(
    document: Document, record: SourceRecord, before: Extraction, *, contests: bool = True
) -> list[Claim]:
    """Returns the claims of a document's body in the order of the text.

    Args:
        document: The report.
        record: Its record.
        before: The layers before.
        contests: Whether to look for what contests what: without the actors nobody could tell one side from the
            other.
    """
    analysis = analyse(document, record)
    around = surroundings(document.text, before, analysis.sentences)
    blocks = list(dict.fromkeys(sentence.block for sentence in analysis.sentences))
    quotes = find_quotes(document.text, blocks)
    read = passages(analysis, quotes, around.masks)
    found = [claim for passage in read for claim in find_claims(passage)]
    found = attach_following(document.text, read, quotes, found)
    return Linker(document, analysis, around, quotes).claims(found, contests=contests)
