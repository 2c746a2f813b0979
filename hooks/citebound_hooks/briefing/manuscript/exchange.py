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
    from citebound_hooks.exports.w3c.collection import collection
    from citebound_hooks.formats.record_csl_json import write

    citation = msgspec.json.decode(write(briefing.record, OutputContext(record=briefing.record)))
    yield CITATION, CSL_JSON, msgspec.json.encode(citation)
    yield ANNOTATIONS, JSON_LD, msgspec.json.encode(collection(briefing.extraction, briefing.record))
