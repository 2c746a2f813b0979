"""Where words tie two names: "a splinter group of", "has pledged its allegiance to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.relations import Frame, Node, between_cues
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.wording import Words
from citebound_hooks.actors.telling.ends import NamedSentence, is_attribute

_SMALL = words_in(word_lists().phrasing.small)
_WILD = 3  # words that `*` stands for, at most
_SKIPPED = 2  # articles and adverbs between two words of a cue


class Cue(NamedTuple):
    """Words that tie: tokens `first` to `last` (exclusive), and the ways in which they may."""

    first: int
    last: int
    frames: tuple[Frame, ...]


def cues(sentence: NamedSentence) -> Iterator[Cue]:
    """Yields the cues of a sentence, the longest at each place; none within another."""
    words, table, at = sentence.words, between_cues(), 0
    for first in [at for at, word in enumerate(words.lower) if word in table]:
        if first < at or first in sentence.at:
            continue
        found = longest(words, first, table[words.lower[first]])
        if found is not None:
            yield found
            at = found.last


def longest(words: Words, first: int, node: Node) -> Cue | None:
    """Returns the longest cue whose first word has led to a node."""
    found = Cue(first, first + 1, node.frames) if node.frames else None
    at = first + 1
    while node.next and at < len(words.lower):
        step = _step(words, node, at)
        if step is None:
            break
        at, node = step
        found = Cue(first, at, node.frames) if node.frames else found
    return found


def _step(words: Words, node: Node, at: int) -> tuple[int, Node] | None:
    """Returns the token after the next word of a cue, and its node."""
    wild = node.next.get("*")
    for skipped in range(_WILD + 1):
        if at + skipped >= len(words.lower):
            return None
        word = words.lower[at + skipped]
        if word in node.next:
            return at + skipped + 1, node.next[word]
        if wild and word in wild.next:
            return at + skipped + 1, wild.next[word]
        small = skipped < _SKIPPED and is_small(words, at + skipped)
        if not small and not (wild and is_attribute(words, at + skipped)):
            return None
    return None


def is_small(words: Words, at: int) -> bool:
    """Tells whether a word is an article, "its" or an adverb, which says nothing of a relation."""
    word, flag = words.lower[at], words.flags[at]
    return bool(flag & (k.ARTICLE | k.ADVERB)) or word in _SMALL or word.endswith("ly")
