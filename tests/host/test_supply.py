"""What the desk supplies: lists are read as on a page, and each value says where it comes from."""

from __future__ import annotations

import pytest

from citebound.desk.supply import supply
from citebound.model import DocumentIdentity, Fields, SourceRecord, SuppliedField

RECORD = SourceRecord(
    document=DocumentIdentity(
        sha256="0" * 64, media_type="text/plain", bytes=1, filename=None, language=None
    ),
    profile="generic",
    fields=Fields(),
)


@pytest.mark.parametrize(
    ("words", "countries"),
    [
        ("Mali, Niger", ("Mali", "Niger")),
        ("Mali; Niger", ("Mali", "Niger")),
        ("Congo, Democratic Republic of the", ("Congo, Democratic Republic of the",)),
    ],
)
def test_a_supplied_list_is_parted_like_one_of_a_page(words, countries):
    field = supply(RECORD, [SuppliedField(field="country", value=words, by="--set")]).fields.countries
    assert field is not None
    assert (field.value, field.supplied, field.locator) == (countries, True, "--set")
