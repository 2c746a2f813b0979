"""CIT040."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from citebound.dates import parse_date
from citebound.model import Date, Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.dates import days_apart, known
from citebound_hooks.rules.reading.markup import DATES, stated
from citebound_hooks.rules.reading.other_dates import other_years, swapped_days

_LINE = re.compile(r"^\S.{0,60}$", re.MULTILINE)
_LINES, _BELOW = 6, 600  # short lines, characters


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
        """Yields a problem at the first such value of the markup, or at the date shown below the title."""
        field = subject.record.fields.publication_date
        published = known(field)
        if field is None or published is None:
            return
        for datum in other_years(subject.document, published):
            message = f"{datum.locator} says {datum.value}, {field.locator} {published.raw}."
            yield Problem(message=message, locator=datum.locator, field="publication_date")
            return
        if field.span is None:
            yield from _shown_otherwise(subject, field, published)
            return
        for datum in swapped_days(subject.document, published):
            message = (
                f"The markup says {datum.value} (<time>), with day and month of {published.raw} swapped."
            )
            yield Problem(message=message, span=field.span, locator=datum.locator, field="publication_date")
            return
        for datum in stated(subject.document, DATES):
            date = parse_date(datum.value)
            if date and days_apart(date, published) > 1:
                message = f"The markup says {datum.value} ({datum.name}), the page was published on {published.raw}."
                yield Problem(
                    message=message, span=field.span, locator=datum.locator, field="publication_date"
                )
                return


def _shown_otherwise(subject: Subject, field: Field[Date], published: Date) -> Iterator[Problem]:
    """Yields a problem at a line below the title that is another day, where the record's stands in the markup only."""
    title, updated = subject.record.fields.title, subject.record.fields.last_updated
    if title is None or title.span is None or field.locator is None or field.supplied:
        return
    end = title.span.end
    for line in islice(_LINE.finditer(subject.document.text, end, end + _BELOW), _LINES):
        shown = parse_date(line.group())
        if shown is None or shown.precision != "day" or days_apart(shown, published) <= 1:
            continue
        if updated is None or updated.value.iso != shown.iso:
            message = f"The page shows {line.group()}, its markup says {published.raw} ({field.locator})."
            span = subject.document.span(*line.span())
            yield Problem(message=message, span=span, field="publication_date")
        return
