"""Hedges and summary."""

from gold.tally import span_of, touches

FOOTNOTE = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # behind the full stop


def hedges(gold, found, tally):
    """Overlap; recall is what counts, precision is printed."""
    mine = [span_of(h["span"]) for h in found["hedges"]]
    mine = [span for span in mine if not touches(span, gold.neutral + gold.neutral_hedges)]
    hit = [span for span in gold.hedges if touches(span, mine)]
    right = [span for span in mine if touches(span, gold.hedges)]
    tally.count("hedges: recall", len(hit), len(gold.hedges), len(gold.hedges))
    tally.count("hedges: precision", len(right), len(mine), len(mine))
    for span in gold.hedges:
        if span not in hit:
            tally.error("hedges", "missed", _around(gold, span))
    for span in mine:
        if span not in right:
            tally.error("hedges", "spurious", _around(gold, span))


def _around(gold, span):
    return f"{gold.text[max(0, span[0] - 40) : span[0]]}[{gold.of(span)}]{gold.text[span[1] : span[1] + 40]}"


def summary(gold, found, tally):
    """Whole sentences, word for word, that keep every hedge of the claims they quote."""
    tally.right("summary: present", bool(found["summary"]))
    if not found["summary"]:
        tally.error("summary", "absent", gold.name)
    for item in found["summary"]:
        start, end = span_of(item["span"])
        whole = _begins(gold, start) and _ends(gold.text, end)
        if not tally.right("summary: whole sentences", whole):
            tally.error("summary", "cut", item["span"]["exact"])
        kept = True
        for claim in gold.claims:
            if touches((start, end), claim["content"] or claim["cue"]):
                here = [
                    h for h in claim["hedges"] if "\n" not in gold.text[min(h[0], start) : max(h[1], end)]
                ]
                kept &= all(start <= h[0] and h[1] <= end for h in here if _near(gold.text, h, (start, end)))
        if not tally.right("summary: hedges kept", kept):
            tally.error("summary", "hedge lost", item["span"]["exact"])
        if not tally.right("summary: of the body", not any(a <= start and end <= b for a, b in gold.neutral)):
            tally.error("summary", "header", item["span"]["exact"])


def _begins(gold, start):
    """After the end of a sentence, at the start of a line, or where the body starts behind a dateline."""
    if any(start == zone[1] for zone in gold.neutral):
        return True
    before = gold.text[:start].rstrip(" \"“«'‘(\u00a0•-–*" + FOOTNOTE)
    return not before or before[-1] in '.!?\n”"’»):'


def _ends(text, end):
    return (
        text[end - 1] in FOOTNOTE
        or text[end - 1] in '.!?”"’»):;'
        or end == len(text)
        or text[end] in '\n"”»)'
    )


def _near(text, hedge, span):
    """Whether a hedge stands in the sentences that the span touches: no full stop in between."""
    between = text[hedge[1] : span[0]] if hedge[1] <= span[0] else text[span[1] : hedge[0]]
    return not any(mark in between for mark in (". ", "! ", "? "))
