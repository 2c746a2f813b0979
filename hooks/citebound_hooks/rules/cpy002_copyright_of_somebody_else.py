"""CPY002."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import holder_of, shares_a_name
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.organisations import same_organisation
from citebound_hooks.rules.reading.places import problem_in

_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,6}")


class CopyrightOfSomebodyElse(Rule):
    """The copyright notice names neither the publisher nor an author.

    Why:
        Either the notice comes from another page, or the report is a reprint whose owner the record does not
        name. It is a hint. An acronym alone contradicts no name: it may be that of the name in another language.

    Bad:
        `Publisher Northgate Institute` and `© 2019 Estuary Media Group`

    Good:
        `Publisher Northgate Institute` and `© 2019 Northgate Institute`

    Source:
        Universal Copyright Convention, article III: the notice names the proprietor.
    """

    code = "CPY002"
    name = "copyright-holder-differs"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the holder, if no word of its name is one of the record's names."""
        fields, holder = subject.record.fields, holder_of(subject.record)
        names = [field.value for field in (fields.publisher, fields.republisher, *fields.authors) if field]
        if (
            fields.copyright_notice is None
            or holder is None
            or fields.publisher is None
            or not _is_certain(fields.publisher)
            or is_placeholder(fields.publisher.value)
            or _ACRONYM.fullmatch(holder.text)
        ):
            return
        notice, publisher = " ".join(fields.copyright_notice.value.casefold().split()), fields.publisher.value
        if any(same_organisation(name, holder.text) or shares_a_name(name, holder.text) for name in names):
            return
        if any(" ".join(name.casefold().split()) in notice for name in names):
            return  # named behind the holder: "© RFE/RL, Inc. Reprinted with the permission of …"
        if any(same_organisation(name, holder.text) for name in subject.profile.own_publishers):
            return  # its name in another language, or an older one
        if subject.profile.republisher and same_organisation(publisher, subject.profile.republisher):
            return  # CIT023 says that the host is given as the publisher
        message = f"The copyright notice names {holder.text}, the publisher is {publisher}."
        yield problem_in(
            subject, "copyright_notice", fields.copyright_notice, message, part=(holder.start, holder.end)
        )


def _is_certain(publisher: Field[str]) -> bool:
    """Tells a publisher that the page shows, or that is every page's of the profile; markup may name the site alone."""
    return publisher.span is not None or (publisher.locator or "").startswith("profile:")
