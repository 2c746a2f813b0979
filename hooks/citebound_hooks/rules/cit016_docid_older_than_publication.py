"""CIT016."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import day_of_docid, docid_of
from citebound_hooks.rules.reading.contradicted import dates_of_publication
from citebound_hooks.rules.reading.dates import days_before
from citebound_hooks.rules.reading.places import problem_in


class DocidOlderThanPublication(Rule):
    """The document id in the address was given before the publication date.

    Why:
        The first eight digits of an old Refworld docid, read as a Unix time, tell when the page was taken in. A
        page taken in before the report was published hints at a wrong address or date; it is a hint only.

    Bad:
        `Publication Date 3 May 2019` and `…/docid/58d8f5484.html`, taken in on 27 March 2017

    Good:
        `…/docid/5ccc3d9a4.html`, taken in on 3 May 2019

    Source:
        Observed on Refworld pages; not documented by Refworld.
    """

    code = "CIT016"
    name = "docid-older-than-publication"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address."""
        field, published = subject.record.fields.url, dates_of_publication(subject)
        docid = docid_of(field.value) if field else None
        taken_in = day_of_docid(docid) if docid else None
        if field and published and taken_in and all(days_before(taken_in, each) > 1 for each in published):
            day = f"{taken_in.iso}, before the publication ({published[0].raw})"
            message = f"The document id {docid} was given on {day}."
            yield problem_in(subject, "url", field, message)
