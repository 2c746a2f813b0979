"""JSON-LD blocks of a page to metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from citebound.model import Metadatum

_DEEPEST = 8
_MOST_VALUES = 1000
_LONGEST_BLOCK = 2_000_000
# What content management systems put around and into their blocks: CDATA marks, comments, trailing commas.
_WRAPPER = re.compile(r"\A[\s/*]*(?:<!\[CDATA\[|<!--)[\s/*]*|[\s/*]*(?:\]\]>|-->)[\s/*]*\Z")
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
# Keys whose value is a page or an article of its own rather than a part of the node.
_OWN_NODES = {"@graph", "mainentity", "mainentityofpage"}
_PATH_ESCAPES = str.maketrans({"~": "~0", "/": "~1"})  # RFC 6901, section 3


def json_ld(blocks: list[str]) -> Iterator[Metadatum]:
    """Yields the values of JSON-LD blocks as `jsonld:<type>.<key>`, in the order of the file.

    Types and keys are in lower case, without `@` and vocabulary. For a nested node, `jsonld:newsarticle.author` is
    its name, `jsonld:newsarticle.author.type` and so on are its other values. A node that is only referred to by
    its `@id` is looked up in the page. A block that is no JSON is left out.
    """
    parsed = [_parsed(block) for block in blocks]
    by_id: dict[str, tuple[dict[str, Any], str]] = {}
    for number, value in enumerate(parsed):
        for node, path in _nodes(value, f"jsonld[{number}]", 0):
            if isinstance(node.get("@id"), str) and len(node) > 1:
                by_id.setdefault(node["@id"], (node, path))
    count = 0
    for number, value in enumerate(parsed):
        for node, path in _nodes(value, f"jsonld[{number}]", 0):
            for metadatum in _values(node, f"jsonld:{_type(node)}", path, by_id, 0):
                yield metadatum
                count += 1
                if count >= _MOST_VALUES:
                    return


def _parsed(block: str) -> Any:
    if len(block) > _LONGEST_BLOCK:
        return None
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_TRAILING_COMMA.sub("", _WRAPPER.sub("", block)), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, path: str, depth: int) -> Iterator[tuple[dict[str, Any], str]]:
    """Yields the nodes that stand for themselves."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _nodes(item, f"{path}/{number}", depth + 1)
    elif isinstance(value, dict):
        if set(value) - {"@context", "@graph"}:
            yield value, path
        for key, item in value.items():
            if key.lower() in _OWN_NODES and isinstance(item, dict | list):
                yield from _nodes(item, _below(path, key), depth + 1)


def _values(
    node: dict[str, Any], name: str, path: str, by_id: dict[str, tuple[dict[str, Any], str]], depth: int
) -> Iterator[Metadatum]:
    for key, value in node.items():
        lower = _local(key)
        if lower in ("context", "graph") or (
            not depth and lower in _OWN_NODES and not isinstance(value, str)
        ):
            continue
        for item, place in _items(value, _below(path, key)):
            yield from _value(item, f"{name}.{lower}", place, by_id, depth)


def _value(
    item: Any, name: str, path: str, by_id: dict[str, tuple[dict[str, Any], str]], depth: int
) -> Iterator[Metadatum]:
    if isinstance(item, str):
        if item.strip():
            yield Metadatum(name, item, path)
    elif isinstance(item, bool):
        yield Metadatum(name, "true" if item else "false", path)
    elif isinstance(item, int | float):
        yield Metadatum(name, str(item), path)
    elif isinstance(item, dict) and depth < _DEEPEST:
        if set(item) <= {"@id", "@type"} and item.get("@id") in by_id:
            item, path = by_id[item["@id"]]
            depth = _DEEPEST - 1  # what a node refers to refers to nothing further: no circles
        label = _local_key(item, "name")
        if label is not None and isinstance(item[label], str) and item[label].strip():
            yield Metadatum(name, item[label], _below(path, label))
        rest = {key: value for key, value in item.items() if key != label}
        yield from _values(rest, name, path, by_id, depth + 1)


def _items(value: Any, path: str) -> Iterator[tuple[Any, str]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield item, f"{path}/{number}"
    else:
        yield value, path


def _local_key(node: dict[str, Any], wanted: str) -> str | None:
    return next((key for key in node if _local(key) == wanted), None)


def _type(node: dict[str, Any]) -> str:
    value = node.get("@type", node.get("type"))
    if isinstance(value, list):
        value = next(iter(value), None)
    return _local(value) if isinstance(value, str) and value else "thing"


def _local(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1].lstrip("@").lower()


def _below(path: str, key: str) -> str:
    return f"{path}/{key.translate(_PATH_ESCAPES)}"
