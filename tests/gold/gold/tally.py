"""Counts of hits, and the figures made of them; what all measures share."""

import re
from collections import Counter, defaultdict

WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


class Tally:
    """Counts over all documents, with a line for each error."""

    def __init__(self):
        self.hits, self.found, self.gold = Counter(), Counter(), Counter()
        self.errors = defaultdict(list)
        self.kinds = []  # measures in the order in which they were first counted
        self.document = ""

    def count(self, measure, hits=0, found=0, gold=0):
        if measure not in self.kinds:
            self.kinds.append(measure)
        self.hits[measure] += hits
        self.found[measure] += found
        self.gold[measure] += gold

    def right(self, measure, holds):
        """Counts one thing that is right or wrong: an accuracy."""
        self.count(measure, int(holds), 1, 1)
        return holds

    def error(self, layer, kind, words):
        self.errors[layer].append((kind, self.document, " ".join(str(words).split())))

    def figures(self):
        """measure -> {p, r, f, hits, found, gold}."""
        return {name: self._figure(name) for name in self.kinds}

    def _figure(self, name):
        hits, found, gold = self.hits[name], self.found[name], self.gold[name]
        p = hits / found if found else float(not gold)
        r = hits / gold if gold else float(not found)
        f = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": p, "r": r, "f": f, "hits": hits, "found": found, "gold": gold}


def span_of(value):
    """(start, end) of a span of the contract, None for null."""
    return (value["start"], value["end"]) if value else None


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def touches(span, others):
    return any(overlap(span, other) for other in others)


def words(text, spans):
    """Where the words inside the spans start."""
    return {m.start() for start, end in spans for m in WORD.finditer(text, start, end)}


def share(a, b):
    """Intersection over union of two sets."""
    return len(a & b) / len(a | b) if a | b else 1.0


def plain(name):
    """A name without case, article, quotation marks and doubled spaces."""
    name = re.sub(r"[\"“”«»]", "", " ".join((name or "").split())).casefold().strip(" .,")
    return re.sub(r"^(?:the|a|an|le|la|les|l['’]) ?", "", name)
