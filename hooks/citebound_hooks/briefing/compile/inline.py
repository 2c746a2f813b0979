"""From inline markup to runs: white space folded, types derived, links checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from citebound_hooks.briefing.compile.types import TypeCase
from citebound_hooks.briefing.setting.runs import Inline, Run
from citebound_hooks.briefing.setting.type import Type
from citebound_hooks.briefing.template.links import target_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\r\n]+")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class _Manner(NamedTuple):
    """How words are being set at some depth of the markup."""

    type: Type
    inline: Inline | None = None
    keep: bool = False
    tight: bool = False


class InlineReader:
    """Reads the words of one paragraph.

    Args:
        types: The types of the style.
        facts: What is known only now: page numbers, how much was moved.

    Attributes:
        runs: The words read so far.
        anchors: The places named inside.
    """

    def __init__(self, types: TypeCase, facts: Mapping[str, str]) -> None:
        self._types, self._facts = types, facts
        self.runs: list[Run] = []
        self.anchors: list[str] = []

    def read(self, node: _Element, type_: Type) -> list[Run]:
        """Returns the runs of a paragraph, without white space at its ends."""
        self._inside(node, _Manner(type_))
        while self.runs and self.runs[-1].text in {" ", ""}:
            self.runs.pop()
        if self.runs:
            self.runs[-1].text = self.runs[-1].text.rstrip(" ")
        return self.runs

    def _inside(self, node: _Element, manner: _Manner) -> None:
        self._add(node.text or "", manner)
        for child in node:
            self._child(child, manner)
            self._add(child.tail or "", manner)

    def _child(self, child: _Element, manner: _Manner) -> None:
        tag = str(child.tag)
        if tag == "anchor":
            self.anchors.append(str(child.get("id")))
        elif tag == "break":
            self.runs.append(Run("\n", manner.type, manner.inline))
        elif tag in {"moved", "page-number", "page-count"}:
            self._add(self._facts.get(f"{tag}:{child.get('of')}" if tag == "moved" else tag, "0"), manner)
        else:
            self._inside(child, self._manner(child, tag, manner))

    def _manner(self, child: _Element, tag: str, outer: _Manner) -> _Manner:
        type_, inline, keep, tight = outer
        if tag == "style":
            type_ = self._types.derived(type_, str(child.get("name")))
        elif tag == "quotation":
            inline = Inline("Quote", inline, language=child.get(LANGUAGE))
        elif tag == "foreign":
            inline = Inline("Span", inline, language=child.get(LANGUAGE))
        elif tag == "keep":
            keep = True
        elif tag == "address":
            type_, tight = self._types.derived(type_, "address"), True
        else:
            inline = _link(child, inline) or inline
        return _Manner(type_, inline, keep, tight)

    def _add(self, text: str, manner: _Manner) -> None:
        text = _SPACE.sub(" ", text)
        if text.startswith(" ") and (not self.runs or self.runs[-1].text.endswith((" ", "\n"))):
            text = text[1:]
        if text:
            self.runs.append(Run(text, manner.type, manner.inline, manner.keep, manner.tight))


def _link(child: _Element, outer: Inline | None) -> Inline | None:
    """Returns a link; None for an address of a scheme that is no plain web or mail address."""
    target = target_of(child)
    if target is None:
        return None
    return Inline("Link", outer, target=target, title=str(child.get("title")))
