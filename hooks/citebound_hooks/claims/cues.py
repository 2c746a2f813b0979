"""Which words of a sentence are reporting verbs, and in what form: the filter between nouns and verbs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from citebound_hooks.claims.lexicon import CueForm, Verb
from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.voices import Voice, voice_of
from citebound_hooks.claims.words import words

_NEITHER = frozenset({"nor", "ni"})
_SUBJECT = 5  # tokens before the verb in which "no" or "none" denies its subject


class Cue(msgspec.Struct, frozen=True):
    """A reporting verb in its verb group.

    Attributes:
        at: Index of the verb among the tokens of its passage.
        last: Index of the last word of the cue: the verb's own or a particle's.
        group: Index of the first word of the verb group ("has been claimed": has).
        negated: Whether the reporting itself is negated.
    """

    at: int
    last: int
    group: int
    verb: Verb
    voice: Voice
    negated: bool

    @property
    def strong(self) -> bool:
        """Whether the verb reports speech rather than a state of mind."""
        return self.verb.strong


def find_cues(passage: Passage) -> list[Cue]:
    """Returns the reporting verbs of a sentence outside its quotes, in their order."""
    forms = passage.forms
    found: list[Cue] = []
    for at in [at for at, word in enumerate(passage.words) if word in forms]:
        if passage.quotes.at(passage.tokens[at].start) is None:
            found += _cue(passage, at, forms[passage.words[at]])
    return found


def _cue(passage: Passage, at: int, form: CueForm) -> Iterator[Cue]:
    tags = passage.tags
    group = at
    while group and (
        tags[group - 1] in "RXAMbz"
        or passage.lower(group - 1) in words().in_group
        or _is_inverted(passage, group - 1)
        or _is_clitic(passage, group - 1)
        or (passage.lower(group - 1) == "yet" and passage.tag(group - 2) in "AbMX")
    ):
        group -= 1
    while group < at and tags[group] == "R":
        group += 1
    while group < at and tags[group] == "z":
        group += 1
    auxiliary = next((tags[i] for i in range(at - 1, group - 1, -1) if tags[i] in "AMb"), "")
    if not auxiliary and group and tags[group - 1] == "z":
        auxiliary = _contracted(passage.lower(group - 1), form)
    voice = voice_of(passage, at, group, form, auxiliary)
    if voice is None:
        return
    if voice == "infinitive":
        raised = _raised_group(passage, group - 1)
        group = raised if raised is not None else group
        voice = "active" if raised is not None else voice
    negated = any(
        passage.lower(i) in words().negations or "n't" in passage.lower(i).replace("’", "'")
        for i in range(group, at)
    )
    negated = (
        negated
        or _denied_subject(passage, group)
        or passage.lower(at + 1) in ("neither", "ni")
        or (passage.lower(at - 2) == "yet" and passage.lower(at - 1) == "to")
    )
    last = at + 1 if passage.lower(at + 1) in form.verb.phrasal else at
    yield Cue(at, last, group, form.verb, voice, negated)


def _is_inverted(passage: Passage, at: int) -> bool:
    """Whether a pronoun hangs on the verb before it: "a-t-il déclaré"."""
    return passage.tags[at] in "Oo" and at > 0 and passage.text[passage.tokens[at].start - 1] == "-"


def _is_clitic(passage: Passage, at: int) -> bool:
    """Whether a French object pronoun stands between a subject and its verb: "le maire l'appelle", "elle y voit"."""
    if passage.language != "fr" or passage.lower(at) not in words().clitics:
        return False
    return passage.tag(at - 1) in "NZCOWX"


def _denied_subject(passage: Passage, group: int) -> bool:
    """Whether nobody says it: "no group has claimed", "none of the parties has confirmed"."""
    for at in range(group - 1, max(-1, group - 1 - _SUBJECT), -1):
        if passage.lower(at) in _NEITHER:
            return True
        if passage.tags[at] in ",;:K“”":
            return False
        if passage.lower(at) in words().nobody:
            return (
                passage.lower(at + 1) != "." and not passage.lower(at + 1).isdecimal()
            )  # "Report No. 2 said"
    return False


def _contracted(word: str, form: CueForm) -> str:
    """The auxiliary in "he's said", "they're saying", "he'd say"."""
    ending = word.replace("’", "'").partition("'")[2]
    if ending in ("ll", "d") and "base" in form.forms:
        return "M"
    if ending in ("ve", "d") or (
        ending == "s" and form.verb.lemma in ("say", "promise", "call", "claim", "vow", "deny")
    ):
        return "b" if "gerund" in form.forms else "A"
    return "b"


def _raised_group(passage: Passage, to: int) -> int | None:
    """Where the verb group of "refused to say" begins, given the index of its `to`; None for other infinitives."""
    at = to - 1
    while at >= 0 and passage.tags[at] == "R" and passage.lower(at) not in words().raising:
        at -= 1
    if at < 0 or passage.lower(at) not in words().raising:
        return None
    if passage.lower(at) == "on":
        at -= 1
    while at and passage.tags[at - 1] in "RXAMb":
        at -= 1
    return at
