"""What a run of name-like words is by its own words: a name, a state, a people, an office, a place, or nothing."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.french import french
from citebound_hooks.actors.lexicon.tables import given_names, known_types, word_lists, words_in
from citebound_hooks.actors.reading.contexts import OPENERS, verb_at
from citebound_hooks.actors.reading.french_names import CAPITALS
from citebound_hooks.actors.reading.phrase import PhraseKind
from citebound_hooks.actors.reading.titles import name_start
from citebound_hooks.actors.reading.wording import Run, Words, bare, flag_of, is_acronym
from citebound_hooks.language.tokens import Token

_COMPLEMENT = frozenset(("of", "for", "in", "on", "to", "against"))
_FRENCH_COMPLEMENT = words_in(french().names.links)
_OF_TITLES = k.TITLE | k.OFFICE_PART | k.DEMONYM | k.FUNCTION
_MATTERS = words_in(word_lists().phrasing.departments)
_LABELS = words_in(word_lists().faiths.labels)
_SHOUTED = 4  # words in capitals that together are a headline, no name
_ALONE = k.PEOPLE | k.MODIFIER | k.OFFICE_PART | k.PLACE | k.COMPASS


def run_kind(words: Words, run: Run) -> PhraseKind | None:
    """Returns what kind of phrase a run makes, None for adjectives, things and common words."""
    tokens, inside = words.tokens, words.flags[run.first : run.last]
    head = head_of(words, run)
    flag, single = flag_of(tokens[head]), run.last - run.first == 1
    acronym = single and is_acronym(tokens[run.first].text)
    if run_text(words, run) in k.geography().states:
        return "state"
    if run.last - run.first >= _SHOUTED and all(
        token.text.isupper() for token in tokens[run.first : run.last]
    ):
        return None
    if single and flag & k.PEOPLES:
        return "people"
    if all(f & (k.DEMONYM | k.FAITH | k.COMPASS) for f in inside) and not acronym:
        return _people(words, run)
    if flag & k.TITLE and all(f & _OF_TITLES for f in inside[: head - run.first + 1]):
        named = name_start(words, run) > run.first  # "Secretary of State Ada Quill"
        return "name" if named else "office" if flag & k.OFFICE else None
    return "name" if acronym else _office_or_other(words, run, head)


def _office_or_other(words: Words, run: Run, head: int) -> PhraseKind | None:
    flag = flag_of(words.tokens[head])
    if flag & k.OFFICE and _names_office(words, run, head):
        return "office"
    return _place_or_thing(words, run, head, flag)


def _place_or_thing(words: Words, run: Run, head: int, flag: int) -> PhraseKind | None:
    inside, single = words.flags[run.first : run.last], run.last - run.first == 1
    if (
        inside[0] & k.THING_FIRST
        and not single
        and not flag & k.BODY
        and not name_start(words, run) > run.first
    ):
        return None
    if flag & k.REGION and all(f & (k.REGION | k.COMPASS | k.DEMONYM) for f in inside):
        return "place"
    if not single and words.tokens[run.first].lower in given_names() and not inside[0] and not flag & k.GROUP:
        return "name"  # "Eva Forest"
    if flag & k.PLACE and not _is_body(words, head, run.first) and not _is_named_body(words, run):
        return None if single else "place"
    if (flag & k.THING and not flag & k.BODY) or (single and flag & _ALONE and not flag & k.BODY):
        return None
    return "name"


def _is_named_body(words: Words, run: Run) -> bool:
    """Tells whether a body's noun stands right before two words or more: "the network Quiet Sea"."""
    before = run.first - 1
    flag = words.flags[before] if before > 0 else 0
    body = flag & k.BODY and not flag & (k.PLACE | k.FUNCTION) and words.tokens[before].text.islower()
    return bool(body) and run.last - run.first > 1


def may_be_surname(words: Words, run: Run) -> bool:
    """Tells whether a common word may be a surname, which only the whole text can tell: "Forest said"."""
    token, flag = words.tokens[run.first], flag_of(words.tokens[run.first])
    if run.last - run.first > 1 or not flag & (k.PLACE | k.THING) or flag & (k.GROUP | k.FUNCTION):
        return False
    before = words.tokens[run.first - 1].lower if run.first else ""
    plain = (
        not (run.first and words.flags[run.first - 1] & (k.ARTICLE | k.TITLE | k.MODIFIER)) and before != "of"
    )
    return plain and len(token.text) > 2 and bare(token)[1:].islower()


def may_be_short(words: Words, run: Run) -> bool:
    """Tells whether "the Department" may be the short name of a body, or a part of the country."""
    flag, single = flag_of(words.tokens[run.first]), run.last - run.first == 1
    body = flag & k.BODY and k.noun_types().get(bare(words.tokens[run.first]).lower()) == "organisation"
    return bool(body) and single and run.first > 0 and words.lower[run.first - 1] == "the"


def _names_office(words: Words, run: Run, head: int) -> bool:
    """Tells "Maintenance Group Commander" from "Ada Major"."""
    before = words.tokens[run.first : head]
    return head - run.first >= 2 or any(
        words.flags[run.first + at] & (k.BODY | k.OFFICE_PART | k.MODIFIER) or is_acronym(token.text)
        for at, token in enumerate(before)
    )


def run_text(words: Words, run: Run) -> str:
    """Returns a run's words in lower case, parted by one space."""
    text = " ".join(bare(token).lower() for token in words.tokens[run.first : run.last])
    return text.replace("' ", "'").replace("’ ", "’")


def head_of(words: Words, run: Run) -> int:
    """Returns the token of the head noun: the last one before "of", "for" and the like."""
    first = run.first + (words.french and words.tokens[run.first].text in CAPITALS)
    body = words.french and first < run.last and words.flags[first] & k.GROUP
    for index in range(first + 1, run.last):
        if words.tokens[index].lower in (_FRENCH_COMPLEMENT if body else _COMPLEMENT):
            return index - 1
    if body:
        return first  # "Brigade verte"
    last = run.last - 1
    return last - 1 if last > run.first and words.tokens[last].text.isdigit() else last


def without_demonym(words: Words, run: Run) -> Run:
    """Cuts off what somebody is before the name: "Mauritanian | Nouakchott News Agency", "Malian | Ada Quill".

    "Malian Armed Forces" and "Liberal Democrats" stay whole.
    """
    tokens, second = words.tokens, run.first + 1
    if run.last - run.first < 3 or is_acronym(tokens[run.first].text) or not tokens[second].is_word:
        return run
    demonym, label = words.flags[run.first] & k.DEMONYM, words.lower[run.first] in _LABELS
    if words.flags[run.first] & k.PEOPLE and words.lower[run.first].endswith("s"):
        demonym = k.PEOPLE  # "Lawyers | Ada Quill and"
    if not (demonym or label):
        return run
    person = words.lower[second] in given_names() and not flag_of(tokens[run.last - 1]) & k.GROUP
    shaped = demonym and not any(flag & ~k.PARTICLE for flag in words.flags[second : run.last])
    shaped = shaped and run_text(words, Run(second, run.last, False)) not in known_types()
    place = demonym and words.lower[second] in k.geography().states
    return Run(second, run.last, run.possessive) if person or shaped or place else run


def without_head(words: Words, run: Run) -> Run:
    """Cuts off the head of "Members of the Council" at the beginning of a sentence, but not off "Council of Elders"."""
    tokens, first = words.tokens, run.first
    if run.last - first < 3 or tokens[first + 1].lower != "of" or not tokens[first].lower.endswith("s"):
        return run
    before = first - bool(first and words.flags[first - 1] & k.ARTICLE)
    opens = (before == 0 or tokens[before - 1].text in OPENERS) and words.flags[first] & k.PEOPLE
    told = (
        first and before == first and words.flags[first - 1] & k.MODIFIER and tokens[first - 1].text.islower()
    )
    if not (opens or told):
        return run
    return Run(first + 2 + (tokens[first + 2].lower == "the"), run.last, run.possessive)


def with_matter(words: Words, run: Run, lowest: int) -> Run:
    """Adds the small words before a body's noun that say which one it is: "the | justice Ministry"."""
    first = run.first
    if not words.flags[first] & k.BODY or words.flags[first] & (k.FUNCTION | k.DEMONYM):
        return run
    while first > lowest and words.tokens[first - 1].text in _MATTERS:
        first -= 1
    return Run(first, run.last, run.possessive)


def _people(words: Words, run: Run) -> PhraseKind | None:
    """Returns `people` for "Malians" and "the French", None for an adjective alone."""
    tokens, last = words.tokens, run.last
    noun = bare(tokens[last - 1]).lower()
    if not flag_of(tokens[last - 1]) & k.DEMONYM:
        return None
    if noun.endswith("s") and not noun.endswith(("ese", "swiss")):
        return "people"
    article = run.first > 0 and tokens[run.first - 1].lower == "the"
    follows = verb_at(words, last) or (last < len(tokens) and tokens[last].text in ",.;)")
    return "people" if article and follows else None


def _is_body(words: Words, head: int, first: int) -> bool:
    """Tells "Justice Department" from "Antioquia Department"."""
    if not flag_of(words.tokens[head]) & k.BODY:
        return False
    if head + 1 < len(words.tokens) and words.tokens[head + 1].lower in ("of", "for"):
        return True
    return head > first and bool(words.flags[head - 1] & (k.MODIFIER | k.OFFICE_PART | k.FAITH | k.BODY))


def body_before_thing(words: Words, run: Run) -> Run | None:
    """Returns the "Harrow Council" of "Harrow Council Resolution", None if no body stands before the thing."""
    if not flag_of(words.tokens[head_of(words, run)]) & k.THING:
        return None
    for last in range(run.last - 1, run.first, -1):
        flag, text = words.flags[last - 1], words.tokens[last - 1].text
        if (flag & k.BODY or is_acronym(text)) and not flag & k.THING:
            return Run(run.first, last, False)
    return None


def states_in(token: Token) -> tuple[tuple[int, int], ...]:
    """Returns the places of the two states of "UK-France", nothing for other words."""
    left, mark, right = token.text.partition("-")
    if not mark:
        return ()
    known = k.geography().states
    if left.lower() not in known or right.lower() not in known or token.lower in known:
        return ()
    return (token.start, token.start + len(left)), (token.end - len(right), token.end)
