"""The same facts in the forms of other programs: reference managers, annotation tools."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from citebound.formats import OutputContext
from citebound.model import Briefing
from citebound_hooks.briefing.attachment_names import ANNOTATIONS, CITATION

CSL_JSON = "application/vnd.citationstyles.csl+json"
JSON_LD = "application/ld+json"


def for_other_programs(briefing: Briefing) -> Iterator[tuple[str, str, bytes]]:
    """Yields name, media type and content: the record as CSL-JSON, the extraction as W3C annotations."""
    from citebound_hooks.exports.w3c.collection import write as annotations
    from citebound_hooks.formats.record_csl_json import write as citation

    context = OutputContext(record=briefing.record)
    yield CITATION, CSL_JSON, _compact(citation(briefing.record, context))
    yield ANNOTATIONS, JSON_LD, _compact(annotations(briefing.extraction, context))


def _compact(written: str) -> bytes:
    """Returns JSON without the white space that people like."""
    return msgspec.json.encode(msgspec.json.decode(written))
