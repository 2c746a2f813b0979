"""The inline marks of Markdown that are no words: emphasis, links, images, code, escapes, tags of HTML.

Read is what manuscripts use of CommonMark 0.31, section 6. The marks of blocks (`#`, `>`, `-`) stay in the text, and
so do marks that open nothing: a lone asterisk is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r"(?P<blank>\n[ \t]{0,80}\r?\n)"
    r"|(?P<escape>\\)[!-/:-@\[-`{-~]"
    r"|(?P<comment><!--)"
    r"|(?P<code>`{1,20})"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})(?:\s[^<>\n]{0,500})?/?>)"
    r"|(?P<open>!?\[(?!\^))"
    r"|(?P<close>\])"
    r"|(?P<emphasis>\*{1,20}|_{1,20})"
)
_TARGET = re.compile(
    r"\((?:<[^<>\n]{0,2000}>|(?:[^()\s<>]|\([^()\s<>]{0,200}\)){0,2000})"
    r"(?:\s{1,3}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?[ \t]{0,3}\)"
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{0,100})\]")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]{1,100})\]:[ \t]", re.MULTILINE)
_UNSEEN = ("script", "style")
_LONGEST_MARK = 3
_LONGEST_CODE = 2000

Range = tuple[int, int]


def marks_in(text: str, left_out: Sequence[Range]) -> list[Range]:
    """Returns begin and end of each mark, in the order of the text, none within another.

    Args:
        text: The decoded file.
        left_out: The parts without inline marks: front matter, fenced code.
    """
    labels = frozenset(_folded(found[1]) for found in _DEFINITION.finditer(text))
    ends = [start for start, _ in left_out]
    starts = [0, *(end for _, end in left_out)]
    found: list[Range] = []
    for start, end in zip(starts, [*ends, len(text)], strict=True):
        found += _Scan(text, start, end, labels).run()
    return list(_apart(sorted(found)))


def _apart(marks: Sequence[Range]) -> Iterator[Range]:
    """Joins marks that touch or overlap: what stands in the target of a link is no mark of its own."""
    whole: Range | None = None
    for start, end in marks:
        if whole is not None and start <= whole[1]:
            whole = whole[0], max(end, whole[1])
            continue
        if whole is not None:
            yield whole
        whole = start, end
    if whole is not None:
        yield whole


class _Scan:
    """One walk over a part of a text: what is open, and the marks that were found."""

    def __init__(self, text: str, start: int, end: int, labels: frozenset[str]) -> None:
        self.text, self.at, self.end, self.labels = text, start, end, labels
        self.found: list[Range] = []
        self.brackets: list[re.Match[str]] = []
        self.openers: dict[str, list[Range]] = {}
        self.missing: set[str] = set()

    def run(self) -> list[Range]:
        while token := _TOKEN.search(self.text, self.at, self.end):
            self.at = token.end()
            kind = token.lastgroup if token.lastgroup != "name" else "tag"
            getattr(self, f"_{kind}")(token)
        return self.found

    def _blank(self, token: re.Match[str]) -> None:
        """Nothing inline goes on over a blank line."""
        self.at = token.end() - 1
        self.brackets.clear()
        self.openers.clear()

    def _escape(self, token: re.Match[str]) -> None:
        self.found.append(token.span("escape"))

    def _comment(self, token: re.Match[str]) -> None:
        self.at = self._after("-->", token.end()) or token.end()

    def _code(self, token: re.Match[str]) -> None:
        closing = re.compile(rf"(?<!`){token[0]}(?!`)").search(
            self.text, token.end(), min(self.end, token.end() + _LONGEST_CODE)
        )
        if closing and "\n\n" not in self.text[token.end() : closing.start()]:
            self.found += [token.span(), closing.span()]
            self.at = closing.end()

    def _tag(self, token: re.Match[str]) -> None:
        if token["name"].lower() in _UNSEEN and token[0][1] != "/":
            self.at = self._after(f"</{token['name']}>", token.end()) or token.end()
        self.found.append((token.start(), self.at))

    def _after(self, words: str, start: int) -> int | None:
        """Returns where the next such words end; what was once sought in vain is not sought again."""
        place = -1 if words in self.missing else self.text.find(words, start, self.end)
        if place < 0:
            self.missing.add(words)
        return place + len(words) if place >= 0 else None

    def _open(self, token: re.Match[str]) -> None:
        self.brackets.append(token)

    def _close(self, token: re.Match[str]) -> None:
        if not self.brackets:
            return
        opening = self.brackets.pop()
        end = self._target(opening, token)
        if end is None:
            return
        if opening[0].startswith("!"):
            self.found.append((opening.start(), end))
        else:
            self.found += [opening.span(), (token.start(), end)]
        self.at = end

    def _target(self, opening: re.Match[str], closing: re.Match[str]) -> int | None:
        """Returns where the target of a link ends that its words stand before; None if they are no link's."""
        place = _TARGET.match(self.text, closing.end(), self.end)
        if place:
            return place.end()
        reference = _REFERENCE.match(self.text, closing.end(), self.end)
        label = (reference[1] if reference else "") or self.text[opening.end() : closing.start()]
        return reference.end() if reference and _folded(label) in self.labels else None

    def _emphasis(self, token: re.Match[str]) -> None:
        mark, before, after = token[0], self._beside(token.start() - 1), self._beside(token.end())
        if len(mark) > _LONGEST_MARK or (before.isdigit() and after.isdigit()):
            return
        within = mark[0] == "_"  # `snake_case` has no emphasis
        if not before.isspace() and not (within and after.isalnum()) and self._closed(token):
            return
        if not after.isspace() and not (within and before.isalnum()):
            self.openers.setdefault(mark, []).append(token.span())

    def _closed(self, token: re.Match[str]) -> bool:
        """Closes the emphasis that a mark ends; three may end one and two."""
        mark = token[0]
        for parts in ((mark,), (mark[:1], mark[:2])[: 2 * (len(mark) == _LONGEST_MARK)]):
            if parts and all(self.openers.get(part) for part in parts):
                self.found += [self.openers[part].pop() for part in parts]
                self.found.append(token.span())
                return True
        return False

    def _beside(self, at: int) -> str:
        return self.text[at] if 0 <= at < len(self.text) else " "


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
