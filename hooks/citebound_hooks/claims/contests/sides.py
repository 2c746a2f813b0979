"""A claim as one side of a dispute: who speaks, of whom, and in which words."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from citebound.model import Actor, ClaimKind
from citebound_hooks.claims.contests import pointers
from citebound_hooks.claims.contests.doers import Doing
from citebound_hooks.claims.contests.negations import denied
from citebound_hooks.claims.contests.outcomes import Outcome, outcomes
from citebound_hooks.claims.contests.stems import READ, root, stem, words_of
from citebound_hooks.claims.found import Found
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.words import words

OPENING = 160  # characters of a content that tell what it is about
_CONTRASTED = 3  # words
_DENIED = 70  # characters of a content that tell what was not
_ACCOUNTS = frozenset({"say", "report", "assess", "deny", "accuse"})
_REQUESTS = (".person", ".for", ".to")
_TAKEN_UP = 60  # characters of ", a claim which"
_WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,3}\b")
_ANY_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}|[A-Z]{2,}")


class Side(msgspec.Struct, dict=True, eq=False):
    """A claim with all that is compared.

    Attributes:
        number: Which claim of the document it is.
        around: The layers before.
        place: Where its cue stands.
        sentence: The number of its sentence.
        block: The paragraph that it stands in.
        source: The words of its source, case folded.
        cue: Its reporting words, in lower case.
        phrases: The pieces of its content.
        bag: All words and numbers of its content, in lower case.
        negative: Whether its content says that something is not so.
        doing: Who did what, if it says so.
    """

    number: int
    around: Surroundings
    claim: Found
    kind: ClaimKind
    actor: Actor | None
    place: int
    sentence: int
    block: object
    source: str
    cue: str
    phrases: tuple[str, ...]
    bag: frozenset[str]
    negative: bool
    doing: Doing | None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.around.text

    @cached_property
    def is_account(self) -> bool:
        """Whether it tells how something was or is, which others can contest: no request, no promise."""
        lists, claim = words(), self.claim
        if self.kind not in _ACCOUNTS or claim.negated or claim.rule.endswith(_REQUESTS):
            return False
        return self.cue not in lists.asking and self.cue not in lists.unwilling

    @cached_property
    def agrees(self) -> bool:
        """Whether it bears out what was said: "confirmed", "also says"."""
        lists = words()
        return self.cue in lists.agreeing or not lists.joining.isdisjoint(self.claim.passage.words)

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The actors that its content names, by id."""
        return frozenset(
            actor.id
            for start, end in self.claim.content
            for _, actor in self.around.mentions.within(start, min(end, start + READ))
        )

    @cached_property
    def said(self) -> frozenset[str]:
        """The words of its content, in lower case."""
        pieces = (self.text[start : min(end, start + READ)] for start, end in self.claim.content)
        return frozenset(word.lower() for piece in pieces for word in _WORD.findall(piece)) - words().empty

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of its content without their endings."""
        return frozenset(stem(word) for word in self.said)

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of the words with which its content opens: "reconciled" is as good as "reconciliation"."""
        opening = (word.lower() for phrase in self.phrases for word in _WORD.findall(phrase[:OPENING]))
        return frozenset(root(word) for word in opening if word not in words().empty)

    @cached_property
    def denied(self) -> frozenset[str]:
        """The roots of what its content says was not: "there were no soldiers", "had seen nobody arrested"."""
        if not self.negative:
            return frozenset()
        return frozenset(root(word) for phrase in self.phrases for word in denied(phrase[:_DENIED]))

    @cached_property
    def outcomes(self) -> frozenset[Outcome]:
        """How what it tells has come out."""
        return outcomes(self.bag)

    @property
    def only(self) -> str | None:
        """Its content, if that is of one piece."""
        return self.phrases[0] if len(self.phrases) == 1 else None

    @property
    def pronoun(self) -> bool:
        """Whether what it denies stands as a pronoun alone: "denied this"."""
        return self.only is not None and pointers.is_pronoun(self.only)

    @property
    def reverses(self) -> bool:
        """Whether it says the opposite of what somebody else said: "suggests otherwise"."""
        return len(self.phrases) == 1 and pointers.is_reverse(self.phrases[0])

    @cached_property
    def points_back(self) -> bool:
        """Whether what it denies is not named, or by a pronoun, or as "the charge", "the Front's claim"."""
        return not self.phrases or (self.only is not None and pointers.points_back(self.only))

    @cached_property
    def finds_untrue(self) -> bool:
        """Whether it says of somebody or of what he said that it is not so: "the claim is a hoax", "he was lying"."""
        lists = words()
        hollow = not lists.hollow.isdisjoint(self.bag) or not lists.untrue.isdisjoint(self.bag)
        hollow = hollow and not any(map(pointers.has_made, self.phrases))
        untrue = hollow or (self.negative and not lists.sound.isdisjoint(self.bag))
        return untrue and self.only is not None and pointers.speaks_of_claim(self.only)

    @cached_property
    def set_against(self) -> bool:
        """Whether its sentence sets itself against the one before: "However, …", "X, by contrast, says …"."""
        lists, around = words(), self.claim.passage.words
        if not lists.contrast.isdisjoint(around[:_CONTRASTED]):
            return True
        if lists.contrasting.isdisjoint(around):
            return False
        end = max(self.claim.content[0][0] if self.claim.content else self.place, self.place)
        low = self.claim.passage.sentence.start
        before = self.text[low : min(end, low + READ)].lower()
        return any(phrase in before for phrase in lists.contrasts)

    @cached_property
    def takes_up(self) -> bool:
        """Whether it stands in a relative clause that takes up what has just been said: "…, a claim which X denied"."""
        first = min(start for start, _ in (self.claim.source or (self.place, 0), (self.place, 0)))
        low = max(self.claim.passage.sentence.start, first - _TAKEN_UP)
        return pointers.takes_up(self.text[low:first])

    @cached_property
    def definite(self) -> frozenset[str]:
        """The stems of the definite noun phrase that opens it: "the clerk does not exist"."""
        return frozenset(map(stem, pointers.definite(self.phrases[0]))) if self.phrases else frozenset()

    @cached_property
    def teller(self) -> frozenset[str]:
        """The stems of its source."""
        return frozenset(stem(word.lower()) for word in _WORD.findall(words_of(self.text, self.claim.source)))

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of its source by which others name it, in lower case: "army" of "the army"."""
        source = words_of(self.text, self.claim.source)
        return frozenset(word.lower() for word in _WORD.findall(source)) - words().empty

    @cached_property
    def voice(self) -> frozenset[str]:
        """The stems of its source and of its reporting words."""
        return self.teller | {stem(word) for word in self.cue.split()}

    @cached_property
    def ordinals(self) -> frozenset[str]:
        """Which one of several it speaks of: "the first bomb"."""
        return frozenset().union(*map(pointers.ordinals, self.phrases))

    @cached_property
    def leaves_open(self) -> bool:
        """Whether it names several who may have done it: "attributed to three different groups"."""
        return any(map(pointers.leaves_open, self.phrases))

    @cached_property
    def speaker(self) -> frozenset[str]:
        """The names in its source, in lower case."""
        source = words_of(self.text, self.claim.source)
        return frozenset(name.lower() for name in _NAME.findall(source))

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The first words of its content, in lower case."""
        return tuple(word.lower() for word in _ANY_WORD.findall(" ".join(self.phrases)[:OPENING]))

    @cached_property
    def wrong(self) -> int | None:
        """Which of the first words of its content tells a wrong, if one does."""
        wrongs = words().wrongs
        if wrongs.isdisjoint(self.bag):
            return None
        return next((at for at, word in enumerate(self.opening) if word in wrongs), None)

    @cached_property
    def of_dead(self) -> bool:
        """Whether it speaks of people who died."""
        return not words().of_death.isdisjoint(self.bag)

    @cached_property
    def counts(self) -> bool:
        """Whether its content gives a number."""
        return not words().numbers.isdisjoint(self.bag) or any(word[0].isdigit() for word in self.bag)

    @property
    def lemma(self) -> str:
        """The verb of its reporting words in the form of a dictionary; empty if it has none."""
        form = self.claim.passage.forms.get(self.cue.split()[0]) if self.cue else None
        return form.verb.lemma if form else ""
