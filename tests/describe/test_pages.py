"""Pages in the mark-up styles of the publishing systems in use: each file of `pages/` with its row of `pages.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import citebound

HERE = Path(__file__).parent
PAGES = yaml.safe_load((HERE / "pages.yml").read_text("utf-8"))


def record_of(name):
    fields = citebound.describe(citebound.read((HERE / "pages" / f"{name}.html").read_bytes())).fields
    return {
        "title": fields.title and fields.title.value,
        "authors": [author.value for author in fields.authors or ()],
        "publisher": fields.publisher and fields.publisher.value,
        "date": fields.publication_date and fields.publication_date.value.iso,
        "url": fields.url and fields.url.value,
    }


@pytest.mark.parametrize(("name", "expected"), PAGES.items(), ids=list(PAGES))
def test_what_a_page_says_of_itself(name, expected):
    found = record_of(name)
    assert {field: found[field] for field in expected} == expected


def test_every_page_has_its_row():
    assert sorted(path.stem for path in (HERE / "pages").iterdir()) == sorted(PAGES)
