"""The names and values of one element that says something about the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

_LINKS = {"canonical", "shortlink", "amphtml", "license", "author", "publisher"}
_SHOWN = {"author", "tag", "license"}
_VALUES = ("content", "datetime", "href", "src", "value")
_LONGEST_TEXT = 500  # a longer text is a part of the report, not a value
_MOST_TEXTS = 60
_COMMENT_TYPES = ("/Comment", "/UserComments")
# WordPress says so of the report itself: `comments-open`.
_COMMENT_STATES = ("open", "closed", "enabled", "disabled", "on", "off")
_HIGHEST = 8  # how many elements up the item of a property is looked for


def said(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yields what an element says: names in lower case, values as they stand there."""
    tag = element.tag
    if tag == "meta":
        yield from _meta(element)
    elif tag == "link":
        yield from ((f"link:{rel}", element.get("href") or "") for rel in _rel(element) if rel in _LINKS)
    elif tag == "title" and not _is_in_drawing(element):
        yield "html:title", text_of(element)
    elif tag == "time":
        name = "datetime" if element.get("pubdate") is None else "pubdate"
        kind = "comment" if _is_in_comments(element) else name
        yield f"time:{kind}", element.get("datetime") or text_of(element)
    elif tag == "a":
        yield from ((f"rel:{rel}", text_of(element)) for rel in _rel(element) if rel in _SHOWN)
    if element.get("itemprop"):
        yield from _microdata(element)
    if tag != "meta" and "content" in element.attrib:
        yield from ((name.lower(), element.get("content") or "") for name in _properties(element))


def text_of(element: etree._Element) -> str:
    """Returns the folded text of an element; nothing if it is longer than a value."""
    parts: list[str] = []
    size = 0
    for text in islice(element.itertext(), _MOST_TEXTS):
        parts.append(str(text))
        size += len(text)
        if size > 4 * _LONGEST_TEXT:
            return ""
    folded = " ".join("".join(parts).split())
    return folded if len(folded) <= _LONGEST_TEXT else ""


def _meta(element: etree._Element) -> Iterator[tuple[str, str]]:
    content = element.get("content") or element.get("value") or ""
    for attribute, prefix in (("name", ""), ("property", ""), ("http-equiv", "http-equiv:")):
        name = element.get(attribute)
        if name:
            yield prefix + name.strip().lower(), content


def _microdata(element: etree._Element) -> Iterator[tuple[str, str]]:
    value = next((given for name in _VALUES if (given := element.get(name))), None) or text_of(element)
    item = _item(element)
    for name in element.get("itemprop", "").lower().split():
        yield f"itemprop:{item}{name.rsplit('/', 1)[-1]}", value


def _properties(element: etree._Element) -> list[str]:
    """Returns the Dublin Core and schema.org properties of an element (RDFa): `dc:date`, `schema:dateCreated`."""
    names = (element.get("property") or "").split()
    return [name for name in names if name.startswith(("dc:", "schema:"))]


def _item(element: etree._Element) -> str:
    """Returns the property whose item the element belongs to (`author.`), nothing for the page's own."""
    if _is_in_comments(element):
        return "comment."
    for above in islice(element.iterancestors(), _HIGHEST):
        if above.get("itemscope") is not None:
            names = (above.get("itemprop") or "").lower().split()
            return f"{names[0]}." if names else ""
    return ""


def _is_in_comments(element: etree._Element) -> bool:
    """Tells whether an element around holds what a reader says, by its item type, class or id."""
    return any(map(_is_comment, islice(element.iterancestors(), _HIGHEST)))


def _is_comment(element: etree._Element) -> bool:
    kind = element.get("itemtype")
    if kind and kind.endswith(_COMMENT_TYPES):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return "omment" in names and any(
        name.startswith("comment") and not name.endswith(_COMMENT_STATES) for name in names.lower().split()
    )


def _is_in_drawing(title: etree._Element) -> bool:
    return any(above.tag == "svg" for above in islice(title.iterancestors(), _HIGHEST))


def _rel(element: etree._Element) -> list[str]:
    return (element.get("rel") or "").lower().split()
