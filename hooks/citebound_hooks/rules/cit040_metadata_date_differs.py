"""CIT040."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.dates import parse_date
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.dates import days_apart, known
from citebound_hooks.rules.reading.markup import DATES, stated


class MetadataDateDiffers(Rule):
    """The page's markup gives another date of publication than its text.

    Why:
        Programs read the markup, people the text: the report gets two dates. A day's difference may be the time
        zone and is left alone.

    Bad:
        `Publication Date 3 May 2019` beside `<meta name="citation_publication_date" content="2018-05-03">`

    Good:
        Both give 3 May 2019.

    Source:
        Highwire Press tags, Dublin Core and schema.org as Google Scholar and Zotero read them.
    """

    code = "CIT040"
    name = "metadata-date-differs"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the first such value of the markup."""
        field = subject.record.fields.publication_date
        published = known(field) if field and field.span else None
        for datum in stated(subject.document, DATES) if published else ():
            date = parse_date(datum.value)
            if date and published and days_apart(date, published) > 1:
                message = f"The markup says {datum.value} ({datum.name}), the page was published on {published.raw}."
                span = field.span if field else None
                yield Problem(message=message, span=span, locator=datum.locator, field="publication_date")
                return
