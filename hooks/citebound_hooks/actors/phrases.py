"""Stage 2: named noun phrases: names with their titles, groups anchored on a name, peoples, states, offices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from citebound_hooks.actors import kinds as k
from citebound_hooks.actors.lexicon import word_lists
from citebound_hooks.actors.runs import Run, Words, bare, begins_name, is_acronym, read_run
from citebound_hooks.language.analysis import Sentence

PhraseKind = Literal["name", "state", "people", "group", "office", "place"]

LOCATED: Final = 1  # stands where places stand: "in X"
ACTS: Final = 2  # a verb follows, or it is the agent of one
OWNS: Final = 4  # possessive
FIRST: Final = 8  # opens its sentence
TITLED: Final = 16  # a person's title stands before it
HEADLINE: Final = 32  # in a line set in capitals or title case
DIRECTED: Final = 64  # after "from", "to", "of" …
SPEAKS: Final = 128

_ENDINGS = tuple(word_lists().modifiers.endings)
_REACH = 4  # how many lower-case words may stand between a name and the noun of its group


class Phrase(NamedTuple):
    """A named noun phrase.

    Attributes:
        sentence: Number of its sentence.
        first: Its first token.
        last: The token after its last one.
        start: Where it begins in the text, without article.
        end: Where it ends, without a possessive ending.
        core: Place of the name alone, without titles.
        title: Place of the person's title, or None.
        anchor: Place of the name that a group or title hangs on, or None.
        noun: Its head noun in lower case.
        context: Bits: LOCATED, ACTS …
    """

    kind: PhraseKind
    sentence: int
    first: int
    last: int
    start: int
    end: int
    core: tuple[int, int]
    title: tuple[int, int] | None
    anchor: tuple[int, int] | None
    noun: str
    context: int


class Reader:
    """Reads the phrases of one sentence.

    Attributes:
        words: Its tokens and their bits.
        index: Its number.
        headline: Whether it is a line in title case.
    """

    __slots__ = ("headline", "index", "located_until", "words")

    def __init__(self, sentence: Sentence, words: Words, headline: bool) -> None:
        self.words = words
        self.index = sentence.index
        self.headline = headline
        self.located_until = -1

    def phrases(self, masked: frozenset[int]) -> Iterator[Phrase]:
        """Yields the phrases from left to right; tokens in `masked` are passed over."""
        tokens, at = self.words.tokens, 0
        for index, token in enumerate(tokens):
            if index < at or token.text == token.lower or index in masked or not begins_name(self.words, index):
                continue
            run = self._without_demonym(read_run(self.words, index))
            found = self._around(run)
            at = run.last
            if found:
                at = max(at, found.last)
                yield found

    def _around(self, run: Run) -> Phrase | None:
        """Returns the phrase around a run of name-like words."""
        tokens, flags = self.words.tokens, self.words.flags
        kind, noun = self._kind(run)
        end, chain = (run.last, 0) if run.possessive else self._chain(run)
        if end > run.last and chain & k.OFFICE and not chain & k.GROUP:
            named = self._titled(run, end)
            if named:
                return named
            return self._phrase("office", run, run.first, end, anchor=run)
        if end > run.last and chain & k.GROUP:
            return self._phrase("group", run, run.first, end, anchor=run)
        if kind == "place" or (end > run.last and chain & k.PLACE and not chain & k.FACILITY):
            return self._phrase("place", run, run.first, run.last)
        if kind is None:
            return None
        headed = self._headed(run)
        if headed is not None and kind in ("name", "state"):
            return self._phrase("group", run, headed, run.last, anchor=run)
        return self._named(kind, run, noun)

    def _without_demonym(self, run: Run) -> Run:
        """Cuts the demonym off "Mauritanian Nouakchott News Agency", but not off "Malian Armed Forces"."""
        tokens, flags = self.words.tokens, self.words.flags
        if run.last - run.first < 3 or not flags[run.first] & k.DEMONYM or tokens[run.first].text.isupper():
            return run
        second = run.first + 1
        named = not flags[second] or tokens[second].lower in k.geography().states
        return Run(second, run.last, run.possessive) if named and tokens[second].text[0].isupper() else run

    def _kind(self, run: Run) -> tuple[PhraseKind | None, str]:
        """Returns what the run is by its own words, and its head noun."""
        tokens, flags = self.words.tokens, self.words.flags
        first, last = run.first, run.last
        head = self._head(run)
        noun = bare(tokens[head]).lower()
        flag = k.kinds().get(noun, 0)
        text = " ".join(bare(token).lower() for token in tokens[first:last])
        if text in k.geography().states:
            return "state", noun
        inside = flags[first:last]
        if last - first == 1 and flag & k.PEOPLES:
            return "people", noun
        if all(f & (k.DEMONYM | k.FAITH | k.COMPASS) for f in inside) and not is_acronym(tokens[first].text):
            return self._people(run, noun), noun
        if all(f & (k.TITLE | k.OFFICE_PART | k.DEMONYM | k.FUNCTION) for f in inside[: head - first + 1]) and flag & k.TITLE:
            return ("office" if flag & k.OFFICE else None), noun
        if flags[first] & k.THING_FIRST and last - first > 1:
            return None, noun
        if flag & k.REGION and all(f & (k.REGION | k.COMPASS | k.DEMONYM) for f in inside):
            return "place", noun
        if flag & k.PLACE and not self._is_body(head, first):
            return "place" if last - first > 1 else None, noun
        if flag & k.THING and not flag & k.BODY:
            return None, noun
        if last - first == 1 and flag & (k.PEOPLE | k.MODIFIER | k.OFFICE_PART | k.PLACE | k.COMPASS) and not is_acronym(tokens[first].text):
            return None, noun
        return "name", noun

    def _people(self, run: Run, noun: str) -> PhraseKind | None:
        """Returns `people` for "Malians" and "the French", None for an adjective alone."""
        tokens, flags = self.words.tokens, self.words.flags
        if not flags[run.last - 1] & k.DEMONYM:
            return None
        if noun.endswith("s") and not noun.endswith("ese"):
            return "people"
        article = run.first > 0 and tokens[run.first - 1].lower == "the"
        follows = self._verb(run.last) or (run.last < len(tokens) and tokens[run.last].text in ",.;)")
        return "people" if article and follows else None

    def _is_body(self, head: int, first: int) -> bool:
        """Tells "Justice Department" from "Antioquia Department"."""
        flags = self.words.flags
        if not flags[head] & k.BODY:
            return False
        if head + 1 < len(self.words.tokens) and self.words.tokens[head + 1].lower in ("of", "for"):
            return True
        return head > first and bool(flags[head - 1] & (k.MODIFIER | k.OFFICE_PART | k.FAITH))

    def _head(self, run: Run) -> int:
        """Returns the token of the head noun: the last one before "of", "for" …"""
        for index in range(run.first + 1, run.last):
            if self.words.tokens[index].lower in ("of", "for", "in", "on", "to", "against"):
                return index - 1
        return run.last - 1

    def _chain(self, run: Run) -> tuple[int, int]:
        """Follows the lower-case words after a run to the noun of its group.

        Returns:
            The token after that noun and the noun's bits; the run's own end if there is none.
        """
        tokens, flags = self.words.tokens, self.words.flags
        end, bits = run.last, 0
        for index in range(run.last, min(run.last + _REACH, len(tokens))):
            token, flag = tokens[index], flags[index]
            if token.text != token.lower or token.start - tokens[index - 1].end > 2:
                break
            noun = bare(token).lower()
            flag = k.kinds().get(noun, 0) if noun != token.lower else flag
            if flag & k.FUNCTION:
                break
            if flag & (k.GROUP | k.OFFICE) or (flag & k.PLACE and index == run.last):
                end, bits = index + 1, flag
            elif not (flag & (k.MODIFIER | k.OFFICE_PART | k.FAITH) or token.lower.endswith(_ENDINGS)):
                break
            if noun != token.lower:
                break
        if end < len(tokens) and end > run.last and flags[end] & (k.PLACE | k.THING) and not flags[end] & k.FUNCTION:
            return (end + 1, k.PLACE | k.FACILITY) if flags[end] & k.PLACE else (run.last, 0)
        return end, bits

    def _titled(self, run: Run, at: int) -> Phrase | None:
        """Returns the person named after "Ansar Dine chief …", if a name follows there."""
        tokens = self.words.tokens
        if at >= len(tokens) or tokens[at].text == tokens[at].lower or not begins_name(self.words, at):
            return None
        if tokens[at].start - tokens[at - 1].end > 2:
            return None
        name = read_run(self.words, at)
        anchored = self._kind(run)[0] not in ("state", None)
        first = at if anchored else run.first
        title = (tokens[run.first].start, tokens[at - 1].end)
        return self._phrase("name", name, first, name.last, title=title, anchor=run)

    def _headed(self, run: Run) -> int | None:
        """Returns where "members of the …" begins before the run, if it does."""
        tokens, flags = self.words.tokens, self.words.flags
        at = run.first - 1
        if at >= 0 and flags[at] & k.ARTICLE:
            at -= 1
        if at < 1 or tokens[at].lower != "of" or not flags[at - 1] & k.GROUP or flags[at - 1] & k.PLACE:
            return None
        at -= 1
        while at > 0 and flags[at - 1] & (k.MODIFIER | k.DEMONYM) and not flags[at - 1] & k.FUNCTION:
            at -= 1
        return at

    def _named(self, kind: PhraseKind, run: Run, noun: str) -> Phrase:
        """Returns the phrase of a plain name, its titles split off."""
        tokens = self.words.tokens
        split = self._split(run) if kind == "name" else run.first
        before = self._titles_before(run) if kind == "name" else run.first
        if split > run.first:
            title = (tokens[before].start, tokens[split - 1].end)
        else:
            title = (tokens[before].start, tokens[run.first - 1].end) if before < run.first else None
        core = Run(split, run.last, run.possessive)
        anchor = self._title_anchor(run, split) if split > run.first else None
        return self._phrase(kind, core, run.first, run.last, title=title, anchor=anchor)

    def _split(self, run: Run) -> int:
        """Returns where the person's name begins after titles: "Foreign Secretary | Ada Quill"."""
        tokens, flags = self.words.tokens, self.words.flags
        split = run.first
        for index in range(run.first, run.last - 1):
            if flags[index] & k.TITLE and not flags[index] & k.FUNCTION:
                split = index + 1
        while split < run.last - 1 and (tokens[split].text == "." or flags[split] & k.OFFICE_PART):
            split += 1
        if tokens[split].lower in ("of", "for", "to"):
            split = self._after_complement(split, run)
        if k.kinds().get(bare(tokens[run.last - 1]).lower(), 0) & (k.GROUP | k.PLACE | k.THING):
            return run.first
        return split

    def _after_complement(self, at: int, run: Run) -> int:
        """Returns where the name begins after "Secretary of State …", "Minister for Europe …"; the run's start if it is all title."""
        tokens, flags = self.words.tokens, self.words.flags
        at += 1
        while at < run.last and (
            flags[at] & (k.FUNCTION | k.OFFICE_PART | k.MODIFIER | k.REGION | k.PLACE | k.COMPASS | k.DEMONYM)
            or tokens[at].lower in k.geography().states
        ):
            at += 1
        return at if at < run.last else run.first

    def _titles_before(self, run: Run) -> int:
        """Returns where lower-case titles before the run begin: "president Ada Quill"."""
        tokens, flags = self.words.tokens, self.words.flags
        at = run.first
        while at > 0 and tokens[at - 1].text == tokens[at - 1].lower and flags[at - 1] & (k.TITLE | k.OFFICE_PART | k.MODIFIER):
            if flags[at - 1] & k.FUNCTION and tokens[at - 1].lower != "former":
                break
            at -= 1
        titled = any(flags[index] & k.TITLE for index in range(max(at, run.first - 1), run.first))
        return at if titled else run.first

    def _title_anchor(self, run: Run, split: int) -> Run | None:
        """Returns the name inside a title: the "Pentagon" of "Pentagon Press Secretary Ada Quill"."""
        flags = self.words.flags
        end = run.first
        while end < split and not flags[end] & (k.TITLE | k.OFFICE_PART | k.MODIFIER):
            end += 1
        return Run(run.first, end, False) if run.first < end < split else None

    def _phrase(
        self,
        kind: PhraseKind,
        core: Run,
        first: int,
        last: int,
        *,
        title: tuple[int, int] | None = None,
        anchor: Run | None = None,
    ) -> Phrase:
        tokens = self.words.tokens
        while tokens[first].lower == "the" and first < last - 1:
            first += 1
        end = self._end(last)
        place = (tokens[core.first].start, self._end(core.last))
        hold = (tokens[anchor.first].start, self._end(anchor.last)) if anchor else None
        noun = bare(tokens[last - 1]).lower() if kind in ("group", "office") and last > core.last else bare(tokens[self._head(core)]).lower()
        if kind == "group" and first < core.first:
            noun = self._noun_before_of(first, core.first)
        context = self._context(first, last, kind) | (TITLED if title else 0)
        return Phrase(kind, self.index, first, last, tokens[first].start, end, place, title, hold, noun, context)

    def _noun_before_of(self, first: int, until: int) -> str:
        tokens = self.words.tokens
        at = next(index for index in range(until - 1, first, -1) if tokens[index].lower == "of")
        return tokens[at - 1].lower

    def _end(self, last: int) -> int:
        token = self.words.tokens[last - 1]
        return token.start + len(bare(token))

    def _context(self, first: int, last: int, kind: PhraseKind) -> int:
        tokens, flags = self.words.tokens, self.words.flags
        owns = bare(tokens[last - 1]) != tokens[last - 1].text or (
            last < len(tokens) and tokens[last].text in ("'", "’") and tokens[last].start == tokens[last - 1].end
        )
        bits = (OWNS if owns else 0) | (HEADLINE if self.headline else 0)
        bits |= self._before(first)
        if self._verb(last):
            bits |= ACTS
        if bits & LOCATED or kind == "place":
            self.located_until = last
        return bits

    def _before(self, first: int) -> int:
        """Returns what the words before a phrase say of it."""
        tokens, flags = self.words.tokens, self.words.flags
        at = first - 1
        while at >= 0 and flags[at] & (k.ARTICLE | k.COMPASS) and not flags[at] & k.LOCATIVE:
            at -= 1
        if at < 0 or not tokens[at].text[0].isalnum():
            opens = FIRST if at < 0 or tokens[at].text in "\"“‘'(:-–—•*." else 0
            chained = at >= 0 and tokens[at].text == "," and at == self.located_until
            return LOCATED if chained else opens
        if tokens[at].lower == "and" and at == self.located_until:
            return LOCATED
        if tokens[at].lower == "of" and at and flags[at - 1] & (k.BEFORE_PLACE | k.PLACE | k.COMPASS) and not flags[at - 1] & k.BODY:
            return LOCATED
        if flags[at] & k.LOCATIVE or (flags[at] & k.BEFORE_PLACE and not flags[at] & k.BODY):
            return LOCATED
        return (DIRECTED if flags[at] & k.DIRECTION else 0) | (ACTS if flags[at] & k.AGENT else 0)

    def _verb(self, at: int) -> bool:
        """Tells whether a finite verb stands at a token, adverbs passed over."""
        tokens, flags = self.words.tokens, self.words.flags
        while at < len(tokens) and (flags[at] & k.ADVERB or tokens[at].lower.endswith("ly")):
            at += 1
        if at >= len(tokens) or tokens[at].text != tokens[at].lower:
            return False
        return bool(flags[at] & k.FINITE) or (tokens[at].lower.endswith("ed") and len(tokens[at].lower) > 4)
