"""Renders a finished briefing anew from its own attachments, and holds the file against that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citebound.errors import CiteboundError
from citebound.model import Briefing, Component, FinishedBriefing, Rendering
from citebound_hooks.verify.in_place import added_around, change_in_place
from citebound_hooks.verify.opening import open_pdf
from citebound_hooks.verify.parts import parts_of
from citebound_hooks.verify.reading import renderer_in
from citebound_hooks.verify.revisions import revisions_of
from citebound_hooks.verify.rules.words_on_pages import rendered_parts

if TYPE_CHECKING:
    from citebound.commands import CommandSession

_NAMED = 3


def held_against_anew(
    session: CommandSession, content: bytes, finished: FinishedBriefing, template: str | None
) -> FinishedBriefing:
    """Returns the briefing with what rendering it anew gives, or with the reason why that cannot be told.

    Whoever forges a briefing can let it say that something else made it. So that is a reason only where something
    does come out otherwise; what comes out the same is proved, whatever made it.

    Args:
        session: Renders.
        content: The finished file.
        finished: The file, taken apart.
        template: The template's name or folder; None takes the name that the briefing carries.
    """
    briefing = finished.briefing
    if briefing is None or not _whole(briefing):
        return finished  # other findings say what is wrong
    others = differing(briefing.components, session.components)
    name = template or finished.template
    try:
        rendered, more = _rendered(session, content, briefing, finished.renderer, name)
    except CiteboundError as error:
        return replace(finished, not_anew=f"{error}; --template names a folder")
    if rendered is None:
        return replace(finished, not_anew="its template makes no briefing that can be taken apart")
    rendering = _rendering(content, finished, rendered)
    others += more
    if others and (changed := _changed(rendered_parts(finished), rendering.parts)):
        return replace(finished, not_anew=f"made with {', '.join(others)}, and {changed} here")
    return replace(finished, anew=rendering)


def _rendered(
    session: CommandSession,
    content: bytes,
    briefing: Briefing,
    renderer: Sequence[Component],
    template: str | None,
) -> tuple[bytes | None, list[str]]:
    """Renders a briefing as it says that it was set; what set it otherwise than here is named."""
    rendered = session.workflow.render(briefing, template=template)
    if content.startswith(rendered):
        return rendered, []
    here = renderer_in(open_pdf(rendered))
    if here is None:
        return None, []
    if other := differing(renderer, here):
        rendered = session.workflow.render(replace(briefing, renderer=tuple(renderer)), template=template)
    return rendered, other


def _rendering(content: bytes, finished: FinishedBriefing, rendered: bytes) -> Rendering:
    """The same briefing rendered anew, and how the finished file differs from it as a file."""
    if content == rendered:
        return Rendering(parts=finished.parts, same_bytes=True)
    parts = parts_of(open_pdf(rendered))
    signed = finished.signature is not None and finished.signature.covers
    if signed and content.startswith(rendered):
        return Rendering(parts=parts, same_bytes=True)
    end = revisions_of(content)[-1]
    place = change_in_place(content, rendered) or added_around(content, rendered, end)
    return Rendering(parts=parts, same_bytes=False, changed_at=place)


def _changed(found: Mapping[str, str], expected: Mapping[str, str]) -> str | None:
    """Names the parts that come out otherwise, what is not expected at all first; None if there are none."""
    names = sorted(
        (name for name in {**expected, **found} if found.get(name) != expected.get(name)),
        key=lambda name: name in expected,
    )
    if not names:
        return None
    more = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED]) + (f" and {more} more parts" if more > 0 else "")
    return f"{shown} {'comes' if len(names) == 1 else 'come'} out otherwise"


def differing(made_with: Sequence[Component], here: Sequence[Component]) -> list[str]:
    """Names what a briefing was made with that is another here; nothing if all is the same."""
    known = {each.name: each.version for each in here}
    then = {each.name: each.version for each in made_with}
    return [
        f"{name} {then.get(name, 'was not there')} (here: {known.get(name, 'none')})"
        for name in dict.fromkeys([*then, *known])
        if then.get(name) != known.get(name)
    ]


def _whole(briefing: Briefing) -> bool:
    """Whether record and extraction belong together, so that rendering them makes sense."""
    from citebound.spans import InexactSpanError, exact

    try:
        exact((briefing.record, briefing.extraction), briefing.extraction.document.text)
    except InexactSpanError:
        return False
    return briefing.record.document.sha256 == briefing.extraction.document.sha256
