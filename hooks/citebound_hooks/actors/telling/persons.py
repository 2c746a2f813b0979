"""What shows that a name is a person's, besides titles and given names."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import word_lists, words_in
from citebound_hooks.actors.reading.phrase import ACTS, DEFINITE, Phrase
from citebound_hooks.actors.reading.wording import Words

_PERSONAL = words_in(word_lists().phrasing.personal)
_DONE_BY_PERSONS = words_in(word_lists().verbs.personal)
_AGENTS = tuple(word_lists().phrasing.agent_endings.split())
_FRENCH = ("teur", "teuse", "trice", "ière", "ienne", "iste", "euse")
_MAKERS = words_in(word_lists().phrasing.makers) | words_in(word_lists().phrasing.of_bodies_too)
_KIN = words_in(word_lists().evidence.kin)
_AND = frozenset(("and", "et"))
_PROFESSIONS = words_in(word_lists().evidence.professions)
_PRONOUN_REACH = 12  # tokens after a name in which "he" or "her" speaks of it
_SELVES = frozenset(("himself", "herself"))
_NAMES_GIVEN = _SELVES | {"name", "names"}
_SELF_NAMED = 3  # tokens of "name only as"
_COMPLEMENT = 5  # words of "of defence and foreign trade"
_APPOSED = 4  # words of "a retired primary schoolteacher"
_LONGEST = 4  # words of a name whose shape says that it is a person's


def is_shaped(words: Words, phrase: Phrase) -> bool:
    """Tells whether two to four words that mean nothing else stand without an article."""
    inside = words.flags[phrase.first : phrase.last]
    return (
        phrase.kind == "name"
        and 2 <= len(inside) <= _LONGEST
        and not phrase.context & DEFINITE
        and not any(flag & ~(k.PARTICLE | k.HONORIFIC | k.MONTH_NAME | k.CALENDAR) for flag in inside)
    )


def is_told(words: Words, phrase: Phrase, after: int) -> bool:
    """Tells whether the words around a name speak of a person; `after` is the token behind its brackets."""
    if _is_kin(words, phrase.first) or _is_apposed(words, after) or _is_agent_noun(words, phrase):
        return True
    if _is_who(words, after) or is_self_named(words, phrase.first):
        return True
    if is_shaped(words, phrase) and (
        _is_agent_apposed(words, after) or _is_one_of_several(words, phrase.first)
    ):
        return True
    acts = phrase.last - phrase.first > 1 and phrase.context & ACTS and not phrase.context & DEFINITE
    return bool(acts) and (_speaks_of_a_person(words, after) or _does_as_persons_do(words, phrase))


def _is_kin(words: Words, first: int) -> bool:
    """Tells "her brother, Ada Quill" and "the widow of Ada Quill"."""
    at = first - 1
    if (at >= 0 and words.tokens[at].text == ",") or (at >= 1 and words.tokens[at].lower in ("of", "de")):
        at -= 1
    return at >= 0 and words.tokens[at].lower in _KIN


def _is_one_of_several(words: Words, first: int) -> bool:
    """Tells "the brothers Tomas and | Jon Quill" and "two of his deputies, Ada Quill and Tomas Brell"."""
    at = first - 1
    if at > 0 and words.lower[at] in _AND:
        at -= 1
        while at > 0 and words.tokens[at].capitalised and first - at < 2 * _LONGEST:
            at -= 1
    if at > 0 and words.tokens[at].text == ",":
        at = _head_of(words, at - 1)
    noun = words.lower[at] if at >= 0 else ""
    official = words.flags[at] & k.PEOPLE and k.noun_types().get(noun) == "official"
    return noun.endswith("s") and (noun in _KIN or bool(official))


def _head_of(words: Words, at: int) -> int:
    """Returns the "ministers" of "the ministers of defence and trade", or the token itself."""
    if words.flags[at] & k.PEOPLE or words.lower[at] in _KIN:
        return at
    for index in range(at, max(0, at - _COMPLEMENT), -1):
        if words.lower[index] in ("of", "de") and index:
            return index - 1
        if not words.tokens[index].is_word:
            break
    return at


def _is_apposed(words: Words, at: int) -> bool:
    """Tells "Ada Quill, a retired schoolteacher" and "Ada Quill, the widow of"."""
    tokens = words.tokens
    if at + 1 >= len(tokens) or tokens[at].text not in ",–—(":
        return False
    first = at + 1
    article = bool(words.flags[first] & k.ARTICLE)
    for index in range(first + article, min(first + _APPOSED, len(tokens))):
        word = tokens[index].lower
        if word in _PROFESSIONS or word in _KIN:
            return article or index == first
        if tokens[index].text != word or words.flags[index] & k.FUNCTION:
            return False
    return False


def _is_agent_apposed(words: Words, at: int) -> bool:
    """Tells "Ada Quill, a fish smoker," by the ending of a noun that is none of what firms are called, too."""
    tokens = words.tokens
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return False
    if words.french:
        return (
            tokens[at + 1].text.islower()
            and not words.flags[at + 1]
            and tokens[at + 1].lower.endswith(_FRENCH)
        )
    if tokens[at + 1].lower not in ("a", "an"):
        return False
    for index in range(at + 2, min(at + 2 + _APPOSED, len(tokens) - 1)):
        if tokens[index].text != tokens[index].lower or words.flags[index] & (k.FUNCTION | k.GROUP):
            return False
        if tokens[index + 1].text in ",.;)" or tokens[index + 1].lower in ("from", "in", "who", "at", "of"):
            noun = tokens[index].lower
            return noun not in _MAKERS and len(noun) > len("maker") and noun.endswith(_AGENTS)
    return False


def is_self_named(words: Words, first: int) -> bool:
    """Tells "a man who gave his name as Quill" and "a woman who called herself Quill"."""
    before = words.lower[max(0, first - _SELF_NAMED) : first]
    if not before:
        return False
    named = before[-1] in ("as", "of", ",") and not _NAMES_GIVEN.isdisjoint(before[:-1])
    return before[-1] in _SELVES or named


def _is_who(words: Words, at: int) -> bool:
    tokens = words.tokens
    at += at < len(tokens) and tokens[at].text == "*"  # "Ada*, 34,": the name is changed
    if at + 1 >= len(tokens) or tokens[at].lower not in (",", "is", "was", "are", "were", "–", "—"):
        return False
    if tokens[at + 1].lower in ("who", "whom"):
        return True
    if tokens[at + 1].lower == "whose" and at + 2 < len(tokens) and tokens[at + 2].lower in _KIN:
        return True
    if tokens[at].text != "," or at + 2 >= len(tokens):
        return False
    years = at + 1 + (tokens[at + 1].lower == "aged")
    return years + 1 < len(tokens) and tokens[years].text.isdigit() and tokens[years + 1].text in ",."


def _is_agent_noun(words: Words, phrase: Phrase) -> bool:
    """Tells whether the word before a name that means nothing else is what persons are: "the surveyor Ada Quill"."""
    if phrase.first == 0 or words.tokens[phrase.first - 1].text != words.tokens[phrase.first - 1].lower:
        return False
    before, flag = words.tokens[phrase.first - 1], words.flags[phrase.first - 1]
    inside = words.flags[phrase.first : phrase.last]
    if flag or not 2 <= len(inside) <= 3 or any(each & ~k.PARTICLE for each in inside):
        return False
    return before.lower in _PROFESSIONS or (len(before.text) > 4 and before.lower.endswith(_AGENTS))


def _does_as_persons_do(words: Words, phrase: Phrase) -> bool:
    """Tells whether a name of two or three words that mean nothing else does what persons do: "Ada Quill recalled"."""
    inside, tokens = words.flags[phrase.first : phrase.last], words.tokens
    if (
        len(inside) > 3
        or any(flag & ~k.PARTICLE for flag in inside)
        or tokens[phrase.last - 1].lower.endswith("s")
    ):
        return False
    near = [*tokens[max(0, phrase.first - 1) : phrase.first], *tokens[phrase.last : phrase.last + 3]]
    return any(token.lower in _DONE_BY_PERSONS for token in near)


def _speaks_of_a_person(words: Words, at: int) -> bool:
    """Tells whether "he", "her" … follows before another name does: "Ada Quill said that she …"."""
    for token in words.tokens[at : at + _PRONOUN_REACH]:
        if token.text != token.lower:
            return False
        if token.lower in _PERSONAL:
            return True
    return False
