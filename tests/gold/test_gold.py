"""The product against the gold set: no measure falls below its recorded value, no annotation is broken."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import score
from gold.anchors import AnchorError, passage, place
from gold.documents import FOLDER, GoldError, load, names
from gold.quotations import quotation

TOLERANCE = 0.001
RECORDED = tomllib.loads((Path(__file__).parent / "recorded.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures():
    return score.figures(score.measured([load(name) for name in names()]))


@pytest.mark.parametrize("measure", RECORDED)
def test_no_measure_falls(figures, measure):
    assert figures[measure]["f"] >= RECORDED[measure] - TOLERANCE


def test_every_measure_is_recorded(figures):
    assert set(figures) == set(RECORDED)


@pytest.mark.parametrize("name", names())
def test_annotations_resolve(name):
    gold = load(name)
    assert gold.claims
    assert gold.actors
    assert gold.meta["language"] in ("en", "fr")


def test_set_is_complete():
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(names())
    assert len(names()) >= 40
    assert sum(load(name).meta["language"] == "fr" for name in names()) >= 5


TEXT = "The mayor said it rained. The mayor said\nit poured."


@pytest.mark.parametrize(
    ("anchor", "span"),
    [
        ("rained", (18, 24)),
        ("said#2", (36, 40)),
        ("said |it| poured", (41, 43)),
        ("mayor|…", None),
        ("snow", None),
    ],
)
def test_anchor(anchor, span):
    if span is None:
        with pytest.raises(AnchorError):
            place(anchor, TEXT)
    else:
        assert place(anchor, TEXT) == span


@pytest.mark.parametrize("anchor", ["said", "said#3", "|The mayor| said"])
def test_ambiguous_anchor_is_refused(anchor):
    with pytest.raises(AnchorError):
        place(anchor, TEXT)


def test_passage():
    found = passage("{s:The mayor} {c:said} {x:it {h:rained}}", TEXT)
    assert found == {"s": [(0, 9)], "c": [(10, 14)], "x": [(15, 24)], "h": [(18, 24)]}
    assert passage("rained. {s:The mayor} … {x:poured}", TEXT) == {"s": [(26, 35)], "x": [(44, 50)]}


@pytest.mark.parametrize(
    "marked", ["{s:The mayor", "The mayor}", "{s:The …}", "{s:The mayor} said", "no such words"]
)
def test_wrong_passage_is_refused(marked):
    with pytest.raises(AnchorError):
        passage(marked, TEXT)


def test_broken_annotation_names_document_and_item(tmp_path, monkeypatch):
    (tmp_path / "01-x.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "01-x.toml").write_text(
        'dates = [["Monday", "2020-01-01"]]\nclaims = [{ m = "{c:said} it rained", by = "Nobody" }]\n',
        encoding="utf-8",
    )
    monkeypatch.setattr("gold.documents.FOLDER", tmp_path)
    with pytest.raises(
        GoldError, match=r"(?s)01-x: dates 1: 'Monday' is not in the text.*no actor \['Nobody'\]"
    ):
        load("01")


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ('He said "it rained".', (9, 18), "direct"),
        ('He said it "rained".', (8, 18), "mixed"),
        ("He said it rained.", (8, 17), "indirect"),
        ("« Il pleut »", (2, 10), "direct"),
        ('"One.\n\n"Two." He', (1, 12), "direct"),
    ],
)
def test_quotation(text, content, kind):
    assert quotation([content], text) == kind
