"""`X said that …`, `…, X said`, `…, said X`, `X accused Y of …`, `X, saying …`."""

from __future__ import annotations

from citebound_hooks.claims.contents import content_end, to_quote_end, trimmed
from citebound_hooks.claims.cues import Cue
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.frames.complements import Complement, complement
from citebound_hooks.claims.lexicon import Take
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.subjects import Subject, subject_after

_LEAST_WEIGHT = 0.5


def active(text: str, clauses: Clauses, cue: Cue, subject: Subject | None) -> Found | None:
    """Returns the claim of a reporting verb in the active voice."""
    passage = clauses.passage
    if subject is not None and subject.position == "before":
        left = _before_quote(text, passage, subject)
        if left is not None and "quote" in _takes(passage, cue):
            return _preposed(text, clauses, cue, subject, left, "said-after-quote")
    inverted = _inverted(text, clauses, cue, subject)
    if inverted is not None:
        return inverted
    found = complement(passage, cue)
    if found is not None and found.take.weight >= _LEAST_WEIGHT:
        return _governed(text, clauses, cue, subject, found)
    if subject is not None and subject.position == "before" and "quote" in _takes(passage, cue):
        return _postposed(text, clauses, cue, subject)
    return None


def _takes(passage: Passage, cue: Cue) -> dict[str, Take]:
    return cue.verb.phrasal[passage.lower(cue.last)] if cue.last > cue.at else cue.verb.takes


def _governed(
    text: str, clauses: Clauses, cue: Cue, subject: Subject | None, found: Complement
) -> Found | None:
    if subject is None:
        return None
    passage = clauses.passage
    if found.first >= len(passage.tokens):
        return None
    phrase = found.name not in ("quote", "that", "clause")
    end = content_end(passage, found.first, clauses.borders(subject, phrase=phrase))
    if end <= found.first:
        return None
    content = to_quote_end(passage, passage.span(found.first, end - 1))
    return Found(
        passage,
        passage.span(cue.at, found.cue_last),
        passage.span(subject.first, subject.last),
        [content],
        found.take.kind,
        f"verb.{found.name}" if cue.voice != "gerund" else f"saying.{found.name}",
        found.take.weight,
        cue.negated,
    )


def _before_quote(text: str, passage: Passage, subject: Subject) -> Place | None:
    """The quote that closes right before the subject: `"…," X said`."""
    at = subject.first - 1
    while at >= 0 and passage.tags[at] in ",-":
        at -= 1
    if at < 0 or passage.tags[at] != "”":
        return None
    quote = passage.quotes.at(passage.tokens[at].start)
    if quote is None:
        return None
    return _left_of(text, passage, subject.first)


def _left_of(text: str, passage: Passage, index: int) -> Place | None:
    """What stands in the sentence before a token, with the whole of the quote that it begins in."""
    start = passage.tokens[0].start
    quote = passage.quotes.at(start)
    if quote is not None:
        start = quote.start
    end = passage.tokens[index - 1].end if index else start
    start = max(start, _after_full_stop(text, passage, end))
    return trimmed(text, start, end) if start < end else None


def _after_full_stop(text: str, passage: Passage, end: int) -> int:
    """Where the last quote begins that follows a full stop: what stands before it is the author's."""
    for quote in reversed(passage.quotes.within(passage.sentence.start, end)):
        if text[max(0, quote.start - 4) : quote.start].rstrip()[-1:] in (".", "?", "!"):
            return quote.start
    return 0


def _preposed(
    text: str, clauses: Clauses, cue: Cue, subject: Subject, left: Place, rule: str, after: int | None = None
) -> Found:
    passage = clauses.passage
    content = [left]
    resumed = _resumed(passage, after if after is not None else cue.last + 1)
    if resumed is not None:
        content.append(resumed)
    takes = _takes(passage, cue)
    take = takes.get("quote") or takes["clause"]
    place = passage.span(subject.first, subject.last)
    return Found(
        passage, passage.span(cue.at, cue.last), place, content, take.kind, rule, take.weight, cue.negated
    )


def _resumed(passage: Passage, at: int) -> Place | None:
    """The second half of an interrupted quote: `"…," X said, "…"`."""
    opening = passage.tags.find("“", at, at + 14)
    if opening < 0 or passage.tag(opening - 1) not in ",:":
        return None
    quote = passage.quotes.at(passage.tokens[opening].start)
    return (quote.start, quote.end) if quote is not None else None


def _inverted(text: str, clauses: Clauses, cue: Cue, subject: Subject | None) -> Found | None:
    passage = clauses.passage
    before = passage.tag(cue.group - 1)
    if before not in ",”.-" or cue.group != cue.at or "quote" not in _takes(passage, cue):
        return None
    if cue.voice != "active" and cue.voice != "passive":
        return None
    speaker = subject_after(passage, cue.last + 1)
    if speaker is None or (before == "," and subject is not None and not _closes(passage, speaker.last + 1)):
        return None
    if before == "," and passage.tags[speaker.first] == "N" and cue.verb.lemma != "say":
        return None  # "X, Y included, declared bankruptcy"
    left = _left_of(text, passage, cue.group)
    if left is None or (before == "-" and subject is not None):
        return None
    return _preposed(text, clauses, cue, speaker, left, "said-speaker", speaker.last + 1)


def _closes(passage: Passage, at: int) -> bool:
    return passage.tag(at) in "$,.;P"


def _postposed(text: str, clauses: Clauses, cue: Cue, subject: Subject) -> Found | None:
    """`The road is closed, X said.`: the clause before, if a comma parts it from the subject."""
    passage = clauses.passage
    before, after = passage.tag(subject.first - 1), passage.tag(cue.last + 1)
    if before == "S" and passage.lower(subject.first - 1) == "as":
        return _as_said(text, clauses, cue, subject)
    if before not in ",-." or subject.first < 3:
        return None
    resumed = after == "," and passage.tag(cue.last + 2) in "VbAMEN"
    if not (after in ".$" or resumed or _is_clause(passage, subject.first - 1)):
        return None
    left = _left_of(text, passage, subject.first)
    if left is None:
        return None
    found = _preposed(text, clauses, cue, subject, left, "said-after-clause")
    if after == "," and len(found.content) == 1:
        _resume_clause(clauses, found, cue.last + 2)
    return found


def _is_clause(passage: Passage, end: int) -> bool:
    """Whether the words before are a sentence of their own, not "In the capital, X said"."""
    before = passage.tags[:end]
    if before[0] in "PSGE" and not ("," in before and "“" not in before):
        return "”" in before
    return any(tag in "VbAMEO" for tag in before) or "”" in before


def _resume_clause(clauses: Clauses, found: Found, first: int) -> None:
    passage = clauses.passage
    if first < passage.words_end and passage.tag(first) not in "GWS":
        end = content_end(passage, first, clauses.borders())
        if end > first:
            found.content.append(passage.span(first, end - 1))


def _as_said(text: str, clauses: Clauses, cue: Cue, subject: Subject) -> Found | None:
    """`As X said, …`; `…, as X said`."""
    passage = clauses.passage
    comma = passage.tags.find(",", cue.last, cue.last + 12)
    if subject.first == 1 and comma > 0 and comma + 1 < passage.words_end:
        end = content_end(passage, comma + 1, clauses.borders())
        content: Place | None = passage.span(comma + 1, max(comma + 1, end - 1))
    else:
        content = _left_of(text, passage, subject.first - 1)
    if content is None:
        return None
    take = _takes(passage, cue)["quote"]
    place = passage.span(subject.first, subject.last)
    return Found(passage, passage.span(cue.at, cue.last), place, [content], take.kind, "as-said", take.weight)
