"""CIT042."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.dates import known
from citebound_hooks.rules.reading.organisations import is_republished
from citebound_hooks.rules.reading.places import problem_in


class LastUpdateAsPublicationDate(Rule):
    """The date of the site's last update is given as the publication date of a republished report.

    Why:
        “Last Updated” is the site's date, not the document's: it makes an old report look new.

    Bad:
        `Last Updated: 6 June 2022` and `Publication Date 6 June 2022`

    Good:
        `Last Updated: 6 June 2022` and `Publication Date 3 May 2019`

    Source:
        Refworld pages, where “Last Updated” is the site's.
    """

    code = "CIT042"
    name = "last-update-as-publication-date"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the publication date, if both dates are one day."""
        updated, field = known(subject.record.fields.last_updated), subject.record.fields.publication_date
        published = known(field)
        if field is None or updated is None or published is None or updated.precision != "day":
            return
        if updated.iso == published.iso and is_republished(subject.record, subject.profile):
            message = f"{published.raw} is the day of the site's last update, and may not be that of the publication."
            yield problem_in(subject, "publication_date", field, message)
