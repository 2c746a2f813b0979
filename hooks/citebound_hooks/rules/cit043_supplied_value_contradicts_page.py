"""CIT043."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from citebound.model import Date, Field, Fields
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.dates import agree
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.words import same_words


class SuppliedValueContradictsPage(Rule):
    """A value that the desk supplied contradicts the page.

    Why:
        The page may be wrong and the desk right, or the sidecar file belongs to another report. The date of
        access is the desk's own and never contradicts.

    Bad:
        `publication_date = "3 May 2018"` in the sidecar file of a page that says 3 May 2019

    Good:
        Both say 3 May 2019.

    Source:
        The contract: a supplied field shows both values.
    """

    code = "CIT043"
    name = "supplied-value-differs"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the page's own value of each such field."""
        for name in Fields.__struct_fields__:
            value = getattr(subject.record.fields, name)
            for field in value if isinstance(value, tuple) else (value,):
                page = field.page if isinstance(field, Field) and name != "accessed" else None
                if page and _differ(field.value, page.value):
                    message = f"The desk says “{field.raw}”, the page “{page.raw}”."
                    yield problem_in(subject, name, page, message)


def _differ(desk: Any, page: Any) -> bool:
    if isinstance(desk, Date) and isinstance(page, Date):
        return not agree(desk, page)
    if isinstance(desk, str) and isinstance(page, str):
        return not same_words(desk, page)
    return bool(desk != page)
