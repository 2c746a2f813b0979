"""CPY005."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import YEAR
from citebound_hooks.rules.reading.dates import days_before, known, year_of
from citebound_hooks.rules.reading.places import problem_in, words_of_field


class CopyrightAfterAccess(Rule):
    """The copyright notice gives a year after the date of access.

    Why:
        The page was read before the year that its notice gives: one of them is wrong.

    Bad:
        `© 2031 Northgate Institute` on a page accessed on 7 June 2022

    Good:
        `© 2019 Northgate Institute`

    Source:
        Order of dates: published ≤ accessed.
    """

    code = "CPY005"
    name = "copyright-after-access"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the year."""
        notice, accessed = subject.record.fields.copyright_notice, known(subject.record.fields.accessed)
        published = known(subject.record.fields.publication_date)
        year = year_of(accessed) if accessed else None
        if accessed and published and days_before(accessed, published):
            return  # the date of access is the wrong one (CIT012)
        for match in YEAR.finditer(words_of_field(notice)) if notice and year else ():
            if notice and accessed and year and int(match.group()) > year:
                message = (
                    f"The copyright notice says {match.group()}, the page was accessed on {accessed.raw}."
                )
                yield problem_in(subject, "copyright_notice", notice, message, part=match.span())
                return
