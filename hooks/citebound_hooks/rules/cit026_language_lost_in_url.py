"""CIT026."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import PAGE_NAMES
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in, words_of_field

_WITHOUT_LANGUAGE = re.compile(
    r"https?://(?:www\.)?refworld\.org/[a-z]{2,30}/[a-z]{2,30}/[\w-]{1,60}/(?:19|20)\d\d/\d{1,9}(?![\w/])",
    re.IGNORECASE,
)


class LanguageLostInUrl(Rule):
    """The address of a new Refworld page lacks its language.

    Why:
        Addresses there end in language and number; without the language they lead nowhere, or to another
        language.

    Bad:
        `https://www.refworld.org/reference/countryrep/northgate/2019/118403`

    Good:
        `https://www.refworld.org/reference/countryrep/northgate/2019/en/118403`

    Source:
        The form of Refworld's new addresses, `section/type/publisher/YYYY/lang/id`; seen on real pages.
    """

    code = "CIT026"
    name = "url-language-lost"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at each such address of the record."""
        seen = set()
        for _, field in text_fields(subject.record, ("url", "cite_as", "original_url")):
            match = _WITHOUT_LANGUAGE.search(words_of_field(field))
            if match and match.group() not in seen:
                seen.add(match.group())
                message = "The address lacks the language before its number."
                yield problem_in(subject, "url", field, message, part=match.span())
        for datum in subject.document.metadata:
            match = _WITHOUT_LANGUAGE.search(datum.value) if datum.name in PAGE_NAMES else None
            if match and match.group() not in seen:
                seen.add(match.group())
                message = (
                    f"The address that the markup gives ({datum.name}) lacks the language before its number."
                )
                yield Problem(message=message, locator=datum.locator, field="url")
