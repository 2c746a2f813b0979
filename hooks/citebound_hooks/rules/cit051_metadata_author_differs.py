"""CIT051."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.markup import AUTHORS, stated
from citebound_hooks.rules.reading.repair import repaired
from citebound_hooks.rules.reading.words import folded


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
        """Yields a problem at the first author, if the markup names none of those whom the text names."""
        authors = [author for author in subject.record.fields.authors if author.span and not author.supplied]
        others = list(stated(subject.document, AUTHORS)) if authors else []
        if not others:
            return
        named = {word for datum in others for word in folded(repaired(datum.value))}
        if not any(named.intersection(folded(repaired(author.value))) for author in authors):
            message = f"The markup names {others[0].value} ({others[0].name}), the page {authors[0].value}."
            yield Problem(message=message, span=authors[0].span, locator=others[0].locator, field="authors")
