"""Whom the words of a relation speak of: the name before them, the antecedent of "which", the subject of "and"."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.relations import Form, between_cues
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import ACTS
from citebound_hooks.actors.reading.wording import Words
from citebound_hooks.actors.telling.asides import (
    MARKS,
    QUOTES,
    Spoken,
    aside,
    closing_at,
    is_before_comma,
    is_inside,
    suffers,
)
from citebound_hooks.actors.telling.asserted import is_over, is_unreal
from citebound_hooks.actors.telling.ends import End, NamedSentence, is_attribute

_LINKS = words_in(word_lists().phrasing.links)
_RELATIVES = frozenset(("which", "who", "that", "qui"))
_JOINS = frozenset(("and", "but", "et", "mais", "then", "puis", "or"))
_IS = frozenset(("is", "was", "are", "were", "has", "est", "sont", "était", "remains", "became"))
_BEFORE_GERUNDS = frozenset(
    ("of", "for", "from", "by", "in", "after", "before", "with", "against", "on", "and")
)
_TIMES = frozenset(("in", "on", "since", "by", "for", "en", "depuis"))
_SPANS = frozenset(("years", "months", "decades"))
_SMALL_WORDS = k.FUNCTION | k.LOCATIVE | k.DIRECTION
_CHAINED = 3  # verbs that share a subject
_HEADS = frozenset(("of", "in", "from", "for", "against", "with", "on", "by", "de", "du", "des", "d'", "d’"))
_ONE = frozenset(("one", "two", "some", "most"))
_NEAR = 8  # names back to the subject before an aside


def bearer(sentence: NamedSentence, first: int, form: Form, depth: int = 0) -> Spoken | None:
    """Returns the name that a cue at a token speaks of, None where that is not certain or not asserted."""
    words = sentence.words
    at = _verb_start(sentence, first)
    if at is None:
        return None
    over = is_over(words, at, first)
    before = at - 1
    if before < 0:
        return None
    if words.lower[first].endswith("ing") and form == "verb" and before not in sentence.at:
        found = _of_gerund(sentence, before)
    elif before in sentence.at:
        found = _head(sentence, sentence.at[before], clause=form == "verb" or at < first)
    elif (closing := closing_at(sentence, at)) is not None:
        found = _head(sentence, closing, clause=form == "verb" or at < first)
    elif words.lower[before] in _RELATIVES:
        found = _antecedent(sentence, before)
    elif words.lower[before] in _JOINS and depth < _CHAINED:
        found = _shared(sentence, before, depth)
    elif words.lower[before] in MARKS:
        found = _apart(sentence, before, at, form)
    else:
        found = _noun(sentence, at, depth)
    found = found or aside(sentence, first)
    if found is None or found.end.owns:
        return None
    if form == "participle" and words.lower[before] in MARKS and suffers(sentence, found.end):
        return None
    return found._replace(over=found.over or over)


def _verb_start(sentence: NamedSentence, first: int) -> int | None:
    """Returns the first token of a verb group with its adverbs and dates; None if it asserts nothing."""
    words, at = sentence.words, first
    while at > 0 and at - 1 not in sentence.at:
        before = at - 1
        if is_unreal(words, before) or (
            words.lower[before] == "being" and words.lower[before - 1] not in _IS
        ):
            return None
        word, flag = words.lower[before], words.flags[before]
        link = word in _LINKS or word.endswith("ly") or flag & (k.ADVERB | k.CALENDAR)
        if not (link or word[0].isdigit() or is_over(words, before, at) or _is_of_date(sentence, before)):
            return at
        at -= 1
    return at


def _is_of_date(sentence: NamedSentence, at: int) -> bool:
    """Tells the "in" of "in 2012"."""
    after = sentence.words.tokens[at + 1]
    dated = after.text[0].isdigit() or sentence.words.flags[at + 1] & k.CALENDAR
    return bool(dated or after.lower in _SPANS) and sentence.words.lower[at] in _TIMES


def _head(sentence: NamedSentence, end: End, *, clause: bool) -> Spoken | None:
    """Returns a name before a verb, unless it only says whose brother or which group of many acts."""
    words = sentence.words
    if end.owns:
        return None
    first = end.first
    while first > 0 and first - 1 not in sentence.at and is_attribute(words, first - 1):
        first -= 1
    if first and (is_unreal(words, first - 1) or any(is_unreal(words, at) for at in range(first, end.first))):
        return None
    if not clause or first < 2 or words.lower[first - 1] not in _HEADS:
        return Spoken(end, clause)
    if first - 2 in sentence.at:  # "Ada Quill of the Mirren School leads"
        other = sentence.at[first - 2]
        return None if other.owns else Spoken(other, clause)
    people = words.flags[first - 2] & k.PEOPLE or words.lower[first - 1] not in (
        "of",
        "de",
        "du",
        "des",
        "d'",
        "d’",
    )
    return Spoken(end, clause) if people else None


def _antecedent(sentence: NamedSentence, relative: int) -> Spoken | None:
    """Returns the Front of "the Front, which", and of "the Front, a militia that"."""
    words, at = sentence.words, relative
    at -= at > 0 and words.lower[at - 1] in MARKS
    end = closing_at(sentence, at)
    if end is not None:
        return None if end.owns else Spoken(end, clause=False)
    return _noun(sentence, at, 0) if at == relative else None


def _shared(sentence: NamedSentence, join: int, depth: int) -> Spoken | None:
    """Returns the subject of the verb before "and"."""
    words = sentence.words
    for at in range(join - 1, 0, -1):
        word = words.lower[at]
        if word in (";", ":") or words.tokens[at].text in QUOTES:
            return None
        verb = words.flags[at] & k.FINITE or (word.endswith("ed") and words.tokens[at].text == word)
        verb = verb or (word in between_cues() and not words.flags[at] & _SMALL_WORDS)
        if at not in sentence.at and verb:
            return bearer(sentence, at, "verb", depth + 1)
    return None


def _apart(sentence: NamedSentence, mark: int, at: int, form: Form) -> Spoken | None:
    """Returns the name before a comma: of an apposition, or the subject before an aside that the comma closes."""
    words, end = sentence.words, closing_at(sentence, mark)
    resumes = (form == "verb" or words.lower[at] in _IS) and words.lower[mark] == ","
    if not resumes:
        return (
            Spoken(end, clause=False)
            if end and not (form == "participle" and suffers(sentence, end))
            else None
        )
    index = sentence.before(end.first if end else mark)
    near = sentence.ends[max(0, index - _NEAR) : index]
    before = [each for each in near if is_before_comma(sentence, each) and not is_inside(sentence, each)]
    subject = before[-1] if before else end
    return Spoken(subject, clause=True) if subject else None


def _noun(sentence: NamedSentence, at: int, depth: int) -> Spoken | None:
    """Returns whom the noun before a token is said of: "the Front, a militia | led by", "the Front is a | wing of"."""
    words, first = sentence.words, at
    while (
        first > 0
        and first - 1 not in sentence.at
        and (is_attribute(words, first - 1) or _is_partitive(words, first - 1))
    ):
        first -= 1
    if any(is_unreal(words, each) for each in range(first, at)):
        return None
    over, before = is_over(words, first, at), first - 1
    if before < 0:
        return None
    found = None
    if words.lower[before] in MARKS:
        end = closing_at(sentence, before)
        found = Spoken(end, clause=False) if end and not end.owns else None
    elif words.lower[before] in _IS and depth < _CHAINED:
        found = bearer(sentence, before, "verb", depth + 1)
    return found._replace(over=over or found.over) if found else None


def _is_partitive(words: Words, at: int) -> bool:
    """Tells the "one of" of "one of four militias"."""
    if words.lower[at] == "of":
        return at > 0 and words.lower[at - 1] in _ONE
    return words.lower[at] in _ONE and words.lower[at + 1] == "of"


def _of_gerund(sentence: NamedSentence, before: int) -> Spoken | None:
    """Returns the subject of the sentence: "The Front attacked, pledging allegiance to"."""
    if sentence.words.lower[before] in _BEFORE_GERUNDS:
        return None
    near = sentence.ends[: sentence.before(before + 1)]
    acting = next(
        (end for end in near if end.phrase.context & ACTS and not end.owns), near[-1] if near else None
    )
    return Spoken(acting, clause=True) if acting else None
