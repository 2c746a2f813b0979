"""CIT002."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from citebound.model import Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.cite_as import CiteAsLine, Part, cite_as_of
from citebound_hooks.rules.reading.places import problem_in, replace_in
from citebound_hooks.rules.reading.words import folded, place_of, same_words

# Behind the name: an acronym and the end of the part. With more words it is another organisation's name.
_END = re.compile(r"(?:\s{0,3}\([^()]{2,20}\))?\s{0,3}(?:[,.:;)]|$)")
_PART = re.compile(r"[^,.:;\s][^,.:;\n]{1,120}")


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
        if line is None or field is None:
            return
        again = _again(line, line.publisher) if line.publisher else None
        if line.publisher is None or again is None:
            yield from _said_twice(subject, field, line)
            return
        message = f"The cite-as line names the publisher {line.publisher.text} twice."
        yield replace(
            problem_in(subject, "cite_as", field, message, part=again),
            fix="Remove the second name",
            replacements=replace_in(subject, field, line.publisher.end, again[1], ""),
        )


def _again(line: CiteAsLine, publisher: Part) -> tuple[int, int] | None:
    """Where the publisher's name stands right behind itself."""
    comes_first = line.title is not None and publisher.end <= line.title.start
    end = line.title.start if line.title and comes_first else line.head.end
    again = place_of(publisher.text, line.line[:end], publisher.end)
    if again is None or line.line[publisher.end : again[0]].strip(" ,;:()\xa0"):
        return None
    return again if again[1] == end or _END.match(line.line, again[1]) else None


def _said_twice(subject: Subject, field: Field[str], line: CiteAsLine) -> Iterator[Problem]:
    """Yields a problem at two equal names between commas, where the publisher is read from this line alone."""
    parts = list(_PART.finditer(line.line, 0, line.head.end))
    for one, other in pairwise(parts):
        in_title = line.title is not None and line.title.start <= other.start() < line.title.end
        if not in_title and len(folded(one.group())) > 1 and same_words(one.group(), other.group()):
            message = f"The cite-as line names {other.group()} twice."
            yield problem_in(subject, "cite_as", field, message, part=other.span())
            return
