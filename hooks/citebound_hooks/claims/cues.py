"""Which words of a sentence are reporting verbs, and in what form: the filter between nouns and verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from citebound_hooks.claims.lexicon import CueForm, Verb, cue_forms
from citebound_hooks.claims.passages import Passage

# "an attack that X described as …": what is described stands before.
_GAP = re.compile(r"[TW](?:D?[nJNCc~]*[NC]|O)R*$")
Voice = Literal["active", "passive", "gerund", "infinitive"]
_NOUN_BEFORE = frozenset("DcpJfnP&")
_COMPLEMENT_AFTER = frozenset("TWOoDt“:,CcnGbAM$.J")
_NEGATIONS = frozenset("not never n't cannot nor no".split())
# Verbs whose infinitive is as good as the verb itself: "refused to say", "went on to accuse".
_RAISING = frozenset(
    "refused refuses refuse declined declines decline continued continues continue failed fails fail appeared appears "
    "appear seemed seems seem began begins begin chose used on tried tries try managed went going seeks sought able "
    "needs set hastened started stopped proceeded paused willing ready quick hesitated reluctant rushed came "
    "supposed required wanted wants".split()
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in its verb group.

    Attributes:
        at: Index of the verb among the tokens of its passage.
        last: Index of the last word of the cue: the verb's own or a particle's.
        group: Index of the first word of the verb group ("has been claimed": has).
        finite: Whether the form is marked as finite: a past or third-person form, or one with an auxiliary.
        bare: Whether no auxiliary stands before it.
    """

    at: int
    last: int
    group: int
    verb: Verb
    voice: Voice
    negated: bool
    finite: bool
    bare: bool


def find_cues(passage: Passage) -> list[Cue]:
    """Returns the reporting verbs of a sentence outside its quotes, in their order."""
    forms = cue_forms()
    found: list[Cue] = []
    for at, token in enumerate(passage.tokens):
        form = forms.get(token.lower)
        if form is not None and passage.quotes.at(token.start) is None:
            found += _cue(passage, at, form)
    return found


def _cue(passage: Passage, at: int, form: CueForm) -> Iterator[Cue]:
    tags = passage.tags
    group = at
    while group and tags[group - 1] in "RXAMbz":
        group -= 1
    while group < at and tags[group] == "R":
        group += 1
    while group < at and tags[group] == "z":
        group += 1
    auxiliary = next((tags[i] for i in range(at - 1, group - 1, -1) if tags[i] in "AMb"), "")
    if not auxiliary and group and tags[group - 1] == "z":
        auxiliary = _contracted(passage.lower(group - 1), form)
    voice = _voice(passage, at, group, form, auxiliary)
    if voice is None:
        return
    if voice == "infinitive":
        raised = _raised_group(passage, group - 1)
        group = raised if raised is not None else group
        voice = "active" if raised is not None else voice
    negated = any(
        passage.lower(i) in _NEGATIONS or "n't" in passage.lower(i).replace("’", "'")
        for i in range(group, at)
    )
    last = at + 1 if passage.lower(at + 1) in form.verb.phrasal else at
    finite = bool(auxiliary) or bool(form.forms & {"past", "third"})
    yield Cue(at, last, group, form.verb, voice, negated, finite, not auxiliary)


def _contracted(word: str, form: CueForm) -> str:
    """The auxiliary in "he's said", "they're saying", "he'd say"."""
    ending = word.replace("’", "'").partition("'")[2]
    if ending in ("ll", "d") and "base" in form.forms:
        return "M"
    if ending in ("ve", "d") or (ending == "s" and form.verb.lemma in ("say", "promise", "call", "claim", "vow", "deny")):
        return "b" if "gerund" in form.forms else "A"
    return "b"


def _voice(passage: Passage, at: int, group: int, form: CueForm, auxiliary: str) -> Voice | None:
    forms, before = form.forms, passage.tag(group - 1)
    if "gerund" in forms:
        return _gerund(passage, at, auxiliary, before)
    if auxiliary == "b":
        return "passive" if "participle" in forms else None
    if auxiliary == "A":
        return "active" if forms & {"participle", "base"} else None
    if auxiliary == "M":
        return "active" if "base" in forms else None
    if before == "t":
        return "infinitive" if "base" in forms else None
    return _finite(passage, at, form)


def _gerund(passage: Passage, at: int, auxiliary: str, before: str) -> Voice | None:
    if auxiliary == "b":
        return "active"
    if before in "DcpJ" or auxiliary or (passage.tag(at + 1) == "f" and before != ","):
        return None
    return "gerund"


def _finite(passage: Passage, at: int, form: CueForm) -> Voice | None:
    before, after = passage.tag(at - 1), passage.tag(at + 1)
    skipped = at - 1
    while skipped > 0 and passage.tag(skipped) in "RX":
        skipped -= 1
    before = passage.tag(skipped)
    if form.forms & {"past", "participle"}:
        if before in "DcpJ":
            return None
        if before in "fP$" and passage.tag(at - 1) != "(":
            return "passive" if after in "PfS" and "object" in form.verb.takes else None
        if before in "K," and after in "NJ" and form.verb.lemma in _ADJECTIVES:
            return None
        if "past" not in form.forms or _reduced(passage, at, form):
            return "passive"
        return "active"
    if before in _NOUN_BEFORE and (form.noun or before != "n"):
        return None
    if not form.noun:
        return "active" if before != "$" else None
    if passage.tokens[at].text[0].isupper():
        return None
    return _noun_or_verb(passage, at, form, before, after)


_ADJECTIVES = frozenset(
    "allege suspect propose expect estimate celebrate perceive report see need know suppose plan intend threaten rule "
    "project claim regard document promise want figure determine hold rate rank condemn".split()
)


def _noun_or_verb(passage: Passage, at: int, form: CueForm, before: str, after: str) -> Voice | None:
    if after not in _COMPLEMENT_AFTER:
        return None
    subject = passage.lower(at - 1)
    if before in "OW":
        return "active"
    if "third" in form.forms:
        singular = before in "C,)" or (before in "NTu" and not subject.endswith("s"))
        return "active" if singular and after in "TWODo“t:CcnG,J" else None
    plural = before in "NC" and subject.endswith("s")
    return "active" if plural and after in "TWODo“t:cCG" else None


def _reduced(passage: Passage, at: int, form: CueForm) -> bool:
    """Whether a form in -ed stands for `who was …ed`: a noun before it, no object after it."""
    if "participle" not in form.forms or "object" not in form.verb.takes:
        return False
    after = passage.lower(at + 1)
    marks = form.verb.takes["object"].marks
    if after == "by":
        return True
    return after in marks and passage.tag(at - 1) in "NC," and not _GAP.search(passage.tags, max(0, at - 12), at)


def _raised_group(passage: Passage, to: int) -> int | None:
    """Where the verb group of "refused to say" begins, given the index of its `to`; None for other infinitives."""
    at = to - 1
    while at >= 0 and passage.tags[at] == "R" and passage.lower(at) not in _RAISING:
        at -= 1
    if at < 0 or passage.lower(at) not in _RAISING:
        return None
    if passage.lower(at) == "on":
        at -= 1
    while at and passage.tags[at - 1] in "RXAMb":
        at -= 1
    return at
