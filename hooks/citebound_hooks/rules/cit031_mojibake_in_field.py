"""CIT031."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.describe.names import byline_start
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in, replace_in, words_of_field
from citebound_hooks.rules.reading.repair import mojibake_in, without_mojibake

_LINES, _LONGEST_LINE = 40, 120


class MojibakeInField(Rule):
    """Characters of a field were read in a wrong encoding.

    Why:
        `Ã©` for `é` makes a name that nobody finds; a replacement character has lost the letter for good.

    Bad:
        `Author InÃ©s Marlow`

    Good:
        `Author Inés Marlow`

    Source:
        Unicode Technical Report 36; seen on real pages.
    """

    code = "CIT031"
    name = "mojibake-in-field"
    severity = "warning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields one problem for each field, at its first such place; the fix repairs all that can be decoded."""
        seen: set[int] = set()
        for name, field in text_fields(subject.record):
            words = words_of_field(field)
            found = None if words.isascii() else mojibake_in(words)
            at = field.span.start + found.start() if found and field.span else -1
            if found and at not in seen:
                seen.add(at if at >= 0 else -1 - len(seen))
                mended = without_mojibake(words)
                message = f"“{found.group()}” was read in a wrong encoding."
                fix = replace_in(subject, field, 0, len(words), mended) if mended != words else ()
                problem = problem_in(subject, name, field, message, part=found.span())
                yield replace(problem, fix="Decode the characters" if fix else None, replacements=fix)
        if not seen and subject.document.entry is None:
            yield from _in_bylines(subject)


def _in_bylines(subject: Subject) -> Iterator[Problem]:
    """Yields a problem at the first byline that holds such characters, which may be read as no name."""
    text, start = subject.document.text, 0
    for _ in range(_LINES):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end] if end - start <= _LONGEST_LINE else ""
        found = mojibake_in(line) if not line.isascii() and byline_start().match(line) else None
        if found:
            span = subject.document.span(start + found.start(), start + found.end())
            yield Problem(
                message=f"“{found.group()}” was read in a wrong encoding.", span=span, field="authors"
            )
            return
        start = end + 1
