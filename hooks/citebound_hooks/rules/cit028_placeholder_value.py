"""CIT028."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from citebound.model import Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.fields import in_words, text_fields
from citebound_hooks.rules.reading.labelled import labelled_lines
from citebound_hooks.rules.reading.lists import is_placeholder, placeholders_anywhere
from citebound_hooks.rules.reading.markup import AUTHORS, DATES, TITLES, placeholders_in
from citebound_hooks.rules.reading.nobody import placeholder_authors
from citebound_hooks.rules.reading.places import problem_in

_NAMES = (
    "title", "authors", "publisher", "publication_date", "symbol", "series", "url", "original_url", "cite_as",
    "disclaimer", "copyright_notice", "countries", "topics",
)  # fmt: skip
_MARKUP = {"title": TITLES, "authors": (*AUTHORS, "author"), "publication_date": DATES}


class PlaceholderValue(Rule):
    """A field holds a placeholder and no value.

    Why:
        `undefined`, `null` or `No archive available` come from a script or a form; printed in a citation, they
        look like facts.

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
        seen: set[int] = set()
        for name, field, words in _values(subject):
            if is_placeholder(words) and any(map(str.isalnum, words)):
                seen.add(field.span.start if field.span else -1)
                yield problem_in(subject, name, field, _message(words, name))
        for line in labelled_lines(subject.document, subject.profile):
            if line.start not in seen and line.field in _NAMES and is_placeholder(line.value):
                seen.add(line.start)
                span = subject.document.span(line.start, line.end)
                yield Problem(message=_message(line.value, line.field), span=span, field=line.field)
        for start, end in placeholder_authors(subject.document):
            if start not in seen:
                seen.add(start)
                span = subject.document.span(start, end)
                yield Problem(message=_message(span.exact, "authors"), span=span, field="authors")
        yield from _in_cite_as(subject, seen)
        yield from _anywhere(subject, seen)
        yield from _in_markup(subject)


def _values(subject: Subject) -> Iterator[tuple[str, Field[Any], str]]:
    for name, field in text_fields(subject.record, _NAMES):
        yield name, field, field.value if isinstance(field.value, str) else field.raw


def _in_cite_as(subject: Subject, seen: set[int]) -> Iterator[Problem]:
    line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
    part = line.placeholder if line else None
    start = field.span.start if field and field.span else 0
    if part and field and start + part.start not in seen and any(map(str.isalnum, part.text)):
        message = _message(part.text, "cite_as")
        yield problem_in(subject, "cite_as", field, message, part=(part.start, part.end))


def _anywhere(subject: Subject, seen: set[int]) -> Iterator[Problem]:
    for words in placeholders_anywhere():
        at = subject.document.text.find(words)
        if at >= 0 and at not in seen:
            message = f"“{words}” stands where a value should."
            yield Problem(message=message, span=subject.document.span(at, at + len(words)))


def _in_markup(subject: Subject) -> Iterator[Problem]:
    """Yields a problem for each field that the markup gives a placeholder for; it may say so in several places."""
    for name, names in _MARKUP.items():
        datum = next(placeholders_in(subject.document, names), None)
        field = getattr(subject.record.fields, name)
        fields = field if isinstance(field, tuple) else (field,)
        if datum and not any(each and each.locator and is_placeholder(each.raw) for each in fields):
            message = f"The markup gives “{datum.value}” ({datum.name}), a placeholder, as {in_words(name)}."
            yield Problem(message=message, locator=datum.locator, field=name)


def _message(value: str, name: str) -> str:
    if not value.strip():
        return f"The {in_words(name)} is empty."
    return f"“{value}” is a placeholder and no {in_words(name)}."
