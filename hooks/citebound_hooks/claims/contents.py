"""How far the content of a claim reaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec

from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.words import words
from citebound_hooks.language.phrases import NOUN_PHRASE

_PHRASE = 20  # tokens
_REACH = 160  # tokens that one content may run to: a hostile text without full stops stays linear


class Borders(msgspec.Struct, frozen=True):
    """What a content may run into.

    Attributes:
        starts: Where another reporting verb's subject begins, and the index of the last word of that verb's cue.
        elided: Indices at which the verb group of a reporting verb begins that shares an earlier subject.
        enclosed: Whether the reporting clause is part of another one ("While X says …, …", "X, who says …, …").
        phrase: Whether the content is a phrase (an object, an infinitive) and no clause.
        noun: Whether that phrase is a noun's, so that a date behind it is the date of the saying.
    """

    starts: Mapping[int, int]
    elided: Collection[int]
    enclosed: bool = False
    phrase: bool = False
    noun: bool = False


def content_end(passage: Passage, first: int, borders: Borders) -> int:
    """Returns the index after the last token of a content that begins at `first`."""
    end = min(passage.words_end, first + _REACH)
    at = first
    condition = passage.tag(first) in "SB"  # "that if the state held up the deal, X could …" goes on
    while at < end:
        if condition and passage.tags[at] == ",":
            condition = False
            at += 1
            continue
        if passage.tags[at] == "“":
            at = _after_quote(passage, at, end)
            continue
        if at > first and _breaks(passage, at, borders) and not _dates_clause(passage, first, at):
            end = _without_comma(passage, first, at)
            if borders.noun and end > first + 1 and passage.tags[end - 1] == "R":
                end -= 1  # "claimed the attack only on 9 November"
            break
        at += 1
    return _without_venue(passage, first, max(first, end), borders)


def _dates_clause(passage: Passage, first: int, at: int) -> bool:
    """Whether a date belongs to a relative clause of what is said: "to a weld that had been repaired in 2013"."""
    if passage.tags[at] != "P":
        return False
    link = max(passage.tags.rfind("T", first, at), passage.tags.rfind("W", first, at))
    return link > first and any(tag in "bA" for tag in passage.tags[link:at])


def _after_quote(passage: Passage, at: int, end: int) -> int:
    closing = passage.tags.find("”", at + 1, at + _REACH)
    return end if closing < 0 else closing + 1


def _breaks(passage: Passage, at: int, borders: Borders) -> bool:
    tag = passage.tags[at]
    if tag in ",;-":
        return _breaks_at_comma(passage, at, borders)
    if tag == "K" and (
        at + 1 in borders.elided or (at + 1 in borders.starts and passage.lower(at) in ("but", "mais"))
    ):
        return True
    if (
        borders.noun
        and tag == "P"
        and passage.lower(at) in words().at_times
        and passage.tag(at + 2) != "“"
        and (passage.tag(at + 1) == "Y" or _is_date(passage, at + 1))
    ):
        return True
    if borders.phrase and _phrase_breaks(passage, at, tag):
        return True
    return passage.lower(at) == "according" and passage.lower(at + 1) == "to"


def _phrase_breaks(passage: Passage, at: int, tag: str) -> bool:
    if tag in "bAMV" and passage.tags[at - 1] == "”":
        return True  # `a shelter that X described as "a palace" has burnt`
    if tag == "K":
        return _verb_follows(passage, at + 1) or passage.has_gerund_cue(at + 1)
    if tag == "S" and passage.lower(at) == "so" and passage.lower(at - 1) in words().before_so:
        return False  # "undertook to do so "in due course""
    return tag == ":" or (tag in "SB" and passage.lower(at) in words().adverbial)


def _is_date(passage: Passage, at: int) -> bool:
    """Whether a day, a month or a year stands here: "9 November", "November 9", "2011"."""
    if passage.lower(at) in words().months or passage.lower(at + 1) in words().months:
        return passage.tag(at) in "nC"
    word = passage.lower(at)
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def _breaks_at_comma(passage: Passage, at: int, borders: Borders) -> bool:
    after = at + 1
    if passage.tags[at] == ";" and passage.tag(after) not in "TK":
        return True
    if passage.lower(after) == "ce" and passage.lower(after + 1) in ("que", "qu'", "qu’", "dont"):
        return True  # ", ce que le maire dément"
    if _names_a_claim(passage, at, after):
        return True
    if passage.tag(after) in "Dn" and passage.tag(after + 1) == "u" and passage.tag(after + 2) == "B":
        return True  # ", a day after the neighbours had …"
    if passage.tag(after) == "W" and passage.tag(at - 1) == "”":
        return True  # `said that "no order was given", which …`
    while passage.tag(after) == "R":
        after += 1
    return (
        (passage.lower(after) == "according" and passage.lower(after + 1) == "to")
        or passage.has_gerund_cue(after)
        or (borders.phrase and _phrase_ends(passage, at, after))
        or (borders.enclosed and _main_clause_follows(passage, after))
        or _linked(passage, at, after, borders)
    )


def _names_a_claim(passage: Passage, at: int, after: int) -> bool:
    """Whether an apposition takes up the whole claim: ", a charge that …", ", hypothèse que …"."""
    if passage.tags[at] != ",":
        return False
    said = words().said
    if passage.tag(after) == "D":
        return passage.lower(after + 1) in said or passage.lower(after + 2) in said
    return passage.lower(after) in said and passage.tag(after + 1) in "TW"


def _linked(passage: Passage, at: int, after: int, borders: Borders) -> bool:
    if passage.lower(after) in words().clause_links:
        following = after + 1
        while passage.tag(following) == "R":
            following += 1
        return following in borders.starts or following in borders.elided or after + 1 in borders.starts
    if after not in borders.starts:
        return False
    return passage.tags[at] != "," or borders.phrase or _goes_on(passage, borders.starts[after])


def _goes_on(passage: Passage, cue: int) -> bool:
    """Whether a reporting verb has something to say of its own: not "…, X said."."""
    if passage.tag(cue + 1) in ",:" and passage.tag(cue + 2) == "“":
        return True
    return passage.tag(cue + 1) not in "$,.;:”-" and passage.tag(cue + 2) not in "$,.;:”-"


def _phrase_ends(passage: Passage, at: int, after: int) -> bool:
    """Whether a comma ends an object or infinitive: no list and no second part of an apposition follows."""
    tag = passage.tag(after)
    if passage.tags[at] in "-;":
        return True
    if tag in "WSBGEVAMbzOPf$":
        return True
    if tag == "K":
        return (
            passage.lower(after) == "but"
            or _verb_follows(passage, after + 1)
            or _clause_follows(passage, after + 1)
        )
    return False


def _clause_follows(passage: Passage, at: int) -> bool:
    """Whether a sentence of its own begins: ", and his trial, which …", ", and the army withdrew"."""
    phrase = NOUN_PHRASE.match(passage.tags, at, at + _PHRASE)
    if phrase is not None and passage.tag(phrase.end()) == "K":  # "Russia and China abstained"
        phrase = NOUN_PHRASE.match(passage.tags, phrase.end() + 1, phrase.end() + 1 + _PHRASE)
    return phrase is not None and passage.tag(phrase.end()) in "VbAME,"


def _verb_follows(passage: Passage, at: int) -> bool:
    while passage.tag(at) == "R":
        at += 1
    return (passage.tag(at) in "VAMbE" and passage.tag(at + 1) not in "NZ") or passage.tag(at) in "Oz"


def _main_clause_follows(passage: Passage, after: int) -> bool:
    return passage.tag(after) in "DOzCcNZnVAMbE"


def _without_comma(passage: Passage, first: int, at: int) -> int:
    while at > first and passage.tags[at - 1] in ",;:-":
        at -= 1
    return at


def _without_venue(passage: Passage, first: int, end: int, borders: Borders) -> int:
    """Leaves out where and when a phrase was said: "… in a statement on Thursday"."""
    if not borders.phrase:
        return end
    for at in range(max(first + 1, end - 12), end):
        if passage.tags[at] == "P" and any(
            passage.lower(i) in words().venues for i in range(at + 1, min(at + 5, end))
        ):
            return at
    if passage.tags[end - 3 : end] in ("nuR", "DuR") and end > first + 3:
        return end - 3  # "two days later"
    while end > first + 1 and (passage.tags[end - 1] == "Y" or passage.tags[end - 2 : end] in ("Ju", "Du")):
        length = 1 if passage.tags[end - 1] == "Y" else 2
        if passage.tag(end - length - 1) == "P" and passage.lower(end - length - 1) not in words().at_times:
            break  # "promised a result by Friday"
        end -= length
        if end > first + 1 and passage.lower(end - 1) == "on":
            end -= 1
    return end


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Returns a place without white space and loose punctuation at its ends; None if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-"):
        end -= 1
    return (start, end) if start < end else None


def to_quote_end(passage: Passage, place: tuple[int, int]) -> tuple[int, int]:
    """Returns a content that ends inside a quote up to the quote's end, be it sentences later."""
    quote = passage.quotes.at(place[1] - 1)
    if quote is None and place[1] < passage.sentence.end + 2:
        quote = passage.quotes.at(place[1])
        quote = quote if quote is not None and quote.start < place[1] else None
    return (place[0], max(place[1], quote.end)) if quote is not None else place
