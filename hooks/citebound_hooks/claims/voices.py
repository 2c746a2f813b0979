"""Whether a word that can report is a verb here, and in which voice: the filter between nouns and verbs."""

from __future__ import annotations

import re
from typing import Literal

from citebound_hooks.claims.lexicon import CueForm
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.words import words

Voice = Literal["active", "passive", "gerund", "infinitive"]
_NOUN_BEFORE = frozenset("DcpJfnP&")  # tags after which a noun stands
_COMPLEMENT_AFTER = frozenset("TWOoDt“:,CcnGbAM$.JZ")  # tags with which a complement may begin
_NAMING = frozenset({"call", "dub", "name", "term"})
# Verbs whose noun goes with "to" as well: "requests to the camps".
_TO_SOMEBODY = frozenset(
    {"request", "demand", "order", "offer", "appeal", "call", "report", "need", "answer", "reply"}
)
_PLURAL_HEAD = re.compile(r"[ZC][fP][DJNZCcn]*$")  # "documents from his tax return show"
_GAP_REACH = 12
_QUOTED = 8  # tokens between a quote and the verb behind it
# "an attack that X described as …": what is described stands before.
_GAP = re.compile(r"[TW](?:D?[nJNZCc~]*[NZC](?:,D?[nJNZCc~]*[NZC],)?|O)R*$")
_BY_AUXILIARY: dict[str, tuple[frozenset[str], Voice]] = {
    "b": (frozenset({"participle"}), "passive"),
    "A": (frozenset({"participle", "base"}), "active"),
    "M": (frozenset({"base"}), "active"),
}


def voice_of(passage: Passage, at: int, group: int, form: CueForm, auxiliary: str) -> Voice | None:
    """Returns the voice of a reporting verb, or None if the word is no verb here.

    Args:
        passage: The sentence.
        at: Index of the word.
        group: Index of the first word of its verb group.
        form: What the lexicon knows of the word.
        auxiliary: The tag of the auxiliary nearest to it in the group, or nothing.
    """
    before = passage.tag(group - 1)
    if "gerund" in form.forms:
        return _gerund(passage, at, auxiliary, before)
    if auxiliary:
        forms, voice = _BY_AUXILIARY[auxiliary]
        return voice if form.forms & forms else None
    if before == "t":
        return "infinitive" if "base" in form.forms else None
    before = _before_adverbs(passage, group)
    if form.forms & {"past", "participle"} and "third" not in form.forms:
        return _past(passage, at, form, before)
    return _present(passage, at, form, before)


def _gerund(passage: Passage, at: int, auxiliary: str, before: str) -> Voice | None:
    if auxiliary == "b":
        return "active"
    if before in "DcpJ" or auxiliary or (passage.tag(at + 1) == "f" and before != ","):
        return None
    return "gerund"


def _before_adverbs(passage: Passage, at: int) -> str:
    at -= 1
    while at > 0 and passage.tag(at) in "RX":
        at -= 1
    return passage.tag(at)


def _past(passage: Passage, at: int, form: CueForm, before: str) -> Voice | None:
    after = passage.tag(at + 1)
    adjective = before in "K," and after in "NZJ" and form.verb.lemma in words().adjectival
    if form.verb.lemma in _NAMING and before in "NZ" and after in "C“~" and _is_indefinite(passage, at):
        return None  # "a group called Red Lotus"
    if after in "PY" and _is_published(passage, at - 1):
        return None  # "said in a statement posted on Monday"
    discovered = form.verb.lemma == "find" and after == "P" and "T" not in passage.tags[at : at + _GAP_REACH]
    by_others = passage.lower(at + 1) == "by" and not {"object", "hearer"} & form.verb.takes.keys()
    pronoun = before == "D" and passage.lower(at - 1) in words().pronouns
    if (before in "DcpJ" and not pronoun) or adjective or by_others or discovered:
        return None  # "a militia commanded by a deserter", "the cartridges found at the site"
    if before == "$" and after in "CD" and form.verb.lemma == "say":
        return "active"  # "Said X: …"
    if before in "fP$":
        return "passive" if after in "PfS" and "object" in form.verb.takes else None
    return "passive" if "past" not in form.forms or _is_reduced(passage, at, form) else "active"


def _is_published(passage: Passage, at: int) -> bool:
    """Whether a venue stands here, with its preposition: "in a statement", "on its radio"."""
    if passage.lower(at) not in words().venues:
        return False
    while at > 0 and passage.tag(at) in "NJCcD":
        at -= 1
    return passage.tag(at) == "P"


def _is_indefinite(passage: Passage, at: int) -> bool:
    determiner = passage.tags.rfind("D", max(0, at - 5), at)
    return determiner >= 0 and passage.lower(determiner) in ("a", "an", "another")


def _is_reduced(passage: Passage, at: int, form: CueForm) -> bool:
    """Whether a form in -ed stands for `who was …ed`: a noun before it, no object after it."""
    if "participle" not in form.forms or "object" not in form.verb.takes:
        return False
    after = passage.lower(at + 1)
    if after in form.verb.takes:
        return False  # "warned of": the preposition is the verb's own
    marked = after in form.verb.takes["object"].marks and passage.tag(at - 1) in "NZC,"
    if after == "on" and form.verb.lemma in words().blaming and passage.tag(at - 1) in "NZC":
        return passage.tag(at + 2) != "Y"  # "a bomb blamed on the group killed six"
    return after == "by" or (marked and not _GAP.search(passage.tags, max(0, at - _GAP_REACH), at))


def _present(passage: Passage, at: int, form: CueForm, before: str) -> Voice | None:
    pronoun = before == "D" and passage.lower(at - 1) in words().floating  # "both say"
    numbered = before == "n" and passage.tag(at - 2) in "CNZ"  # "Annex 3 states that"
    noun = form.noun and not numbered
    if before == "$" or (before in _NOUN_BEFORE and not pronoun and (noun or before != "n")):
        return None
    if before == "C" and passage.tokens[at].capitalised and "base" in form.forms:
        return None  # "the Coastal Herald"
    if not form.noun:
        return "active"
    return "active" if not passage.tokens[at].capitalised and _agrees(passage, at, form, before) else None


def _agrees(passage: Passage, at: int, form: CueForm, before: str) -> bool:
    """Whether a word that may be a noun has a subject that fits before it, and a complement after it."""
    after, plural = _tag_after(passage, at), passage.lower(at - 1).endswith("s")
    if before in "OW" or _takes_next(passage, at, form, before) or _has_gap(passage, at, form):
        return True
    if after not in _COMPLEMENT_AFTER or (before == "N" and passage.tag(at - 2) in "AMXt"):
        return False  # "did not unveil plans": the word before is the verb
    if "third" in form.forms:
        shared = before == "K" and after in "DTt"
        headed = "f" in passage.tags[max(0, at - _QUOTED) : at]  # "an analysis of the polls shows"
        numbered = before == "n" and passage.tag(at - 2) in "CNZ"  # "Annex 3 states that"
        singular = numbered or before in "C,)Y" or (before in "NZTu" and (headed or not plural))
        if singular and after in ".$" and "”" in passage.tags[max(0, at - _QUOTED) : at]:
            return True  # "…," the letter reads.
        wishing = after == "t" and form.verb.lemma not in _TO_SOMEBODY
        return shared or (singular and (wishing or after in "TWODo“:Ccn,J"))
    head = _PLURAL_HEAD.search(passage.tags, max(0, at - _QUOTED), at)
    headed = head is not None and passage.lower(head.start()).endswith("s")
    return before in "NZC" and (plural or headed) and after in "TWODo“t:cCG"


def _has_gap(passage: Passage, at: int, form: CueForm) -> bool:
    """Whether what the verb speaks of stands before it: "which Dole claims was forged", "What X calls A, Y calls B"."""
    gap = _GAP.search(passage.tags, max(0, at - _GAP_REACH), at) if passage.tag(at + 1) in "bAM" else None
    if gap is not None and passage.tag(gap.start()) == "W":
        return True
    return form.verb.lemma in _NAMING and passage.lower(0) == "what" and passage.tag(at - 1) in "NZC"


def _tag_after(passage: Passage, at: int) -> str:
    """The tag behind a word and its adverbs: "doute même que"."""
    at += 1
    while passage.tag(at) == "R" and passage.tag(at + 1) in "RT":
        at += 1
    return passage.tag(at)


def _takes_next(passage: Passage, at: int, form: CueForm, before: str) -> bool:
    """Whether the next word tells a verb: "claim responsibility", "and calls on", "demande au gouvernement de"."""
    if "responsibility" in (passage.lower(at + 1), passage.lower(at + 2)):
        return True
    if passage.lower(at + 1) in ("à", "au", "aux"):
        return "person" in form.verb.takes
    if passage.lower(at + 1) in ("des", "du") and before in "CO":
        return True
    linked = before == "K" or (
        before in "NZC" and passage.lower(at - 1).endswith("s") and "base" in form.forms
    )
    return linked and passage.lower(at + 1) in form.verb.takes
