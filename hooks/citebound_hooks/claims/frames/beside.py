"""What is said stands before the verb: `"…," X said`, `"…," said X`, `…, X said`, `as X said, …`."""

from __future__ import annotations

import re

from citebound_hooks.claims.contents import to_quote_end, trimmed
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.complements import past_adjuncts, past_hearer
from citebound_hooks.claims.frames.reading import Reading
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.subjects import Subject, subject_after
from citebound_hooks.claims.words import words

_RESUMES = 14  # tokens after the speaker within which an interrupted quote goes on
_GOES_ON = re.compile(r"[VbAMEZ]|(?![GWSK])[^.;:“”]{0,20}?[VbAMz]")  # a sentence goes on behind "X said,"
_REASONS = frozenset({"because", "unless"})  # a clause with them is part of what is said
_EARLIER = 8  # verbs of a sentence that may stand before a colon
_LOOK_BACK = 60  # tokens of a clause that are looked at for a verb


def after_quote(reading: Reading) -> Found | None:
    """`"…," X said.`, also where the quote ended the sentence before."""
    subject, passage = reading.subject, reading.passage
    if subject is None or subject.position != "before" or "quote" not in reading.takes:
        return None
    left = _sentence_before(passage) if subject.first == 0 else _quote_before(passage, subject)
    return _preposed(reading, subject, left, "said-after-quote") if left else None


def opening(reading: Reading) -> Found | None:
    """`Said X: "…"`; "Reporting period: …" is a label."""
    passage, cue = reading.passage, reading.cue
    if cue.at or cue.voice == "gerund" or "quote" not in reading.takes:
        return None
    speaker = subject_after(passage, cue.last + 1)
    if speaker is None or passage.tag(speaker.last + 1) not in ":,":
        return None
    content = reading.content_from(speaker.last + 2, enclosed=False)
    if content is None:
        return None
    content = to_quote_end(passage, content)
    return reading.claim([content], reading.takes["quote"], "said-speaker-first", source=speaker)


def inverted(reading: Reading) -> Found | None:
    """`"…," said X.`; `…, said X.`"""  # noqa: D415
    passage, cue = reading.passage, reading.cue
    before = passage.tag(cue.group - 1)
    plain = cue.group == cue.at or passage.tags[cue.group : cue.at].strip("RX") in ("A", "AO")
    if before not in ",”.-" or not plain or "quote" not in reading.takes or not cue.strong:
        return None
    if cue.voice not in ("active", "passive"):
        return None
    inside = passage.tags.find("O", cue.group, cue.at)
    after = cue.last + 1
    while passage.tag(after) in "YR" and passage.tag(after + 1) in "DCYR":
        after += 1  # "a affirmé vendredi l'avocate"
    speaker = subject_after(passage, after) if inside < 0 else Subject(inside, inside, "after")
    if (
        speaker is None
        or cue.verb.lemma in words().telling
        or (before == "," and not _is_speaker(reading, speaker))
    ):
        return None
    if before == "”" and not _is_speech(passage, cue.group - 1):
        return None
    left = _left_of(passage, cue.group)
    if left is None or (before == "-" and reading.subject is not None) or _is_own_subject(reading):
        return None
    return _preposed(reading, speaker, left, "said-speaker", speaker.last + 1)


def postposed(reading: Reading) -> Found | None:
    """`The road is closed, X said.`: the clause before, if a comma parts it from the subject."""
    subject, passage, cue = reading.subject, reading.passage, reading.cue
    if subject is None or subject.position != "before" or "quote" not in reading.takes:
        return None
    told = past_hearer(passage.tags, cue.last + 1) if "hearer" in reading.takes else cue.last + 1
    end = _past_year(passage, past_adjuncts(passage.tags, told))
    before, after = passage.tag(subject.first - 1), passage.tag(end)
    if before == "S" and passage.lower(subject.first - 1) == "as":
        return _as_said(reading, subject)
    resumed = after == "," and _GOES_ON.match(passage.tags, end + 1) is not None
    if before not in ",-." or subject.first < (2 if resumed else 3):
        return None
    if not (after in ".$" or resumed or _is_clause(passage, subject.first - 1)):
        return None
    left = _left_of(passage, subject.first)
    if left is not None:
        left = max(left[0], _after_colon(reading, subject)), left[1]
    return _around(reading, subject, left, end + 1) if left else None


def _after_colon(reading: Reading, subject: Subject) -> int:
    """Where the words begin that follow a claim and its end: "A officer denied it: it rained, he said"."""
    passage = reading.passage
    colon = max(passage.tags.rfind(mark, 0, subject.first) for mark in ":;")
    cues = reading.clauses.cues[:_EARLIER]
    said = colon > 0 and any(cue.at < colon and cue.voice == "active" for cue, _ in cues)
    return passage.tokens[colon + 1].start if said else 0


def _past_year(passage: Passage, at: int) -> int:
    """The index behind the year of a date that ends here: "…, X said on November 7, 2021."."""
    year = passage.lower(at + 1)
    return at + 2 if passage.tag(at) == "," and year.isdecimal() and len(year) == 4 else at


def _is_own_subject(reading: Reading) -> bool:
    """Whether no clause stands before the verb's subject: "On 2 June the report, printed in Oss, said"."""
    if reading.subject is None:
        return False
    tags = reading.passage.tags
    between = tags[reading.subject.last + 1 : reading.cue.group]
    if "”" in between or ("W" not in between and any(tag in "bAM" for tag in between)):
        return False  # "X, a lawyer, was heard as a witness, said Y"
    return not any(tag in "VbAMEzO”" for tag in tags[: reading.subject.first])


def _is_speaker(reading: Reading, speaker: Subject) -> bool:
    """Whether the phrase after ", said" is who said it: "X, Y included, declared bankruptcy" has none."""
    passage = reading.passage
    if reading.subject is not None and (
        passage.tag(speaker.last + 1) not in "$,.;P" or "object" in reading.takes
    ):
        return False
    return passage.tags[speaker.first] not in "NZ" or reading.cue.verb.lemma == "say"


def _is_speech(passage: Passage, at: int) -> bool:
    """Whether a quote ends like a sentence or a part of one: `"…," said X`, not `the "officers" claimed …`."""
    end = passage.tokens[at].end
    return passage.text[max(0, end - 3) : end].rstrip("'’”\"")[-1:] in (",", ".", "?", "!", "…", "-", "—")


def _quote_before(passage: Passage, subject: Subject) -> Place | None:
    at = subject.first - 1
    while at >= 0 and passage.tags[at] in ",-":
        at -= 1
    quote = passage.quotes.at(passage.tokens[at].start) if at >= 0 and passage.tags[at] == "”" else None
    if quote is None:
        return None
    left = _left_of(passage, subject.first)
    alone = passage.index_at(quote.start)
    goes_on = passage.text[quote.start : quote.start + 4].lstrip("“\"'‘ ")[:1].islower()
    if left is not None and left[0] < quote.start and not goes_on and not _is_clause(passage, alone + 1):
        return None  # "In his book, “A Title,” X argued that …"
    return left


def _sentence_before(passage: Passage) -> Place | None:
    """The quote that ended the sentence before, as in `"… here?" X asked.`: such a mark ends no sentence."""
    text, start = passage.text, passage.sentence.start
    at = start - 1
    while at > start - 4 and at > 0 and text[at] in " \u00a0":
        at -= 1
    quote = passage.quotes.at(at) if at >= passage.sentence.block.start else None
    if quote is None or quote.end != at + 1 or text[at - 1] not in "?!,…-—":
        return None
    return quote.start, quote.end


def _left_of(passage: Passage, index: int) -> Place | None:
    """What stands in the sentence before a token, with the whole of the quote that it begins in."""
    if index == 0:
        return None
    start = passage.tokens[0].start
    quote = passage.quotes.at(start)
    if quote is not None:
        start = quote.start
    end = passage.tokens[index - 1].end
    start = max(start, _after_full_stop(passage, end))
    return trimmed(passage.text, start, end) if start < end else None


def _after_full_stop(passage: Passage, end: int) -> int:
    """Where the last quote begins that follows a full stop: what stands before it is the author's."""
    for quote in reversed(passage.quotes.within(passage.sentence.start, end)):
        if passage.text[max(0, quote.start - 4) : quote.start].rstrip()[-1:] in (".", "?", "!"):
            return quote.start
    return 0


def _preposed(reading: Reading, speaker: Subject, left: Place, rule: str, after: int | None = None) -> Found:
    resumed = _resumed(reading.passage, reading.cue.last + 1 if after is None else after)
    content = [left, resumed] if resumed else [left]
    return reading.claim(content, reading.takes["quote"], rule, source=speaker)


def _resumed(passage: Passage, at: int) -> Place | None:
    """The second half of an interrupted quote: `"…," X said, "…"`."""
    opening = passage.tags.find("“", at, at + _RESUMES)
    if opening < 0 or passage.tag(opening - 1) not in ",:":
        return None
    quote = passage.quotes.at(passage.tokens[opening].start)
    return (quote.start, quote.end) if quote is not None else None


def _around(reading: Reading, subject: Subject, left: Place, first: int) -> Found:
    """A clause around "X said": `The road, X said, is closed.`"""  # noqa: D415
    found = _preposed(reading, subject, left, "said-after-clause")
    passage = reading.passage
    if passage.tag(first - 1) == "," and len(found.content) == 1:
        apart = passage.tag(first) in "$GWS" and passage.lower(first) not in _REASONS
        others = passage.tag(first) == "K" and first + 1 in reading.clauses.starts  # "…, but Y said"
        rest = None if apart or others else reading.content_from(first, enclosed=False)
        if rest is not None and passage.tag(subject.first - 2) == "W":
            found.content = [rest]  # "combed the valley, where, X says, …": the rest alone is X's
        elif rest is not None:
            found.content.append(rest)
    return found


def _is_clause(passage: Passage, end: int) -> bool:
    """Whether the words before are a sentence of their own, not "In the capital, X said"."""
    before = passage.tags[max(0, end - _LOOK_BACK) : end]
    if before[:1] in ("P", "S", "G", "E") and not ("," in before and "“" not in before):
        return "”" in before
    return any(tag in "VbAMEO" for tag in before) or "”" in before


def _as_said(reading: Reading, subject: Subject) -> Found | None:
    """`As X said, …`; `…, as X said`."""
    passage, cue = reading.passage, reading.cue
    comma = passage.tags.find(",", cue.last, cue.last + 12)
    if subject.first == 1 and comma > 0:
        content = reading.content_from(comma + 1, enclosed=False)
    else:
        content = _left_of(passage, subject.first - 1)
    if content is None or (subject.first > 1 and not _is_clause(passage, subject.first - 1)):
        return None
    found = reading.claim([content], reading.takes["quote"], "as-said")
    if subject.first > 1 and comma > 0 and passage.tag(comma + 1) in "VbAMEZ":
        rest = reading.content_from(comma + 1, enclosed=False)
        found.content += [rest] if rest else []
    return found
