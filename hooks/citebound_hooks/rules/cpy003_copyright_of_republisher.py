"""CPY003."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import holder_of
from citebound_hooks.rules.reading.organisations import is_republished, republisher_of, same_organisation
from citebound_hooks.rules.reading.places import problem_in


class CopyrightOfRepublisher(Rule):
    """The copyright notice of a republished report names the republisher.

    Why:
        Who hosts a copy does not own it; permissions would be asked of the wrong office.

    Bad:
        `Publisher Northgate Institute` and `© 2019 UNHCR`

    Good:
        `Publisher Northgate Institute` and `© 2019 Northgate Institute`

    Source:
        Universal Copyright Convention, article III: the notice names the proprietor.
    """

    code = "CPY003"
    name = "copyright-of-republisher"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the holder."""
        record, holder = subject.record, holder_of(subject.record)
        host, notice = republisher_of(record, subject.profile), record.fields.copyright_notice
        if notice is None or holder is None or host is None or not is_republished(record, subject.profile):
            return
        if same_organisation(holder.text, host):
            message = f"The copyright notice names {holder.text}, which only hosts this copy."
            yield problem_in(subject, "copyright_notice", notice, message, part=(holder.start, holder.end))
