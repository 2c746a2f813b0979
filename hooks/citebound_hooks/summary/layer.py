"""Makes the summary: whole sentences, chosen one after another so that none says the same again."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from citebound.model import Document, Extraction, SourceRecord, SummarySentence
from citebound_hooks.language.analysis import Sentence, analyse
from citebound_hooks.summary.content import Content, contents
from citebound_hooks.summary.contests import Contests
from citebound_hooks.summary.eligible import is_eligible
from citebound_hooks.summary.lexicon import summary_words
from citebound_hooks.summary.scoring import score

_CANDIDATES = 80  # sentences, best first, that are compared with one another


def summary_items(document: Document, record: SourceRecord, before: Extraction) -> list[SummarySentence]:
    """Returns the summary's sentences, most important first, each with its claims."""
    analysis = analyse(document, record)
    held = contents(analysis.sentences, before)
    chosen = _chosen(analysis.sentences, held)
    return [
        SummarySentence(
            span=document.span(analysis.sentences[index].start, analysis.sentences[index].end),
            claims=tuple(claim.id for claim in held[index].claims),
            rule="summary.salience",
        )
        for index in chosen
    ]


def _chosen(sentences: Sequence[Sentence], held: Sequence[Content]) -> list[int]:
    eligible = [index for index, sentence in enumerate(sentences) if is_eligible(sentence)]
    points = {index: score(sentences, index, held[index]) for index in eligible}
    left = sorted(eligible, key=lambda index: (-points[index], index))[:_CANDIDATES]
    most = min(summary_words().most, ceil(summary_words().share * len(eligible)))
    contests = Contests(held, points)
    chosen: list[int] = []
    said: list[frozenset[str]] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda index: (points[index], -index))
        left.remove(best)
        words = _words(sentences[best])
        answer = contests.answer(best, chosen)
        if any(_alike(words, other) for other in said) or (
            answer is not None and 0 < len(chosen) >= most - 1
        ):
            continue  # said before, or no room for both sides
        for index in (best,) if answer is None else (best, answer):
            chosen.append(index)
            said.append(_words(sentences[index]))
        left = [index for index in left if index != answer]
        contests.raise_contested(best, left)
    return chosen


def _words(sentence: Sentence) -> frozenset[str]:
    return frozenset(sentence.words) - summary_words().empty


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shorter = min(len(words), len(others)) or 1
    return len(words & others) / shorter > summary_words().alike
