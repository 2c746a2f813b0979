"""CPY001."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Severity
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import YEAR
from citebound_hooks.rules.reading.dates import known, year_of
from citebound_hooks.rules.reading.places import problem_in, words_of_field


class CopyrightYearFarFromPublication(Rule):
    """The copyright notice gives a year far from the year of publication.

    Why:
        Such a notice usually comes from a page template and belongs to another work. It is a hint only: a year
        more or less is common around the turn of the year, and a span of years that holds the publication is
        right. A later year is an info, since many sites print the current one.

    Bad:
        `Publication Date 3 May 2019` and `© 2011 Northgate Institute`

    Good:
        `Publication Date 3 May 2019` and `© 2019 Northgate Institute`

    Source:
        Universal Copyright Convention, article III: the year of first publication.
    """

    code = "CPY001"
    name = "copyright-year-mismatch"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the year, if no year or span of years comes within one of the publication's."""
        notice, published = (
            subject.record.fields.copyright_notice,
            known(subject.record.fields.publication_date),
        )
        year = year_of(published) if published else None
        matches = list(YEAR.finditer(words_of_field(notice))) if notice else []
        if notice is None or year is None or not matches:
            return
        years = [int(match.group()) for match in matches]
        accessed = known(subject.record.fields.accessed)
        if min(years) - 1 <= year <= max(years) + 1 or (accessed and max(years) > (year_of(accessed) or 0)):
            return  # a year after the date of access is CPY005's
        place = (matches[0].start(), matches[-1].end())
        message = (
            f"The copyright notice says {words_of_field(notice)[slice(*place)]}, the report is of {year}."
        )
        severity: Severity | None = "info" if min(years) > year else None
        yield problem_in(subject, "copyright_notice", notice, message, part=place, severity=severity)
