"""Resolves quotations to spans of a text, and refuses those that are absent or stand more than once.

Three ways to write an anchor; white space and line breaks count as one and the same:

- `the raid` – must stand once; `the raid#2` – its second occurrence (whole words only).
- `before |the raid| after` – the words between the bars, found by the words around them.
- a marked passage, `{s:The mayor} {c:said} {x:the bridge … was {h:probably} safe}`, for several places at once.

`…` stands for any words in between, in all but the first form.
"""

import re

FARTHEST = 4000  # characters that one … may leave out
OPEN = re.compile(r"\{([a-z]):")


class AnchorError(ValueError):
    """A quotation that is not in the text, or is there more than once."""


def occurrences(form, text):
    """Where a form stands as whole words; line breaks count as spaces."""
    flat = text.replace("\n", " ")
    pattern = re.escape(form)
    before = r"(?<!\w)" if form[0].isalnum() else ""
    after = r"(?!\w)" if form[-1].isalnum() else ""
    return [(m.start(), m.end()) for m in re.finditer(before + pattern + after, flat)]


def place(anchor, text):
    """The one span of a plain or barred anchor."""
    if "|" in anchor:
        if anchor.count("|") != 2:
            raise AnchorError(f"{anchor!r}: write two bars, around the words meant")
        before, words, after = anchor.split("|")
        return passage(f"{before}{{t:{words}}}{after}", text)["t"][0]
    form, _, number = anchor.partition("#")
    found = occurrences(form, text)
    if not found:
        raise AnchorError(f"{form!r} is not in the text")
    if not number and len(found) > 1:
        raise AnchorError(f"{form!r} stands {len(found)} times: say which, #1 to #{len(found)}, or use bars")
    if number and not 1 <= int(number) <= len(found):
        raise AnchorError(f"{form!r} stands {len(found)} times: there is no #{number}")
    return found[int(number or 1) - 1]


def passage(marked, text):
    """The spans of a marked passage, by role."""
    plain, marks = _unmarked(marked)
    pieces = _pieces(plain)
    found = _located([words for _, words in pieces], text.replace("\n", " "))
    if len(found) != 1:
        raise AnchorError(f"{plain!r} stands {len(found)} times in the text")
    starts = found[0]
    spans = {}
    for role, start, end in marks:
        first, last = _resolved(start, pieces, starts, 0), _resolved(end, pieces, starts, 1)
        spans.setdefault(role, []).append((first, last))
    return {role: sorted(places) for role, places in spans.items()}


def _unmarked(marked):
    plain, marks, open_, i = "", [], [], 0
    while i < len(marked):
        if opened := OPEN.match(marked, i):
            open_.append((opened[1], len(plain)))
            i = opened.end()
        elif marked[i] == "}":
            if not open_:
                raise AnchorError(f"{marked!r}: a brace closes that was not opened")
            role, start = open_.pop()
            marks.append((role, start, len(plain)))
            i += 1
        else:
            plain += " " if marked[i] == "\n" else marked[i]
            i += 1
    if open_ or "{" in plain:
        raise AnchorError(f"{marked!r}: a brace is open")
    return plain, marks


def _pieces(plain):
    """(offset in the passage, words) of each part between ellipses."""
    pieces, at = [], 0
    for words in plain.split("…"):
        if not words.strip():
            raise AnchorError(f"{plain!r}: an ellipsis needs words on both sides")
        pieces.append((at, words))
        at += len(words) + 1
    return pieces


def _located(pieces, flat):
    found, at = [], flat.find(pieces[0])
    while at >= 0:
        starts, end = [at], at + len(pieces[0])
        for words in pieces[1:]:
            start = flat.find(words, end, end + FARTHEST)
            if start < 0:
                break
            starts.append(start)
            end = start + len(words)
        if len(starts) == len(pieces):
            found.append(starts)
        at = flat.find(pieces[0], at + 1)
    return found


def _resolved(offset, pieces, starts, is_end):
    for (begin, words), start in zip(pieces, starts, strict=True):
        if begin + is_end <= offset <= begin + len(words):
            return start + offset - begin
    raise AnchorError(f"a mark touches an ellipsis in {pieces!r}")
