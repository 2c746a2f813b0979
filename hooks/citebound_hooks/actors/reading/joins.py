"""How a name goes on over small words: "Movement for …", "Iyad Ag Ghali", "Ministry of Culture and Heritage"."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.wording import Words, begins_name, continues_name, is_acronym

_PURPOSES = frozenset(("for", "to", "against", "on", "in"))
_NICKNAME = 3  # words of a nickname
_QUOTES = "\"“”'‘’"
_CHARITIES = words_in(word_lists().evidence.charities)
_CAUSES = words_in(word_lists().phrasing.causes) | words_in(word_lists().phrasing.departments)
_MATTERS = words_in(word_lists().phrasing.matters)


def over_particles(words: Words, at: int) -> int:
    """Returns the end of "… de la Name", or `at` if no name follows the particles."""
    end = at
    while (
        end < len(words.tokens)
        and end - at < 4
        and (words.flags[end] & k.PARTICLE or words.tokens[end].text == "-")
    ):
        end += 1
    return end + 1 if continues_name(words, end) else at


def over_article(words: Words, at: int) -> int:
    """Returns the end of "of Name" or "of the Name", or `at` if no name follows."""
    end = at + 1
    if end < len(words.tokens) and words.tokens[end].lower == "the":
        end += 1
    if end >= len(words.tokens) or words.flags[end] & k.CALENDAR:
        return at
    if words.tokens[end].text[0].isdigit():
        return _over_day(words, end) or at
    if words.flags[end] & k.FUNCTION and words.tokens[end].capitalised and continues_name(words, end + 1):
        return end + 2  # "Army of the Two Valleys"
    return end + 1 if begins_name(words, end) or continues_name(words, end) else at


def _over_day(words: Words, at: int) -> int | None:
    """Returns the end of the "8th of June" that a movement is called after, None for other numbers."""
    month = at + 2 if at + 2 < len(words.tokens) and words.tokens[at + 1].lower == "of" else at + 1
    return month + 1 if month < len(words.tokens) and words.flags[month] & k.CALENDAR else None


def over_joint(words: Words, first: int, at: int) -> int:
    """Returns the end of "for Name", "and Name" … where that goes on inside a name, else `at`."""
    word = words.tokens[at].lower
    if word in _PURPOSES and _has_purpose(words, first, at):
        return over_article(words, at)
    if word in ("and", "&") and (_lists_purposes(words, first, at) or _lists_causes(words, first, at)):
        return over_article(words, at)
    return at


def _has_purpose(words: Words, first: int, at: int) -> bool:
    """Tells whether a body is named for what follows: "Movement for", "Ambassador to", "al-Qaeda in"."""
    word, before = words.tokens[at].lower, words.flags[at - 1]
    if word == "in":
        return bool(before & k.NETWORK)
    if word == "to":
        return bool(before & k.OFFICE) or bool(before & k.BODY and not _is_state(words, at + 1))
    if word == "on":
        return any(token.lower in _MATTERS for token in words.tokens[first:at])
    charity = word == "for" and words.tokens[first].lower in _CHARITIES  # "Bread for the Lake"
    return charity or any(flag & (k.BODY | k.OFFICE) for flag in words.flags[first:at])


def _lists_purposes(words: Words, first: int, at: int) -> bool:
    """Tells whether `and` goes on inside a name: "Ministry of Culture and Heritage", not "Ansar and AQIM"."""
    tokens, flags, after = words.tokens, words.flags, at + 1
    inside = {token.lower for token in tokens[first:at]}
    if after >= len(tokens) or not {"of", "for", "on"} & inside:
        return False
    if tokens[after].lower == "the":
        return after + 1 < len(tokens) and bool(flags[after + 1] & k.REGION)
    titled = any(flag & k.TITLE for flag in (*flags[first:at], flags[after]))
    body = any(flag & k.BODY for flag in flags[first:at])
    return body and not titled and not is_acronym(tokens[after].text) and _is_purpose(words, inside, at)


def _lists_causes(words: Words, first: int, at: int) -> bool:
    """Tells whether a body is named for two causes: "Peace and Security Council", not "Harrow and the Council"."""
    after = at + 1
    if at - first != 1 or words.lower[first] not in _CAUSES or after + 1 >= len(words.tokens):
        return False
    body = any(flag & k.BODY for flag in words.flags[after + 1 : after + 3])
    return body and words.tokens[after].capitalised and not _is_state(words, after)


def _is_purpose(words: Words, inside: set[str], at: int) -> bool:
    """Tells whether what follows `and` is no actor of its own: no state, no people, no body."""
    after = at + 1
    if "islamic" in inside and _is_state(words, at - 1):
        return _is_state(words, after)
    if _is_state(words, at - 1) or _is_state(words, after) or words.flags[after] & (k.DEMONYM | k.NETWORK):
        return False
    return not any(flag & k.BODY for flag in words.flags[after : after + 4])


def _is_state(words: Words, at: int) -> bool:
    return at < len(words.tokens) and words.tokens[at].lower in k.geography().states


def over_dash(words: Words, at: int) -> int:
    """Returns the end of "Task Force – Operation …", or `at`."""
    tokens = words.tokens
    body = words.flags[at - 1] & k.BODY and not words.flags[at - 1] & k.PLACE
    apart = (
        at + 1 < len(tokens)
        and tokens[at].start > tokens[at - 1].end
        and tokens[at + 1].start > tokens[at].end
    )
    return at + 2 if body and apart and continues_name(words, at + 1) else at


def over_nickname(words: Words, at: int, *, alone: bool) -> int:
    """Returns the end of `Ada "Ace" Quill` and of `Ada "Two Aces" Quill`, or `at`.

    Args:
        words: The sentence.
        at: The token of the opening quotation mark.
        alone: Whether one word stands before it: only then may the nickname have several.
    """
    tokens = words.tokens
    if (
        at + 3 >= len(tokens)
        or tokens[at + 1].start != tokens[at].end
        or not tokens[at + 1].text[0].isupper()
    ):
        return at
    longest = _NICKNAME if alone else 1
    for close in range(at + 2, min(at + 2 + longest, len(tokens) - 1)):
        if tokens[close].text in _QUOTES:
            return close + 2 if continues_name(words, close + 1) else at
        if not tokens[close].capitalised:
            break
    return at
