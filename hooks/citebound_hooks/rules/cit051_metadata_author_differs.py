"""CIT051."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.model import Field, Metadatum
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.markup import AUTHORS, stated
from citebound_hooks.rules.reading.repair import repaired
from citebound_hooks.rules.reading.words import folded

_SITES = ("og:site_name", "jsonld:*.publisher", "dc.publisher", "citation_publisher")


class MetadataAuthorDiffers(Rule):
    """The page's markup names other authors than its text.

    Why:
        Reference managers read the markup: the report is ascribed to somebody else.

    Bad:
        `Author Ines Marlow` beside `<meta name="citation_author" content="Tom Reed">`

    Good:
        Both name Ines Marlow.

    Source:
        Highwire Press tags and Dublin Core as Google Scholar and Zotero read them.
    """

    code = "CIT051"
    name = "metadata-author-differs"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the first author of whom the markup names none, or names somebody else instead."""
        authors = [author for author in subject.record.fields.authors if author.span and not author.supplied]
        stating = stated(subject.document, AUTHORS) if authors else ()
        others = [datum for datum in stating if not _is_site(subject, datum.value)]
        if not others:
            return
        named = {word for datum in others for word in folded(repaired(datum.value))}
        if not any(named.intersection(folded(repaired(author.value))) for author in authors):
            yield _problem(others[0], authors[0])
            return
        for name in dict.fromkeys(datum.name for datum in others):
            of_name = [datum for datum in others if datum.name == name]
            if (pair := _differing(of_name, authors)) is not None:
                yield _problem(*pair)
                return


def _is_site(subject: Subject, name: str) -> bool:
    """Tells the publisher's or the site's name, which many programs give as the author of each page."""
    publisher = subject.record.fields.publisher
    sites = [datum.value for datum in stated(subject.document, _SITES)]
    words = set(folded(name))
    named = [set(folded(each)) for each in (*sites, publisher.value if publisher else "")]
    return any(each and (words <= each or each <= words) for each in named)


def _differing(
    others: Sequence[Metadatum], authors: Sequence[Field[str]]
) -> tuple[Metadatum, Field[str]] | None:
    """Returns the one author in whom two lists of the same length differ; None if they differ in more, or in none."""
    if len(others) != len(authors):
        return None
    strange = [datum for datum in others if not any(_are_one(datum.value, each.value) for each in authors)]
    unnamed = [author for author in authors if not any(_are_one(author.value, each.value) for each in others)]
    return (strange[0], unnamed[0]) if len(strange) == len(unnamed) == 1 else None


def _are_one(one: str, other: str) -> bool:
    """Tells two forms of one name: the surname of either stands in the other."""
    first, second = folded(repaired(one)), folded(repaired(other))
    return bool(set(_surname(one)) & set(second) or set(_surname(other)) & set(first))


def _surname(name: str) -> tuple[str, ...]:
    words = repaired(name)
    return folded(words.split(",", 1)[0] if "," in words else words.rsplit(maxsplit=1)[-1])


def _problem(other: Metadatum, author: Field[str]) -> Problem:
    message = f"The markup names {other.value} ({other.name}), the page {author.value}."
    return Problem(message=message, span=author.span, locator=other.locator, field="authors")
