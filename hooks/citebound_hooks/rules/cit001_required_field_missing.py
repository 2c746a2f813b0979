"""CIT001."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Field, Fields
from citebound.profiles import GENERIC
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.describe.names import is_organisation
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.fields import in_words
from citebound_hooks.rules.reading.labelled import labelled_lines
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.malformed import malformed_addresses

_HEADER, _ENOUGH = frozenset({"publisher", "publication_date", "authors", "symbol", "countries", "topics"}), 2
_WITH_RULES_OF_THEIR_OWN = ("accessed", "disclaimer", "symbol")


class RequiredFieldMissing(Rule):
    """A field that the source profile requires is missing from the page.

    Why:
        A citation without publisher, title, date or address cannot be followed up, and what a page does not say
        must not be filled in by guessing.

    Bad:
        A Refworld page without a `Publication Date` line.

    Good:
        `Publication Date 3 May 2019`

    Source:
        The profile's own list of required fields; ICD 206: a citation wherever a source is used.
    """

    code = "CIT001"
    name = "required-field-missing"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem for each required field that the record does not have."""
        for name in subject.profile.required:
            field = name.replace("-", "_")
            if field in Fields.__struct_fields__ and _is_missing(subject, field):
                what = "page" if subject.document.entry is None else "entry"
                yield Problem(message=f"The {what} does not say its {in_words(field)}.", field=field)
            elif _is_only_cited(subject, field):
                message = f"The header does not say the {in_words(field)}; the cite-as line alone does."
                yield Problem(message=message, field=field)


def _is_only_cited(subject: Subject, name: str) -> bool:
    """Tells a field that the header of this profile's pages has a label for, that only the cite-as line gives here.

    A header that was stripped as a whole is another thing: then no other field has its label either.
    """
    field, line = getattr(subject.record.fields, name, None), subject.record.fields.cite_as
    labels = subject.profile.labels if subject.profile.name != GENERIC else {}
    if name not in labels or not isinstance(field, Field) or not field.span or not line or not line.span:
        return False
    if field.supplied or name in ("title", "url", "cite_as") or not line.span.contains(field.span):
        return False
    labelled = {each.field for each in labelled_lines(subject.document, subject.profile)}
    return name not in labelled and len(labelled & _HEADER) >= _ENOUGH


def _is_missing(subject: Subject, field: str) -> bool:
    """Tells whether a field is missing altogether; a wrong value in its place is another rule's."""
    if field in _WITH_RULES_OF_THEIR_OWN or getattr(subject.record.fields, field):
        return False
    if field == "publisher" and subject.document.entry is not None and _names_a_body(subject.record.fields):
        return False
    if field == "url":
        line = cite_as_of(subject.record, subject.profile)
        return not (line and line.url_label) and not any(malformed_addresses(subject))
    lines = labelled_lines(subject.document, subject.profile)
    return not any(line.field == field and is_placeholder(line.value) for line in lines)


def _names_a_body(fields: Fields) -> bool:
    """Tells an entry with a journal, by which an article is found, or with an organisation as its only author."""
    only = fields.authors[0].value if len(fields.authors) == 1 else ""
    return fields.series is not None or bool(only and (is_organisation(only) or " " not in only))
