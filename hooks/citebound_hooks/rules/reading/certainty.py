"""How certain a contradiction is: on a page that no profile knows, it may lie in the reading."""

from __future__ import annotations

from citebound.model import Evidence, Severity
from citebound.rules import Subject

_NONE = Evidence()


def warning_unless_known(subject: Subject) -> Severity | None:
    """Returns `warning` for a page that no profile's evidence speaks for, None (the rule's own) for others.

    What such a page means by its publisher, its title and its date was gathered from what it shows; a profile knows.
    """
    return "warning" if subject.profile.evidence == _NONE else None
