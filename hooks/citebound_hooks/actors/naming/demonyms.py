"""Names from which the text makes the adjective of a people: "Dorrumba", "Dorrumban"."""

from __future__ import annotations

from citebound_hooks.actors.reading.document import Reading

_DEMONYMS = ("n", "an", "ian", "i", "ese", "ish", "ien", "ienne", "ais", "aise")
_SHORTEST = 4  # letters of a name from which a demonym is made


def has_demonym(reading: Reading, key: str) -> bool:
    """Tells whether the text has the adjective that is made of a name: "Dorrumba", "Dorrumban"."""
    if len(key) < _SHORTEST or " " in key:
        return False
    stems = (key, key[:-1]) if key[-1] in "aeiouy" else (key,)
    made = {stem + ending for stem in stems for ending in _DEMONYMS if ending != "n" or stem == key} - {key}
    return not (made.isdisjoint(reading.proper) and made.isdisjoint(reading.common))
