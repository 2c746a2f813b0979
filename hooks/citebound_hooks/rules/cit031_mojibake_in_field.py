"""CIT031."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.fields import text_fields
from citebound_hooks.rules.reading.places import problem_in, replace_in, words_of_field
from citebound_hooks.rules.reading.repair import mojibake_in, without_mojibake


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
        for name, field in text_fields(subject.record):
            words = words_of_field(field)
            found = None if words.isascii() else mojibake_in(words)
            if found:
                mended = without_mojibake(words)
                message = f"“{found.group()}” was read in a wrong encoding."
                fix = replace_in(subject, field, 0, len(words), mended) if mended != words else ()
                problem = problem_in(subject, name, field, message, part=found.span())
                yield replace(problem, fix="Decode the characters" if fix else None, replacements=fix)
