"""What the markup of a page says about it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import cast

from lxml import etree

from citebound.model import Metadatum
from citebound_hooks.language.tags import language_tag
from citebound_hooks.readers.html.json_ld import json_ld
from citebound_hooks.readers.html.markup import said

_MOST = 1500  # values; a page with more is a list of other pages
_SPEAKING = ("meta", "link", "time", "title", "a")
_LANGUAGES = (
    "dc.language",
    "dcterms.language",
    "http-equiv:content-language",
    "language",
    "og:locale",
    "citation_language",
)


def metadata_of(root: etree._Element, has_microdata: bool = True) -> tuple[tuple[Metadatum, ...], str | None]:
    """Returns what `<meta>`, JSON-LD, links, `<time>`, `<title>` and microdata say, in the order of the file.

    Names, all in lower case: `citation_title`, `dc.date`, `og:title` as the page has them in `name` or `property`;
    `http-equiv:…`; `itemprop:…` for microdata; `link:canonical`; `rel:author` for a linked author's name;
    `time:datetime`, `time:pubdate` for the date of publication, `time:comment` in comments; `html:title`;
    `jsonld:<type>.<key>`. JSON-LD stands at the end, its locator is a JSON pointer behind the number of its block;
    the others' is an XPath. The line is the one in which the tag ends.

    Args:
        root: The page.
        has_microdata: Whether any element may have an `itemprop`; without, only some elements are looked at.

    Returns:
        The values, and a note if there are more than a report's page can have.
    """
    values = list(islice(_marked(root, has_microdata), _MOST + 1))
    note = f"only the first {_MOST} values of the page's markup are read" if len(values) > _MOST else None
    scripts = [script for script in root.iter("script") if script.text and _is_json_ld(script)]
    linked = json_ld([script.text or "" for script in scripts])
    return (*values[:_MOST], *(_with_line(found, scripts) for found in linked)), note


def declared_language(root: etree._Element, metadata: tuple[Metadatum, ...]) -> str | None:
    """Returns the BCP 47 tag that the page declares, if any."""
    html = root.get("lang") or root.get("xml:lang")
    declared = html or next((m.value for name in _LANGUAGES for m in metadata if m.name == name), "")
    return language_tag(declared.partition(",")[0])


def _marked(root: etree._Element, has_microdata: bool) -> Iterator[Metadatum]:
    tree = root.getroottree()
    for element in root.iter() if has_microdata else root.iter(*_SPEAKING):
        tag = element.tag
        if (
            (element.get("rel") if tag == "a" else tag in _SPEAKING)
            or element.get("itemprop")
            or element.get("property")
        ):
            for name, value in said(element):
                if value.strip():
                    yield Metadatum(name, value, tree.getpath(element), _line(element))


def _is_json_ld(script: etree._Element) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _with_line(found: Metadatum, scripts: list[etree._Element]) -> Metadatum:
    """Adds the line of the block that the locator (`jsonld[0]/…`) names."""
    number = int(found.locator[len("jsonld[") : found.locator.index("]")])
    return Metadatum(found.name, found.value, found.locator, _line(scripts[number]))


def _line(element: etree._Element) -> int | None:
    return cast("int | None", element.sourceline)
