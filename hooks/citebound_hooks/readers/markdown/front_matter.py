"""Where the front matter of a manuscript stands: between two lines of hyphens (YAML) or plus signs (TOML)."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_OPENING = re.compile(r"(---|\+\+\+)[ \t]{0,20}\r?\n")
_CLOSING = {
    "yaml": re.compile(r"^(?:---|\.\.\.)[ \t]{0,20}\r?$", re.MULTILINE),
    "toml": re.compile(r"^\+\+\+[ \t]{0,20}\r?$", re.MULTILINE),
}
_FIRST_KEY = {
    "yaml": re.compile(r"\s{0,200}[A-Za-z][\w-]{0,40}[ \t]{0,20}:(?=\s)"),
    "toml": re.compile(r"\s{0,200}[A-Za-z][\w-]{0,40}[ \t]{0,20}="),
}
_BLANK = re.compile(r"\n[ \t]{0,80}\r?\n")
_LONGEST = 20_000

Form = Literal["yaml", "toml"]


class FrontMatter(NamedTuple):
    """The front matter of a text.

    Attributes:
        start: Where its contents begin.
        end: Where they end: at the line that closes it, or, where that is missing, at the first blank line.
        whole: Where the line that closes it ends.
        form: Its language.
        is_closed: Whether a line closes it.
    """

    start: int
    end: int
    whole: int
    form: Form
    is_closed: bool


def front_matter(text: str) -> FrontMatter | None:
    """Returns where the front matter stands; None if the text does not begin with any."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    form: Form = "yaml" if opening[1] == "---" else "toml"
    start = opening.end()
    closing = _CLOSING[form].search(text, start, start + _LONGEST)
    if closing is not None:
        return FrontMatter(start, closing.start(), closing.end(), form, is_closed=True)
    if not _FIRST_KEY[form].match(text, start):
        return None
    blank = _BLANK.search(text, start, start + _LONGEST)
    end = blank.start() + 1 if blank else min(len(text), start + _LONGEST)
    return FrontMatter(start, end, end, form, is_closed=False)
