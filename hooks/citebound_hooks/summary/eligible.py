"""Which sentences of a report can stand in its summary."""

from __future__ import annotations

import re

from citebound_hooks.language.analysis import Sentence
from citebound_hooks.language.phrases import tag_string
from citebound_hooks.summary.lexicon import summary_words

# A past form, a preposition, and no verb behind them.
_WITHOUT_SUBJECT = re.compile(r"EP[^VAMbzE]*$")


def is_eligible(sentence: Sentence) -> bool:
    """Tells a sentence of the report from a heading, from what is too short, and from what tells how it was made."""
    if sentence.block.kind == "heading" or len(sentence.words) < summary_words().least:
        return False
    return not (sentence.words[0].endswith("ed") and _tells_how_it_was_made(sentence))


def _tells_how_it_was_made(sentence: Sentence) -> bool:
    """Tells "Compiled on 3 May from local reports." and "Issued by the Emergency Cell.": nobody does anything there."""
    return _WITHOUT_SUBJECT.match(tag_string(sentence.tokens, "en")) is not None
