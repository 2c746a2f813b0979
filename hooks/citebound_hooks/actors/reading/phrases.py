"""Stage 2: named noun phrases: names with their titles, groups anchored on a name, peoples, states, offices."""

from __future__ import annotations

from collections.abc import Iterator

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.chains import (
    chain_after,
    head_before,
    head_noun,
    inner_body,
    modifiers_before,
    over_second,
)
from citebound_hooks.actors.reading.compounds import backer, paired_states
from citebound_hooks.actors.reading.contexts import (
    closes_address,
    context_of,
    deed_after,
    is_paired,
    opens_and_acts,
)
from citebound_hooks.actors.reading.phrase import (
    ACTS,
    HEADLINE,
    LOCATED,
    TITLED,
    Phrase,
    PhraseKind,
)
from citebound_hooks.actors.reading.run_kinds import (
    body_before_thing,
    may_be_short,
    may_be_surname,
    run_kind,
    with_matter,
    without_demonym,
    without_head,
)
from citebound_hooks.actors.reading.runs import read_run
from citebound_hooks.actors.reading.said_of import is_adjective, is_named_thing, says_what_follows
from citebound_hooks.actors.reading.titles import name_start, title_anchor, titles_before
from citebound_hooks.actors.reading.wording import Run, Words, bare, begins_name, is_acronym
from citebound_hooks.language.analysis import Sentence

_NOWHERE = -2
_IDENTITY = words_in(word_lists().phrasing.identity)
_OPENING = words_in(word_lists().phrasing.ended) | words_in(word_lists().phrasing.neighbours)


class PhraseReader:
    """Reads the phrases of one sentence.

    Attributes:
        words: Its tokens and their bits.
        index: Its number.
        headline: Whether it is a line in title case.
    """

    __slots__ = ("_located_until", "_unknown_until", "headline", "index", "words")

    def __init__(self, sentence: Sentence, words: Words, headline: bool) -> None:
        self.words = words
        self.index = sentence.index
        self.headline = headline
        self._located_until = self._unknown_until = _NOWHERE

    def phrases(self, masked: frozenset[int]) -> Iterator[Phrase]:
        """Yields the phrases from left to right; tokens in `masked` are passed over."""
        at = 0
        for index in self.words.capitals:
            if index < at or index in masked:
                continue
            if pair := paired_states(self.words, self.index, index):
                yield from pair
                continue
            if not begins_name(self.words, index):
                yield from backer(self.words, self.index, index)
                continue
            if self._opens_before_name(index):
                continue
            run = without_head(self.words, without_demonym(self.words, read_run(self.words, index)))
            run = with_matter(self.words, run, at)
            found = self._around(run)
            at = run.last
            for phrase in found:
                at = max(at, phrase.last)
                yield phrase

    def _opens_before_name(self, at: int) -> bool:
        """Tells whether a word has its capital from its sentence alone: "Neighbouring Dzala", "Former Front chief"."""
        after = self.words.tokens[at + 1 : at + 2]
        return at == 0 and self.words.tokens[at].lower in _OPENING and bool(after) and after[0].capitalised

    def _around(self, run: Run) -> list[Phrase]:
        """Returns the phrase around a run of name-like words, and that of its anchor if it stands by itself."""
        kind = run_kind(self.words, run)
        if kind in ("name", None) and is_named_thing(self.words, run.first):
            return self._thing(run)
        if kind is None and (body := body_before_thing(self.words, run)):
            return self._around(body)
        end, noun = chain_after(self.words, run)
        if end > run.last or run.possessive:
            found = self._lengthened(
                kind, run, over_second(self.words, end) if noun & k.PEOPLE else end, noun
            )
            if found is not None:
                return found
        if kind == "place" or (end > run.last and noun & k.PLACE and not noun & k.FACILITY):
            return [self._phrase("place", run, run.first, run.last)]
        return self._plain(kind, run)

    def _lengthened(self, kind: PhraseKind | None, run: Run, end: int, noun: int) -> list[Phrase] | None:
        """Returns the phrases of an owner, or of a name that lower-case words go on with; None if it is a plain one."""
        if run.possessive:
            return self._possessive(kind, run, end, noun)
        if noun & k.OFFICE and not noun & k.GROUP:
            return self._office(kind, run, end)
        named = kind == "name" and not is_adjective(self.words, run)
        if not named and says_what_follows(self.words, end):
            return []
        if noun & k.GROUP and not (kind == "name" and name_start(self.words, run) > run.first):
            first = modifiers_before(self.words, run.first)
            return [self._phrase("group", run, first, end, anchor=inner_body(self.words, run, end))]
        return None

    def _thing(self, run: Run) -> list[Phrase]:
        """Returns the name of a ship as a place, its prefix left out, so that it is no actor anywhere: "MV | Ada"."""
        if name_start(self.words, run) > run.first:
            return self._plain("name", run)  # "the boat Captain Quill"
        first = run.first + (run.last - run.first > 1 and bool(self.words.flags[run.first] & k.THING_FIRST))
        return [self._phrase("place", Run(first, run.last, run.possessive), run.first, run.last)]

    def _plain(self, kind: PhraseKind | None, run: Run) -> list[Phrase]:
        if kind is None:
            possible = may_be_surname(self.words, run) or may_be_short(self.words, run)
            return [self._named("name", run)] if possible else []
        headed = head_before(self.words, run) if kind in ("name", "state", "people") else None
        if headed is None:
            return [self._named(kind, run)]
        if kind == "name" and name_start(self.words, run) > run.first:
            return self._around_person(headed, run)
        return [self._phrase("group", run, headed, run.last, anchor=run)]

    def _around_person(self, headed: int, run: Run) -> list[Phrase]:
        """Returns the person in "the assassins of Judge Quill", and those who are told by the name."""
        person = self._named("name", run)
        if not any(flag & k.PEOPLE for flag in self.words.flags[headed : run.first]):
            return [person]
        return [self._phrase("group", run, headed, run.last), person]

    def _possessive(self, kind: PhraseKind | None, run: Run, end: int, noun: int) -> list[Phrase]:
        """Returns "Assad's regime" as a group, but "Ghali" alone of "Ghali's group", which may be any of his."""
        last = bare(self.words.tokens[end - 1]).lower()
        if end > run.last and noun & k.BODY and last not in _IDENTITY and kind in ("name", "state"):
            return [self._phrase("group", run, run.first, end, anchor=run)]
        return (
            self._plain(kind, run) if kind != "place" else [self._phrase("place", run, run.first, run.last)]
        )

    def _office(self, kind: PhraseKind | None, run: Run, end: int) -> list[Phrase]:
        """Returns the person named after "Ansar Dine chief …", or the office if no name follows."""
        tokens = self.words.tokens
        follows = end < len(tokens) and tokens[end].start - tokens[end - 1].end <= 2
        if not follows or tokens[end].text == tokens[end].lower or not begins_name(self.words, end):
            return [self._phrase("office", run, modifiers_before(self.words, run.first), end, anchor=run)]
        name = read_run(self.words, end)
        split = name_start(self.words, name)  # "Front chief General | Ada Quill"
        core = Run(split, name.last, name.possessive)
        title = (tokens[run.first].start, tokens[split - 1].end)
        if kind == "name":
            anchor = self._phrase("name", run, run.first, run.last)
            return [anchor, self._phrase("name", core, end, name.last, title=title, anchor=run)]
        return [self._phrase("name", core, run.first, name.last, title=title, anchor=run)]

    def _named(self, kind: PhraseKind, run: Run) -> Phrase:
        """Returns the phrase of a plain name, its titles split off."""
        tokens = self.words.tokens
        if kind != "name":
            return self._phrase(kind, run, run.first, run.last)
        split, before = name_start(self.words, run), titles_before(self.words, run.first)
        core = Run(split, run.last, run.possessive)
        title = (tokens[before].start, tokens[split - 1].end) if before < split else None
        anchor = title_anchor(self.words, run, split)
        return self._phrase(kind, core, run.first, run.last, title=title, anchor=anchor)

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
        context = self._context(kind, core, first, last)
        context |= (TITLED if title else 0) | (HEADLINE if self.headline else 0)
        place, hold = self._place(core), self._place(anchor) if anchor else None
        noun = head_noun(self.words, kind, core, (first, last))
        return Phrase(
            kind,
            self.index,
            first,
            last,
            tokens[first].start,
            self._end(last),
            place,
            title,
            hold,
            noun,
            context,
        )

    def _context(self, kind: PhraseKind, core: Run, first: int, last: int) -> int:
        """Returns the bits of a phrase, and remembers where it ends if it stands where places stand."""
        words = self.words
        chained = kind == "state" or core.last - core.first == 1  # not "the mayor of Gao, Ada Quill"
        context = context_of(words, first, last, self._located_until if chained else _NOWHERE)
        if kind == "state" and first - 1 == self._unknown_until and closes_address(words, first, last):
            context = LOCATED
        if kind == "state" and not context & LOCATED and (deed_after(words, last) or is_paired(words, core)):
            context |= ACTS
        if kind == "state" and not context & LOCATED and opens_and_acts(self.words, first, last, context):
            context |= ACTS
        if context & LOCATED or kind == "place":
            self._located_until = last
        unknown = kind == "name" and not any(flag for flag in words.flags[core.first : core.last])
        self._unknown_until = last if unknown and not is_acronym(words.tokens[core.first].text) else _NOWHERE
        return context

    def _place(self, run: Run) -> tuple[int, int]:
        return self.words.tokens[run.first].start, self._end(run.last)

    def _end(self, last: int) -> int:
        token = self.words.tokens[last - 1]
        return token.start + len(bare(token))
