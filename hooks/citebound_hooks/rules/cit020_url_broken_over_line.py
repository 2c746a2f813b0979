"""CIT020."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec.structs import replace

from citebound.model import Field
from citebound.rules import Problem, Replacement, Rule, Subject
from citebound_hooks.rules.reading.broken import broken_address, broken_labelled_address
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in, replace_in, words_of_field

_TORN = re.compile(
    r"https?://\S{1,1000}/\s{1,9}[^\s/]{1,400}|https?://\S{1,1000}\s{1,9}[\w./-]{0,200}\.(?:html?|pdf|aspx?|php)",
    re.I,
)


class UrlBrokenOverLine(Rule):
    """The address is broken over a line or by a space.

    Why:
        Who clicks or copies it gets its first half.

    Bad:
        `available at: https://library.example/docid/ 5ccc3d9a4.html [accessed 7 June 2022]`

    Good:
        `available at: https://library.example/docid/5ccc3d9a4.html [accessed 7 June 2022]`

    Source:
        RFC 3986, appendix C: white space inside an address is to be ignored, and is best not there.
    """

    code = "CIT020"
    name = "url-broken"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the address with its rest, if nothing but the rest stands up to the date of access."""
        line, field = cite_as_of(subject.record, subject.profile), subject.record.fields.cite_as
        broken = broken_address(subject.document, field, line) if field and line else None
        url = subject.record.fields.url
        if broken is None and url is not None and not (field and field.span and _within(url, field)):
            broken = broken_labelled_address(subject.document, url)
        if broken is None:
            yield from _with_unseen_marks(subject)
            yield from _with_white_space(subject)
            return
        start, end, rest = broken
        whole = "".join(subject.document.text[start:end].split())
        # A hyphen at the end of a line may be the typesetter's (RFC 3986, appendix C).
        is_certain = not subject.document.text[start : end - len(rest)].rstrip().endswith("-")
        yield Problem(
            message=f"The address is broken before “{rest}”.",
            span=subject.document.span(start, end),
            field="url",
            fix="Join the address" if is_certain else None,
            replacements=(Replacement(start=start, end=end, replacement=whole),) if is_certain else (),
        )


def _within(url: Field[str], cite_as: Field[str]) -> bool:
    return url.span is None or (cite_as.span is not None and cite_as.span.contains(url.span))


def _with_white_space(subject: Subject) -> Iterator[Problem]:
    """Yields a problem at the address of an entry of a reference list that holds white space."""
    for name, field in text_fields(subject.record, ("url", "original_url")):
        if subject.document.entry is not None and _TORN.fullmatch(field.raw.strip()):
            problem = problem_in(
                subject, name, field, f"The address “{field.raw.strip()}” holds white space."
            )
            whole = "".join(field.raw.split())
            edits = replace_in(subject, field, 0, len(field.raw), whole)
            yield replace(problem, fix="Join the address" if edits else None, replacements=edits)


def _with_unseen_marks(subject: Subject) -> Iterator[Problem]:
    """Yields a problem at each address of the record that holds characters which nobody sees, such as a soft hyphen."""
    for name, field in text_fields(subject.record, ("url", "original_url")):
        words = words_of_field(field)
        places = [at for at, mark in enumerate(words) if unicodedata.category(mark) == "Cf"]
        if places:
            message = "The address holds a character that nobody sees and no browser takes for nothing."
            problem = problem_in(subject, name, field, message)
            edits = tuple(each for at in places for each in replace_in(subject, field, at, at + 1, ""))
            yield replace(problem, fix="Remove it" if edits else None, replacements=edits)
