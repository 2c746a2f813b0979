"""BibTeX and BibLaTeX, read by pybtex."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import latexcodec  # noqa: F401  # registers the codec `ulatex`
from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.scanner import PybtexSyntaxError

from citebound.errors import UnreadableError
from citebound_hooks.describe.cite_as_words import before_access
from citebound_hooks.references.entry import Entry, EntryField
from citebound_hooks.references.lines import Lines

# In a journal the number is that of the issue, elsewhere that of the report.
_OF_JOURNALS = ("article", "periodical", "suppperiodical")
_PERSONS = ("author", "editor")
_ADDRESSES = ("url", "origurl")
# Commands and escapes that stand for one mark of ASCII, which TeX itself would read as syntax.
_MARKS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
}
_MARK = re.compile(rf"\\(?:({'|'.join(_MARKS)})(?:\{{\}}|\s|(?![A-Za-z]))|([&%$#_{{}}]))")
_KEPT = 0xF0000  # a plane for private use, where marks are set aside while TeX is read
# What BibTeX has no field for stands in these, in words: `howpublished = {\url{…}}`, `note = {Accessed: 2019-06-01}`.
_IN_WORDS = {
    "howpublished": re.compile(r"\{?(?:\\url\{)?(?P<value>https?://[^\s{}]{4,2000})\}{0,2}"),
    "note": re.compile(rf"{before_access()}(?P<value>[^\[\]]{{4,40}}?)[\])]?\.?", re.IGNORECASE),
}
_SET_ASIDE = re.compile("[\U000f0000-\U000f007f]")
_NO_ENTRIES = ("string", "preamble", "comment")


class _Parser(LowLevelParser):  # type: ignore[misc]  # pybtex has no types
    """Notes where each field stands."""

    def parse_entry_fields(self) -> None:
        self.field_starts: list[int] = []
        super().parse_entry_fields()

    def parse_field(self) -> None:
        start = self.pos
        super().parse_field()
        if self.current_field_name and self.current_value:
            self.field_starts.append(start)


def bibtex_entries(text: str) -> Iterator[Entry]:
    """Yields the entries of a BibTeX file.

    Raises:
        UnreadableError: Names the line of the first mistake.
    """
    parser = _Parser(text, macros=dict(month_names))
    lines = Lines(text)
    try:
        for command, body in parser:
            if command.lower() not in _NO_ENTRIES:
                key, fields = body
                found = zip(parser.field_starts, fields, strict=True)
                made = [
                    each
                    for at, (name, parts) in found
                    for each in _fields(key, command, name, parts, lines.of_next_word(at))
                ]
                yield Entry(key, parser.command_start, parser.pos, tuple(made))
    except PybtexSyntaxError as error:
        raise UnreadableError(f"not BibTeX: line {parser.lineno}: {error.args[0]}") from error


def _fields(key: str, kind: str, name: str, parts: list[str], line: int) -> Iterator[EntryField]:
    value = "".join(parts)
    if name.lower() in _IN_WORDS and (found := _IN_WORDS[name.lower()].fullmatch(" ".join(value.split()))):
        meant = "url" if name.lower() == "howpublished" else "urldate"
        yield EntryField(f"bibtex:{meant}", _address(found["value"]), f"{key}/{name}", line)
        return
    plain = _address if name.lower() in _ADDRESSES else _plain
    values = _people(value) if name.lower() in _PERSONS else (plain(value),)
    meant = "issue" if name.lower() == "number" and kind.lower() in _OF_JOURNALS else name.lower()
    for each in values:
        yield EntryField(f"bibtex:{meant}", each, f"{key}/{name}", line)


def _people(value: str) -> Iterator[str]:
    """Names as they are spoken; a name in braces is an organisation's and stays whole."""
    from pybtex.database import Person
    from pybtex.database.input.bibtex import split_name_list

    for name in split_name_list(" ".join(value.split())):
        if name.startswith("{") and name.endswith("}"):
            yield _plain(name)
        elif name.lower() != "others":
            person = Person(name)
            parts = (
                person.first_names,
                person.middle_names,
                person.prelast_names,
                person.last_names,
                person.lineage_names,
            )
            yield _plain(" ".join(word for part in parts for word in part))


def _plain(value: str) -> str:
    """The value without TeX: accents and marks as characters, braces gone, white space folded."""
    if "\\" in value:
        kept = _MARK.sub(lambda match: chr(_KEPT + ord(_mark(match))), value)
        value = str(codecs.decode(kept, "ulatex"))  # type: ignore[call-overload]  # latexcodec decodes str
    bare = " ".join(value.replace("{", "").replace("}", "").replace("~", "\u00a0").split())
    return _SET_ASIDE.sub(lambda match: chr(ord(match.group()) - _KEPT), bare)


def _address(value: str) -> str:
    """An address: its tilde is no space, and only what TeX makes people escape is unescaped."""
    bare = _MARK.sub(_mark, value)
    return " ".join(bare.strip("{} \t\r\n").removeprefix("\\url{").split())


def _mark(match: re.Match[str]) -> str:
    return _MARKS[match[1]] if match[1] else str(match[2])
