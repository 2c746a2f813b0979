"""A sentence as the frames see it: its tokens without citations, their tags, and the quotes in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from citebound_hooks.claims.lexicon import CueForm, cue_forms
from citebound_hooks.claims.quotes import Quote, Quotes
from citebound_hooks.language.analysis import Analysis, Sentence
from citebound_hooks.language.phrases import tag_string
from citebound_hooks.language.tokens import Token

# “Lakshan”, a student; Marcia "Cia" Price: a name, not words that somebody says.
_NAME_IN_QUOTES = re.compile(r"[“\"][^\W\d_a-z][\w'’-]{0,30}(?: [^\W\d_a-z][\w'’-]{0,30})?[”\"]")
_TERM = 4  # blanks in a term, those inside « » included
_RETIRED = re.compile(r"(?<=C)\(N\.\)(?=C)")  # "General (ret.) Samson Okiro"
_ABBREVIATION_DOT = re.compile(r"(?<=C)\.(?=[CcNZn,)]|[VAMb]\w)")


class Passage(msgspec.Struct, frozen=True):
    """A sentence ready to be searched for claims.

    Attributes:
        text: The whole text that all offsets count in.
        sentence: The sentence as the analysis has it.
        tokens: Its tokens, those of inline citations left out.
        words: The same in lower case.
        tags: One letter for each token, see `language/word_classes.toml`; quotation marks are `“` and `”` by what
            they do, not by their shape.
        quotes: The quotes of the whole text.
        language: `fr` or `en`: whose reporting verbs and word classes it is read by.
        forms: The reporting verbs of the text's language.
        words_end: The index after the last token that is no final punctuation.
    """

    text: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    tags: str
    quotes: Quotes
    words_end: int
    language: str
    forms: dict[str, CueForm]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Returns the offsets of the tokens `first` to `last`, both included."""
        end = self.tokens[last].end
        if self.tags[last] == "z":  # "he's" is "he" and a verb
            end = self.tokens[last].start + self.tokens[last].lower.replace("’", "'").index("'")
        return self.tokens[first].start, end

    def index_at(self, offset: int) -> int:
        """Returns the index of the first token that begins at or after an offset."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start)

    def mentions(self, words: str) -> bool:
        """Tells whether some words stand in the sentence, letter for letter."""
        return self.text.find(words, self.sentence.start, self.sentence.end) >= 0

    def lower(self, index: int) -> str:
        """Returns a token in lower case, or nothing outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def has_gerund_cue(self, index: int) -> bool:
        """Tells whether a reporting verb in -ing stands at a token: "saying", "adding"."""
        form = self.forms.get(self.lower(index))
        return form is not None and "gerund" in form.forms

    def tag(self, index: int) -> str:
        """Returns the tag of a token, `$` outside the sentence."""
        return self.tags[index] if 0 <= index < len(self.tags) else "$"


class Masks:
    """Stretches of the text that are not its prose: inline citations, with the brackets around them."""

    def __init__(self, places: Sequence[tuple[int, int]]) -> None:
        self._places = sorted(places)
        self._starts = [start for start, _ in self._places]

    def cover(self, offset: int) -> bool:
        """Tells whether a character is masked."""
        found = bisect_right(self._starts, offset) - 1
        return found >= 0 and offset < self._places[found][1]

    def touch(self, start: int, end: int) -> bool:
        """Tells whether a mask begins in `text[start:end]`, or covers its first character."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end) or self.cover(start)

    def without(self, start: int, end: int) -> list[tuple[int, int]]:
        """Returns what is left of a stretch when the masks are cut out of it."""
        left: list[tuple[int, int]] = []
        for from_, to in self._places[max(0, bisect_left(self._starts, start) - 1) :]:
            if from_ >= end:
                break
            if to > start:
                left.append((start, from_))
                start = max(start, to)
        return [(from_, to) for from_, to in [*left, (start, end)] if from_ < to]


def passages(analysis: Analysis, quotes: Quotes, masks: Masks) -> list[Passage]:
    """Returns the sentences of a text as passages, in its order."""
    return [_passage(analysis, sentence, quotes, masks) for sentence in analysis.sentences]


def _passage(analysis: Analysis, sentence: Sentence, quotes: Quotes, masks: Masks) -> Passage:
    language = "fr" if analysis.language == "fr" else "en"
    tokens, words = sentence.tokens, sentence.lower
    if language == "fr" or masks.touch(sentence.start, sentence.end):
        tokens = sentence.parted if language == "fr" else tokens
        tokens = tuple([token for token in tokens if not masks.cover(token.start)])
        words = tuple([token.lower for token in tokens])
    tags = tag_string(tokens, language)
    if "." in tags[:-1]:
        tags = _RETIRED.sub("~~~~", _ABBREVIATION_DOT.sub("~", tags))
    tags = _with_quotes(analysis.text, tokens, tags, sentence, quotes)
    words_end = len(tags.rstrip(".,;:”"))
    forms = cue_forms(language)
    return Passage(analysis.text, sentence, tokens, words, tags, quotes, words_end, language, forms)


def _with_quotes(text: str, tokens: tuple[Token, ...], tags: str, sentence: Sentence, quotes: Quotes) -> str:
    mine = list(quotes.within(sentence.start, sentence.end))
    before = quotes.at(sentence.start)
    if before is not None and before not in mine:
        mine.insert(0, before)
    if not mine:
        return tags
    letters = list(tags)
    starts = [token.start for token in tokens]
    for quote in mine:
        name = quote.closed and (_is_name(text, quote) or _is_term(text, letters, starts, quote))
        _mark(letters, starts, quote.start, "~" if name else "“")
        if quote.closed:
            _mark(letters, starts, quote.end - 1, "~" if name else "”")
    return "".join(letters)


def _is_name(text: str, quote: Quote) -> bool:
    return _NAME_IN_QUOTES.fullmatch(text, quote.start, quote.end) is not None


def _is_term(text: str, letters: list[str], starts: list[int], quote: Quote) -> bool:
    """Whether a few words in quotation marks are a part of the subject: `the "liquidators" said`."""
    first, after = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
    if not 0 < first < after < len(letters) or text.count(" ", quote.start, quote.end) > _TERM:
        return False
    return letters[first - 1] in "DJ" and letters[after] in "VAbMR"


def _mark(letters: list[str], starts: list[int], offset: int, letter: str) -> None:
    at = bisect_left(starts, offset)
    if at < len(starts) and starts[at] == offset:
        letters[at] = letter
