"""Parts the elided words of French from those behind them: `l'attaque`, `qu'il`, `a-t-il`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound_hooks.language.tokens import Token

_ELIDED = re.compile(r"(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’](?=\w)", re.I)
_OF_A_NAME = re.compile(
    r"[MNST]['’][^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]"
)  # "N'Djamena", "M'Hamed": verbs have no capital
_INVERTED = re.compile(r"-(?:t-)?(?=(?:il|elle|ils|elles|on)$)", re.I)


def parted(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Returns the tokens with elided words and inverted pronouns as tokens of their own."""
    return tuple(part for token in tokens for part in ((token,) if token.text.isalpha() else _parts(token)))


def _parts(token: Token) -> Iterator[Token]:
    elided = _ELIDED.match(token.text)
    if (
        elided is not None
        and not _OF_A_NAME.match(token.text)
        and token.lower not in ("d’accord", "d'accord", "aujourd’hui", "aujourd'hui")
    ):
        yield _piece(token, 0, elided.end())
        yield from _parts(_piece(token, elided.end(), len(token.text)))
        return
    inverted = _INVERTED.search(token.text)
    if inverted is not None:
        yield _piece(token, 0, inverted.start())
        yield _piece(token, inverted.end(), len(token.text))
    else:
        yield token


def _piece(token: Token, start: int, end: int) -> Token:
    text = token.text[start:end]
    return Token(token.start + start, token.start + end, text, text.lower())
