"""Stage 6b: leaves out single words that nothing in the text shows to be an actor's name."""

from __future__ import annotations

from functools import reduce
from operator import or_

from citebound_hooks.actors.joining.joiner import Cluster
from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.lexicon.tables import given_names, word_lists, words_in
from citebound_hooks.actors.reading.document import Reading
from citebound_hooks.actors.reading.phrase import ACTS, DEFINITE, OWNS, Phrase
from citebound_hooks.actors.reading.said_of import BODIES, is_named_body
from citebound_hooks.actors.reading.wording import Words, is_acronym
from citebound_hooks.actors.telling.around import said_noun

_OF_BODIES = words_in(word_lists().phrasing.offices_of_bodies)
_OFTEN = 2  # mentions from which an acronym needs no other evidence
_SHORT = 5  # letters up to which a plural in capitals may be anything


def is_supported(reading: Reading, cluster: Cluster) -> bool:
    """Tells whether a cluster is more than one capitalised word without evidence."""
    first = cluster.phrases[0]
    if first.kind == "office":
        return any(phrase.last - phrase.first > 1 or phrase.kind == "name" for phrase in cluster.phrases)
    if any(phrase.kind != "name" or phrase.last - phrase.first > 1 for phrase in cluster.phrases):
        return True
    word = reading.analysis.text[first.start : first.end]
    noun = k.kinds().get(word.lower(), 0) & k.GROUP
    typed = cluster.type != "unknown" and (noun or not cluster.open)
    if typed or cluster.forms or cluster.defined or cluster.told:
        return True
    context = reduce(or_, (phrase.context for phrase in cluster.phrases))
    often = len(cluster.phrases) >= _OFTEN
    named = any(_is_told(reading.words[phrase.sentence], phrase) for phrase in cluster.phrases)
    if is_acronym(word):
        return named or often or bool(context & (ACTS | OWNS | DEFINITE))
    if noun:
        return often or bool(context & (ACTS | OWNS))
    return named or bool(context & ACTS) or _is_proper(reading, word, context)


def _is_told(words: Words, phrase: Phrase) -> bool:
    """Tells whether words beside a name say that it is a body's: "the company Hydra", "Hydra leader Ada Quill"."""
    if _has_office(words, phrase):
        return True
    return is_named_body(words, phrase.first) or said_noun(words, phrase) in BODIES


def _has_office(words: Words, phrase: Phrase) -> bool:
    """Tells whether an office that only bodies give follows a name, and its holder: "Hydra leader Ada Quill"."""
    at = phrase.last
    while at < len(words.tokens) and words.flags[at] & (k.MODIFIER | k.OFFICE_PART) and at < phrase.last + 2:
        at += 1
    held = at + 1 < len(words.tokens) and words.tokens[at].text in _OF_BODIES
    return held and words.tokens[at + 1].capitalised


def _is_proper(reading: Reading, word: str, context: int) -> bool:
    """Tells whether a word that does nothing is a given name, an owner, or a group in the plural: "the Extras"."""
    if word.lower() in given_names():
        return True
    plural = word.endswith("s") and len(word) > _SHORT and context & DEFINITE
    return bool(plural or context & OWNS) and word.lower() not in reading.common
