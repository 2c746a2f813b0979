"""CIT027."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import SplitResult

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import host_of, parts_of
from citebound_hooks.rules.reading.lists import withdrawn_sites
from citebound_hooks.rules.reading.organisations import is_republished
from citebound_hooks.rules.reading.places import problem_in

_NOWHERE = SplitResult("", "", "", "", "")


class WithdrawnHost(Rule):
    """The address is of a site, or a part of one, that is known to have been withdrawn.

    Why:
        The link may be dead, or die; a citation should also give the publisher's own page.

    Bad:
        `https://www.refworld.org/docid/5ccc3d9a4.html`

    Good:
        The publisher's own address, or one at ecoi.net.

    Source:
        Refworld stopped adding the country information of others in 2019; `withdrawn.toml` lists such sites.
        Nothing is looked up in the network.
    """

    code = "CIT027"
    name = "url-of-withdrawn-site"
    severity = "info"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address of a republished report, if no original address is known."""
        field = subject.record.fields.url
        if (
            field is None
            or subject.record.fields.original_url
            or not is_republished(subject.record, subject.profile)
        ):
            return
        host, path = host_of(field.value), (parts_of(field.value) or _NOWHERE).path
        for site in withdrawn_sites():
            if (host == site.host or host.endswith(f".{site.host}")) and path.startswith(site.path):
                yield problem_in(subject, "url", field, f"The address may be dead: {site.advice}.")
                return
