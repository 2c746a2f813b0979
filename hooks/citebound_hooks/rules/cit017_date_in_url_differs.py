"""CIT017."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import date_in
from citebound_hooks.rules.reading.dates import days_apart, known
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in


class DateInUrlDiffers(Rule):
    """The address states a date far from the publication date.

    Why:
        An address such as `/2019/03/` beside a publication in May points at another item, or at a page moved
        later, which is often legitimate: so it is a warning. Days in one month, and the days around its end,
        are no difference.

    Bad:
        `Publication Date 3 May 2019` and `https://northgate.example/2018/11/flood-aid`

    Good:
        `Publication Date 3 May 2019` and `https://northgate.example/2019/05/flood-aid`

    Source:
        Seen on real pages: date and address a month apart.
    """

    code = "CIT017"
    name = "url-date-differs"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each address of the record whose date is far off."""
        published = known(subject.record.fields.publication_date)
        for name, field in text_fields(subject.record, ("url", "original_url")):
            stated = date_in(field.value)
            if published is None or stated is None or not stated.iso:
                continue
            if days_apart(stated, published) > (1 if stated.precision == "month" else 27):
                message = f"The address says {stated.iso}, the report was published on {published.raw}."
                yield problem_in(subject, name, field, message)
