"""The tags of an HTML file, found in one linear pass over its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from citebound.errors import UnreadableError

# The tokenizer of the HTML Living Standard (13.2.5) as one expression. Every part is possessive and ends at the
# end of the file at the latest, so that no input makes it look at a character twice.
_ATTRIBUTES = (
    r"(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)*+"
    r"[\s/]*+(?:>|\Z)"
)
TAG = re.compile(
    r"<(?:(?P<end>/)?(?P<name>[A-Za-z][^\s/>]*+)" + _ATTRIBUTES +
    r"|!--(?:-?>|.*?(?:--!?>|\Z))"  # comment
    r"|!\[CDATA\[.*?(?:\]\]>|>|\Z)"
    r"|[!?/][^>]*+(?:>|\Z))",
    re.DOTALL,
)  # fmt: skip
_ATTRIBUTE = re.compile(r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+")
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_END_OF_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
# More attributes than this on one element cost the parser quadratic time; so do many end tags that end nothing.
_MOST_ATTRIBUTES = 500
_LONG_TAG = 2 * _MOST_ATTRIBUTES
_MANY_STRAYS = 100_000
_MOST_TAGS = 1_000_000


def tags(source: str) -> list[re.Match[str]]:
    """Returns the tags, comments and declarations of a page in their order.

    Raises:
        UnreadableError: If the page is built to keep a parser busy.
    """
    found: list[re.Match[str]] = []
    at, size = 0, len(source)
    while at < size:
        for match in TAG.finditer(source, at):
            found.append(match)
            if len(found) > _MOST_TAGS:
                raise UnreadableError(f"the page has more than {_MOST_TAGS} tags")
            name = match["name"]
            if name and match["end"] is None and (end := _END_OF_RAW.get(name.lower())):
                close = end.search(source, match.end())
                at = close.start() if close else size
                break
        else:
            break
    _refuse_bombs(found)
    return found


def _refuse_bombs(found: list[re.Match[str]]) -> None:
    for tag in found:
        if tag.end() - tag.start() > _LONG_TAG and tag["name"] and _attributes(tag) > _MOST_ATTRIBUTES:
            raise UnreadableError(f"<{tag['name'][:20]}> has more than {_MOST_ATTRIBUTES} attributes")
    if len(found) > _MANY_STRAYS and _stray_end_tags(found) > _MANY_STRAYS:
        raise UnreadableError(f"the page has more than {_MANY_STRAYS} end tags that end nothing")


def _attributes(tag: re.Match[str]) -> int:
    return sum(1 for _ in _ATTRIBUTE.finditer(tag.string, tag.end("name"), tag.end()))


def _stray_end_tags(found: list[re.Match[str]]) -> int:
    opened: Counter[str] = Counter()
    stray = 0
    for name, ends in _named(found):
        if not ends:
            opened[name] += 1
        elif opened[name]:
            opened[name] -= 1
        else:
            stray += 1
    return stray


def _named(found: list[re.Match[str]]) -> Iterator[tuple[str, bool]]:
    return ((tag["name"].lower(), bool(tag["end"])) for tag in found if tag["name"])
