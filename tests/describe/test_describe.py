"""The record of whole pages: each file of `cases/` with the fields that its neighbour `.yml` expects, and
no others."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from citebound.model import Document, Field, Metadatum, Upload
from citebound.profiles import choose_profile
from citebound_hooks.describe import citebound_describe
from citebound_hooks.profiles import citebound_profiles
from citebound_hooks.readers import citebound_read

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.suffix != ".yml")
MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html", ".md": "text/markdown"}
DATES = ("publication_date", "accessed", "last_updated")


def read(path):
    upload = Upload(content=path.read_bytes(), filename=path.name, media_type=MEDIA_TYPES[path.suffix])
    return citebound_read(upload)[0]


def describe(document):
    return citebound_describe(document, choose_profile(document, citebound_profiles()))


def plain(name, value):
    if isinstance(value, tuple):
        return [field.value for field in value]
    if name in DATES:
        return value.value.iso
    return list(value.value) if isinstance(value.value, tuple) else value.value


def all_fields(record):
    for name in record.fields.__struct_fields__:
        value = getattr(record.fields, name)
        for field in value if isinstance(value, tuple) else (value,):
            if isinstance(field, Field):
                yield name, field


def assert_proven(document, record):
    for name, field in all_fields(record):
        assert field.raw.strip()
        assert (field.span is None) != (field.locator is None), name
        if field.span:
            assert document.text[field.span.start : field.span.end] == field.span.exact == field.raw
        if name in DATES:
            assert (field.value.raw, field.value.span) == (field.raw, field.span)
        elif isinstance(field.value, str) and name not in ("language", "url"):
            words = field.raw if field.span else unescape(field.raw)
            assert field.value == " ".join(words.split())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_record_of_a_page(path):
    expected = yaml.safe_load(path.with_suffix(".yml").read_text("utf-8"))
    document = read(path)
    record = describe(document)
    assert record.profile == expected["profile"]
    found = {
        name: plain(name, v)
        for name in record.fields.__struct_fields__
        if (v := getattr(record.fields, name))
    }
    if "language" not in expected["fields"]:
        found.pop("language", None)
    assert found == expected["fields"]
    for name, raw in expected.get("raw", {}).items():
        assert getattr(record.fields, name).raw == raw
    for name, place in expected.get("locator", {}).items():
        field = getattr(record.fields, name)
        assert (field[0] if isinstance(field, tuple) else field).locator == place
    assert_proven(document, record)


def test_the_real_report(root):
    """The report that the project was begun with, where it is at hand."""
    reports = sorted((root.parent / "shared" / "seeds").glob("000_*.txt"))
    if not reports:
        pytest.skip("the report is not part of the repository")
    document = read(reports[0])
    record = describe(document)
    found = {
        name: plain(name, v)
        for name in record.fields.__struct_fields__
        if (v := getattr(record.fields, name))
    }
    refworld = next(profile for profile in citebound_profiles() if profile.name == "refworld")
    assert record.profile == "refworld"
    assert found.pop("disclaimer") == refworld.disclaimers[0].text
    assert found.pop("cite_as").startswith("Jamestown Foundation, Mali: ")
    assert found.pop("title").startswith("Mali: ")
    assert found == {
        "authors": ["Alexander Sehmer"],
        "publisher": "Jamestown Foundation",
        "republisher": "UNHCR Refworld",
        "publication_date": "2017-03-24",
        "symbol": "Terrorism Monitor Volume: 15 Issue: 6",
        "series": "Terrorism Monitor",
        "volume": "15",
        "issue": "6",
        "url": "https://www.refworld.org/docid/58d8f5484.html",
        "accessed": "2023-05-21",
        "last_updated": "2023-05-19",
        "copyright_notice": "© 2010 The Jamestown Foundation",
        "language": "en",
    }
    assert_proven(document, record)


PAGES = {path.stem: path.read_text("utf-8") for path in CASES}
MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, 5000),
        st.integers(0, 40),
        st.sampled_from(["", "\n", "\u00a0", "\t", "|", ": ", "Ⅷ", "İ", "مارس"]),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(st.sampled_from(CASES), MUTATIONS)
def test_every_field_of_a_mutated_page_is_proven(path, mutations):
    text = PAGES[path.stem]
    for place, length, words in mutations:
        text = text[:place] + words + text[place + length :]
    if not text.strip("\ufeff \n\t\u00a0"):
        return
    upload = Upload(content=text.encode(), media_type=MEDIA_TYPES[path.suffix])
    document = read_or_none(upload)
    if document is not None:
        record = describe(document)
        assert_proven(document, record)
        assert record == describe(document)


def read_or_none(upload):
    from citebound.errors import UnreadableError

    try:
        return citebound_read(upload)[0]
    except UnreadableError:  # a mutation may leave no text at all
        return None


@given(st.text(max_size=400))
def test_any_text_has_a_record(text):
    document = Document(text=text, sha256="0" * 64, media_type="text/plain", bytes=1)
    assert_proven(document, describe(document))


@pytest.mark.parametrize(
    "hostile",
    [
        "Publisher " * 20_000,
        "Cite as " + "https://" * 20_000,
        "Disclaimer" * 20_000,
        "|" * 200_000,
        "© " * 100_000,
        "By A and " * 20_000,
        "Author: " + "A, " * 20_000,
        ("Title: x\n" * 20_000),
        "Cite as: X, " + "3 May 2019, " * 5_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_linear_time(hostile):
    document = Document(text=hostile, sha256="0" * 64, media_type="text/plain", bytes=1)
    assert_proven(document, describe(document))


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Microsoft Word - mill_v3_FINAL.doc", "The Dyke and the Mill"),
        ("mill.pdf", "The Dyke and the Mill"),
        ("The Dyke and the Mill", "The Dyke and the Mill"),
        ("The Mill: A Study", "The Dyke and the Mill"),
        ("The Mill", "The Dyke and the Mill"),
    ],
)
def test_a_title_that_only_the_properties_give_gives_way_to_the_one_on_the_page(said, title):
    document = Document(
        text="The Dyke and the Mill\n\nThe dyke held.\n",
        sha256="0" * 64,
        media_type="application/pdf",
        bytes=1,
        metadata=(Metadatum("pdf:title", said, "/Title"),),
    )
    record = describe(document)
    assert record.fields.title.value == title
    assert_proven(document, record)


@pytest.mark.parametrize(
    "head",
    [
        "".join(f'<meta property="og:title" content="{"Mill " * 60}{n}">' for n in range(1500)),
        "".join(f'<meta name="citation_author" content="Jane {n}">' for n in range(1500)),
        "".join(
            f'<meta property="article:published_time" content="2017-03-{n % 28 + 1:02d}">'
            for n in range(1500)
        ),
        f"<title>{'Mill | ' * 5000}</title>",
        f'<meta name="keywords" content="a{" " * 100_000}b"><meta name="author" content="A{" " * 100_000}B">',
        f'<meta property="og:title" content="A{" " * 100_000}B"><title>A{" " * 100_000}B</title>',
        "<title>x</title>" + '<link rel="canonical" href="https://x.example/' + "a-b-" * 20_000 + '">',
    ],
    ids=["titles", "authors", "dates", "separators", "spaces", "spaces in titles", "slug"],
)
def test_hostile_markup_takes_linear_time(head):
    body = "<p class='byline author'>By Jane Roe, 3 May 2019</p>" * 2000
    page = f"<html><head>{head}</head><body><h1>Mill</h1>{body}</body></html>"
    upload = Upload(content=page.encode(), media_type="text/html")
    document = citebound_read(upload)[0]
    assert_proven(document, describe(document))


TITLE_PAGES = yaml.safe_load((Path(__file__).parent / "title_pages.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", TITLE_PAGES, ids=lambda case: case["text"].split("\n")[0][:30])
def test_what_a_title_page_shows(case):
    document = citebound_read(Upload(content=case["text"].encode(), media_type="text/plain"))[0]
    record = describe(document)
    for name, expected in case["fields"].items():
        value = getattr(record.fields, name)
        assert (plain(name, value) if value else None) == expected, name
    assert_proven(document, record)
