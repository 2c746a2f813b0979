"""How a name makes a group: the lower-case words after it ("Assad regime") and before it ("members of X")."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import PhraseKind
from citebound_hooks.actors.reading.run_kinds import head_of
from citebound_hooks.actors.reading.wording import Run, Words, bare, is_possessive

_ENDINGS = tuple(word_lists().modifiers.endings)
_UNIONS = words_in(word_lists().unions.words)
_CAPITAL = words_in(word_lists().bodies.capital)
_HEADS_OF_NAMES = _UNIONS | _CAPITAL
_REACH = 4  # how many lower-case words may stand between a name and the noun of its group
_NOUN = k.GROUP | k.OFFICE | k.PLACE | k.THING
_BETWEEN = k.MODIFIER | k.OFFICE_PART | k.FAITH


def chain_after(words: Words, run: Run) -> tuple[int, int]:
    """Follows the lower-case words after a run to the noun of its group.

    Returns:
        The token after that noun and the noun's bits; the run's own end if there is none.
    """
    tokens = words.tokens
    end, bits = run.last, 0
    for index in range(run.last, min(run.last + _REACH, len(tokens))):
        token = tokens[index]
        if token.start - tokens[index - 1].end > 2:
            break
        if token.text != token.lower and (index == run.last or not words.flags[index] & k.PEOPLE):
            break  # but "Harrow drug Kingpins"
        noun = bare(token).lower()
        flag = words.flags[index] if noun == token.lower else k.kinds().get(noun, 0)
        if flag & k.FUNCTION or noun in _CAPITAL or (words.french and flag & k.FINITE):
            break
        if flag & (k.GROUP | k.OFFICE) or (flag & k.PLACE and index == run.last):
            end, bits = index + 1, flag
        elif not (flag & _BETWEEN or token.lower.endswith(_ENDINGS)):
            break
        if noun != token.lower:
            break
    return _without_thing(words, run, end, bits)


def over_second(words: Words, end: int) -> int:
    """Returns the end of "Veldian officers and advisers", where one adjective tells of both; else `end`."""
    tokens, flags, second = words.tokens, words.flags, end + 1
    if second >= len(tokens) or tokens[end].lower != "and" or is_possessive(tokens[end - 1]):
        return end
    if (
        tokens[second].text != tokens[second].lower
        or not flags[second] & k.PEOPLE
        or flags[second] & k.FUNCTION
    ):
        return end
    after = second + 1
    goes_on = after < len(tokens) and (flags[after] & _NOUN or tokens[after].lower == "of")
    return end if goes_on else after


def _without_thing(words: Words, run: Run, end: int, bits: int) -> tuple[int, int]:
    """Takes "military" for no group in "Malian military base"."""
    if run.last < end < len(words.tokens) and not words.flags[end] & k.FUNCTION:
        if words.flags[end] & k.PLACE:
            return end + 1, k.PLACE | k.FACILITY
        if words.flags[end] & k.THING:
            return run.last, 0
    return end, bits


def head_before(words: Words, run: Run) -> int | None:
    """Returns where "members of the …" begins before the run, if it does."""
    tokens, flags = words.tokens, words.flags
    at = run.first - 1
    if at >= 0 and flags[at] & k.ARTICLE:
        at -= 1
    if at < 1 or tokens[at].lower != "of" or not flags[at - 1] & k.GROUP or flags[at - 1] & k.PLACE:
        return None
    if tokens[at - 1].lower in _HEADS_OF_NAMES or _is_under(words, at - 1):
        return None
    return modifiers_before(words, at - 1)


def _is_under(words: Words, at: int) -> bool:
    """Tells the nouns of "under the command of Ada Quill" and "member of the board of the Bank" from bodies."""
    before = at - (at > 0 and bool(words.flags[at - 1] & k.ARTICLE)) - 1
    inner = words.lower[at] in ("staff", "board") and words.lower[before] == "of"
    return before >= 0 and (inner or words.lower[before] == "under")


def modifiers_before(words: Words, at: int) -> int:
    """Returns where the lower-case modifiers before a token begin: "senior military …"."""
    tokens, flags = words.tokens, words.flags
    while at > 0 and flags[at - 1] & (k.MODIFIER | k.DEMONYM) and not flags[at - 1] & k.FUNCTION:
        if tokens[at].start - tokens[at - 1].end > 2:
            break
        at -= 1
    return at


def inner_body(words: Words, run: Run, end: int) -> Run:
    """Returns the "Malian army" of "Malian army troops": the body inside a group; else the run itself."""
    inner = run.last
    for at in range(run.last, end - 1):
        if words.flags[at] & k.BODY and not words.flags[at] & k.PEOPLE:
            inner = at + 1
    return Run(run.first, inner, False) if inner > run.last else run


def head_noun(words: Words, kind: PhraseKind, core: Run, whole: tuple[int, int]) -> str:
    """Returns the head noun of a phrase, in lower case: of the words around its name, or of the name."""
    tokens, (first, last) = words.tokens, whole
    if last > core.last:
        return bare(tokens[last - 1]).lower()
    if kind == "group" and first < core.first:
        at = next(index for index in range(core.first - 1, first, -1) if tokens[index].lower == "of")
        return tokens[at - 1].lower
    return bare(tokens[head_of(words, core)]).lower()
