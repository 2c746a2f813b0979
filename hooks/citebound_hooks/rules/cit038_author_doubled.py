"""CIT038."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.words import folded


class AuthorDoubled(Rule):
    """An author is named twice.

    Why:
        A citation made of the record names one person as two.

    Bad:
        `Author Ines Marlow; Ines Marlow`

    Good:
        `Author Ines Marlow`

    Source:
        Seen on real pages.
    """

    code = "CIT038"
    name = "author-doubled"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the second name."""
        seen: set[tuple[bool, tuple[str, ...]]] = set()
        for author in subject.record.fields.authors:
            name = (
                author.span is None,
                tuple(sorted(folded(author.value))),
            )  # text and markup may name one each
            if name in seen:
                yield problem_in(subject, "authors", author, f"The author {author.value} is named twice.")
            seen.add(name)
