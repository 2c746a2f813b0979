"""CIT010."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import Document
from citebound.rules import Problem, Rule, Subject

_LINK_WORDS = re.compile(
    r"^[ \t\xa0]{0,20}(?P<words>(?:Link\sto\s(?:the\s)?original|(?:Read|View|See)\s(?:the\s)?original"
    r"|Original\s(?:story|article|report|version)\s(?:is\s)?(?:available\s)?(?:here|at|on)"
    r"|Lien\svers\s(?:l['’]|le\s)\w{0,10}\s?original)\b[^\n]{0,160})$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"https?://|www\.|\b[\w-]{1,60}\.(?:org|com|net|int|info|gov|edu)\b", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\s[^>]{0,1000}\bhref\s{0,3}=\s{0,3}[\"']?[^\s\"'>#]", re.IGNORECASE)


class OriginalLinkWithoutAddress(Rule):
    """The page promises a link to the original and its address is lost.

    Why:
        Of a republished item the original's place is cited too. In a flattened copy the words of the link
        remain and its address is gone, so the publisher's own copy can no longer be found.

    Bad:
        `Link to original story on Northgate website`

    Good:
        `Link to original story on Northgate website: https://northgate.example/2019/05/vale-flood-aid`

    Source:
        Security Force Monitor, handbook on citations: cite the original's place too.
    """

    code = "CIT010"
    name = "original-link-without-address"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the words of each link without an address."""
        if subject.record.fields.original_url is not None:
            return
        document = subject.document
        for match in _LINK_WORDS.finditer(document.text):
            if not _has_address(document, match):
                span = document.span(
                    match.start("words"), match.start("words") + len(match["words"].rstrip())
                )
                message = f"“{span.exact}” gives no address."
                yield Problem(message=message, span=span, field="original_url")


def _has_address(document: Document, match: re.Match[str]) -> bool:
    line_after = document.text[match.end() + 1 : match.end() + 200].split("\n", 1)[0].strip()
    if _ADDRESS.search(match["words"]) or _ADDRESS.match(line_after):
        return True
    at = document.source_offset(match.start("words")) if document.source is not None else None
    return at is not None and bool(_ANCHOR.search(document.source or "", max(at - 1000, 0), at + 1000))
