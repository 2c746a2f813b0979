"""What the words around a phrase say of it: acts, owns, stands where places stand."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import (
    ACTS,
    COMPOUND,
    DEFINITE,
    DIRECTED,
    FIRST,
    INDEFINITE,
    LOCATED,
    OWNS,
)
from citebound_hooks.actors.reading.wording import Run, Words, is_possessive

_ASIDE = 18  # tokens of an aside between a state and its verb
_NOWHERE = -2
QUOTES = '"“”«»'
_WAYS, _SETTLED = words_in(word_lists().places.ways), words_in(word_lists().places.settled)
_OBJECTS = frozenset(("as", "his", "her", "its", "their", "himself", "herself", "itself", "themselves"))
_OF = frozenset(("of", "de", "du"))
_WAYWARD = frozenset(("to", "from", "for", "between"))
_DEEDS = tuple(word_lists().verbs.deed_endings)
OPENERS = "\"“‘'(:-–—•*.["


def context_of(words: Words, first: int, last: int, located_until: int) -> int:
    """Returns the bits of a phrase of tokens `first` to `last`.

    Args:
        words: Its sentence.
        first: Its first token.
        last: The token after its last one.
        located_until: Where the last phrase ended that stands where places stand, for "Gao, Mali".
    """
    after = located_until != _NOWHERE and _after_comma(words, first) and verb_at(words, last)
    bits = _before(words, first, _NOWHERE if after else located_until)
    if bits & FIRST and first and words.tokens[first - 1].text in QUOTES and _is_closed(words, last):
        bits &= ~FIRST  # a name in quotation marks opens nothing
    if owns(words, last):
        bits |= OWNS
    elif after or verb_at(words, last):
        bits |= 0 if bits & (LOCATED | DIRECTED) else ACTS  # in "the fall of X was" the fall is the subject
    elif last < len(words.tokens) and _is_common_noun(words, last):
        bits |= COMPOUND
    return bits


def _is_closed(words: Words, last: int) -> bool:
    return last < len(words.tokens) and words.tokens[last].text in QUOTES


def _after_comma(words: Words, first: int) -> bool:
    """Tells whether a comma stands before a phrase and its article: "in Oss, the United States will"."""
    at = first - 1
    while at >= 0 and words.flags[at] & k.ARTICLE:
        at -= 1
    return at >= 0 and words.tokens[at].text == ","


def _acts_beyond(words: Words, last: int) -> bool:
    """Tells whether a state acts behind an aside ("Chad, which hosts the talks, said") or "for Chad to say"."""
    tokens = words.tokens
    if last + 2 >= len(tokens):
        return False
    if tokens[last].lower == "to":
        return tokens[last + 1].text == tokens[last + 1].lower and not words.flags[last + 1] & k.FUNCTION
    if tokens[last].text != "," or tokens[last + 1].text != tokens[last + 1].lower:
        return False
    for at in range(last + 2, min(last + _ASIDE, len(tokens) - 1)):
        if tokens[at].text == ",":
            return verb_at(words, at + 1)
        if tokens[at].text in ".;:":
            return False
    return False


def opens_and_acts(words: Words, first: int, last: int, context: int) -> bool:
    """Tells whether a state that opens a clause acts behind an aside, or is to act: "pressed for Chad to"."""
    tokens, at = words.tokens, first - 1
    while at >= 0 and words.flags[at] & k.ARTICLE:
        at -= 1
    after = tokens[last].lower if last < len(tokens) else ""
    opens = context & FIRST or at < 0 or tokens[at].text == ","
    asked = at >= 0 and tokens[at].lower == "for"
    return bool((asked and after == "to") or (opens and after == ",")) and _acts_beyond(words, last)


def closes_address(words: Words, first: int, last: int) -> bool:
    """Tells whether a state stands after the comma of a place that nothing else tells: "the Tabra post, Mali,"."""
    tokens = words.tokens
    if first == 0 or tokens[first - 1].text != "," or last >= len(tokens):
        return False
    listed = tokens[last].lower in ("and", "or")
    return tokens[last].text in ",.;)" or not (listed or verb_at(words, last) or owns(words, last))


def owns(words: Words, last: int) -> bool:
    """Tells whether a phrase that ends before the token is possessive."""
    tokens = words.tokens
    if is_possessive(tokens[last - 1]):
        return True
    return (
        last < len(tokens) and tokens[last].text in ("'", "’") and tokens[last].start == tokens[last - 1].end
    )


def verb_at(words: Words, at: int) -> bool:
    """Tells whether a finite verb stands at a token, adverbs passed over."""
    tokens, flags = words.tokens, words.flags
    while at < len(tokens) and (flags[at] & k.ADVERB or tokens[at].lower.endswith("ly")):
        at += 1
    if at >= len(tokens) or tokens[at].text != tokens[at].lower:
        return False
    past = tokens[at].lower.endswith("ed") and len(tokens[at].lower) > 4
    return bool(flags[at] & k.FINITE) or past or _has_object(words, at)


def _has_object(words: Words, at: int) -> bool:
    """Tells whether a word that no list knows is a verb by what follows: "chairs the", "serves as"."""
    after = at + 1
    if words.flags[at] or after >= len(words.tokens) or not words.tokens[at].is_word:
        return False
    return bool(words.flags[after] & k.ARTICLE) or words.lower[after] in _OBJECTS


def deed_after(words: Words, last: int) -> bool:
    """Tells whether a deed follows a state's name: "UK support", "Algeria's patient mediation"."""
    after = last + 1 if last < len(words.tokens) and words.tokens[last].text in ("'", "’") else last
    for at in range(after, min(after + 3, len(words.tokens))):
        token = words.tokens[at]
        if words.flags[at] & k.FUNCTION or not token.is_word:
            return False
        if words.flags[at] & k.DEED or token.lower.endswith(_DEEDS):
            return True
    return False


def is_paired(words: Words, run: Run) -> bool:
    """Tells whether a state stands beside another one: the two of "U.S.-Iraq talks"."""
    tokens, states = words.tokens, k.geography().states
    for dash, other, near in (
        (run.last, run.last + 1, run.last - 1),
        (run.first - 1, run.first - 2, run.first),
    ):
        if min(dash, other) >= 0 and max(dash, other) < len(tokens) and tokens[dash].text in "-–":
            touches = tokens[dash].start in (tokens[near].end, tokens[other].end)
            if touches and tokens[other].lower in states:
                return True
    return False


def _is_settled(words: Words, at: int) -> bool:
    """Tells whether "in the capital" or "from the port of the island" ends at a token, before the place's name.

    What follows "the governor of the province" is the governor's name.
    """
    if at < 1 or words.lower[at] not in _SETTLED:
        return False
    before = at - 1
    while before > 0 and words.flags[before] & (k.ARTICLE | k.COMPASS | k.MODIFIER):
        before -= 1
    held = words.lower[before] in _OF and before > 0 and words.flags[before - 1] & (k.OFFICE | k.GROUP)
    return not held and bool(words.flags[before] & (k.LOCATIVE | k.DIRECTION))


def _is_common_noun(words: Words, at: int) -> bool:
    token = words.tokens[at]
    return (
        token.text == token.lower
        and token.is_word
        and not words.flags[at] & (k.FUNCTION | k.LOCATIVE | k.DIRECTION)
    )


def _before(words: Words, first: int, located_until: int) -> int:
    """Returns what the words before a phrase say of it."""
    tokens, flags, at = words.tokens, words.flags, first - 1
    article = tokens[at].lower if at >= 0 else ""
    bits = INDEFINITE if article in ("a", "an") else DEFINITE if article == "the" else 0
    while at >= 0 and flags[at] & (k.ARTICLE | k.COMPASS) and not flags[at] & k.LOCATIVE:
        at -= 1
    opens = FIRST if first == 0 or tokens[first - 1].text in OPENERS else 0
    if at < 0:
        return opens | bits
    if tokens[at].text == "," and _is_settled(words, at - 1):
        return bits | LOCATED
    if tokens[at].text in (",", "/") or tokens[at].lower in ("and", "or"):
        return bits | (LOCATED if at == located_until else opens)
    if not tokens[at].text[0].isalnum():
        return opens | bits
    if _is_locative(words, at):
        return LOCATED | bits
    agent = ACTS if flags[at] & k.AGENT else 0
    return agent | bits | (DIRECTED if flags[at] & k.DIRECTION else 0)


def _is_locative(words: Words, at: int) -> bool:
    tokens, flags = words.tokens, words.flags
    if tokens[at].lower == "of" and at:
        before = flags[at - 1]
        return bool(before & (k.BEFORE_PLACE | k.PLACE | k.COMPASS)) and not before & k.BODY
    if tokens[at].lower in _WAYWARD and at and tokens[at - 1].lower in _WAYS:
        return True
    return bool(flags[at] & k.LOCATIVE) or bool(flags[at] & k.BEFORE_PLACE and not flags[at] & k.BODY)
