"""Describes a document, stage by stage. What an earlier stage found, no later one changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from citebound.memory import all_kept
from citebound.model import Document, Field, Fields, Profile, SourceRecord
from citebound_hooks.describe.evidence.authors import authors_beside_cite_as, authors_by_agreement
from citebound_hooks.describe.evidence.dates import date_beside_cite_as, date_by_agreement
from citebound_hooks.describe.evidence.origins import (
    addresses_in_markup,
    details_in_markup,
    publisher_in_markup,
)
from citebound_hooks.describe.evidence.senders import sender_of_page
from citebound_hooks.describe.evidence.titles import title_by_agreement, title_under_one_heading
from citebound_hooks.describe.front_matter import front_matter_record
from citebound_hooks.describe.header import labelled_header
from citebound_hooks.describe.page import Page, page_of
from citebound_hooks.describe.stages import (
    address_of_the_site,
    disclaimer_in_usual_words,
    known_by_profile,
    notice_without_year,
    series_of_symbol,
    unlabelled_disclaimer,
    unlabelled_notice,
    within_cite_as,
)
from citebound_hooks.describe.titles import (
    details_at_the_top,
    symbol_by_its_form,
    title_at_the_top,
    title_of_text,
)

Found = Iterator[tuple[str, Any]]
Stage = Callable[[Page, Mapping[str, Any]], Found]

# From what the page states outright to what it merely shows.
STAGES: tuple[Stage, ...] = (
    front_matter_record,
    labelled_header,
    unlabelled_disclaimer,
    disclaimer_in_usual_words,
    unlabelled_notice,
    title_under_one_heading,
    title_of_text,
    authors_beside_cite_as,
    date_beside_cite_as,
    within_cite_as,
    address_of_the_site,
    series_of_symbol,
    known_by_profile,
    title_by_agreement,
    title_at_the_top,
    date_by_agreement,
    sender_of_page,
    authors_by_agreement,
    symbol_by_its_form,
    publisher_in_markup,
    details_at_the_top,
    addresses_in_markup,
    details_in_markup,
    notice_without_year,
)


@all_kept()
def describe(document: Document, profile: Profile) -> SourceRecord:
    """Makes the record of a document from what the page says."""
    page = page_of(document, profile)
    found: dict[str, Field[Any] | tuple[Field[Any], ...]] = {}
    for stage in STAGES:
        for name, field in stage(page, found):
            found.setdefault(name, field)
    return SourceRecord(
        document=document.identity,
        profile=profile.name,
        fields=Fields(**found),  # type: ignore[arg-type]  # each stage gives a field under its own name
    )
