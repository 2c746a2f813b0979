"""Applies the desk's decisions to an extraction. Pure: the same two values always give the same third."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from citebound.identifiers import renamed, renumbered
from citebound.model import Actor, Alias, Anchor, Decision, Decisions, Extraction, Span


def revise(extraction: Extraction, decisions: Decisions) -> Extraction:
    """Returns the extraction as the desk wants it; decisions whose words are not in the text change nothing."""
    revised = extraction
    for decision in decisions.decisions:
        step = _STEPS.get(decision.action)
        revised = step(revised, decision) if step else revised
    return extraction if revised is extraction else renumbered(revised)


def _reject(extraction: Extraction, decision: Decision) -> Extraction:
    anchor = decision.anchor
    return replace(
        extraction,
        actors=tuple(kept for actor in extraction.actors if (kept := _without(actor, anchor))),
        claims=tuple(claim for claim in extraction.claims if not _meets(claim.cue, anchor)),
        citations=tuple(item for item in extraction.citations if not _meets(item.span, anchor)),
        events=tuple(item for item in extraction.events if not any(_meets(s, anchor) for s in item.mentions)),
        dates=tuple(item for item in extraction.dates if not _meets(item.span, anchor)),
        summary=tuple(item for item in extraction.summary if not _meets(item.span, anchor)),
    )


def _retype(extraction: Extraction, decision: Decision) -> Extraction:
    if decision.type is None:
        return extraction
    kind = decision.type
    return _each_actor(extraction, lambda a: replace(a, type=kind) if _is_named(a, decision.anchor) else a)


def _merge(extraction: Extraction, decision: Decision) -> Extraction:
    """Makes one actor of those that bear the names; the first of the names that the text has leads."""
    anchors = (decision.anchor, *(Anchor(quote=name) for name in decision.others))
    named = (next((a for a in extraction.actors if _is_named(a, anchor)), None) for anchor in anchors)
    first = next((actor for actor in named if actor is not None), None)
    others = [
        actor
        for actor in extraction.actors
        if actor is not first and any(_is_named(actor, anchor) for anchor in anchors)
    ]
    if first is None or not others:
        return extraction
    gone = {actor.id: first.id for actor in others}
    whole = replace(
        first,
        aliases=first.aliases
        + tuple(alias for actor in others for alias in (_as_alias(actor), *actor.aliases)),
        roles=first.roles + tuple(role for actor in others for role in actor.roles),
        relations=first.relations + tuple(relation for actor in others for relation in actor.relations),
        mentions=tuple(sorted({*first.mentions, *(span for actor in others for span in actor.mentions)})),
        salience=max(actor.salience for actor in (first, *others)),
    )
    actors = [whole if actor is first else actor for actor in extraction.actors if actor.id not in gone]
    merged = replace(extraction, actors=tuple(actors))
    joined: Extraction = renamed(merged, lambda layer, old: gone.get(old, old) if layer == "actors" else old)
    return joined


def _split(extraction: Extraction, decision: Decision) -> Extraction:
    """Makes an actor of its own from one form of an actor; claims keep the actor that they had."""
    for actor in extraction.actors:
        off = [span for span in actor.mentions if _meets(span, decision.anchor)]
        if off and len(off) < len(actor.mentions):
            rest = [span for span in actor.mentions if span not in off]
            kept = replace(
                actor,
                mentions=tuple(rest),
                aliases=tuple(alias for alias in actor.aliases if alias.form != decision.anchor.quote),
            )
            new = Actor(
                id=f"{actor.id}/split",
                name=decision.anchor.quote,
                type=actor.type,
                mentions=tuple(off),
                salience=actor.salience * len(off) / len(actor.mentions),
                rule="decision.split",
            )
            actors = [kept if other is actor else other for other in extraction.actors]
            return replace(extraction, actors=(*actors, new))
    return extraction


_STEPS: dict[str, Callable[[Extraction, Decision], Extraction]] = {
    "reject": _reject,
    "retype": _retype,
    "merge": _merge,
    "split": _split,
}


def _meets(span: Span | None, anchor: Anchor) -> bool:
    return span is not None and span.exact == anchor.quote and anchor.start in (None, span.start)


def _is_named(actor: Actor, anchor: Anchor) -> bool:
    return (anchor.start is None and actor.name == anchor.quote) or any(
        _meets(span, anchor) for span in (*actor.mentions, *(alias.span for alias in actor.aliases))
    )


def _without(actor: Actor, anchor: Anchor) -> Actor | None:
    """The actor without the rejected mentions; None if its name or its last mention is rejected."""
    if anchor.start is None and actor.name == anchor.quote:
        return None
    rest = tuple(span for span in actor.mentions if not _meets(span, anchor))
    aliases = tuple(alias for alias in actor.aliases if not _meets(alias.span, anchor))
    return replace(actor, mentions=rest, aliases=aliases) if rest else None


def _as_alias(actor: Actor) -> Alias:
    return Alias(form=actor.mentions[0].exact, kind="variant", span=actor.mentions[0])


def _each_actor(extraction: Extraction, change: Callable[[Actor], Actor]) -> Extraction:
    return replace(extraction, actors=tuple(change(actor) for actor in extraction.actors))
