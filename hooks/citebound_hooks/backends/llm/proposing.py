"""From a document to a layer's items: sentences out in batches, replies in, and only what the source bears out kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from citebound.layers import Layers
from citebound.model import Actor, Claim, Document, ModelUse, SourceRecord
from citebound_hooks.backends.llm.actors import actor_from
from citebound_hooks.backends.llm.asking import Asker
from citebound_hooks.backends.llm.claims import ClaimMaker
from citebound_hooks.backends.llm.placing import Places, Unusable
from citebound_hooks.backends.llm.replies import entries_of, numbered
from citebound_hooks.language.analysis import Sentence, analyse

Item = Actor | Claim


def proposals(
    asker: Asker, document: Document, record: SourceRecord, layers: Layers
) -> Sequence[Item | ModelUse]:
    """Returns the items of the wanted layer, and what was proposed and dropped."""
    sentences = analyse(document, record).sentences
    places = Places(document, sentences)
    make = _maker(asker.rule, places, layers)
    items: list[Item] = []
    dropped: Counter[str] = Counter()
    for batch in _batches(sentences, asker.characters):
        reply = asker.ask(layers.wanted, numbered(document.text, batch))
        try:
            entries = entries_of(reply, layers.wanted)
        except Unusable as reason:
            dropped[str(reason)] += 1
            continue
        for entry in entries:
            try:
                items.append(make(entry, len(items)))
            except Unusable as reason:
                dropped[str(reason)] += 1
    count = len(items) + dropped.total()
    return [*items, ModelUse(rule=asker.rule, layer=layers.wanted, proposed=count, dropped=dict(dropped))]


def _maker(rule: str, places: Places, layers: Layers) -> Callable[[Any, int], Item]:
    """What makes an item of one entry of a reply and its number."""
    if layers.wanted == "actors":
        return lambda entry, number: actor_from(entry, number, rule, places)
    return ClaimMaker(rule, places, layers.before).claim_from


def _batches(sentences: Sequence[Sentence], characters: int) -> Iterator[list[Sentence]]:
    batch: list[Sentence] = []
    size = 0
    for sentence in sentences:
        length = sentence.end - sentence.start
        if batch and size + length > characters:
            yield batch
            batch, size = [], 0
        batch.append(sentence)
        size += length
    if batch:
        yield batch
