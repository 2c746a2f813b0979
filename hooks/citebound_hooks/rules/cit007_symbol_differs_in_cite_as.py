"""CIT007."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from citebound.model import Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.certainty import warning_unless_known
from citebound_hooks.rules.reading.cite_as import cite_as_of
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.places import problem_in, replace_in
from citebound_hooks.rules.reading.words import place_of


class SymbolDiffersInCiteAs(Rule):
    """The cite-as line leaves out the document symbol, or gives another one.

    Why:
        The symbol finds the document when its address is dead. Left out is a warning; another one contradicts
        the page. On a page that no profile knows it is a warning, since the reading may be at fault.

    Bad:
        `Citation / Document Symbol VAL104210.E` and `Cite as …, 3 May 2019, available at: …`

    Good:
        `Cite as …, 3 May 2019, VAL104210.E, available at: …`

    Source:
        Refworld's form of the cite-as line, where the symbol stands between date and address.
    """

    code = "CIT007"
    name = "cite-as-symbol-differs"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Yields a problem at the date, behind which the symbol belongs, or at what stands in its place."""
        line, field, symbol = cite_as_of(subject.record, subject.profile), *_cited(subject)
        if line is None or field is None or symbol is None or not line.dates or is_placeholder(symbol.value):
            return
        if line.placeholder or place_of(symbol.value, line.outside_title()):
            return
        date = line.dates[-1][0]
        there = line.line[date.end : line.head.end].strip(" ,;\xa0")
        if not there:
            message = f"The cite-as line leaves out the document symbol {symbol.value}."
            problem = problem_in(
                subject, "cite_as", field, message, part=(date.start, date.end), severity="warning"
            )
            fix = replace_in(subject, field, date.end, date.end, f", {symbol.value}")
            yield replace(problem, fix="Insert the symbol after the date" if fix else None, replacements=fix)
        elif not place_of(there, symbol.value):
            start = line.line.index(there, date.end)
            message = f"The cite-as line says {there} where the document symbol is {symbol.value}."
            yield problem_in(
                subject,
                "cite_as",
                field,
                message,
                part=(start, start + len(there)),
                severity=warning_unless_known(subject),
            )


def _cited(subject: Subject) -> tuple[Field[str] | None, Field[str] | None]:
    return subject.record.fields.cite_as, subject.record.fields.symbol
