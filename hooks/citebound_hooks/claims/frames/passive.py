"""`has been claimed by X`, `is believed to …`, `was accused of …`, `X was told that …`."""

from __future__ import annotations

import re

from citebound_hooks.claims.contents import to_quote_end
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.frames.reading import Reading
from citebound_hooks.claims.lexicon import Take
from citebound_hooks.claims.subjects import Subject, subject_after, subject_before
from citebound_hooks.claims.words import words

_LEAST_WITH_AGENT = 0.6
_REACH = 12
_ADJUNCTS = re.compile(
    r"(?:[RY]|[DJ]u|P(?:Cn?|nC?n?|Y))*"
)  # "was charged last year with", "reported in August to"
# "quoted by X as saying": X carries what somebody else says; what is seen or listed is not said.
_CARRIES = frozenset(
    {"quote", "cite", "see", "hear", "know", "want", "list", "count", "view", "perceive", "treat"}
)
_NAME = re.compile(r"D?[JNZn]{0,3}C[JNZCcn~&fD]*(?=P)")
_VENUE = re.compile(r"P[DJ]{0,2}[JNZC]{0,3}[NZ](?=P)")  # "claimed in an audio message by"
_BY = ("by", "par")
_MARKS = ("as", "of", "on", "for", "with", "to", "de", "d'", "d’", "à")


def passive(reading: Reading) -> Found | None:
    """Returns the claim of a reporting verb in the passive voice: its subject is what is said."""
    passage, cue = reading.passage, reading.cue
    subject = reading.subject or subject_before(passage, cue.group)
    take = _take(reading)
    if subject is None or take is None or passage.tag(subject.last) == "W" or cue.verb.lemma in _CARRIES:
        return None
    agent, rest = _agent(reading)
    first = _content_after(reading, take, rest)
    late = None
    if agent is None and first is not None:
        late = _late_agent(reading, first) or _reduced(reading, first)
    if late is not None and first is not None:
        agent, last = late
        things = [passage.span(subject.first, subject.last), passage.span(first, last)]
        return _found(reading, things, take, agent)
    said = first is not None and reading.content_from(first, phrase=passage.tag(first - 1) != "T")
    if not said and not (_is_saying(reading, take) if agent else _stands_alone(reading)):
        return None
    if take.marks and not _names_mark(reading, subject, first, take):
        return None
    content = [to_quote_end(passage, said)] if said else []
    if not _is_expletive(reading, subject) and "hearer" not in reading.takes:
        content.insert(0, passage.span(subject.first, subject.last))
    if not content:
        return None
    return _found(reading, content, take, agent)


def _reduced(reading: Reading, first: int) -> tuple[Subject | None, int] | None:
    """Nobody, and the last token of the blamed, in a participle clause: "a bomb blamed on rebels killed six"."""
    if reading.passage.lower(first) != "on" or _group(reading).strip("RX"):
        return None
    blamed = subject_after(reading.passage, first + 1)
    return (None, blamed.last) if blamed is not None else None


def _late_agent(reading: Reading, first: int) -> tuple[Subject | None, int] | None:
    """Who blames, and the last token of the blamed: "was blamed on the League by officials".

    Only behind a name: in "was blamed on mistakes by officials" the mistakes may be theirs.
    """
    passage = reading.passage
    name = _NAME.match(passage.tags, first + 1, first + 1 + _REACH)
    if name is None or passage.lower(first) not in ("on", "to") or passage.lower(name.end()) not in _BY:
        return None
    agent = subject_after(passage, name.end() + 1)
    return (agent, name.end() - 1) if agent is not None else None


def _is_saying(reading: Reading, take: Take) -> bool:
    """Whether "by X" names a speaker: what is seen, heard or known by somebody is not said by him."""
    return take.weight >= _LEAST_WITH_AGENT and ("object" in reading.takes or reading.cue.strong)


def _names_mark(reading: Reading, subject: Subject, first: int | None, take: Take) -> bool:
    """Whether the verb has the object that it takes: "The toll was raised by", not "money raised by"."""
    if reading.cue.last > reading.cue.at:
        return True  # "montrée du doigt": the mark belongs to the verb
    around = {reading.passage.lower(subject.last), reading.passage.lower(-1 if first is None else first)}
    return not take.marks.isdisjoint(around)


def _stands_alone(reading: Reading) -> bool:
    """ "The militia is suspected.", "Attacks were reported in May.": the verb says all."""  # noqa: D210
    return reading.cue.verb.lemma in ("suspect", "accuse", "blame", "report") and "b" in _group(reading)


def _group(reading: Reading) -> str:
    return reading.passage.tags[reading.cue.group : reading.cue.at]


def _found(reading: Reading, content: list[Place], take: Take, agent: Subject | None) -> Found:
    lemma = reading.cue.verb.lemma
    found = reading.claim(content, take, "passive")
    found.source = reading.place(agent)
    if agent is None and lemma in words().seeming:
        found.epistemic = reading.passage.span(reading.cue.group, reading.cue.at)
    if agent is not None and lemma in ("claim", "revendiquer"):
        found.kind, found.rule = "claim-responsibility", "claimed-by"
    return found


def _is_expletive(reading: Reading, subject: Subject) -> bool:
    return subject.first == subject.last and reading.passage.lower(subject.first) in ("it", "it's", "it’s")


def _take(reading: Reading) -> Take | None:
    takes = reading.takes
    return takes.get("object") or takes.get("clause") or takes.get("that") or takes.get("quote")


def _agent(reading: Reading) -> tuple[Subject | None, int]:
    """Who is named after "by", and the index of the token behind."""
    passage = reading.passage
    at = reading.cue.last + 1
    if reading.cue.last > reading.cue.at and _marked(reading, at):
        at += 1  # "montrée du doigt par X"
    adjuncts = _ADJUNCTS.match(passage.tags, at, at + _REACH)
    end = adjuncts.end() if adjuncts else at
    at = next((i for i in range(at, end) if passage.lower(i) in _BY), end)
    venue = _VENUE.match(passage.tags, at, at + _REACH)
    if venue is not None and passage.lower(venue.end() - 1) in words().venues:
        at = venue.end()
    if passage.lower(at) not in _BY:
        return None, at
    whole = subject_after(passage, at + 1)
    return _without_medium(reading, whole), (whole.last + 1 if whole else at)


def _marked(reading: Reading, at: int) -> bool:
    take = reading.takes.get("object")
    return take is not None and reading.passage.lower(at) in take.marks


def _without_medium(reading: Reading, agent: Subject | None) -> Subject | None:
    """The agent without the way in which it spoke: "by the Front in a statement", "by the Front on Telegram"."""
    if agent is None:
        return None
    passage = reading.passage
    for at in range(agent.first + 1, agent.last):
        if passage.lower(at) in ("in", "on", "via", "through") and _is_medium(reading, at + 1):
            return Subject(agent.first, at - 1, agent.position)
    return agent


def _is_medium(reading: Reading, at: int) -> bool:
    """Whether "a statement", "the message" or "Telegram" stands here, and not a name: "in the Islamic Maghreb"."""
    passage = reading.passage
    word = passage.lower(at)
    if word == "the":
        return passage.tag(at + 1) != "C"
    return word in ("a", "an", "its", "his", "her", "their", "telegram", "twitter", "facebook", "x")


def _content_after(reading: Reading, take: Take, at: int) -> int | None:
    passage, lemma = reading.passage, reading.cue.verb.lemma
    tag, word = passage.tag(at), passage.lower(at)
    if tag == "T":
        return at + 1
    if tag == "t" and passage.tag(at + 1) in "NVbAJREXZ" and lemma in words().seeming:
        return at
    if lemma in words().seeming and (tag == "E" or word in words().as_adjective):
        return at
    if word in take.marks or (word in _MARKS and "object" in reading.takes and not take.marks):
        return at
    return None
