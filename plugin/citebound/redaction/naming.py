"""Names of files that do not say what a briefing hides."""

from __future__ import annotations

import re
from pathlib import Path

from citebound.model import Briefing, Redactions
from citebound.redaction.folding import form_of

_ODD = re.compile(r"[^\w.]+")


def without_hidden_words(target: Path, report: Path, briefing: Briefing) -> Path:
    """Returns a target that was named after its report, under the name that the briefing gives the report."""
    handling, shown = briefing.record.handling, briefing.record.document.filename
    if not handling or handling.redacted is None or shown in (None, report.name):
        return target
    stem = _ODD.sub("-", Path(shown or "").stem).strip("-.") or "redacted"
    return target.with_name(stem + target.name.removeprefix(report.stem))


def says_hidden_words(target: Path, redactions: Redactions) -> bool:
    """Tells whether the name of a file says what the briefing in it hides."""
    words = (*redactions.names, *(anchor.quote for anchor in redactions.spans))
    return any(form_of(each).stands_in(target.name) for each in words)
