"""Which relations the types of the two actors allow: nobody is a member of a person, no state leads."""

from __future__ import annotations

from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.reading.wording import is_acronym
from citebound_hooks.actors.telling.tied import Tied

_PERSONS = ("person", "official")
_BODIES = ("armed-group", "organisation", "media")
_OF_BODIES = ("member-of", "part-of", "leads", "split-from")


def is_plausible(tied: Tied, bearer: Cluster, target: Cluster, name: str) -> bool:
    """Tells whether actors of these types can stand so to one another.

    Args:
        tied: The relation.
        bearer: Who bears it.
        target: To whom.
        name: The name of the target.
    """
    if tied.type in _OF_BODIES and (target.type in _PERSONS or _is_adjective(name)):
        return False
    if tied.type == "member-of" and (bearer.type == "population" or _serves_state(bearer, target, name)):
        return False
    if tied.type == "part-of" and bearer.type in _PERSONS:
        return False
    if tied.type == "leads" and bearer.type == "state":
        return False  # "Tuvanga, which chairs the Forum"
    if tied.type == "split-from" and bearer.type != "state" and _may_be_place(target, name):
        return False  # "Quill left Kareth"
    own = tied.place == (
        tied.bearer.start,
        tied.bearer.end,
    )  # "Front fighters": of the Front, but not "U.S. firms"
    return not own or target.type in _BODIES


def _is_adjective(name: str) -> bool:
    """Tells whether a name is a mere adjective: "Rightist", "Kurdish"."""
    return bool(k.kinds().get(name.lower(), 0) & (k.FAITH | k.DEMONYM))


def _may_be_place(target: Cluster, name: str) -> bool:
    return target.type == "state" or (target.type == "unknown" and " " not in name and not is_acronym(name))


def _serves_state(bearer: Cluster, target: Cluster, name: str) -> bool:
    """Tells whether an official is tied to a state, or to a name that may be one's: a role, but no member."""
    return bearer.type == "official" and _may_be_place(target, name)
