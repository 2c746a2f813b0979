"""Parts of the description by themselves: names, cite-as lines, labels, lists."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from citebound.model import Document
from citebound_hooks.describe.cite_as import read_cite_as
from citebound_hooks.describe.lists import list_field
from citebound_hooks.describe.names import author_fields, split_names
from citebound_hooks.describe.proof import Proof, proof_at
from citebound_hooks.describe.symbol import read_series

NAMES = yaml.safe_load((Path(__file__).parent / "names.yml").read_text("utf-8"))
CITE_AS = [
    (
        "Horn Monitor, Kindia, 2 May 2019, in Brief [updated], 3 May 2019, KIN/4, "
        "available at: https://x.example/1 [accessed 7 June 2020]",
        {"publisher": "Horn Monitor", "title": "Kindia, 2 May 2019, in Brief [updated]"},
        {
            "publication_date": "3 May 2019",
            "symbol": "KIN/4",
            "url": "https://x.example/1",
            "accessed": "7 June 2020",
        },
    ),
    (
        "Horn Monitor, Amina Yusuf, Kindia, 3 May 2019, available at: https://x.example/1",
        {"publisher": "Horn Monitor", "title": "Kindia"},
        {"authors": "Amina Yusuf", "publication_date": "3 May 2019", "url": "https://x.example/1"},
    ),
    (
        "Horn Monitor, Kindia, Then and Now, 3 May 2019, available at: https://x.example/1",
        {"publisher": "Horn Monitor"},
        {"title": "Kindia, Then and Now", "publication_date": "3 May 2019"},
    ),
    (
        "Horn Monitor, Kindia, 2019, https://x.example/do\ncid/1 [accessed 7 June 2020]",
        {"publisher": "Horn Monitor", "title": "Kindia"},
        {"publication_date": "2019", "url": "https://x.example/do\ncid/1"},
    ),
    *(
        (
            f"Horn Monitor, Kindia, 3 May 2019, {label} https://x.example/1 {accessed} 7 June 2020]",
            {"publisher": "Horn Monitor", "title": "Kindia"},
            {"symbol": None, "url": "https://x.example/1", "accessed": "7 June 2020"},
        )
        for label, accessed in (
            ("available online:", "[accessed on"),
            ("disponible sur :", "[consulté le"),
            ("retrieved from", "[last accessed"),
            ("abrufbar unter:", "[Zugriff am"),
        )
    ),
    (
        "Lamp, Rosa/Vasquez, Petra: Kindia, Horn Monitor, 3. Mai 2019, https://x.example/1",
        {"title": "Kindia"},
        {
            "authors": "Lamp, Rosa/Vasquez, Petra",
            "publisher": "Horn Monitor",
            "publication_date": "3. Mai 2019",
        },
    ),
    (
        "Lamp, R. and Quist, A. (2019). Kindia. Horn Monitor. https://x.example/1",
        {"title": "Kindia"},
        {"authors": "Lamp, R. and Quist, A.", "publisher": "Horn Monitor", "publication_date": "2019"},
    ),
    (
        "Horn Monitor, Kindia, 3 May 2019, available at: <https://x.example/1> [accessed 7 June 2020]",
        {"publisher": "Horn Monitor", "title": "Kindia"},
        {"symbol": None, "url": "https://x.example/1"},
    ),
    ("Horn Monitor", {}, {"publisher": None, "url": None, "accessed": None, "publication_date": None}),
]


def document_of(text):
    return Document(text=text, sha256="0" * 64, media_type="text/plain", bytes=1)


@pytest.mark.parametrize(("line", "names"), NAMES.items())
def test_names_are_split_rightly(line, names):
    document = document_of(f"x {line}")
    fields = author_fields(document, proof_at(document, 2, 2 + len(line)))
    assert [field.value for field in fields] == names
    assert all(document.text[f.span.start : f.span.end] == f.raw for f in fields)


@given(st.text(alphabet="AaBb ,;&|.éand y", max_size=60))
def test_split_names_are_places_in_order(line):
    end = 0
    for start, stop in split_names(line):
        assert end <= start < stop <= len(line)
        assert line[start:stop] == line[start:stop].strip()
        end = stop


@pytest.mark.parametrize(("line", "known", "expected"), CITE_AS)
def test_a_cite_as_line_is_anchored_on_what_is_known(line, known, expected):
    document = document_of(line)
    parts = read_cite_as(document, proof_at(document, 0, len(line)), known)
    for name, words in expected.items():
        assert (parts[name].raw if name in parts else None) == words
    for proof in parts.values():
        assert document.text[proof.span.start : proof.span.end] == proof.raw


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Mali; Niger", ("Mali", "Niger")),
        ("Mali, Niger", ("Mali", "Niger")),
        ("Congo, Democratic Republic of the, Niger", ("Congo, Democratic Republic of the", "Niger")),
        ("Mali | Niger | Mali", ("Mali", "Niger")),
        ("Asylum, Refugees; Law", ("Asylum, Refugees", "Law")),
    ],
)
def test_lists(words, values):
    assert list_field(Proof(words, None, "/x")).value == values


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("Coast Monitor Volume: 7 Issue: 11", {"series": "Coast Monitor", "volume": "7", "issue": "11"}),
        ("Coast Monitor, Vol. 7, No. 3-4", {"series": "Coast Monitor", "volume": "7", "issue": "3-4"}),
        ("KIN105141.E", {}),
    ],
)
def test_series(symbol, expected):
    found = dict(read_series(document_of(symbol), Proof(symbol, None, "/x")))
    assert {name: field.value for name, field in found.items()} == expected
