"""The vocabulary of briefing markup, and the check of a filled template against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from citebound.errors import ConfigurationError
from citebound_hooks.briefing.template.lineage import place

if TYPE_CHECKING:
    from lxml.etree import _Element, _LogEntry

SCHEMA = Path(__file__).with_name("vocabulary.rng")
RNG = "{http://relaxng.org/ns/structure/1.0}"
_ATTRIBUTES = re.compile(r"Element ([\w-]{1,30}) failed to validate attributes")
_MISMATCH = re.compile(
    r"tag mismatch: (?P<opened>[\w-]{1,80}) line (?P<line>\d{1,9}) and (?P<closed>[\w-]{1,80})"
)
_LINE = re.compile(r'line="([\w.:-]{1,200})"')


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(SCHEMA)))


def parse_markup(markup: str, path: Path) -> _Element:
    """Parses a filled template and checks it against the vocabulary.

    Raises:
        ConfigurationError: If it is not well-formed or uses other words; names file and line of the template.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(markup.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise ConfigurationError(_not_well_formed(markup, error, path)) from error
    schema = _schema()
    if not schema.validate(root):
        entry = schema.error_log[0]
        raise ConfigurationError(
            f"{place(path, _line_of(root, entry))}: {entry.message}{_hint(entry.message)}"
        )
    _check_targets(root, path)
    return root


def _not_well_formed(markup: str, error: etree.XMLSyntaxError, path: Path) -> str:
    """Says what is wrong, at the element that is closed wrongly, or else near where the parser gave up."""
    message = str(error.msg)
    if found := _MISMATCH.search(message):
        line = _line_before(markup, int(found["line"]))
        return f"{place(path, line)}: not well-formed: mismatch: <{found['opened']}> ends with </{found['closed']}>"
    return f"{place(path, _line_before(markup, error.position[0]))}: not well-formed: {message}"


def _check_targets(root: _Element, path: Path) -> None:
    """Refuses links to places that do not exist; leaves out those that lead back to nothing."""
    names = {element.get("id") for element in root.iter() if element.get("id")}
    for element in list(root.iter("link", "heading", "paragraph")):
        target = element.get("to") or element.get("continues")
        if not target or target in names:
            continue
        if element.get("back"):
            _leave_out(element)
        else:
            where = place(path, str(element.get("line", "1")))
            raise ConfigurationError(f"{where}: nothing has the id {target!r}")


def _leave_out(element: _Element) -> None:
    """Takes an element out, but not the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _hint(message: str) -> str:
    """Adds which attributes an element takes, where the validator only says that they are wrong."""
    found = _ATTRIBUTES.match(message)
    if not found:
        return ""
    grammar = etree.parse(str(SCHEMA)).getroot()
    names = [name for element in grammar.iter(f"{RNG}element") if element.get("name") == found[1]
             for name in _attributes(grammar, element)]  # fmt: skip
    return f"; it takes {', '.join(dict.fromkeys(names))}" if names else "; it takes none"


def _attributes(grammar: _Element, node: _Element) -> Iterator[str]:
    for child in node:
        if child.tag == f"{RNG}attribute" and child.get("name") != "line":
            yield str(child.get("name"))
        elif child.tag == f"{RNG}ref" and child.get("name") not in {"words", "blocks"}:
            for define in grammar.findall(f"{RNG}define"):
                if define.get("name") == child.get("name"):
                    yield from _attributes(grammar, define)
        elif child.tag in {f"{RNG}optional", f"{RNG}choice"}:
            yield from _attributes(grammar, child)


def _line_of(root: _Element, entry: _LogEntry) -> str:
    found = root.xpath(entry.path) if entry.path else []
    element = found[0] if isinstance(found, list) and found else root
    return str(getattr(element, "attrib", {}).get("line", "1"))


def _line_before(markup: str, line: int) -> str:
    """Returns the template's line of the last tag before a line of the markup."""
    head = "\n".join(markup.split("\n")[:line])
    lines: list[str] = _LINE.findall(head)
    return lines[-1] if lines else "1"
