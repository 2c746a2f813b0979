"""The claims: who says what, through whom, how certainly; and which claims stand against each other."""

from __future__ import annotations

from itertools import groupby

from citebound.model import Claim, Extraction
from citebound_hooks.briefing.view.model import ClaimRow, Contest
from citebound_hooks.briefing.view.sentences import SentenceBook


def claim_rows(extraction: Extraction, book: SentenceBook) -> tuple[ClaimRow, ...]:
    """Returns the claims in the order of the text."""
    names = {actor.id: actor.name for actor in extraction.actors}
    return tuple(_row(claim, names, book) for claim in extraction.claims)


def _row(claim: Claim, names: dict[str, str], book: SentenceBook) -> ClaimRow:
    number = book.number(claim.sentence)
    book.use(number, claim.id, claim.id)
    known = names.get(claim.source.actor or "")
    spoken = claim.source.span.exact if claim.source.span else None
    return ClaimRow(
        id=claim.id, kind=claim.kind, speaker=known or spoken, named=known is not None,
        chain=_relays(claim, known or spoken), cue=claim.cue.exact if claim.cue else None,
        quote=tuple(span.exact for span in claim.content) or (claim.sentence.exact,),
        quotation=claim.quotation, hedges=tuple(dict.fromkeys(span.exact for span in claim.hedges)),
        negated=claim.negated, when=claim.when, number=number, page=claim.sentence.page,
        contested_by=claim.contested_by,
    )  # fmt: skip


def _relays(claim: Claim, speaker: str | None) -> tuple[tuple[str, ...], ...]:
    """Returns the names of each step after the speaker; parallel relays share a step."""
    links = sorted(claim.chain, key=lambda link: link.step)
    steps = [
        tuple(dict.fromkeys(link.name for link in step)) for _, step in groupby(links, lambda link: link.step)
    ]
    first_is_speaker = bool(links) and links[0].step == 0 and steps[0] == (speaker,)
    if links and (first_is_speaker or links[0].actor == claim.source.actor is not None):
        steps = steps[1:]
    return tuple(steps)


def contests(claims: tuple[ClaimRow, ...]) -> tuple[Contest, ...]:
    """Returns each pair of claims of which one contests the other, once."""
    by_id = {claim.id: claim for claim in claims}
    pairs: dict[frozenset[str], Contest] = {}
    for claim in claims:
        for other in claim.contested_by:
            if other in by_id:
                pairs.setdefault(frozenset({claim.id, other}), Contest(claim=claim, against=by_id[other]))
    return tuple(pairs.values())
