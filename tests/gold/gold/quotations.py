"""Tells direct, mixed and indirect quotation apart by the quotation marks of the text."""

PAIRS = {'"': '"', "“": "”", "«": "»"}


def _quoted(text):
    """The inside of double quotation marks; a quote that a new paragraph opens again runs on."""
    spans, start, closing = [], None, ""
    for i, c in enumerate(text):
        if start is None and c in PAIRS:
            start, closing = i + 1, PAIRS[c]
        elif start is not None and c == closing:
            if not (c == '"' and text[max(0, i - 1)] == "\n"):
                spans.append((start, i))
                start = None
        elif start is not None and text.startswith("\n\n", i) and text[i + 2 : i + 3] not in PAIRS:
            spans.append((start, i))
            start = None
    return spans


def quotation(content, text):
    """`direct` if all of the content stands in quotation marks, `mixed` if some of it does. Double marks only."""
    quoted = {i for start, end in _quoted(text) for i in range(start, end)}
    letters = [i for start, end in content for i in range(start, end) if text[i].isalnum()]
    inside = sum(i in quoted for i in letters)
    if not inside:
        return "indirect"
    return "direct" if inside == len(letters) else "mixed"
