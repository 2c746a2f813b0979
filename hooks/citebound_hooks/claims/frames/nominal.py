"""`the claim that …`, `X's criticism of …`, `issued a warning to Y that …`, `are concerned that …`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from citebound_hooks.claims.contents import content_end
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.nominal_lexicon import (
    AdjectiveGroup,
    NounGroup,
    nominals,
    reporting_words,
)
from citebound_hooks.claims.subjects import subject_after, subject_before
from citebound_hooks.claims.words import words
from citebound_hooks.language.phrases import NOUN_PHRASE

_UNOWNED = frozenset(
    {"accuse", "deny", "report", "assess"}
)  # "amid reports that" has no owner, and is a claim
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_CLAUSE_OPENS = "DOzCcnNJPR“"
_MODIFIERS = "JNZCERnGc"
_BEFORE = 6  # tokens before the noun in which its owner or verb stands
_BETWEEN = 12  # tokens between the noun and "that": "a warning from X to Y that"
_PHRASE = 30
_SENTENCE = 60
_VERB_GROUP = re.compile(r"(?:V|(?:M[RX]*)?(?:A[RX]*)?(?:b[RX]*){0,2}(?<=[MAbRX]))E?")
_IS_THAT = re.compile(r"(?:f[DJNZCcn]{1,6})?R?[bV]T")  # "the general's account of the rescue is that"
_IS = frozenset({"is", "was", "remains", "remained", "were", "are"})
_SILENT = re.compile(r"D[JN]*[NZ]{2}[PRt][DJNZCcnfP]*")  # "the police work for the mines"
_OPENS_CLAUSE = re.compile(r"[WTSBK,;“”tz]")


def nominal(clauses: Clauses) -> Iterator[Found]:
    """Yields the claims of a sentence that a noun or an adjective reports."""
    reporting = reporting_words()
    passage = clauses.passage
    for at in [at for at, word in enumerate(passage.words) if word in reporting]:
        group = reporting[passage.words[at]]
        if passage.quotes.at(passage.tokens[at].start) or _is_verb(clauses, at):
            continue
        found = (
            _of_noun(clauses, at, group)
            if isinstance(group, NounGroup)
            else _of_adjective(clauses, at, group)
        )
        if found is not None:
            yield found


def _is_verb(clauses: Clauses, at: int) -> bool:
    """Whether the word was read as a verb."""
    number = bisect_left(clauses.cues, at, key=lambda cue: cue[0].at)
    return number < len(clauses.cues) and clauses.cues[number][0].at == at


def _of_noun(clauses: Clauses, at: int, group: NounGroup) -> Found | None:
    passage = clauses.passage
    source, named = _origin(clauses, at)
    word, tag = passage.lower(at + 1), passage.tag(at + 1)
    that = _that_after(clauses, at)
    content: Place | None = None
    if passage.lower(at) in words().venues and _is_venue(clauses, at):
        return None  # "said in its report that": the verb reports
    if that is not None and "that" in group.takes:
        content = _clause_of_subject(clauses, at, that + 1)
        source = source or _by(clauses, at + 1, that)
    elif named and tag == "t" and "to" in group.takes and passage.tag(at + 2) in "NVbAJREXZ":
        content = _clause(clauses, at + 1, phrase=True)
    elif named and word in group.takes and tag in "fPB":
        content = _phrase(clauses, at + 2)
    if content is None or (not named and source is None and group.kind not in _UNOWNED):
        return None
    rule = "noun.that" if that is not None else f"noun.{word}"
    return Found(passage, passage.span(at, at), source, [content], group.kind, rule, group.weight)


def _is_venue(clauses: Clauses, at: int) -> bool:
    passage = clauses.passage
    first = at
    while first and at - first < _BEFORE and passage.tags[first - 1] in _MODIFIERS + "D":
        first -= 1
    return passage.tag(first - 1) == "P"


def _that_after(clauses: Clauses, at: int) -> int | None:
    """The index of a "that" that opens what the noun says, not one that opens a relative clause."""
    tags = clauses.passage.tags
    says = _IS_THAT.match(tags, at + 1, at + _BETWEEN)
    if says is not None:
        return says.end() - 1 if clauses.passage.lower(says.end() - 2) in _IS else None
    that = tags.find("T", at + 1, at + _BETWEEN)
    if that < 0 or clauses.passage.tag(that + 1) not in _CLAUSE_OPENS:
        return None
    between = tags[at + 1 : that]
    if between and (between[0] not in "Pft" or any(tag in "VbAMEGOz,.;:“”W" for tag in between)):
        return None
    return that


def _origin(clauses: Clauses, at: int) -> tuple[Place | None, bool]:
    """Whose the noun's phrase is, and whether the text says whose."""
    passage = clauses.passage
    first = at
    while first and at - first < _BEFORE and passage.tags[first - 1] in _MODIFIERS:
        first -= 1
        if passage.tags[first] == "c":
            return _owner(clauses, first, passage.tokens[first].end - 2), True
    if first > 1 and passage.tags[first - 1] == "p":
        return _owner(clauses, first - 2, passage.tokens[first - 2].end), True
    before = passage.lower(first - 1)
    if before in _OWNERS:
        return passage.span(first - 1, first - 1), True
    verb = first - 1 if passage.tag(first - 1) != "D" else first - 2
    if passage.lower(verb) not in nominals().light_verbs:
        return None, False
    if passage.lower(verb) in nominals().not_speakers:
        return None, True
    return _subject_of(clauses, verb), True


def owner_of(clauses: Clauses, at: int) -> Place | None:
    """Returns whose a noun is: the owner in the genitive, or the possessive pronoun."""
    before = range(max(0, at - _BEFORE), at)
    if not any(clauses.passage.tags[i] in "cp" or clauses.passage.lower(i) in _OWNERS for i in before):
        return None
    return _origin(clauses, at)[0]


def _owner(clauses: Clauses, at: int, end: int) -> Place | None:
    """The owner in the genitive, up to an offset that leaves out the ending."""
    passage = clauses.passage
    start = at
    while start and at - start < _BEFORE and passage.tags[start - 1] in "JNZCn~&":
        start -= 1
    if start and passage.tags[start - 1] == "D":
        start -= 1
    return passage.tokens[start].start, end


def _subject_of(clauses: Clauses, verb: int) -> Place | None:
    passage = clauses.passage
    while verb and passage.tags[verb - 1] in "RXAMbz":
        verb -= 1
    found = subject_before(passage, verb) or clauses.main
    return passage.span(found.first, found.last) if found and found.last < verb else None


def _by(clauses: Clauses, first: int, last: int) -> Place | None:
    """`by X`, `from X`, `of X` between the noun and "that"."""
    for at in range(first, last):
        if clauses.passage.lower(at) in ("by", "from", "of"):
            found = subject_after(clauses.passage, at + 1)
            return clauses.passage.span(found.first, found.last) if found and found.last < last else None
    return None


def _clause(clauses: Clauses, first: int, *, phrase: bool = False) -> Place | None:
    if first >= clauses.passage.words_end:
        return None
    end = content_end(clauses.passage, first, clauses.borders(phrase=phrase))
    return clauses.passage.span(first, end - 1) if end > first else None


def _clause_of_subject(clauses: Clauses, at: int, first: int) -> Place | None:
    """What the noun says; where the noun is the sentence's subject, only up to the sentence's own verb."""
    passage = clauses.passage
    before = passage.tags[max(0, at - _BEFORE) : at]
    if any(tag in "VbAMEPt" for tag in before) or at > _BEFORE:
        return _clause(clauses, first)
    verbs = [m.start() for m in _VERB_GROUP.finditer(passage.tags, first, first + _SENTENCE) if m.group()]
    verbs += [
        i
        for i in range(first, min(first + _SENTENCE, passage.words_end))
        if passage.lower(i) in words().copulas
    ]
    verbs.sort()
    if passage.tag(first) == "O" and passage.tag(first + 1) in "NZE":
        verbs.insert(0, first + 1)
    own = _own_verb(clauses, first, verbs)
    return passage.span(first, own - 1) if own else _clause(clauses, first)


def _own_verb(clauses: Clauses, first: int, verbs: list[int]) -> int | None:
    """Where the verb of the sentence stands whose subject the noun is, behind the clause that the noun opens."""
    passage = clauses.passage
    if len(verbs) > 1 and _OPENS_CLAUSE.search(passage.tags, verbs[0], verbs[1]) is None:
        return verbs[1]
    silent = _SILENT.match(passage.tags, first, first + _SENTENCE)  # its own verb looks like a noun
    if len(verbs) == 1 and silent is not None and silent.end() == verbs[0]:
        return verbs[0]
    return None


def _phrase(clauses: Clauses, first: int) -> Place | None:
    match = NOUN_PHRASE.match(clauses.passage.tags, first, first + _PHRASE)
    return clauses.passage.span(first, match.end() - 1) if match else _clause(clauses, first, phrase=True)


def _of_adjective(clauses: Clauses, at: int, group: AdjectiveGroup) -> Found | None:
    passage = clauses.passage
    verb = at
    while verb and passage.tags[verb - 1] in "RXAMbz":
        verb -= 1
    subject = subject_before(passage, verb) if "b" in passage.tags[verb:at] else None
    word, tag = passage.lower(at + 1), passage.tag(at + 1)
    content: Place | None = None
    if tag == "T" and "that" in group.takes:
        content = _clause(clauses, at + 2)
    elif word in group.takes and tag in "fPBt":
        content = _clause(clauses, at + 1 if tag == "t" else at + 2, phrase=True)
    if subject is None or content is None or passage.lower(subject.first) in ("it", "there"):
        return None
    place = passage.span(subject.first, subject.last)
    negated = "X" in passage.tags[verb:at]
    return Found(
        passage, passage.span(at, at), place, [content], group.kind, "adjective", group.weight, negated
    )
