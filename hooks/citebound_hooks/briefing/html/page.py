"""From a manuscript to the bytes of an HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from citebound_hooks.briefing.html.blocks import BlockWriter
from citebound_hooks.briefing.html.data import data_blocks
from citebound_hooks.briefing.html.head import head
from citebound_hooks.briefing.html.looks import style_sheet
from citebound_hooks.briefing.html.tags import line, tag
from citebound_hooks.briefing.html.words import words
from citebound_hooks.briefing.manuscript.flowing import flowing
from citebound_hooks.briefing.manuscript.writing import Manuscript

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "page-main"


def typeset(manuscript: Manuscript) -> bytes:
    """Returns the manuscript as one HTML page in UTF-8."""
    markup = flowing(manuscript.markup)
    language = manuscript.folder.wordings.language
    around = "rtl" if manuscript.folder.wordings.right_to_left else "ltr"
    marking = markup.findtext("marking")
    page = tag(
        "html", Markup("\n"),
        line(head(manuscript.metadata, manuscript.record, style_sheet(manuscript.folder.style, marking))),
        line(_body(manuscript, markup, BlockWriter(manuscript.folder.style, around))),
        lang=language, dir=around,
    )  # fmt: skip
    return (Markup("<!DOCTYPE html>\n") + line(page)).encode()


def _body(manuscript: Manuscript, markup: _Element, writer: BlockWriter) -> Markup:
    say = manuscript.folder.say
    annex = markup.find("annex")
    parts = [
        line(tag("a", say("skip"), class_="skip", href=f"#{MAIN}")),
        _marking(markup),
        _running(markup, "header"),
        _contents(markup, say("contents")),
        line(
            tag(
                "main", Markup("\n"), *map(writer.blocks, markup.iterfind("body/page")),
                _annex(annex, writer) if annex is not None else Markup(""),
                id=MAIN, tabindex="-1",
            )
        ),
        _running(markup, "footer"),
        _marking(markup),
        data_blocks(manuscript.attachments),
    ]  # fmt: skip
    return tag("body", Markup("\n"), *parts)


def _annex(annex: _Element, writer: BlockWriter) -> Markup:
    heading = annex.find("heading")
    name = heading.get("id") if heading is not None else None
    return line(tag("section", Markup("\n"), writer.blocks(annex), class_="annex", aria_labelledby=name))


def _marking(markup: _Element) -> Markup:
    """Writes the handling marking, which stands first and last."""
    node = markup.find("marking")
    return line(tag("p", words(node), class_="r-marking")) if node is not None else Markup("")


def _running(markup: _Element, name: str) -> Markup:
    """Writes a running line once; what counts pages is left out."""
    nodes = [markup.find(name), markup.find(f"{name}-end")]
    told = [
        tag("span", words(node), class_=f"r-{node.tag}")
        for node in nodes
        if node is not None and next(node.iter("page-number", "page-count"), None) is None
    ]
    return line(tag(name, *told, class_="running")) if told else Markup("")


def _contents(markup: _Element, name: str) -> Markup:
    """Writes the table of contents from the headings that stand in the outline."""
    headings = [node for node in markup.iter("heading") if node.get("outline") and node.get("id")]
    entries = [
        line(tag("li", tag("a", str(node.get("outline")), href=f"#{node.get('id')}")))
        for node in headings
        if node.get("level") != "1"
    ]
    if not entries:
        return Markup("")
    return line(tag("nav", Markup("\n"), line(tag("ol", *entries, role="list")), aria_label=name))
