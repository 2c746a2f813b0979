"""Reads the original anew: does it still give the record, the extraction and the findings that the briefing carries?

Spans prove that each word stands in the source; only another reading tells that it is tied to whom the source ties it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from citebound.layers import LAYERS
from citebound.model import Briefing, Document, Fields, FinishedBriefing
from citebound_hooks.verify.anew import differing

if TYPE_CHECKING:
    from citebound.commands import CommandSession

_MODELS = "models took part in it, and may say something else each time"
_BY_THE_DAY = "CFG"
"""Rules on suppressions ask which day it is."""


def read_anew(session: CommandSession, finished: FinishedBriefing, source: Document) -> FinishedBriefing:
    """Returns the briefing with what another reading of its original gives otherwise, and why that may be.

    Of another original there is none, nor of a redacted briefing: what the desk hid is not known here.

    Args:
        session: Takes the original through all steps.
        finished: The briefing, taken apart.
        source: The original as it was read.
    """
    briefing = finished.briefing
    if briefing is None or source.sha256 != briefing.record.document.sha256:
        return finished
    if briefing.record.handling and briefing.record.handling.redacted:
        return finished
    if briefing.extraction.models:
        return replace(finished, not_read_anew=_MODELS)
    again = session.workflow.brief_document(source, briefing.decisions)
    differences = tuple(_differences(briefing, again))
    why = _why_other(session, briefing, again) if differences else None
    return replace(finished, read_otherwise=differences, not_read_anew=why)


def _why_other(session: CommandSession, briefing: Briefing, again: Briefing) -> str | None:
    """What may be the reason that another reading differs; whoever forges a briefing can give it one, too."""
    if differing(briefing.components, session.components):
        return "it was read with other versions or plugins than those here"
    if briefing.reading != session.reading:
        return "it was read with other settings than those here; --config names a file"
    if again.profile != briefing.profile:
        return f"another profile than {briefing.profile.name} is chosen here"
    return None


def _differences(known: Briefing, again: Briefing) -> Iterator[str]:
    for name in Fields.__struct_fields__:
        if getattr(known.record.fields, name) != getattr(again.record.fields, name):
            yield f"another field {name}"
    for layer in LAYERS:
        yield from _of_a_layer(layer, getattr(known.extraction, layer), getattr(again.extraction, layer))
    yield from _of_findings(known, again)


def _of_a_layer(layer: str, known: Sequence[Any], again: Sequence[Any]) -> Iterator[str]:
    if len(known) != len(again):
        yield f"{len(again)} {layer} (the briefing has {len(known)})"
        return
    for number, (one, other) in enumerate(zip_longest(known, again), 1):
        parts = [name for name in one.__struct_fields__ if getattr(one, name) != getattr(other, name)]
        if parts:
            named = getattr(one, "id", number)
            yield f"another {layer.removesuffix('s')} {named} (in {', '.join(parts)})"


def _of_findings(known: Briefing, again: Briefing) -> Iterator[str]:
    before, after = (_told(briefing) for briefing in (known, again))
    for code in sorted(before | after):
        if before[code] != after[code]:
            yield f"other findings of the rule {code[0]}"


def _told(briefing: Briefing) -> Counter[tuple[str, str]]:
    found = (finding for finding in briefing.findings if not finding.code.startswith(_BY_THE_DAY))
    return Counter((finding.code, finding.message) for finding in found)
