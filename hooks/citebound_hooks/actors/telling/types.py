"""Stage 6: what an actor is, by the evidence of its words and of the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from citebound.model import ActorType
from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names, known_types, word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import ACTS, DEFINITE, TITLED, Phrase, PhraseKind
from citebound_hooks.actors.reading.wording import Words, bare
from citebound_hooks.actors.telling.hints import Hints
from citebound_hooks.actors.telling.officials import is_official
from citebound_hooks.actors.telling.tied import Tied

_BY_KIND: dict[PhraseKind, ActorType] = {"state": "state", "people": "population", "office": "official"}
_REACH = 7  # tokens after a name in which a noun may say what it is
_VIOLENT = frozenset(word_lists().violence.words.split())
_PRONOUN_REACH = 12  # tokens after a name in which "he" or "her" speaks of it
_DONE_BY_PERSONS = frozenset(word_lists().verbs.personal.split())
_AGENTS = tuple(word_lists().phrasing.agent_endings.split())
_OF_BODIES_TOO = words_in(word_lists().phrasing.of_bodies_too)  # a company is an owner, too
_SAID = 4  # what "X, a militia" and "X is a newspaper" count
_ARMED: tuple[ActorType, ...] = ("armed-group",) * 4  # what a claim of responsibility counts
_CLAIM = frozenset(("claim", "claims", "claimed", "claiming"))
_OWN_WORDS = 3  # what the words of a name itself count, against one for those around it
_PERSONAL = words_in(word_lists().phrasing.personal)
_OF_PERSONS = words_in(word_lists().phrasing.person_particles)


def actor_type(reading: Reading, cluster: Cluster, hints: Hints) -> ActorType:
    """Returns the type with the most evidence, `unknown` without any."""
    for key in cluster.keys:
        if known := known_types().get(key) or known_types().get(" ".join(key.split()[-2:])):
            return known  # the second: "Orvanian Red Cross"
        if known_types().get(key.partition(" ")[0]) == "media":
            return "media"  # "BBC Somali"
    votes: Counter[ActorType] = Counter()
    votes["person"] += 2 * sum(office not in _OF_BODIES_TOO for office in cluster.told)
    for key in cluster.keys:
        votes.update(hints.of(key))
    for phrase in cluster.phrases:
        if phrase.kind in _BY_KIND:
            votes[_BY_KIND[phrase.kind]] += 1
            continue
        votes.update(_by_phrase(reading.words[phrase.sentence], phrase))
    for place in cluster.defined:
        inside = reading.analysis.text[slice(*place)].lower().split()
        if kind := _by_nouns(inside[0], inside):
            votes[kind] += _OWN_WORDS
    if any(form.kind == "short-name" for form in cluster.forms) and _looks_personal(reading, cluster):
        votes["person"] += 1
    best = max(votes, key=lambda kind: (votes[kind], kind))
    if not votes[best]:
        return "unknown"
    return "official" if best == "person" and is_official(reading, cluster) else best


def _by_phrase(words: Words, phrase: Phrase) -> Counter[ActorType]:
    votes: Counter[ActorType] = Counter()
    if phrase.context & TITLED or is_given(words, phrase):
        votes["person"] += 2
    own = _by_own_words(words, phrase)
    if own:
        votes[own] += _OWN_WORDS
    around = Counter(_by_words_around(words, phrase))
    if own == "armed-group":
        around.pop("organisation", None)  # "the Brigade of the Lake, a rival group"
    votes.update(around)
    return votes


def type_by_relations(number: Mapping[Phrase, Cluster], tied: Sequence[Tied]) -> None:
    """Types who is still unknown by what it is to others: who leads is a person, a part of an armed group is one."""
    for tie in tied:
        bearer, target = number.get(tie.bearer), number.get(tie.target)
        if bearer is None or target is None or bearer.type != "unknown" or tie.bearer.kind != "name":
            continue
        if tie.type == "leads" or (tie.type == "member-of" and tie.by_name):
            bearer.type = "person"
        elif tie.type == "part-of" and target.type == "armed-group":
            bearer.type = "armed-group"


def is_given(words: Words, phrase: Phrase) -> bool:
    """Tells whether a name begins with a given name, or holds a particle of persons' names."""
    if phrase.kind != "name":
        return False
    inside = words.tokens[phrase.first : phrase.last]
    return inside[0].lower in given_names() or any(token.lower in _OF_PERSONS for token in inside[1:-1])


def _looks_personal(reading: Reading, cluster: Cluster) -> bool:
    """Tells whether a name of two to four words holds no common noun, so that its short form is a surname."""
    phrase = max(cluster.phrases, key=lambda each: each.last - each.first)
    words = reading.words[phrase.sentence]
    inside = words.flags[phrase.first : phrase.last]
    return (
        phrase.kind == "name"
        and 2 <= len(inside) <= 5
        and not any(
            flag & ~(k.PARTICLE | k.HONORIFIC | k.OFFICE | k.MONTH_NAME | k.CALENDAR) for flag in inside
        )
    )


def _by_own_words(words: Words, phrase: Phrase) -> ActorType | None:
    """Returns what the nouns of a name say: "Agency", "Brigade", "Liberation Front"."""
    inside = [bare(token).lower() for token in words.tokens[phrase.first : phrase.last]]
    if any(k.kinds().get(word, 0) & k.NETWORK for word in inside) and phrase.kind == "name":
        return "armed-group"
    if (phrase.noun == "agency" and ("news" in inside or "press" in inside)) or inside[0] == "radio":
        return "media"
    kind = _by_nouns(phrase.noun, inside) if phrase.kind == "name" else k.noun_types().get(phrase.noun)
    if phrase.kind == "name" and phrase.last - phrase.first == 1 and not words.flags[phrase.first] & k.BODY:
        return None
    if kind == "organisation" and any(word in _VIOLENT for word in inside):
        return "armed-group"
    return kind


def _by_nouns(noun: str, inside: Sequence[str]) -> ActorType | None:
    """Returns what the head, the last or the first word of a name says."""
    types = k.noun_types()
    return types.get(noun) or types.get(inside[-1]) or (types.get(inside[0]) if len(inside) > 1 else None)


def _by_words_around(words: Words, phrase: Phrase) -> Iterator[ActorType]:
    """Yields what is said of a name: "jihadist alliance X", "X, a militia", "X is an organisation", "X, who"."""
    if phrase.kind != "name":
        return
    tokens, first, last = words.tokens, phrase.first, phrase.last
    if _claims_attacks(words, phrase):
        yield from _ARMED
    if first > 0 and tokens[first - 1].text == tokens[first - 1].lower:
        yield from _noun(words, max(0, first - 4), first)
        if _is_agent_noun(words, phrase):
            yield "person"
    if last + 1 >= len(tokens):
        return
    if tokens[last].text == "(":
        close = next(
            (i for i in range(last + 1, min(last + _REACH, len(tokens))) if tokens[i].text == ")"), None
        )
        last = close + 1 if close and close + 2 < len(tokens) else last
    if tokens[last].lower in (",", "is", "was", "are", "were", "–", "—"):
        if words.flags[last + 1] & k.ARTICLE:
            for said in _noun_phrase(words, last + 2):
                yield from (said,) * _SAID
        elif tokens[last + 1].lower in ("who", "whom") or (
            tokens[last].text == ","
            and tokens[last + 1].text.isdigit()
            and tokens[min(last + 2, len(tokens) - 1)].text == ","
        ):
            yield "person"
    acts = phrase.last - phrase.first > 1 and phrase.context & ACTS and not phrase.context & DEFINITE
    if acts and (_speaks_of_a_person(words, last) or _does_as_persons_do(words, phrase)):
        yield "person"


def _claims_attacks(words: Words, phrase: Phrase) -> bool:
    """Tells whether a name claims responsibility, or has something claimed by it."""
    after = [token.lower for token in words.tokens[phrase.last : phrase.last + 5]]
    if "responsibility" in after and _CLAIM & set(after):
        return True
    before = [token.lower for token in words.tokens[max(0, phrase.first - 4) : phrase.first]]
    return any(word == "claimed" and "by" in before[at:] for at, word in enumerate(before))


def _is_agent_noun(words: Words, phrase: Phrase) -> bool:
    """Tells whether the word before a name that means nothing else is what persons are: "the surveyor Ada Quill"."""
    before, flag = words.tokens[phrase.first - 1], words.flags[phrase.first - 1]
    inside = words.flags[phrase.first : phrase.last]
    if flag or not 2 <= len(inside) <= 3 or any(each & ~k.PARTICLE for each in inside):
        return False
    return len(before.text) > 4 and before.lower.endswith(_AGENTS)


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


def _noun_phrase(words: Words, first: int) -> Iterator[ActorType]:
    """Yields the type that the first noun of a group or office in a noun phrase makes."""
    for at in range(first, min(first + _REACH, len(words.tokens))):
        if words.flags[at] & k.FUNCTION or not words.tokens[at].is_word:
            return
        after = words.flags[at + 1] if at + 1 < len(words.tokens) else 0
        if words.flags[at] & (k.GROUP | k.OFFICE | k.MEDIUM) and not after & (k.GROUP | k.OFFICE | k.MEDIUM):
            yield from _noun(words, first, at + 1)
            return


def _noun(words: Words, first: int, last: int) -> Iterator[ActorType]:
    """Yields the type that the last noun of some tokens makes."""
    if last <= first or not words.flags[last - 1] & (k.GROUP | k.OFFICE):
        return
    noun = words.tokens[last - 1].lower
    if words.flags[last - 1] & k.OFFICE and not words.flags[last - 1] & k.GROUP:
        yield "person"
    elif (kind := k.noun_types().get(noun)) is not None:
        violent = any(token.lower in _VIOLENT for token in words.tokens[first:last])
        yield "armed-group" if violent and kind == "organisation" else kind
