"""CIT005."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound.model import Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.addresses import is_address
from citebound_hooks.rules.reading.certainty import warning_unless_known
from citebound_hooks.rules.reading.cite_as import CiteAsLine, Part, cite_as_of
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.repair import repaired
from citebound_hooks.rules.reading.words import folded, place_of

_BETWEEN = " ,;:\xa0\n"
# A part that nothing parts from the title but a space, a colon or a dash; what stands in brackets is a note.
_FURTHER = re.compile(
    r"(?:\s{1,3}|:\s{1,3}|\s{1,3}[-–—]\s{1,3})(?P<words>[^\W_][^,;()\[\]\n]{2,200}?)\s{0,3}(?=,|$)"
)


class TitleDiffersInCiteAs(Rule):
    """The cite-as line gives another title than the page's heading.

    Why:
        One of the two is wrong, and nobody can tell from the page which. Case, punctuation and kinds of
        quotation marks are no difference. On a page that no profile knows it is a warning, since the reading
        may be at fault. A cite-as line whose title only goes on is a warning.

    Bad:
        Heading `Vale: Flood Aid Falls Short`, cite-as `Northgate Institute, Vale: Flood Aid Arrives, 3 May
        2019, …`

    Good:
        Heading and cite-as line both say `Vale: Flood Aid Falls Short`.

    Source:
        eLife's rules for references: one title; Refworld's form of the cite-as line.
    """

    code = "CIT005"
    name = "cite-as-title-differs"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the words that stand where the title should."""
        line = cite_as_of(subject.record, subject.profile)
        field, title = subject.record.fields.cite_as, subject.record.fields.title
        if line is None or field is None or title is None or _is_no_title(title.value):
            return
        if line.title:
            if further := _goes_on(subject, line, line.title):
                words = line.line[slice(*further)]
                message = f"The cite-as line goes on behind the title of the page: “{words}”."
                yield problem_in(subject, "cite_as", field, message, part=further, severity="warning")
            return
        if line.placeholder or place_of(repaired(title.value), repaired(line.head.text)):
            return
        start, end = _place(line, subject.record.fields.authors)
        words = line.line[start:end]
        message = (
            f"The cite-as line says “{words}” where the page is titled “{title.value}”."
            if words
            else f"The cite-as line leaves out the title “{title.value}”."
        )
        yield problem_in(
            subject,
            "cite_as",
            field,
            message,
            part=(start, end) if words else None,
            severity=warning_unless_known(subject),
        )


def _goes_on(subject: Subject, line: CiteAsLine, title: Part) -> tuple[int, int] | None:
    """Returns the place of words that belong to the title in the cite-as line, and to nothing on the page."""
    if not line.publisher or line.publisher.end > title.start:
        return None  # in another style the publisher may come behind the title
    end = line.dates[0][0].start if line.dates else line.head.end
    match = _FURTHER.match(line.line, title.end, end)
    if match is None:
        return None
    fields, words = subject.record.fields, match["words"]
    named = [each.value for each in (*fields.authors, fields.symbol, fields.series, fields.publisher) if each]
    known = {word for name in named for word in folded(name)}
    elsewhere = subject.document.text.casefold().count(words.casefold()) > line.line.casefold().count(
        words.casefold()
    )
    return None if elsewhere or known.intersection(folded(words)) else match.span("words")


def _is_no_title(title: str) -> bool:
    """Whether another rule says so already."""
    return is_placeholder(title) or is_address(title)


def _place(line: CiteAsLine, authors: Sequence[Field[str]]) -> tuple[int, int]:
    """What stands between the publisher, or the last author, and the date, without the commas around it."""
    start = line.publisher.end if line.publisher else 0
    end = line.dates[0][0].start if line.dates else line.head.end
    named = (place_of(author.value, line.line[:end], start) for author in authors)
    start = max((place[1] for place in named if place), default=start)
    words = line.line[start:end]
    stripped = words.lstrip(_BETWEEN + ")").rstrip(_BETWEEN)
    start += words.index(stripped) if stripped else 0
    return start, start + len(stripped)
