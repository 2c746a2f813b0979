"""Which strings of a briefing are words of people, and which are ids, codes and names of fields.

Whatever is not named here may hold a name, and is searched: a new field is safe until somebody says otherwise.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import msgspec.inspect

from citebound import model

MACHINE: dict[type[Any], tuple[str, ...]] = {
    model.DocumentIdentity: ("sha256", "media_type", "language"),
    model.DocumentText: ("sha256", "media_type", "language", "text"),
    model.Masked: ("mark", "sha256"),
    model.Extractor: ("name", "version"),
    model.Component: ("name", "version"),
    model.ModelUse: ("rule", "layer"),
    model.Actor: ("id", "rule"),
    model.Role: ("of",),
    model.Relation: ("target",),
    model.Claim: ("id", "rule", "subjects", "targets", "events", "citations", "contested_by"),
    model.ClaimSource: ("actor",),
    model.ChainLink: ("actor", "citation"),
    model.Citation: ("id", "rule"),
    model.Event: ("id", "rule", "type", "actors", "claims"),
    model.DatedWords: ("rule",),
    model.Hedge: ("claim", "rule"),
    model.SummarySentence: ("claims", "rule"),
    model.Finding: ("code", "name", "field", "fingerprint"),
    model.Incomplete: ("plugin", "hook"),
    model.SuppliedField: ("field",),
    model.Suppression: ("codes", "until"),
    model.Profile: ("required",),
    model.CiteAs: ("parts",),
    model.DisclaimerText: ("language",),
}


@cache
def searched_fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """Returns the fields of a struct that may hold words of people."""
    described = msgspec.inspect.type_info(kind)
    fields = described.fields if isinstance(described, msgspec.inspect.StructType) else ()
    left_out = MACHINE.get(kind, ())
    return tuple(field.name for field in fields if field.name not in left_out and not _is_machine(field.type))


def _is_machine(kind: msgspec.inspect.Type) -> bool:
    """Whether values of a type are numbers or words of a fixed list."""
    if isinstance(kind, msgspec.inspect.UnionType):
        return all(map(_is_machine, kind.types))
    return isinstance(
        kind,
        msgspec.inspect.LiteralType
        | msgspec.inspect.IntType
        | msgspec.inspect.FloatType
        | msgspec.inspect.BoolType
        | msgspec.inspect.NoneType
        | msgspec.inspect.DateTimeType,
    )
