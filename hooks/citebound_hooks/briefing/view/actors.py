"""The actor table: who acts and speaks, most salient first."""

from __future__ import annotations

from citebound.model import Actor, Alias, Extraction
from citebound_hooks.briefing.view.model import ActorRow, Name
from citebound_hooks.briefing.view.sentences import SentenceBook

SHOWN = 3


def actor_rows(extraction: Extraction, book: SentenceBook) -> tuple[ActorRow, ...]:
    """Returns all actors by salience, then in the order of the text."""
    names = {actor.id: actor.name for actor in extraction.actors}
    ranked = sorted(
        extraction.actors, key=lambda actor: (-actor.salience, -len(actor.mentions), _first(actor))
    )
    return tuple(_row(actor, names, book) for actor in ranked)


def _first(actor: Actor) -> int:
    return actor.mentions[0].start if actor.mentions else 0


def _is_said(alias: Alias, actor: Actor) -> bool:
    """Tells whether the name or a role says it already: "Fifth Brigade commander", whose role is "commander"."""
    held = alias.kind in ("title", "apposition") and any(
        alias.span.start <= role.span.start and role.span.end <= alias.span.end for role in actor.roles
    )
    return held or alias.form == actor.name


def _row(actor: Actor, names: dict[str, str], book: SentenceBook) -> ActorRow:
    aliases = list(
        dict.fromkeys((alias.form, alias.kind) for alias in actor.aliases if not _is_said(alias, actor))
    )
    roles = list(dict.fromkeys((role.title, names.get(role.of or "", "")) for role in actor.roles))
    first = next((span for span in actor.mentions if book.holds(span)), None)
    return ActorRow(
        id=actor.id, name=actor.name, type=actor.type, mentions=len(actor.mentions),
        aliases=tuple(Name(form=form, kind=kind) for form, kind in aliases[:SHOWN]),
        more_aliases=max(0, len(aliases) - SHOWN),
        roles=tuple(Name(form=title, kind=body) for title, body in roles[:SHOWN]),
        more_roles=max(0, len(roles) - SHOWN),
        number=book.number(first) if first else None,
    )  # fmt: skip
