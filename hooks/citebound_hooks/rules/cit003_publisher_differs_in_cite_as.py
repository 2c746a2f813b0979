"""CIT003."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.certainty import warning_unless_known
from citebound_hooks.rules.reading.cite_as import CiteAsLine, cite_as_of
from citebound_hooks.rules.reading.lists import is_collective, is_placeholder
from citebound_hooks.rules.reading.organisations import republisher_of, same_organisation
from citebound_hooks.rules.reading.places import problem_in
from citebound_hooks.rules.reading.publishers import host_as_publisher
from citebound_hooks.rules.reading.repair import repaired
from citebound_hooks.rules.reading.words import folded, same_words


class PublisherDiffersInCiteAs(Rule):
    """The cite-as line does not name the page's publisher.

    Why:
        Who copies the line ascribes the report to somebody else. A line that begins with the republisher is the
        usual case; a line that names no publisher at all is a warning. On a page that no profile knows it is a
        warning, since the reading may be at fault.

    Bad:
        `Publisher Northgate Institute` and `Cite as Refworld, Vale: Flood Aid Falls Short, 3 May 2019, …`

    Good:
        `Publisher Northgate Institute` and `Cite as Northgate Institute, Vale: Flood Aid Falls Short, 3 May
        2019, …`

    Source:
        Refworld's form of the cite-as line; Security Force Monitor, handbook on citations.
    """

    code = "CIT003"
    name = "cite-as-publisher-differs"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the words that stand where the publisher should."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        publisher = subject.record.fields.publisher
        if line is None or field is None or publisher is None or line.publisher or not line.head.text.strip():
            return
        if (
            line.placeholder
            or is_placeholder(publisher.value)
            or is_collective(publisher.value)
            or _named(subject, line, repaired(publisher.value))
            or host_as_publisher(subject)
        ):
            return
        words = _before_title(subject, line)
        if words:
            message = f"The cite-as line names {words} where the publisher is {publisher.value}."
            at = line.line.index(words)
            yield problem_in(
                subject,
                "cite_as",
                field,
                message,
                part=(at, at + len(words)),
                severity=warning_unless_known(subject),
            )
        else:
            message = f"The cite-as line leaves out the publisher {publisher.value}."
            yield problem_in(subject, "cite_as", field, message, severity="warning")


def _named(subject: Subject, line: CiteAsLine, publisher: str) -> bool:
    """Whether the line names the publisher in another form; the symbol's words and the site's name do not count."""
    symbol, host = subject.record.fields.symbol, republisher_of(subject.record, subject.profile)
    taken = set(folded(symbol.value)) if symbol else set()
    pieces = [piece for piece in repaired(line.outside_title()).split(",") if set(folded(piece)) - taken]
    return any(same_organisation(publisher, piece) for piece in pieces if not same_words(piece, host or ""))


def _before_title(subject: Subject, line: CiteAsLine) -> str:
    """The first words before the title, if they are none of the authors."""
    if line.title is None:
        return line.head.text.split(",", 1)[0].strip() if line.dates else ""
    words = line.line[: line.title.start].split(",", 1)[0].strip(" ,;\xa0")
    authors = (folded(author.value) for author in subject.record.fields.authors)
    return "" if any(set(folded(words)) <= set(author) for author in authors) else words
