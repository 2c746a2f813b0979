"""Setting of one paragraph: lines of a width, cut where it may not take more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from citebound.errors import ConfigurationError
from citebound_hooks.briefing.compile.inline import InlineReader
from citebound_hooks.briefing.compile.types import TypeCase
from citebound_hooks.briefing.setting import bidi
from citebound_hooks.briefing.setting.elements import Element
from citebound_hooks.briefing.setting.lines import Line, break_lines, line_of
from citebound_hooks.briefing.setting.runs import Inline, Run
from citebound_hooks.briefing.setting.text import Text
from citebound_hooks.briefing.setting.type import Type
from citebound_hooks.briefing.template.lineage import place
from citebound_hooks.briefing.template.wording import Wordings

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_TITLE = 4  # lines that are worth balancing
NARROWER = 4.0  # points by which it is not worth trying


@dataclass(slots=True)
class Typesetter:
    """Sets paragraphs in the types of one style.

    Attributes:
        path: Of the template's markup, for messages.
        facts: What is known only now: page numbers, how much was moved.
    """

    types: TypeCase
    wordings: Wordings
    path: Path
    facts: dict[str, str] = field(default_factory=dict)

    def text(self, node: _Element, role: str, width: float, element: Element) -> Text:
        """Sets the words of a node as a paragraph."""
        measures, type_ = self.types.style_of(role), self.types.role(role)
        reader = InlineReader(self.types, self.facts)
        runs = reader.read(node, type_)
        width -= measures.indent
        lines = self._balanced(runs, width) if measures.balance else self.lines(runs, width)
        if node.get("most"):
            lines = self._limited(lines, node, type_, width)
        anchors = [str(node.get("id")), *reader.anchors] if node.get("id") else reader.anchors
        return Text(lines, width, type_.leading, element, measures.align, tuple(anchors))

    def brief_text(self, node: _Element, role: str, width: float, element: Element, most: int) -> Text:
        """Sets the words of a node in so many lines; those cut end with a mark that leads nowhere."""
        text = self.text(node, role, width, element)
        if len(text.lines) > most:
            text.lines = self._cut(list(text.lines), most, [Run("…", self.types.role(role))], width)
        return text

    def joined(self, nodes: Iterable[_Element], role: str, width: float, element: Element) -> Text:
        """Sets the words of several nodes as one paragraph."""
        type_ = self.types.role(role)
        read = (InlineReader(self.types, self.facts).read(node, type_) for node in nodes)
        runs = [run for own in read for run in (Run(" ", type_), *own)][1:]
        return Text(self.lines(runs, width), width, type_.leading, element)

    def plain(self, words: str, role: str, width: float, element: Element) -> Text:
        """Sets words that are no markup."""
        type_ = self.types.role(role)
        return Text(self.lines([Run(words, type_)], width), width, type_.leading, element)

    def error(self, node: _Element, what: str) -> ConfigurationError:
        """Makes an error that names the template's file and line."""
        return ConfigurationError(f"{place(self.path, str(node.get('line', '1')))}: {what}")

    def lines(self, runs: Sequence[Run], width: float) -> list[Line]:
        """Breaks runs into lines. A label of ours does not turn a quotation round, nor a name our own sentence."""
        text = "".join(run.text for run in runs)
        level = bidi.main_level(text)
        if level and not any(run.inline is not None and run.inline.quoted for run in runs):
            level = bidi.base_level(text)
        return break_lines(runs, width, level)

    def _balanced(self, runs: Sequence[Run], width: float) -> list[Line]:
        """Breaks runs into as few lines as fit, and none of them much shorter than the others."""
        lines = self.lines(runs, width)
        narrow = width / 2
        while 1 < len(lines) <= LONGEST_TITLE and width - narrow > NARROWER:
            middle = (narrow + width) / 2
            tried = self.lines(runs, middle)
            if len(tried) > len(lines):
                narrow = middle
            else:
                lines, width = tried, middle
        return lines

    def _limited(self, lines: list[Line], node: _Element, type_: Type, width: float) -> list[Line]:
        """Cuts lines beyond the limit; the last one ends with a mark that leads to where it stands whole."""
        most, say = int(str(node.get("most"))), self.wordings.say
        if len(lines) <= most:
            return lines
        title, mark = (
            (say("short-title"), say("short-mark"))
            if node.get("short")
            else (say("cut-title"), say("cut-mark"))
        )
        link = Inline("Link", target=f"#{node.get('continues')}", title=str(title))
        mark_type = self.types.derived(type_, "cut")
        return self._cut(lines, most, [Run(str(mark), mark_type, link, keep=True)], width)

    def _cut(self, lines: list[Line], most: int, mark_runs: Sequence[Run], width: float) -> list[Line]:
        mark = self.lines(mark_runs, width)[0]
        last = list(lines[most - 1].pieces)
        room = width - mark.width
        while last and sum(piece.sort.width for piece in last) > room:
            last.pop()
        return [*lines[: most - 1], line_of([*last, *mark.pieces], lines[most - 1].level)]


def moved_fact(name: str, count: int) -> Mapping[str, str]:
    """Returns the fact of how much was moved to an overflow."""
    return {f"moved:{name}": str(count)}
