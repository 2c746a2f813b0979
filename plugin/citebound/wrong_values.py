"""What is wrong with a value that people wrote, in words: which are allowed, and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, get_args, get_origin

import msgspec

_PATH = re.compile(r" - at (?P<key>`key` in )?`\$(?P<path>[^`]{0,400})`$")
_STEP = re.compile(r"\.([^.\[\]]+)|\[\.\.\.\]|\[\d+\]")
_CHOICE = re.compile(r"Invalid enum value '(.*)'", re.DOTALL)
_KIND = re.compile(r"Expected `([^`]{1,80})`((?: of length)? [<>]=? [\d.-]{1,20})?(?:, got `([^`]{1,40})`)?")
_MISSING = re.compile(r"Object missing required field `([^`]{1,80})`")
_KINDS = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "null": "left out",
    "date": "a date",
}


def explained(error: msgspec.ValidationError, shape: type) -> str:
    """Returns what is wrong in one line of words.

    Args:
        error: What msgspec says.
        shape: The struct that the value should have had.

    Example:
        `'decisions' cannot hold 'rejct'; did you mean 'reject'?`
    """
    said = str(error)
    place = _PATH.search(said)
    words = said[: place.start()] if place else said
    steps = [step[1] for step in _STEP.finditer(place["path"])] if place else []
    key = next((repr(step) for step in reversed(steps) if step), "it")
    if missing := _MISSING.fullmatch(words):
        return f"{missing[1]!r} is missing" + (f" in {key}" if steps else "")
    if kind := _KIND.fullmatch(words):
        wanted = " or ".join(_KINDS.get(each, each) for each in kind[1].split(" | ") if each != "null")
        got = f", not {_KINDS.get(kind[3], kind[3])}" if kind[3] else ""
        return f"{key} must be {wanted}{kind[2] or ''}{got}"
    choice = _CHOICE.fullmatch(words)
    if choice and (known := sorted(_choices(shape, steps, of_keys=bool(place and place["key"])))):
        verb = "hold" if place and place["key"] else "be"
        return f"{key} cannot {verb} {choice[1]!r}; {nearest(choice[1], known)}"
    return f"{key}: {words}" if steps else words


def nearest(name: str, known: Sequence[str]) -> str:
    """Returns what to do about an unknown name: the nearest known one, or all of them."""
    return did_you_mean(name, known) or f"known are {', '.join(sorted(known))}"


def nearest_of(name: str, there: Iterable[str]) -> str:
    """Returns what to do about the name of something that is not there: the nearest that is, or all of them."""
    names = sorted(there)
    return did_you_mean(name, names) or f"there are {', '.join(names) or 'none'}"


def did_you_mean(name: str, known: Sequence[str]) -> str | None:
    """Returns a question that names the nearest known name; None if none is near."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]!r}?" if near else None


def _choices(shape: Any, steps: Sequence[str | None], *, of_keys: bool) -> Iterator[str]:
    """Yields the words that may stand at a place: as the value, or as the key of a table with free keys."""
    for step in steps:
        shape = _inside(shape, step)
    for part in _parts(shape):
        if of_keys and get_origin(part) is dict:
            part = get_args(part)[0]  # noqa: PLW2901  # what its keys may be
        if get_origin(part) is Literal:
            yield from map(str, get_args(part))


def _inside(shape: Any, step: str | None) -> Any:
    """Returns the type behind a key of a table, or of the items of a list."""
    for part in _parts(shape):
        if step is not None and isinstance(part, type) and issubclass(part, msgspec.Struct):
            return next((f.type for f in msgspec.structs.fields(part) if f.encode_name == step), None)
        if get_args(part) and get_origin(part) is not Literal:
            return next((each for each in reversed(get_args(part)) if each is not Ellipsis), None)
    return None


def _parts(shape: Any) -> tuple[Any, ...]:
    """Returns the types of a union; a type of its own alone."""
    alone = get_origin(shape) in (dict, tuple, list, Literal) or not get_args(shape)
    return (shape,) if alone else get_args(shape)
