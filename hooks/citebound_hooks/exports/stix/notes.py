"""Claims and events as notes (STIX 2.1, section 4.14): what is said, by whom, how surely, and against whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from stix2 import v21

from citebound.model import Claim, Date, Event, Extraction, Span
from citebound_hooks.exports.certainty import Certainty
from citebound_hooks.exports.stix.making import Maker, proof


def notes(extraction: Extraction, maker: Maker) -> Iterator[Any]:
    """Yields a note for each claim and each event."""
    certainty = Certainty(extraction)
    outlets = {citation.id: citation.span for citation in extraction.citations}
    for claim in extraction.claims:
        cited = [outlets[name] for name in claim.citations if name in outlets]
        yield _claim(claim, certainty, cited, maker)
    for event in extraction.events:
        yield _event(event, maker)


def _claim(claim: Claim, certainty: Certainty, cited: list[Span], maker: Maker) -> Any:
    labels = [claim.kind, *certainty.states(claim)]
    parts = {**_parts(claim), "citation": cited}
    about = maker.items("actors", [claim.source.actor, *claim.subjects, *claim.targets])
    others = [*maker.items("claims", claim.contested_by), *maker.items("events", claim.events)]
    return maker.make(
        v21.Note,
        maker.items("claims", [claim.id])[0],
        abstract=f"Claim: {', '.join(labels)}",
        content="\n".join([*_lines(parts), *_dated("said on", claim.when)]),
        labels=["claim", *labels, *maker.marks(claim.rule)],
        object_refs=[*(about or [maker.grouping_id]), *others],
        external_references=[each for part, spans in parts.items() for each in proof(part, spans)],
    )


def _parts(claim: Claim) -> dict[str, list[Span]]:
    source, cue = claim.source.span, claim.cue
    return {
        "source": [source] if source else [],
        "cue": [cue] if cue else [],
        "content": list(claim.content),
        "hedge": list(claim.hedges),
        "sentence": [claim.sentence],
    }


def _event(event: Event, maker: Maker) -> Any:
    parts = {"mention": sorted(set(event.mentions)), "place": [event.where] if event.where else []}
    numbers = event.casualties.to_dict() if event.casualties else {}
    counted = [f"{name}: {number}" for name, number in numbers.items() if number is not None]
    about = maker.items("actors", event.actors)
    return maker.make(
        v21.Note,
        maker.items("events", [event.id])[0],
        abstract=f"Event, as the text has it: {event.type}",
        content="\n".join([*_lines(parts), *_dated("happened on", event.when), *counted]),
        labels=["event", event.type, *maker.marks(event.rule)],
        object_refs=[*(about or [maker.grouping_id]), *maker.items("claims", event.claims)],
        external_references=[each for part, spans in parts.items() for each in proof(part, spans)],
    )


def _lines(parts: dict[str, list[Span]]) -> Iterator[str]:
    """One line a part: its name, and its words between quotation marks."""
    return (f"{part}: {_quoted(spans)}" for part, spans in parts.items() if spans)


def _quoted(spans: Iterable[Span]) -> str:
    return " … ".join(f"“{span.exact}”" for span in spans)


def _dated(what: str, date: Date | None) -> list[str]:
    return [f"{what}: “{date.raw}”" + (f" ({date.iso})" if date.iso else "")] if date else []
