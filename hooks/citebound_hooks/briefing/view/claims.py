"""The claims: who says what, through whom, how certainly; and which claims stand against each other."""

from __future__ import annotations

from itertools import groupby

from citebound.model import Claim, Extraction
from citebound_hooks.briefing.view.model import ClaimRow, Contest
from citebound_hooks.briefing.view.sentences import SentenceBook
from citebound_hooks.briefing.view.speakers import speaker_of
from citebound_hooks.briefing.view.values import Speaker


def claim_rows(extraction: Extraction, book: SentenceBook) -> tuple[ClaimRow, ...]:
    """Returns the claims in the order of the text."""
    names = {actor.id: actor.name for actor in extraction.actors}
    return tuple(_row(claim, names, book) for claim in extraction.claims)


def _row(claim: Claim, names: dict[str, str], book: SentenceBook) -> ClaimRow:
    number = book.number(claim.sentence)
    book.use(number, claim.id, claim.id)
    speaker = speaker_of(claim.source, names)
    return ClaimRow(
        id=claim.id, kind=claim.kind, speaker=speaker, chain=_relays(claim, speaker),
        cue=claim.cue.exact if claim.cue else None,
        quote=tuple(span.exact for span in claim.content) or (claim.sentence.exact,),
        quotation=claim.quotation, hedges=tuple(dict.fromkeys(span.exact for span in claim.hedges)),
        negated=claim.negated, when=claim.when, number=number, page=claim.sentence.page,
        contested_by=claim.contested_by,
    )  # fmt: skip


def _relays(claim: Claim, speaker: Speaker | None) -> tuple[tuple[str, ...], ...]:
    """Returns the names of each step after the speaker, each name once; parallel relays share a step."""
    seen = {speaker.name} if speaker else set()
    if claim.source.actor:
        seen |= {link.name for link in claim.chain if link.actor == claim.source.actor}
    steps = []
    for _, step in groupby(sorted(claim.chain, key=lambda link: link.step), lambda link: link.step):
        names = tuple(dict.fromkeys(link.name for link in step if link.name not in seen))
        seen |= set(names)
        steps.append(names)
    return tuple(filter(None, steps))


def contests(claims: tuple[ClaimRow, ...]) -> tuple[Contest, ...]:
    """Returns each pair of claims of which one contests the other, once."""
    by_id = {claim.id: claim for claim in claims}
    pairs: dict[frozenset[str], Contest] = {}
    for claim in claims:
        for other in claim.contested_by:
            if other in by_id:
                pairs.setdefault(frozenset({claim.id, other}), Contest(claim=claim, against=by_id[other]))
    return tuple(pairs.values())
