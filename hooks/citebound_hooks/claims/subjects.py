"""Who the source of a claim is: the noun phrase before or after the reporting verb."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from citebound_hooks.claims.passages import Passage
from citebound_hooks.claims.words import words
from citebound_hooks.language.phrases import CORE, NOUN_PHRASE, NOUN_PHRASE_BEFORE

Position = Literal["before", "after", "relative", "shared"]
_REACH = 32  # tokens to the left that a subject with its appositions may take
_AFTER_REACH = 24
_CARRIED = re.compile(rf"EP{CORE}(?:[fP]{CORE})*")  # "a log cited by the Herald"
_VERB = re.compile(r"[VbAM]|(?<!^)E")
_CLAUSE_BEGINS = "$,KSB;”:.-"
_TIME = re.compile(r"D[Jn]?u(?=[CD])")
_TRIES = 6  # verbs whose subject is looked for
_FIRST_CLAUSE = 60  # tokens in which the first subject of a sentence is looked for
_OPENS_APPOSITION = frozenset("DnNZCcJWR~")
_BELONGING = frozenset({"at", "from", "with", "including"})  # "Rook, from the Free Party, said"
_APPOSITION_AFTER = re.compile(r",((?:D|n|N|Z|C|c|J)(?:[^,.;:“”()\-SKGVbAMTWOE]|E(?=P))*)(?=[,.;:“$]|$)")
_ONE_OF = re.compile(r"[Dn]{1,2}fo")  # "said one of them", "témoigne l'un d'eux"
_RELATIVE = re.compile(
    r"W,?P[^VbAMWTOKB;:“”]{1,12}(?:“[^”]{1,24}”)?[^VbAMWTOKB;:“”]{0,12}$"
)  # "who in an essay called "Bread" dismissed"
_ACRONYM = re.compile(r"\([CN]{1,3}\)")  # "by the Marsh Army (MA), a militia"
# A noun phrase with a clause or participle that ends in the phrase before the verb: "a man who saw [the attack]".
_MODIFIED = re.compile(
    rf"{CORE}(?:[fP]{CORE})*(?:[WT][RX]*[VAMbEZ][^,;:“”S]*|G[^,;:“”SVAMb]*|E(?:[PtYB][^,;:“”SVAMb]*)?|O[RA]*[VE]|O[RX]*A[^,;:“”SVAMb]*)$|D[JNP]t(?:o|{CORE})$"
)


class Subject(msgspec.Struct, frozen=True):
    """A source as token indices, both included.

    Attributes:
        position: `before` or `after` the cue, a `relative` pronoun, or `shared` with an earlier verb.
    """

    first: int
    last: int
    position: Position


def subject_before(passage: Passage, group: int) -> Subject | None:
    """Returns the noun phrase that ends where the verb group begins, with its appositions."""
    at = group - 1
    while at >= 0 and (step := _adverbial(passage, at)):
        at -= step
    if at < 0:
        return None
    tag = passage.tags[at]
    if tag in "Oz" or (tag == "D" and passage.lower(at) in words().pronouns):
        return Subject(at, at, "before")
    if tag in "WT":
        return Subject(at, at, "relative")
    if tag in ",-":
        return _before_apposition(passage, at)
    relative = _RELATIVE.search(passage.tags, max(0, at + 1 - _REACH), at + 1)
    if relative is not None:
        return Subject(relative.start(), relative.start(), "relative")
    return _phrase_before(passage, at + 1)


def _adverbial(passage: Passage, at: int) -> int:
    """How many tokens an adverb or a date takes that ends at `at`: "on Friday", "in 2010", "this week"."""
    tag, before = passage.tags[at], passage.tag(at - 1)
    word = passage.lower(at)
    if before in "NZC)," and (word in words().reflexive or (word in words().floating and before != ",")):
        return 1  # "the company itself denies", "the gangs each claimed"
    if tag == "u" and before in "DJ":
        return 2
    if tag in "Yn" and before == "P":
        return 2
    return int(tag in "RY" and before not in "DJ")


def _phrase_before(passage: Passage, end: int) -> Subject | None:
    start = max(0, end - _REACH)
    match = NOUN_PHRASE_BEFORE.search(passage.tags, start, end)
    if match is None:
        modified = _MODIFIED.search(passage.tags, start, end)
        if modified is None or not _begins_clause(passage, modified.start()):
            return None
        return Subject(modified.start(), end - 1, "before")
    first = _past_adverbial(passage, match.start(), end)
    modified = _MODIFIED.search(passage.tags, max(0, first - _REACH), first) if first else None
    if modified is not None and _begins_clause(passage, modified.start()):
        first = modified.start()
    if first > 1 and passage.tags[first - 1] in "Pf" and passage.tags[first - 2] == "O":
        first -= 2  # "Nobody in this town"
    return Subject(_with_coordinated(passage, first, start), end - 1, "before")


def _with_coordinated(passage: Passage, first: int, start: int) -> int:
    """Where a subject of two begins: "Amnesty International and Human Rights Watch"."""
    if first < 2 or passage.lower(first - 1) not in ("and", "et", "nor", "ni"):
        return first
    other = NOUN_PHRASE_BEFORE.search(passage.tags, start, first - 1)
    return other.start() if other and _begins_clause(passage, other.start()) else first


def _past_adverbial(passage: Passage, first: int, end: int) -> int:
    """Skips what tells the time before the phrase: "In March Lusaka", "the next day Rook"."""
    while first < end - 1 and passage.tags[first] in "RY":
        first += 1
    time = _TIME.match(passage.tags, first, end)
    return time.end() if time else first


def _before_apposition(passage: Passage, comma: int) -> Subject | None:
    mark = passage.tags[comma]
    low = max(0, comma - _REACH)
    opening = passage.tags.rfind(mark, low, comma)
    while opening > low:
        head = _head_before(passage, opening)
        if head is not None and _begins_clause(passage, head.first):
            last = comma - 1 if _is_apposition(passage, opening + 1, comma) else opening - 1
            return Subject(head.first, last, "before")
        opening = passage.tags.rfind(mark, low, opening)
    return None


def _is_apposition(passage: Passage, first: int, after: int) -> bool:
    """Whether the words between two commas belong to the source: not "however", "for his part", "in a letter"."""
    tags = passage.tags
    if tags[first] == "P":
        return passage.lower(first) in _BELONGING
    return tags[first] in _OPENS_APPOSITION and bool(tags[first:after].strip("RY"))


def _head_before(passage: Passage, end: int) -> Subject | None:
    if passage.tags[end - 1] in "Oc":  # "; Solvang's, Gunnar Eide, says"
        return Subject(end - 1, end - 1, "before")
    return _phrase_before(passage, end)


def _begins_clause(passage: Passage, first: int) -> bool:
    if first == 0 or passage.tags[first - 1] in ",SBKT“”:;-.RW(" or _ends_date(passage, first - 1):
        return True
    opened = passage.tags[first] == "D" and passage.tags[first - 1] in "NZ" and passage.tags[0] in "nPBDRS"
    return opened and not any(
        tag in "VbAME" for tag in passage.tags[:first]
    )  # "After the raid a rival faction, …"


def _ends_date(passage: Passage, at: int) -> bool:
    """Whether a date ends here, which opens a clause: "On 2 June the mayor, …"."""
    month = next((i for i in (at, at - 1) if passage.lower(i) in words().months), None)
    return month is not None and passage.tag(at) in "Cn" and passage.tag(month - 1) in "nP"


def subject_after(passage: Passage, at: int) -> Subject | None:
    """Returns the noun phrase right after an inverted verb, with its apposition: `said X, the Y`."""
    tag = passage.tag(at)
    if tag == "O":
        return Subject(at, at, "after")
    match = _ONE_OF.match(passage.tags, at) or NOUN_PHRASE.match(passage.tags, at, at + _AFTER_REACH)
    if match is None:
        return None
    end = match.end()
    carried = _CARRIED.match(passage.tags, end, end + _AFTER_REACH)
    if carried is not None and passage.lower(end + 1) in ("by", "par"):
        end = carried.end()
    acronym = _ACRONYM.match(passage.tags, end, end + _AFTER_REACH)
    behind = acronym.end() if acronym else end
    apposition = _APPOSITION_AFTER.match(passage.tags, behind, behind + _AFTER_REACH)
    if apposition is not None:
        end = apposition.end()
    elif acronym is not None:
        end = behind
    return Subject(at, end - 1, "after")


def main_subject(passage: Passage) -> Subject | None:
    """Returns the subject of the sentence's first clause with a verb, for verbs that share it."""
    for tries, verb in enumerate(_VERB.finditer(passage.tags, 0, _FIRST_CLAUSE)):
        found = subject_before(passage, verb.start()) if verb.start() else None
        if (
            found is not None
            and found.position == "before"
            and passage.tag(found.first - 1) in _CLAUSE_BEGINS
        ):
            return Subject(found.first, found.last, "shared")
        if tries >= _TRIES:
            break
    return _first_phrase(passage)


def _first_phrase(passage: Passage) -> Subject | None:
    if passage.tag(0) in "Oz":
        return Subject(0, 0, "shared")
    for match in NOUN_PHRASE.finditer(passage.tags, 0, _FIRST_CLAUSE):
        if match.start() and passage.tags[match.start() - 1] in "Pf":
            continue
        return Subject(match.start(), match.end() - 1, "shared")
    return None
