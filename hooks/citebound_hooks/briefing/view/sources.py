"""The source summary: what the report rests on, how many independent origins, what is not known."""

from __future__ import annotations

from citebound.model import Extraction, Profile, SourceRecord
from citebound_hooks.briefing.view.model import Origin, Sources

WANTED = (
    "authors",
    "publisher",
    "publication_date",
    "url",
    "original_url",
    "accessed",
    "disclaimer",
    "copyright_notice",
)


def sources(extraction: Extraction, record: SourceRecord, profile: Profile) -> Sources:
    """Counts citations and their independent origins; self-citations are counted apart."""
    cited = [citation for citation in extraction.citations if citation.kind != "self"]
    carried: dict[str, dict[str, None]] = {}
    for citation in cited:
        carried.setdefault(citation.origin or citation.outlet, {})[citation.outlet] = None
    origins = (
        Origin(name=name, outlets=tuple(outlet for outlet in outlets if outlet != name))
        for name, outlets in carried.items()
    )
    return Sources(
        citations=len(cited), outlets=len({citation.outlet for citation in cited}), origins=tuple(origins),
        selves=len(extraction.citations) - len(cited), claims=len(extraction.claims),
        anonymous=sum(claim.source.actor is None and claim.source.span is not None for claim in extraction.claims),
        unknown=_unknown(record, profile),
    )  # fmt: skip


def _unknown(record: SourceRecord, profile: Profile) -> tuple[str, ...]:
    """Returns the fields without a value that the profile requires or a reader would look for."""
    wanted = [*WANTED, *(name for name in profile.required if name not in WANTED)]
    if record.fields.republisher is None:
        wanted = [name for name in wanted if name != "original_url"]
    if profile.access_date == "forbidden":
        wanted = [name for name in wanted if name != "accessed"]
    return tuple(name for name in wanted if not getattr(record.fields, name, None))
