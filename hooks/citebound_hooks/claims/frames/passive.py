"""`has been claimed by X`, `is believed to …`, `was accused of …`, `X was told that …`."""

from __future__ import annotations

from citebound_hooks.claims.contents import content_end
from citebound_hooks.claims.cues import Cue
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.clause import Clauses
from citebound_hooks.claims.lexicon import Take
from citebound_hooks.claims.subjects import Subject, subject_after, subject_before

_SEEMING = (
    "say",
    "allege",
    "report",
    "claim",
    "believe",
    "think",
    "expect",
    "estimate",
    "understand",
    "suspect",
    "know",
    "consider",
    "assume",
    "presume",
    "rumour",
    "feel",
    "hear",
    "see",
    "predict",
    "deem",
    "judge",
)


def passive(text: str, clauses: Clauses, cue: Cue, subject: Subject | None) -> Found | None:
    """Returns the claim of a reporting verb in the passive voice: its subject is what is said."""
    passage = clauses.passage
    if subject is None:
        subject = subject_before(passage, cue.group)
    if subject is None:
        return None
    take = _take(cue)
    if take is None:
        return None
    agent, rest = _agent(clauses, cue)
    said: list[Place] = []
    expletive = passage.lower(subject.first) == "it" and subject.first == subject.last
    following = passage.tag(cue.last + 1)
    if expletive and following != "T":
        return None
    if not expletive:
        said.append(passage.span(subject.first, subject.last))
    first = _content_after(clauses, cue, take, rest)
    if first is not None:
        end = content_end(passage, first, clauses.borders(subject, phrase=True))
        if end > first:
            said.append(passage.span(first, end - 1))
    elif agent is None:
        return None
    source = passage.span(agent.first, agent.last) if agent else None
    return Found(
        passage,
        passage.span(cue.at, cue.last),
        source,
        said,
        take.kind,
        "passive",
        take.weight,
        cue.negated,
        epistemic=agent is None and cue.verb.lemma in _SEEMING,
    )


def _take(cue: Cue) -> Take | None:
    takes = cue.verb.takes
    return takes.get("object") or takes.get("clause") or takes.get("that") or takes.get("quote")


def _agent(clauses: Clauses, cue: Cue) -> tuple[Subject | None, int]:
    passage = clauses.passage
    at = cue.last + 1
    while passage.tag(at) in "RY":
        at += 1
    if passage.lower(at) != "by":
        return None, at
    agent = subject_after(passage, at + 1)
    return agent, (agent.last + 1 if agent else at)


def _content_after(clauses: Clauses, cue: Cue, take: Take, at: int) -> int | None:
    passage = clauses.passage
    tag, word = passage.tag(at), passage.lower(at)
    if tag == "t" and (cue.verb.lemma in _SEEMING):
        return at
    if tag == "T":
        return at + 1
    if word in take.marks or word in ("as", "of", "on", "for") and "object" in cue.verb.takes:
        return at
    return None
