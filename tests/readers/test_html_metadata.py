from __future__ import annotations

import pytest

from citebound_hooks.readers.html.json_ld import json_ld
from citebound_hooks.readers.html.metadata import declared_language

CASES = "html_metadata.yml"


def test_metadata(case, read):
    html = case["html"] if "<body" in case["html"] else case["html"] + "<body>x</body>"
    found = [[item.name, item.value, item.locator] for item in read(html, "text/html").metadata]
    assert found[: len(case["metadata"])] == case["metadata"]


def test_lines(read):
    script = '<script type="application/ld+json">\n{"c": "d"}</script>'
    page = f"<html>\n<meta name=a content=b>\r\n<title>t</title><p>x\n{script}"
    assert [(item.name, item.line) for item in read(page, "text/html").metadata] == [
        ("a", 2),
        ("html:title", 3),
        ("jsonld:thing.c", 4),
    ]


def test_no_more_values_than_a_report_can_have(read):
    document = read("<p>x" + "<time>2017</time>" * 5000, "text/html")
    assert len(document.metadata) == 1500
    assert document.notes == ("only the first 1500 values of the page's markup are read",)


@pytest.mark.parametrize(
    "block", ["", "[]", "null", "3", '"x"', "[" * 100_000, '{"a":' * 50_000, "{]", "{'a': 1}"]
)
def test_json_ld_that_says_nothing(block):
    assert list(json_ld([block])) == []


def test_json_ld_values_are_limited():
    assert len(list(json_ld(['{"k": [' + "1," * 9000 + "1]}"]))) == 1000


def test_nodes_in_nodes_are_limited():
    block = '{"a": ' * 60 + "1" + "}" * 60
    assert list(json_ld([block])) == []


def test_declared_language_needs_a_tag():
    from lxml import etree

    assert declared_language(etree.fromstring("<html lang='en_gb'/>"), ()) == "en-GB"
    assert declared_language(etree.fromstring("<html lang='xx-'/>"), ()) is None
