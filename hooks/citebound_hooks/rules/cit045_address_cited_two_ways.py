"""CIT045."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.entries import contradicting_entry
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.references import CitedAddress, cited_addresses, contradiction


class AddressCitedTwoWays(Rule):
    """One address is cited with different titles or dates.

    Why:
        One of the two citations is of another document, or has a wrong date.

    Bad:
        `Northgate Institute, Vale, 3 May 2019, https://northgate.example/vale` and `Northgate Institute, Vale,
        5 May 2018, https://northgate.example/vale`

    Good:
        One address, one title, one date.

    Source:
        Seen in reference lists of real reports.
    """

    code = "CIT045"
    name = "url-cited-two-ways"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address of each later citation that contradicts the first one of that address."""
        what = contradicting_entry(subject.document, subject.record)
        url = subject.record.fields.url
        if what and url:
            yield problem_in(subject, "url", url, f"An earlier entry cites this address with another {what}.")
        first: dict[str, CitedAddress] = {}
        for cited in cited_addresses(subject.document.text) if subject.document.entry is None else ():
            earlier = first.setdefault(cited.key, cited)
            what = contradiction(earlier, cited) if earlier is not cited else None
            if what:
                span = subject.document.span(cited.start, cited.end)
                yield Problem(
                    message=f"The address is cited before with another {what}.", span=span, field="url"
                )
