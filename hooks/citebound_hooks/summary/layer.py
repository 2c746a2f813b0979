"""Makes the summary: whole sentences, chosen one after another so that none says the same again."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from citebound.model import Document, Extraction, SourceRecord, SummarySentence
from citebound_hooks.language.analysis import Sentence, analyse
from citebound_hooks.summary.content import Content, contents
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
    eligible = [index for index, sentence in enumerate(sentences) if _is_eligible(sentence)]
    points = {index: score(sentences, index, held[index]) for index in eligible}
    left = sorted(eligible, key=lambda index: (-points[index], index))[:_CANDIDATES]
    most = min(summary_words().most, ceil(summary_words().share * len(eligible)))
    chosen: list[int] = []
    said: list[frozenset[str]] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda index: (points[index], -index))
        left.remove(best)
        words = _words(sentences[best])
        if not any(_alike(words, other) for other in said):
            chosen.append(best)
            said.append(words)
            _raise_contesting(held, best, left, points)
    return chosen


def _is_eligible(sentence: Sentence) -> bool:
    return sentence.block.kind != "heading" and len(sentence.words) >= summary_words().least


def _raise_contesting(
    held: Sequence[Content], chosen: int, left: Sequence[int], points: dict[int, float]
) -> None:
    """Gives points to the sentences that contradict a claim of the chosen one: a caveat belongs to its claim."""
    against = {claim for told in held[chosen].claims for claim in told.contested_by}
    for index in left if against else ():
        if any(claim.id in against for claim in held[index].claims):
            points[index] += summary_words().points.contested


def _words(sentence: Sentence) -> frozenset[str]:
    return frozenset(sentence.words) - summary_words().empty


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shorter = min(len(words), len(others)) or 1
    return len(words & others) / shorter > summary_words().alike
