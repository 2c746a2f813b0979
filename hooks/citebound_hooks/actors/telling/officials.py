"""Which persons are officials: holders of an office in a state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citebound_hooks.actors.joining.description import Description
from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.french import french
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import Phrase

_CIVIL = words_in(word_lists().officials.civil) | words_in(french().nouns.civil_offices)
_ANYWHERE = words_in(word_lists().officials.anywhere)
_MILITARY = words_in(word_lists().officials.military)
_BODIES = words_in(word_lists().officials.state_bodies)
_RANKS = words_in(word_lists().evidence.ranks)
_PARLIAMENTS = frozenset(("parliament", "parliamentary", "assembly", "deputy"))
_OWNER = 12  # characters before an office in which its body stands: "the union's president"
_ENDED = words_in(word_lists().phrasing.ended) | {"retired", "ret", "retd"}
_NO_STATES = frozenset(("party", "company", "union", "club"))


def type_officials(reading: Reading, told: Sequence[Description], owner: Mapping[Phrase, Cluster]) -> None:
    """Makes officials of the persons to whom the text gives an office or a rank of a state."""
    for each in told:
        holder = owner.get(each.phrase)
        if holder is None or holder.type not in ("person", "official") or each.against or each.ended:
            continue
        words = _words_of(reading.analysis.text, each)
        if _ENDED & set(words):
            continue
        bodies = [owner[phrase] for phrase in each.within if phrase in owner]
        if _is_of_state(words, bodies):
            holder.type, holder.ranked = "official", False
        elif holder.type == "person" and _RANKS & set(words) and not _is_in_armed_group(bodies):
            holder.type, holder.ranked = "official", True


def _words_of(text: str, told: Description) -> list[str]:
    start, end = told.place
    before = 0 if told.kind == "title" else _OWNER
    words = text[max(0, start - before) : end].lower().replace("'s", " 's").replace("’s", " 's").split()
    return [word.strip(".,’'()") for word in words]


def _is_in_armed_group(bodies: Iterable[Cluster]) -> bool:
    return any(body.type == "armed-group" for body in bodies)


def _is_of_state(words: Sequence[str], bodies: Sequence[Cluster]) -> bool:
    civil = _CIVIL & set(words)
    if civil <= _ANYWHERE and any(_is_private(body) for body in bodies):
        return False
    if civil == {"deputy"}:
        return bool((_PARLIAMENTS - {"deputy"}) & set(words)) or list(words) == ["deputy"]
    if civil:
        return not _NO_STATES & set(words)
    if not _MILITARY & set(words):
        return False
    state = any(word in k.geography().states or k.kinds().get(word, 0) & k.DEMONYM for word in words)
    return state or bool(_BODIES & set(words)) or any(body.type == "state" for body in bodies)


def _is_private(body: Cluster) -> bool:
    """Tells whether a body is no state's: a party, a firm, an armed group."""
    if body.type in ("armed-group", "media"):
        return True
    return body.type == "organisation" and not any(phrase.noun in _BODIES for phrase in body.phrases)
