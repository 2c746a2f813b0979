"""Tokens of a text, with their exact places."""

from __future__ import annotations

import re

import msgspec

# Signs that belong to the letter before them: combining accents, Hebrew, Arabic and Devanagari vowel signs.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
# Signs of no width: soft hyphen, joiners, directions, byte-order mark.
NO_WIDTH = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_LETTERS = rf"[^\W_{_MARKS}]"  # and digits
_ACCENTED = rf"{_LETTERS}*(?:[{_MARKS}]+{_LETTERS}*)*"
_TOKEN = re.compile(
    rf"[^\W\d_](?:\.(?:[^\W\d_]\.)+"  # U.S., e.g.
    rf"|[a-zA-Z0-9]*+{_ACCENTED}"  # Koufa, M23, Ga\u0308o; plain letters first, which are quickly told
    rf"(?:[-’'&]{_LETTERS}+(?:[{_MARKS}]+{_LETTERS}*)*)*)"  # al-Qaeda, O'Neill, pro-government
    rf"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?:-[^\W\d_]+)*"  # 1,200; 07:24; 507th; 23-year-old
    rf"|[^\s{NO_WIDTH}]"  # a mark; signs of no width are none
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, a number or one mark of punctuation. `text[start:end]` are its characters.

    There are many in a document, and none holds another: the garbage collector need not know of them.
    """

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
    found = _TOKEN.finditer(text, start, end)
    return [Token(m.start(), m.end(), (word := m.group()), word.lower()) for m in found]
