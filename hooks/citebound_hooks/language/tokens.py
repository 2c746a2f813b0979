"""Tokens of a text, with their exact places."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., e.g.
    r"|\d+(?:[.,:]\d+)*"  # 1,200; 07:24
    r"|[^\W\d_]+(?:[-’'&][^\W_]+)*"  # al-Qaeda, O'Neill, pro-government
    r"|\S"
)


class Token(NamedTuple):
    """A word, a number or one mark of punctuation. `text[start:end]` are its characters."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def capitalised(self) -> bool:
        """Whether its first character is a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Returns the tokens of `text[start:end]`; offsets count in the whole text."""
    return [
        Token(m.start(), m.end(), m.group(), m.group().lower()) for m in _TOKEN.finditer(text, start, end)
    ]
