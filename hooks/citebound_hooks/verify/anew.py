"""Renders a finished briefing anew from its own attachments, and holds the file against that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citebound.errors import CiteboundError
from citebound.model import Briefing, Component, FinishedBriefing, Rendering, Upload
from citebound_hooks.verify.in_place import added_around, change_in_place
from citebound_hooks.verify.revisions import revisions_of

if TYPE_CHECKING:
    from citebound.commands import CommandSession


def held_against_anew(
    session: CommandSession, content: bytes, finished: FinishedBriefing, template: str | None
) -> FinishedBriefing:
    """Returns the briefing with what rendering it anew gives, or with the reason why that cannot be told.

    Args:
        session: Renders.
        content: The finished file.
        finished: The file, taken apart.
        template: The template's name or folder; None takes the name that the briefing carries.
    """
    if finished.briefing is None or not _whole(finished.briefing):
        return finished  # other findings say what is wrong
    if other := differing(finished.briefing.components, session.components):
        return replace(finished, not_anew=other)
    try:
        rendered = session.workflow.render(finished.briefing, template=template or finished.template)
    except CiteboundError as error:
        return replace(finished, not_anew=f"{error}; --template names a folder")
    return _compared(session, content, finished, rendered)


def _compared(
    session: CommandSession, content: bytes, finished: FinishedBriefing, rendered: bytes
) -> FinishedBriefing:
    (document,) = session.workflow.read(Upload(content=rendered, filename="anew.pdf"))
    anew = document.finished
    if anew is None:
        return replace(finished, not_anew="its template makes no briefing that can be taken apart")
    if other := differing(finished.renderer, anew.renderer):
        return replace(finished, not_anew=other)
    signed = finished.signature is not None and finished.signature.covers
    same = content.startswith(rendered) if signed else content == rendered
    changed_at = None
    if not same:
        end = revisions_of(content)[-1]
        changed_at = change_in_place(content, rendered) or added_around(content, rendered, end)
    return replace(finished, anew=Rendering(parts=anew.parts, same_bytes=same, changed_at=changed_at))


def differing(made_with: Sequence[Component], here: Sequence[Component]) -> str | None:
    """Names what a briefing was made with that is another here; None if all is the same."""
    known = {each.name: each.version for each in here}
    then = {each.name: each.version for each in made_with}
    other = [
        f"{name} {then.get(name, 'was not there')} (here: {known.get(name, 'none')})"
        for name in dict.fromkeys([*then, *known])
        if then.get(name) != known.get(name)
    ]
    return f"made with {', '.join(other)}" if other else None


def _whole(briefing: Briefing) -> bool:
    """Whether record and extraction belong together, so that rendering them makes sense."""
    from citebound.spans import InexactSpanError, exact

    try:
        exact((briefing.record, briefing.extraction), briefing.extraction.document.text)
    except InexactSpanError:
        return False
    return briefing.record.document.sha256 == briefing.extraction.document.sha256
