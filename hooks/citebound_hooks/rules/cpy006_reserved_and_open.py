"""CPY006."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.model import Document, Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.copyright import LICENCE
from citebound_hooks.rules.reading.places import problem_in, words_of_field

_LONGEST = 600  # characters behind the notice in which its paragraph ends
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,80}\n")
_RESERVED = re.compile(r"all\s{1,3}rights\s{1,3}reserved|tous\s{1,3}droits\s{1,3}réservés", re.IGNORECASE)


class ReservedAndOpen(Rule):
    """The notice reserves all rights and grants an open licence.

    Why:
        Nobody can tell whether the report may be reused.

    Bad:
        `© 2019 Northgate Institute. All rights reserved. Licensed under CC BY 4.0.`

    Good:
        `© 2019 Northgate Institute. Licensed under CC BY 4.0.`

    Source:
        Creative Commons, best practices for marking: a licence takes the place of “all rights reserved”.
    """

    code = "CPY006"
    name = "reuse-contradictory"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the licence."""
        notice = subject.record.fields.copyright_notice
        words = _paragraph(subject.document, notice) if notice else ""
        licence = LICENCE.search(words)
        if notice and licence and _RESERVED.search(words):
            message = f"All rights are reserved, and {licence.group()} grants some to everybody."
            yield problem_in(subject, "copyright_notice", notice, message, part=licence.span())


def _paragraph(document: Document, notice: Field[str]) -> str:
    """The notice with the lines that follow it up to a blank one: the licence may stand on a line of its own."""
    if notice.span is None:
        return words_of_field(notice)
    following = document.text[notice.span.end : notice.span.end + _LONGEST]
    blank = _BLANK_LINE.search(following)
    end = blank.start() if blank else len(following) if len(following) < _LONGEST else 0
    return document.text[notice.span.start : notice.span.end + end]
