"""DIS001."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.disclaimers import wording_meant
from citebound_hooks.rules.reading.organisations import is_republished, republisher_of
from citebound_hooks.rules.reading.words import place_of


class DisclaimerMissing(Rule):
    """A republished page lacks the republisher's disclaimer.

    Why:
        Without it a reader takes the republisher to stand for the content. Where publisher and republisher are
        one organisation, none is needed. On a page without a cite-as line it is a warning only, since not all
        layouts are known to carry one.

    Bad:
        A Refworld page with `Publisher Northgate Institute` and no disclaimer.

    Good:
        `Disclaimer This is not a UNHCR publication. UNHCR is not responsible for, …`

    Source:
        The disclaimer that Refworld prints on every republished document; the profile holds its wording.
    """

    code = "DIS001"
    name = "disclaimer-missing"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem if the profile knows a disclaimer and the page has none."""
        record, profile = subject.record, subject.profile
        if not profile.disclaimers or wording_meant(subject) or not is_republished(record, profile):
            return
        if any(place_of(wording.text, subject.document.text) for wording in profile.disclaimers):
            return
        publisher, host = record.fields.publisher, republisher_of(record, profile)
        whose = publisher.value if publisher else "somebody else"
        message = f"{host} republishes a report of {whose} without its disclaimer."
        other = record.fields.disclaimer
        yield Problem(
            message=message,
            field="disclaimer",
            span=other.span if other else None,
            severity=None if record.fields.cite_as else "warning",
        )
