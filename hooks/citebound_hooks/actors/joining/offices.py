"""Which offices belong to which persons: "the Foreign Secretary", "the Front's leader"."""

from __future__ import annotations

from collections.abc import Sequence

from citebound_hooks.actors.joining.description import Description
from citebound_hooks.actors.joining.joiner import Joiner
from citebound_hooks.actors.joining.tie import Tie
from citebound_hooks.actors.lexicon.keys import name_key
from citebound_hooks.actors.lexicon.relations import office_relations
from citebound_hooks.actors.reading.phrase import Phrase


def join_offices(
    text: str, keys: dict[Phrase, str], joiner: Joiner, found: Sequence[Tie], told: Sequence[Description]
) -> None:
    """Joins "the Foreign Secretary" to the one person whom the text gives that office."""
    holders: dict[str, dict[str, None]] = {}

    def holds(office: str | None, phrase: Phrase) -> None:
        if office and phrase in keys:
            holders.setdefault(office, {})[joiner.root(keys[phrase])] = None

    for tie in found:
        if tie.kind == "title" and tie.other:
            holds(keys[tie.other], tie.phrase)
            holds(_leads(text, tie.other), tie.phrase)
    for description in told:
        holds(f"office {name_key(text[slice(*description.place)])}", description.phrase)
        holds(_leads_within(text, description), description.phrase)
    for phrase, key in keys.items():
        if phrase.kind == "office":
            named = holders.get(key) or holders.get(_leads(text, phrase) or "", {})
            if len(named) == 1:
                joiner.join(next(iter(named)), key)


def _leads(text: str, phrase: Phrase) -> str | None:
    """Returns what "Ansar Dine leader" and "Ansar Dine chief" have in common, None for other offices."""
    if not phrase.anchor or office_relations().get(phrase.noun) != "leads":
        return None
    return f"leads {name_key(text[slice(*phrase.anchor)])}"


def _leads_within(text: str, description: Description) -> str | None:
    if office_relations().get(description.office) != "leads":
        return None
    anchor = description.phrase.anchor if description.kind == "title" else None
    bodies = [anchor] if anchor else [phrase.core for phrase in description.within if phrase.kind == "name"]
    return f"leads {name_key(text[slice(*bodies[0])])}" if bodies else None
