"""Actors: mentions, entities, types, aliases, roles, relations."""

from gold.tally import overlap, plain, share, span_of, touches


def actors(gold, found, tally):
    """Counts all measures on actors.

    Returns:
        Predicted actor id -> name of the gold actor.
    """
    aside = gold.neutral + gold.neutral_names + [c["span"] for c in gold.citations]
    _mentions(gold, found, tally, aside)
    matched = _entities(gold, found, tally, aside)
    by_name = {name: actor for actor, name in matched.items()}
    mine = {actor["id"]: actor for actor in found["actors"]}
    for wanted in gold.actors:
        actor = mine.get(by_name.get(wanted["name"]))
        if actor and not tally.right("actors: type", actor["type"] in wanted["types"]):
            tally.error(
                "actors", "type", f"{wanted['name']} → {actor['type']}, not {'/'.join(wanted['types'])}"
            )
    _aliases(gold, found, tally)
    _roles(gold, mine, by_name, tally)
    _relations(gold, mine, by_name, matched, tally)
    return matched


def _spans(actor):
    return [span_of(span) for span in actor["mentions"]]


def _mentions(gold, found, tally, aside):
    wanted = [span for actor in gold.actors for span in actor["mentions"]]
    mine = sorted({span for actor in found["actors"] for span in _spans(actor)})
    counted = [span for span in mine if touches(span, wanted) or not touches(span, aside)]
    right = [span for span in counted if touches(span, wanted)]
    hit = [span for span in wanted if touches(span, mine)]
    # P over the mentions found, R over those annotated: the hits differ, so both are counted on their own
    tally.count("actors: mentions P", len(right), len(counted), len(counted))
    tally.count("actors: mentions R", len(hit), len(wanted), len(wanted))
    exact = set(wanted) & set(counted)
    tally.count("actors: mentions, exact", len(exact), len(counted), len(wanted))
    for span in wanted:
        if span not in hit:
            tally.error("actors", "mention missed", _around(gold, span))
    for span in counted:
        if span not in right:
            tally.error("actors", "mention spurious", _around(gold, span))


def _around(gold, span):
    before, after = gold.text[max(0, span[0] - 25) : span[0]], gold.text[span[1] : span[1] + 25]
    return f"{before}[{gold.of(span)}]{after}"


def _entities(gold, found, tally, aside):
    """One to one, by a form in common; those with most mentions in common first."""
    pairs = []
    for i, wanted in enumerate(gold.actors):
        forms = {plain(form) for form in [wanted["name"], *wanted["forms"]]}
        forms |= {plain(gold.of(span)) for span in wanted["mentions"]}
        for j, actor in enumerate(found["actors"]):
            theirs = {plain(form) for form in [actor["name"], *(a["form"] for a in actor["aliases"])]}
            shared = sum(touches(span, wanted["mentions"]) for span in _spans(actor))
            if forms & theirs and shared:
                pairs.append((-shared, i, j))
    taken, matched = set(), {}
    for _, i, j in sorted(pairs):
        if i not in taken and found["actors"][j]["id"] not in matched:
            taken.add(i)
            matched[found["actors"][j]["id"]] = gold.actors[i]["name"]
    tally.count("actors: entities", hits=len(matched), gold=len(gold.actors))
    for i, wanted in enumerate(gold.actors):
        if i not in taken:
            tally.error("actors", "entity missed", wanted["name"])
    for actor in found["actors"]:
        if actor["id"] in matched:
            tally.count("actors: entities", found=1)
        elif not all(touches(span, aside) for span in _spans(actor)):
            tally.count("actors: entities", found=1)
            split = any(touches(span, w["mentions"]) for span in _spans(actor) for w in gold.actors)
            tally.error("actors", "entity split or misnamed" if split else "entity spurious", actor["name"])
    return matched


def _aliases(gold, found, tally):
    """A link is found if one predicted actor holds a mention by the name and one by the alias."""
    for wanted in gold.actors:
        for form, kind in wanted["aliases"]:
            of_alias = [s for s in wanted["mentions"] if plain(gold.of(s)) == plain(form)]
            others = [s for s in wanted["mentions"] if s not in of_alias]
            linked = [a for a in found["actors"] if _holds(a, of_alias) and _holds(a, others)]
            if not tally.right("actors: alias links", bool(linked)):
                tally.error("actors", "alias not linked", f"{wanted['name']} = {form} ({kind})")
            if linked:
                kinds = {
                    a["kind"] for actor in linked for a in actor["aliases"] if plain(a["form"]) == plain(form)
                }
                if not tally.right("actors: alias kind", kind in kinds):
                    tally.error("actors", "alias kind", f"{form}: {sorted(kinds)}, not {kind}")
    for actor in found["actors"]:
        held = [w["name"] for w in gold.actors if _holds(actor, w["mentions"], whole=True)]
        tally.right("actors: not wrongly joined", len(held) < 2)
        if len(held) > 1:
            tally.error("actors", "wrongly joined", " + ".join(held))


def _holds(actor, places, whole=False):
    """Whether a mention or alias of a predicted actor is one of the places (more than half of both shared)."""
    theirs = _spans(actor) + ([] if whole else [span_of(a["span"]) for a in actor["aliases"]])
    return any(_alike(span, place) for span in theirs for place in places)


def _alike(a, b):
    return overlap(a, b) and share(set(range(*a)), set(range(*b))) >= 0.5


def _roles(gold, mine, by_name, tally):
    """A role is found if its title shares half its words; a mere profession is annotated as optional."""
    for wanted in gold.actors:
        actor = mine.get(by_name.get(wanted["name"]), {"roles": []})
        theirs = [_words(role["title"]) for role in actor["roles"]]
        for title, *rest in wanted["roles"]:
            hit = any(share(_words(title), other) >= 0.5 for other in theirs)
            if rest[1:] != ["opt"]:
                tally.count("actors: roles", hits=int(hit), gold=1)
                if not hit:
                    tally.error("actors", "role missed", f"{wanted['name']}: {title}")
        titles = [(_words(title), rest[1:] == ["opt"]) for title, *rest in wanted["roles"]]
        for role, their in zip(actor["roles"], theirs, strict=True):
            same = [optional for title, optional in titles if share(title, their) >= 0.5]
            tally.count("actors: roles", found=int(not same or not all(same)))
            if not same:
                tally.error("actors", "role spurious", f"{wanted['name']}: {role['title']}")


def _words(title):
    return set(plain(title).split()) - {"of", "the", "de", "du", "la", "des", "for"}


def _relations(gold, mine, by_name, matched, tally):
    wanted = {(actor["name"], *pair) for actor in gold.actors for pair in actor["relations"]}
    theirs = {
        (matched[actor["id"]], relation["type"], matched.get(relation["target"], "?"))
        for actor in mine.values()
        if actor["id"] in matched
        for relation in actor["relations"]
    }
    symmetric = {"allied-with", "opposes"}
    both = wanted | {(b, kind, a) for a, kind, b in wanted if kind in symmetric}
    hits = {
        (a, k, b) for a, k, b in wanted if (a, k, b) in theirs or (k in symmetric and (b, k, a) in theirs)
    }
    right = {relation for relation in theirs if relation in both}
    tally.count("actors: relations", len(hits), len(hits) + len(theirs - right), len(wanted))
    for relation in sorted(wanted - hits):
        tally.error("actors", "relation missed", " ".join(relation))
    for relation in sorted(theirs - right):
        tally.error("actors", "relation spurious", " ".join(relation))
