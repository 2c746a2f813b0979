"""Which persons are officials: holders of an office in a state."""

from __future__ import annotations

from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.french import french
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.document import Reading

_CIVIL = words_in(word_lists().officials.civil) | words_in(french().nouns.civil_offices)
_MILITARY = frozenset(word_lists().officials.military.split())
_BODIES = frozenset(word_lists().officials.state_bodies.split())
_OWNER = 12  # characters before an office in which its body stands: "the union's president"
_ENDED = words_in(word_lists().phrasing.ended)


def is_official(reading: Reading, cluster: Cluster) -> bool:
    """Tells whether the text gives a person a civil office, or a rank beside a state or its forces."""
    text = reading.analysis.text
    places = [phrase.title for phrase in cluster.phrases if phrase.title]
    places += [(max(0, start - _OWNER), end) for start, end in cluster.offices]
    return any(_is_of_state(text[start:end].lower().replace("'s", " 's").split()) for start, end in places)


def _is_of_state(words: list[str]) -> bool:
    bare = [word.strip(".,’'") for word in words]
    if _ENDED & set(bare):
        return False
    civil = _CIVIL & set(bare)
    if civil == {"deputy"}:
        return bool({"parliament", "parliamentary", "assembly"} & set(bare))  # else the deputy of anybody
    if civil:
        return not {"party", "company", "union", "club"} & set(bare)
    if not _MILITARY & set(bare):
        return False
    state = any(word in k.geography().states or k.kinds().get(word, 0) & k.DEMONYM for word in bare)
    return state or bool(_BODIES & set(bare))
