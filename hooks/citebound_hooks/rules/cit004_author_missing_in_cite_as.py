"""CIT004."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import CiteAsLine, cite_as_of
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.organisations import republisher_of, same_organisation
from citebound_hooks.rules.reading.places import problem_in, replace_in
from citebound_hooks.rules.reading.repair import repaired
from citebound_hooks.rules.reading.words import folded


class AuthorMissingInCiteAs(Rule):
    """The cite-as line leaves out an author whom the page names.

    Why:
        Refworld's house style leaves the author out. Who copies the line loses the author, and the statement is
        ascribed to the publisher alone.

    Bad:
        `Author Ines Marlow` and `Cite as Northgate Institute, Vale: Flood Aid Falls Short, 3 May 2019, …`

    Good:
        `Cite as Northgate Institute, Ines Marlow, Vale: Flood Aid Falls Short, 3 May 2019, …`

    Source:
        Seen on Refworld pages, where it is house style.
    """

    code = "CIT004"
    name = "cite-as-omits-author"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem that names all the authors left out."""
        line = cite_as_of(subject.record, subject.profile)
        field = subject.record.fields.cite_as
        missing = _missing(subject, line) if line else []
        if line is None or field is None or not missing:
            return
        who = "the author" if len(missing) == 1 else "the authors"
        message = f"The cite-as line leaves out {who} {', '.join(missing)}."
        part = line.publisher or line.title
        problem = problem_in(subject, "cite_as", field, message, part=part and (part.start, part.end))
        if line.title and len(missing) == len(subject.record.fields.authors):
            insertion = replace_in(
                subject, field, line.title.start, line.title.start, f"{', '.join(missing)}, "
            )
            fix = (
                "Insert the author before the title"
                if len(missing) == 1
                else "Insert the authors before the title"
            )
            problem = replace(problem, fix=fix if insertion else None, replacements=insertion)
        yield problem


def _missing(subject: Subject, line: CiteAsLine) -> list[str]:
    publisher = subject.record.fields.publisher
    hosts = [
        name
        for name in (publisher and publisher.value, republisher_of(subject.record, subject.profile))
        if name
    ]
    there = frozenset(folded(repaired(line.outside_title())))
    if {"et", "al"} <= there:
        return []
    return [
        author.value
        for author in subject.record.fields.authors
        if not is_placeholder(author.value)
        and not any(same_organisation(author.value, host) for host in hosts)
        and not _named(repaired(author.value), there)
    ]


def _named(author: str, words: frozenset[str]) -> bool:
    """Whether the surname stands there; a name may be written `Marlow, Ines`, or with initials."""
    surname = author.split(",", 1)[0] if "," in author else author.rsplit(maxsplit=1)[-1]
    return words.issuperset(folded(surname))
