"""Titles before a person's name, in the name's own run and before it."""

from __future__ import annotations

from citebound_hooks.actors.lexicon import kinds as k
from citebound_hooks.actors.reading.wording import Run, Words, flag_of, is_retired

_COMPLEMENT = k.FUNCTION | k.OFFICE_PART | k.MODIFIER | k.REGION | k.PLACE | k.COMPASS | k.DEMONYM


def name_start(words: Words, run: Run) -> int:
    """Returns where the person's name begins after titles: "Foreign Secretary | Ada Quill"."""
    tokens, flags = words.tokens, words.flags
    if flag_of(tokens[run.last - 1]) & (k.GROUP | k.PLACE | k.THING):
        return run.first
    if words.french and flags[run.first] & k.BODY:
        return run.first  # "Mouvement pour la justice au Sahel"
    split = run.first
    for index in range(run.first, run.last - 1):
        if flags[index] & k.TITLE and not flags[index] & k.FUNCTION:
            if split == run.first < index and tokens[index - 1].lower == "of":
                return run.first  # "Order of Saint Vardan"
            if run.first < split < index and not flags[index] & k.OFFICE and not flags[index - 1]:
                break  # "President Hassan Sheikh Omar"
            split = index + 1
    if split == run.first or _is_all_office(words, run):
        return run.first
    if is_retired(words, split):
        split += 4
    while split < run.last - 1 and (tokens[split].text == "." or flags[split] & k.OFFICE_PART):
        split += 1
    if tokens[split].lower in ("of", "for", "to"):
        return _after_complement(words, split, run)
    return split


def _is_all_office(words: Words, run: Run) -> bool:
    """Tells "Chief Minister" and "Attorney General" from "Mr Major"."""
    inside = words.flags[run.first : run.last]
    parts = all(flag & (k.OFFICE | k.OFFICE_PART) and not flag & k.HONORIFIC for flag in inside)
    return parts and bool(inside[-1] & k.OFFICE)


def _after_complement(words: Words, at: int, run: Run) -> int:
    """Returns where the name begins after "Secretary of State …"; the run's start if it is all title."""
    told = False  # whether more than small words stand between: "Director of the Museum" names nobody
    for index in range(at + 1, run.last):
        known = words.flags[index] & _COMPLEMENT or words.tokens[index].lower in k.geography().states
        if not known:
            return index if told else run.first
        told = told or not words.flags[index] & k.FUNCTION
    return run.first


def titles_before(words: Words, first: int) -> int:
    """Returns where lower-case titles before a token begin: "president Ada Quill"."""
    tokens, flags, at = words.tokens, words.flags, first
    while at > 0 and tokens[at - 1].text == tokens[at - 1].lower:
        flag = flags[at - 1]
        kept = flag & (k.TITLE | k.OFFICE_PART | k.MODIFIER | k.FAITH) or tokens[at - 1].lower.endswith(
            "-born"
        )
        if not kept and not (flag & k.BODY and at < first and flags[at] & k.OFFICE):  # "customs officer"
            break
        if flag & k.FUNCTION:
            break
        at -= 1
    return at if first and at < first and flags[first - 1] & k.TITLE else first


def title_anchor(words: Words, run: Run, split: int) -> Run | None:
    """Returns the name inside a title: the "Pentagon" of "Pentagon Press Secretary Ada Quill"."""
    end = run.first
    while end < split and not words.flags[end] & (k.TITLE | k.OFFICE_PART | k.MODIFIER):
        end += 1
    return Run(run.first, end, False) if run.first < end < split else None
