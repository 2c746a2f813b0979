"""CIT028."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Date
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.fields import in_words, text_fields
from citebound_hooks.rules.reading.labelled import labelled_lines
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.places import problem_in

_NAMES = (
    "title", "authors", "publisher", "publication_date", "symbol", "series", "url", "original_url", "cite_as",
    "disclaimer", "copyright_notice",
)  # fmt: skip


class PlaceholderValue(Rule):
    """A field holds a placeholder and no value.

    Why:
        `undefined`, `null` or `No archive available` come from a script or a form; printed in a citation, they look
        like facts.

    Bad:
        `Author undefined`

    Good:
        No author line at all.

    Source:
        Seen on real pages; `placeholders.toml` lists the values.
    """

    code = "CIT028"
    name = "placeholder-value"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such field."""
        seen = set()
        for name, field in text_fields(subject.record, _NAMES):
            value = field.value.raw if isinstance(field.value, Date) else field.value
            if is_placeholder(value):
                seen.add(field.span.start if field.span else None)
                yield problem_in(subject, name, field, _message(value, name))
        for line in labelled_lines(subject.document, subject.profile):
            if line.start not in seen and line.field in _NAMES and is_placeholder(line.value):
                span = subject.document.span(line.start, line.end)
                yield Problem(message=_message(line.value, line.field), span=span, field=line.field)


def _message(value: str, name: str) -> str:
    return f"“{value}” is a placeholder and no {in_words(name)}."
