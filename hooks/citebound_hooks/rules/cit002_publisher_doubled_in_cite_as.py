"""CIT002."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.places import problem_in, replace_in
from citebound_hooks.rules.reading.words import place_of


class PublisherDoubledInCiteAs(Rule):
    """The cite-as line names the publisher twice in a row.

    Why:
        The second name is taken for an author or for a part of the title.

    Bad:
        `Cite as Northgate Institute, Northgate Institute, Vale: Flood Aid Falls Short, 3 May 2019, …`

    Good:
        `Cite as Northgate Institute, Vale: Flood Aid Falls Short, 3 May 2019, …`

    Source:
        Seen on Refworld pages; eLife's rules for references: one publisher.
    """

    code = "CIT002"
    name = "cite-as-doubles-publisher"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the second name, if nothing stands between the two."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        if line is None or field is None or line.publisher is None:
            return
        comes_first = line.title is not None and line.publisher.end <= line.title.start
        end = line.title.start if line.title and comes_first else line.head.end
        again = place_of(line.publisher.text, line.line[:end], line.publisher.end)
        if again is None or line.line[line.publisher.end : again[0]].strip(" ,;:()\xa0"):
            return
        message = f"The cite-as line names the publisher {line.publisher.text} twice."
        yield replace(
            problem_in(subject, "cite_as", field, message, part=again),
            fix="Remove the second name",
            replacements=replace_in(subject, field, line.publisher.end, again[1], ""),
        )
