"""What each type of actor is called elsewhere: `agents.toml`, typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from citebound.model import ActorType
from citebound_hooks.language.lexicon import load_lexicon


class AgentTypes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of a type of actor by vocabulary."""

    stix: dict[ActorType, str]
    prov: dict[ActorType, str]


@cache
def agent_types() -> AgentTypes:
    """Returns the table."""
    return load_lexicon(Path(__file__).with_name("agents.toml"), AgentTypes)
