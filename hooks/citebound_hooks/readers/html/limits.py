"""Pages that are built to keep a parser busy are refused before it sees them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from citebound.errors import UnreadableError
from citebound_hooks.readers.html.text_runs import TAG

# More attributes than this on one element cost the parser quadratic time; so do many end tags that end nothing.
_MOST_ATTRIBUTES = 500
_LONG_TAG = 2 * _MOST_ATTRIBUTES
_MANY_STRAYS = 50_000
_MOST_TAGS = 500_000
_SHORTEST_TAG = len("<a>")
_NAME = re.compile(r"</?([a-z][^\s/>]*+)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+")
# What may begin a tag and does not end as usual tags do: after at most 14 values in quotes, with so little between
# them that it makes 464 attributes at most.
_SUSPECT = re.compile(r"""<[A-Za-z](?![^<>"']{0,60}+(?:(?:"[^"]*+"|'[^']*+')[^<>"']{0,60}+){0,14}+>)""")
_ONE = r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|[^\s>\"'][^\s>]*+)?+)?+"
_ITS_ATTRIBUTES = re.compile(rf"<[A-Za-z][^\s/>]*+(?:{_ONE}){{0,{_MOST_ATTRIBUTES}}}+(?P<more>{_ONE})?+")


def refuse_bombs(source: str) -> None:
    """Refuses what would keep the parser busy.

    Raises:
        UnreadableError: If the page has too many tags, attributes on one element, or end tags that end nothing.
    """
    tags = source.count("<") if len(source) > _SHORTEST_TAG * _MANY_STRAYS else 0
    if tags > _MOST_TAGS:
        raise UnreadableError(f"the page has more than {_MOST_TAGS} tags")
    if tags <= _MANY_STRAYS and not _may_have_many_attributes(source):
        return
    parts = TAG.split(source)
    for tag, name in zip(parts[1::3], parts[2::3], strict=True):
        if len(tag) > _LONG_TAG and not name:
            _refuse_many_attributes(tag)
    if tags > _MANY_STRAYS and _stray_end_tags(parts[1::3]) > _MANY_STRAYS:
        raise UnreadableError(f"the page has more than {_MANY_STRAYS} end tags that end nothing")


def _may_have_many_attributes(source: str) -> bool:
    """Whether any tag has too many attributes, or the page is too odd to tell without cutting it into its tags."""
    left = len(source)  # so many characters are looked at once more, and the time stays linear
    for suspect in _SUSPECT.finditer(source):
        tag = _ITS_ATTRIBUTES.match(source, suspect.start())
        left -= len(tag[0]) if tag else 0
        if left < 0 or (tag and tag["more"]):
            return True
    return False


def _refuse_many_attributes(tag: str) -> None:
    name = _NAME.match(tag)
    if name and sum(1 for _ in _ATTRIBUTE.finditer(tag, name.end())) > _MOST_ATTRIBUTES:
        raise UnreadableError(f"<{name[1][:20]}> has more than {_MOST_ATTRIBUTES} attributes")


def _stray_end_tags(tags: Iterable[str]) -> int:
    opened: Counter[str] = Counter()
    stray = 0
    for tag in tags:
        found = _NAME.match(tag)
        name = found[1].lower() if found else ""
        if not tag.startswith("</"):
            opened[name] += 1
        elif opened[name]:
            opened[name] -= 1
        else:
            stray += 1
    return stray
