"""What goes to the model and what comes back: numbered sentences out, JSON in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from citebound.model import ActorType, ClaimKind
from citebound_hooks.backends.llm.placing import Unusable
from citebound_hooks.language.analysis import Sentence

NO_JSON = "in a reply that is not the JSON asked for"
OTHER_SHAPE = "not in the shape asked for"

T = TypeVar("T")


class ProposedMention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in a sentence, by its number."""

    sentence: int
    words: str


class ProposedActor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of `actors`."""

    type: ActorType
    mentions: list[ProposedMention]


class ProposedClaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of `claims`."""

    sentence: int
    kind: ClaimKind
    cue: str
    source: str | None = None
    content: list[str] = []
    hedges: list[str] = []
    negated: bool = False


def numbered(text: str, sentences: Sequence[Sentence]) -> str:
    """Returns the sentences, each on one line behind its number from 1."""
    return "\n".join(
        f"[{each.index + 1}] {' '.join(text[each.start : each.end].split())}" for each in sentences
    )


def entries_of(reply: str, layer: str) -> list[Any]:
    """Returns the entries of a reply; words around its JSON, as a fence, are passed over.

    Raises:
        Unusable: If it holds no JSON object with a list under the layer's name.
    """
    try:
        read = msgspec.json.decode(reply[reply.index("{") : reply.rindex("}") + 1])
        entries = read[layer]
    except (ValueError, KeyError, RecursionError) as error:  # msgspec's own error is a ValueError
        raise Unusable(NO_JSON) from error
    if not isinstance(entries, list):
        raise Unusable(NO_JSON)
    return entries


def shaped(entry: Any, shape: type[T]) -> T:
    """Returns an entry in its shape.

    Raises:
        Unusable: If it has another one.
    """
    try:
        return msgspec.convert(entry, shape)
    except msgspec.ValidationError as error:
        raise Unusable(OTHER_SHAPE) from error
