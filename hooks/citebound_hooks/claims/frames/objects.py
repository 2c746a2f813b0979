"""The objects of a reporting verb: `accused Niamey of …`, `denied having fired`, `urged Lusaka to withdraw`."""

from __future__ import annotations

import re

from citebound_hooks.claims.frames.views import Complement, View
from citebound_hooks.claims.words import words

_WINDOW = 40  # tokens that a pattern may look ahead
_JUDGED = re.compile(r"(?:[oO]|D?[JNZCcn~]*[NZC](?:[fPt]D?[JNZCcn~]*[NZC])*|D)(?=D|R?J|tb)")
_CLITICS = 4  # words of negation and pronouns before an infinitive
_QUANTIFIED = 2  # "61 attacks", "some 61 attacks"
_NAMES_ITSELF = frozenset({"itself", "themselves"})  # "calls itself the Northern Front" is a name
_OBJECT_BEGINS = "DNZCcJonTOWEG“R"


def nominal_complement(view: View, at: int) -> Complement | None:
    """Returns the object, gerund or addressed person that begins at a token, or None."""
    tag = view.tag(at)
    if "gerund" in view.takes and (tag == "G" or _is_infinitive(view, at)):
        return view.complement("gerund", at)
    addressed = tag in "DCNZcJonO" or view.passage.lower(at) in ("à", "au", "aux")
    if "person" in view.takes and addressed and "t" in view.passage.tags[at : at + 14]:
        return view.complement("person", at)
    found = _object(view, at, tag)
    if found is None and "account" in view.takes and tag in _OBJECT_BEGINS and tag != "W":
        return view.complement("account", at)
    return found


def _is_infinitive(view: View, at: int) -> bool:
    """`having fired`; in French the bare infinitive: `dit ignorer`, `nie avoir tiré`."""
    for _ in range(_CLITICS):  # "dit n'avoir jamais vu", "affirme ne pas en avoir été informé"
        at += view.tag(at) in "XRo" or view.passage.lower(at) in ("en", "y", "se", "s'", "s’")
    word = view.passage.lower(at)
    if word in ("having", "being", "avoir", "être"):
        return True
    return view.passage.language == "fr" and view.tag(at) in "NG" and word.endswith(("er", "ir", "re"))


def _object(view: View, at: int, tag: str) -> Complement | None:
    take = view.takes.get("object")
    if take is None:
        return None
    pronoun = tag in "DOo"  # "retracted this"
    if view.passage.lower(at) in take.marks and not pronoun:  # "an attack that X described as …"
        return view.complement("object", at + 1) if view.cue.voice == "active" else None
    partitive = view.passage.lower(at) in ("des", "du")
    names = view.passage.lower(at) in _NAMES_ITSELF and take.kind != "deny"
    if (tag not in _OBJECT_BEGINS and not partitive) or view.passage.has_gerund_cue(at) or names:
        return None
    if (
        view.passage.lower(at) in words().reflexive
        and take.kind == "deny"
        and view.passage.lower(at + 1) in take.marks
    ):
        return view.complement("object", at + 2, cue_last=at + 1)  # "distanced himself from the statement"
    if not take.marks or _has_mark(view, at, take.marks) or _is_judged(view, at):
        return view.complement("object", at)
    return None


def _is_judged(view: View, at: int) -> bool:
    """`considers the account plausible`, `considers X a front`."""
    return (
        view.cue.verb.lemma == "consider" and _JUDGED.match(view.passage.tags, at, at + _WINDOW) is not None
    )


def _has_mark(view: View, at: int, marks: frozenset[str]) -> bool:
    if "#" in marks:
        return "n" in view.passage.tags[at : at + _QUANTIFIED]
    return any(view.passage.lower(i) in marks for i in range(at, at + 16))
