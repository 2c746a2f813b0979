"""CIT007."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from citebound.model import Field
from citebound.rules import Problem, Rule, Subject
from citebound_hooks.rules.reading.certainty import warning_unless_known
from citebound_hooks.rules.reading.cite_as import CiteAsLine, cite_as_of
from citebound_hooks.rules.reading.lists import is_placeholder
from citebound_hooks.rules.reading.places import problem_in, replace_in
from citebound_hooks.rules.reading.words import place_of

_DIGITS = re.compile(r"\d+")
_LONGEST = 60  # characters


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
        if line.placeholder:
            return
        other = _other_symbol(line, symbol.value)
        if other is None and place_of(symbol.value, line.outside_title()):
            return
        date = line.dates[-1][0]
        there = line.line[date.end : line.head.end].strip(" ,;\xa0")
        if other is None and there and not place_of(there, symbol.value):
            start = line.line.index(there, date.end)
            other = (start, start + len(there))
        if other:
            message = f"The cite-as line says {line.line[slice(*other)]} where the document symbol is {symbol.value}."
            severity = warning_unless_known(subject)
            yield problem_in(subject, "cite_as", field, message, part=other, severity=severity)
        elif not there:
            message = f"The cite-as line leaves out the document symbol {symbol.value}."
            part = (date.start, date.end)
            problem = problem_in(subject, "cite_as", field, message, part=part, severity="warning")
            fix = replace_in(subject, field, date.end, date.end, f", {symbol.value}")
            yield replace(problem, fix="Insert the symbol after the date" if fix else None, replacements=fix)


def _other_symbol(line: CiteAsLine, symbol: str) -> tuple[int, int] | None:
    """Returns where a symbol of the same form with other numbers, or with more behind it, stands outside the title."""
    if not any(map(str.isdigit, symbol)) or len(symbol) > _LONGEST or _stands_as_it_is(line, symbol):
        return None
    form = _DIGITS.sub(lambda _: r"\d{1,9}", re.escape(symbol))
    further = r"(?:/[\w.]{1,12})*" if "/" in symbol else ""
    found = [
        match
        for match in re.finditer(rf"(?<![\w/]){form}(?!\w){further}", line.line[: line.head.end])
        if not (line.title and line.title.start <= match.start() < line.title.end)
    ]
    if not found or any(match.group() == symbol for match in found):
        return None
    return found[0].span()


def _stands_as_it_is(line: CiteAsLine, symbol: str) -> bool:
    """Tells at once what is so on most pages: the symbol stands behind the title, and nothing goes on with it."""
    at = line.line.find(symbol, line.title.end if line.title else 0, line.head.end)
    following = line.line[at + len(symbol) : at + len(symbol) + 1]
    return at >= 0 and following != "/" and not following.isalnum()


def _cited(subject: Subject) -> tuple[Field[str] | None, Field[str] | None]:
    return subject.record.fields.cite_as, subject.record.fields.symbol
