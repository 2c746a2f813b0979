"""Which actor a source is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citebound.model import Actor
from citebound_hooks.claims.found import Found, Place
from citebound_hooks.claims.linking.belonging import belonging
from citebound_hooks.claims.linking.descriptions import described
from citebound_hooks.claims.linking.surroundings import Surroundings
from citebound_hooks.claims.words import words

Spoken = tuple[Found, Actor | None]
_PERSON = frozenset({"person", "official"})
_GROUP = frozenset({"armed-group", "state", "organisation", "media"})
_TYPES = {"person": _PERSON, "group": _GROUP, "body": _GROUP | {"population"}, "any": _PERSON | _GROUP}
_RELATIVE = re.compile(r"(?<=[\w)\]]),?\s(?:which|who|whose|whom|qui|que|dont)\s", re.I)
_CLAUSE_ENDS = re.compile(
    r"[;:—–]|,\s(?:but|and|although|though|while|because|mais|et)\b|\s(?:because|although|before|after)\s"
)
_OPENS = re.compile(
    r"(?:(?:the|le|la)\s)?(?:[\w'’-]{2,20}\s){0,4}", re.I
)  # "Transport Minister", before a name
_BELONGS = re.compile(
    r",\s(?:(?:a|an|the|un|une|le|la)\s)?(?:[\w-]+\s){1,3}(?:of|for|de|du)\s(?:(?:the|la)\s)?|,\s(?:[\w-]+\s){1,3}de\sl['’]"
)
_LOOK_BACK = 600  # characters
_SHORT = 3  # blanks in a source that is a noun and nothing else
_RECENT = 3  # claims
_NAME = 120  # characters


def actor_of(source: Place, around: Surroundings) -> Actor | None:
    """Returns the actor whose mention is the head of a noun phrase, or None."""
    start, end = source
    clause = (
        None
        if belonging().naming.search(around.text, start, end)
        else _RELATIVE.search(around.text, start, end)
    )
    if clause:  # who a relative clause names is not the head: "the Front, which Aurel leads"
        end = clause.start()
    others = belonging().of_others.search(around.text, start, end)
    first = _head((start, others.start()), around) if others else None
    return first or _head((start, end), around)


def _head(place: Place, around: Surroundings) -> Actor | None:
    start, end = place
    heads: list[Actor] = []
    others: list[Actor] = []
    for span, actor in around.mentions.within(start, end):
        before, after = around.text[start : span.start], around.text[span.end : end]
        if after.startswith("-"):
            continue  # "the US-based Monitor" is not the US
        if after.startswith(("'s ", "’s ", "'s,", "’s,")):
            if actor.type == "state" and belonging().organ.match(after):
                others.append(actor)
            continue  # "Ghali's group" is not Ghali, "Belmark's army" is Belmark
        if belonging().member.match(after) or before.rfind("(") > before.rfind(")"):
            continue  # "a UN official" is not the UN, "Rook (Free Party)" not the party
        if belonging().voice.match(after):
            others.append(actor)
            continue
        if not belonging().place.search(before):
            heads.append(actor)
        elif belonging().speaks_for.search(before) and (actor.type in _GROUP or actor.name.isupper()):
            others.append(actor)
    persons = [actor for actor in heads if actor.type in ("person", "official")]
    return next(iter([*persons, *heads, *others]), None)


def speaker_of(claim: Found, earlier: Sequence[Spoken], around: Surroundings) -> Actor | None:
    """Returns the actor who is a claim's source; a pronoun's only if the text before leaves no doubt."""
    if claim.source is None:
        return None
    if around.text[slice(*claim.source)].lower() in words().relatives:
        return _antecedent(claim.source, claim.passage.sentence.start, around)
    named = _in_brackets(claim, around) or actor_of(claim.source, around) or described(claim.source, around)
    if around.text[slice(*claim.source)].lower() in words().last_named:
        return _last_named(claim.source[0], claim.passage.sentence.block.start, around)
    kinds = _TYPES.get(words().fitting.get(around.text[slice(*claim.source)].lower(), ""))
    if named is not None or kinds is None or _speaks_of_kin(claim, around):
        return named
    return _meant(claim, claim.source[0], kinds, earlier, around)


def _in_brackets(claim: Found, around: Surroundings) -> Actor | None:
    """The person whose name a label gives behind an office: "The Minister of Ferries (Ada Rook): …"."""
    if claim.source is None or claim.rule != "speaker-label":
        return None
    opening, end = around.text.find("(", *claim.source) + 1, claim.source[1] - 1
    named = around.mentions.within(opening, end) if opening else ()
    alone = [actor for span, actor in named if (span.start, span.end) == (opening, end)]
    return alone[0] if alone and alone[0].type not in _GROUP else None


def _antecedent(source: Place, sentence: int, around: Surroundings) -> Actor | None:
    """The actor right before a relative pronoun: "the League, which"; "which" is never a person.

    Behind a person it speaks of the body that the person belongs to: "the Front, led by Omar Ba, which denied it".
    """
    pronoun = around.text[slice(*source)].lower()
    near = around.mentions.within(max(sentence, source[0] - _NAME), source[0])
    last = next(
        (item for item in reversed(near) if not around.text[item[0].end : source[0]].strip(" ,)")), None
    )
    if last is None:
        return None
    if pronoun != "which" or last[1].type not in _PERSON:
        return last[1]
    bodies = [actor for _, actor in near if actor.type in _GROUP]
    return bodies[-1] if len({actor.id for actor in bodies}) == 1 else None


def _meant(
    claim: Found, offset: int, kinds: frozenset[str], earlier: Sequence[Spoken], around: Surroundings
) -> Actor | None:
    sentence = claim.passage.sentence
    subject = _subject_before(claim, offset, kinds, around)
    if subject is not None:
        return subject
    near = _named_before(offset, max(sentence.block.start, offset - _LOOK_BACK), kinds, around)
    for previous, actor in reversed(earlier[-_RECENT:]):
        before = previous.passage.sentence
        if actor is None and _may_be_meant(previous, claim, around):
            return None
        if actor is not None and actor.type in kinds and before.block == sentence.block:
            since = _named_before(offset, previous.cue[1], kinds, around) if previous.cue else near
            if len(near) <= 1 or before.index >= sentence.index - 1 or not {*since} - {actor}:
                return actor
            return _subject_of_last(claim, kinds, around)
    if len(near) == 1 and not (_PERSON & kinds and _others_named(near[0], claim, offset, around)):
        return near[0]
    return _subject_of_last(claim, kinds, around)


def _speaks_of_kin(claim: Found, around: Surroundings) -> bool:
    """Whether the sentence before is about somebody without a name: "His wife disagreed. "No," she said."."""
    sentence = claim.passage.sentence
    last = around.sentences[sentence.index - 1] if sentence.index else sentence
    if last is sentence or last.block != sentence.block:
        return False
    opening = around.text[last.start : last.start + _NAME].lower().split()[:3]
    return len(opening) == 3 and opening[0] in words().possessives and opening[1] in words().kin


def _others_named(actor: Actor, claim: Found, offset: int, around: Surroundings) -> bool:
    """Whether "he" may also mean somebody of whom the text does not say what he is."""
    low = max(claim.passage.sentence.block.start, offset - _LOOK_BACK)
    named = {each.id: each for _, each in around.mentions.within(low, offset) if each.type == "unknown"}
    return any(" " in each.name for each in named.values() if each.id != actor.id)


def _last_named(offset: int, low: int, around: Surroundings) -> Actor | None:
    """Whom "the latter" means: whoever has been named last; of "Rook, a member of the Council" it is Rook."""
    named = around.mentions.within(max(low, offset - _LOOK_BACK), offset)
    if len(named) > 1 and named[-1][1].type in _GROUP and named[-2][1].type in _PERSON:
        between = around.text[named[-2][0].end : named[-1][0].start]
        if _BELONGS.fullmatch(between):
            return named[-2][1]
    return named[-1][1] if named else None


def _may_be_meant(previous: Found, claim: Found, around: Surroundings) -> bool:
    """Whether a pronoun can mean somebody without a name who has spoken just before: "A guard said … He …"."""
    here, there = claim.passage.sentence, previous.passage.sentence
    if previous.source is None or there.block != here.block or here.index - there.index > 1:
        return False
    source = around.text[slice(*previous.source)].lower()
    pronoun = around.text[slice(*claim.source)].lower() if claim.source else ""
    if words().fitting.get(pronoun) == "person" and _is_impersonal(source):
        return False
    several = belonging().several.search(source) is not None
    return not (source in words().fitting or source in words().relatives) and several == (
        pronoun in words().plural
    )


def _is_impersonal(source: str) -> bool:
    """Whether neither "he" nor "she" can mean a source: "her own office"."""
    return source.count(" ") <= _SHORT and source.rpartition(" ")[2] in words().impersonal


def _subject_of_last(claim: Found, kinds: frozenset[str], around: Surroundings) -> Actor | None:
    """Who opens the sentence before, if nobody else in it is fit: "Tarif hit back. "Never," he said."."""
    sentence = claim.passage.sentence
    last = around.sentences[sentence.index - 1] if sentence.index else sentence
    if last is sentence or last.block != sentence.block:
        return None
    found = around.mentions.within(last.start, last.end)
    fitting = {
        actor.id
        for _, actor in found
        if actor.type in kinds or (_PERSON & kinds and actor.type == "unknown" and " " in actor.name)
    }
    if len(fitting) != 1 or not _OPENS.fullmatch(around.text, last.start, found[0][0].start):
        return None
    return found[0][1] if found[0][1].id in fitting else None


def _subject_before(claim: Found, offset: int, kinds: frozenset[str], around: Surroundings) -> Actor | None:
    """Who is the subject of the clause before a pronoun: "Tarif left; he said", "Tarif was calmer: he said"."""
    passage, text = claim.passage, around.text
    fitting = [
        item for item in around.mentions.within(passage.sentence.start, offset) if item[1].type in kinds
    ]
    if not fitting:
        return None
    span, actor = fitting[-1]
    at = passage.index_at(span.start)
    clause = max(passage.tags.rfind(mark, 0, at) for mark in ":;.") + 1
    opens = not any(tag in "VbAMO" for tag in passage.tags[clause:at])
    parted = _CLAUSE_ENDS.search(text, span.end, offset) is not None
    return actor if opens and parted and not text.startswith(("'s", "’s"), span.end) else None


def _named_before(offset: int, low: int, kinds: frozenset[str], around: Surroundings) -> list[Actor]:
    found: list[Actor] = []
    for _, actor in around.mentions.within(low, offset):
        if actor.type in kinds and actor not in found:
            found.append(actor)
    return found
