"""Composition: a briefing's values in, what stands where out. Pure."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec

from citebound.ai_use import models_in
from citebound.model import Briefing, Field, Finding, Handling, ReusePolicy, SourceRecord
from citebound_hooks.briefing.view.actors import actor_rows
from citebound_hooks.briefing.view.attribution import attribution_chain
from citebound_hooks.briefing.view.chronology import dated_rows
from citebound_hooks.briefing.view.claims import claim_rows, contests
from citebound_hooks.briefing.view.key_sentences import BOTTOM_LINE, KEY_POINTS, key_sentences
from citebound_hooks.briefing.view.model import FindingRow, View
from citebound_hooks.briefing.view.record import field_rows, missing_fields, pdf_address
from citebound_hooks.briefing.view.sentences import SentenceBook
from citebound_hooks.briefing.view.sources import sources
from citebound_hooks.briefing.view.timeline import timeline_of

SEVERITIES = ("error", "warning", "info")


def compose(briefing: Briefing, *, whole: bool = False) -> View:
    """Selects and orders what a briefing says.

    Args:
        briefing: The values.
        whole: The template numbers all sentences of the source, not only those that are quoted, unless the desk chose.
    """
    handling = briefing.record.handling or Handling()
    appended = _appended(handling, whole=whole)
    extraction = briefing.extraction
    book = SentenceBook(extraction, whole=appended in ("full", "original"))
    keys = key_sentences(extraction, book)
    claims = claim_rows(extraction, book)
    fields = briefing.record.fields
    published = fields.publication_date.value if fields.publication_date else None
    chronology = dated_rows(extraction, book, published)
    actors = actor_rows(extraction, book)
    return View(
        bottom_line=keys[:BOTTOM_LINE], key_points=keys[BOTTOM_LINE : BOTTOM_LINE + KEY_POINTS],
        sources=sources(extraction, briefing.record, briefing.profile), actors=actors, claims=claims,
        chain=attribution_chain(claims, _value(fields.publisher), _value(fields.republisher)),
        chronology=chronology, timeline=timeline_of(chronology), contested=contests(claims),
        incomplete=_incomplete(briefing), sentences=() if appended == "record" else book.sentences(),
        ai=models_in(extraction), handling=handling, appended=appended,
        **_of_the_record(briefing.record), **_of_the_check(briefing),
    )  # fmt: skip


def _of_the_record(record: SourceRecord) -> dict[str, Any]:
    """Returns what the source record says."""
    fields, document = record.fields, record.document
    return {
        "title": _value(fields.title), "filename": document.filename,
        "authors": tuple(author.value for author in fields.authors),
        "publisher": _value(fields.publisher), "republisher": _value(fields.republisher),
        "published": fields.publication_date.value if fields.publication_date else None,
        "accessed": fields.accessed.value if fields.accessed else None,
        "symbol": _value(fields.symbol), "url": _value(fields.url), "language": document.language,
        "disclaimer": fields.disclaimer.raw if fields.disclaimer else None,
        "record": field_rows(record), "missing": missing_fields(record), "pdf_address": pdf_address(record),
        "sha256": document.sha256, "media_type": document.media_type, "bytes": document.bytes,
    }  # fmt: skip


def _of_the_check(briefing: Briefing) -> dict[str, Any]:
    """Returns what was checked, by which rules, and what the desk decided."""
    rows = sorted(
        map(_finding, briefing.findings), key=lambda row: (SEVERITIES.index(row.severity), row.code)
    )
    decisions = briefing.decisions
    return {
        "profile": briefing.profile.title,
        "profile_digest": sha256(msgspec.json.encode(briefing.profile)).hexdigest(),
        "findings": tuple(row for row in rows if row.status != "suppressed"),
        "suppressed": tuple(row for row in rows if row.status == "suppressed"),
        "components": tuple((component.name, component.version) for component in briefing.components),
        "supplied": tuple((item.field, item.value, item.by) for item in decisions.supplied),
        "decisions": tuple((each.action, each.anchor.quote, each.text or "") for each in decisions.decisions),
    }  # fmt: skip


def _appended(handling: Handling, *, whole: bool) -> ReusePolicy:
    """Returns how much of the source goes along: what was chosen, else what the template prints or the profile says."""
    append = handling.append
    if append is None:
        return "full" if whole else "excerpts"
    return "full" if whole and append.by == "profile" else append.policy


def _incomplete(briefing: Briefing) -> tuple[tuple[str, str, str], ...]:
    """Returns the plugins that failed at any step, each failure once."""
    parts = (*briefing.incomplete, *briefing.record.incomplete, *briefing.extraction.incomplete)
    return tuple(dict.fromkeys((part.plugin, part.hook, part.error) for part in parts))


def _value(field: Field[str] | None) -> str | None:
    return field.value if field else None


def _finding(finding: Finding) -> FindingRow:
    return FindingRow(
        code=finding.code, name=finding.name, severity=finding.severity, message=finding.message,
        field=finding.field, line=finding.line, status=finding.status, reason=finding.justification,
    )  # fmt: skip
