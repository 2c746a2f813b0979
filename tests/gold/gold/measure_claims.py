"""Claims: the relation source – cue – content, and what hangs on it."""

import re

from gold.tally import plain, share, span_of, touches, words

SENTENCE = re.compile(r"[.!?][\"”’»]?\s+[\"“‘«]?\s?[A-ZÀ-Ý]")


def claims(gold, found, citations, tally):
    """The relation is right if cues share a word, sources share one too (or neither has one), and the contents'
    words have an intersection over union of .5 or more (two empty ones agree).

    Args:
        citations: Predicted citation id -> number of the gold citation.
    """
    mine = [_places(gold, claim) for claim in found["claims"]]
    wanted = [_wanted(gold, claim) for claim in gold.claims]
    pairs = _pairs(wanted, mine)
    for role in ("source", "cue", "content"):
        _role(role, wanted, mine, tally)
    _relation(gold, wanted, mine, pairs, tally)
    names = {actor["id"]: actor for actor in found["actors"]}
    for i, j in pairs.items():
        if not gold.claims[i]["optional"]:
            _attributes(gold, gold.claims[i], mine[j], names, citations, tally)
    _contested(gold, mine, pairs, tally)


def _places(gold, claim):
    spans = {
        "source": [span_of(claim["source"]["span"])] if claim["source"]["span"] else [],
        "cue": [span_of(claim["cue"])] if claim["cue"] else [],
        "content": [span_of(span) for span in claim["content"]],
    }
    return {"claim": claim, "spans": spans} | {role: _words(gold, places) for role, places in spans.items()}


def _wanted(gold, claim):
    return {"claim": claim} | {role: _words(gold, claim[role]) for role in ("source", "cue", "content")}


def _words(gold, places):
    """Where the words of some places start; where the places start if they hold none, as a colon does."""
    return words(gold.text, places) or {start for start, _ in places}


def _agreement(wanted, mine):
    """None if the cues share no word; else (relation right, source shared, content's share)."""
    if not wanted["cue"] & mine["cue"]:
        return None
    source = bool(wanted["source"] & mine["source"]) or not (wanted["source"] or mine["source"])
    content = share(wanted["content"], mine["content"])
    return source and content >= 0.5, source, content


def _pairs(wanted, mine):
    """Gold claim -> predicted claim, one to one, best agreement first."""
    scored = [
        (agreement, -i, -j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(mine)
        if (agreement := _agreement(one, other))
    ]
    pairs, used = {}, set()
    for _, i, j in sorted(scored, reverse=True):
        if -i not in pairs and -j not in used:
            pairs[-i] = -j
            used.add(-j)
    return pairs


def _relation(gold, wanted, mine, pairs, tally):
    for i, one in enumerate(wanted):
        if one["claim"]["optional"]:
            continue
        tally.count("claims: relation", gold=1)
        cue = _passage(gold, one["claim"])
        if i not in pairs:
            tally.error("claims", "missed", cue)
            continue
        right, source, _ = _agreement(one, mine[pairs[i]])
        tally.count("claims: relation", hits=int(right), found=1)
        their = mine[pairs[i]]["spans"]
        if not source:
            got = [gold.of(span) for span in their["source"]]
            tally.error(
                "claims", "wrong source", f"{cue} → {got}, not {[gold.of(s) for s in one['claim']['source']]}"
            )
        elif not right:
            got = [gold.of(span) for span in their["content"]]
            tally.error(
                "claims",
                "wrong content",
                f"{cue} → {got}, not {[gold.of(s) for s in one['claim']['content']]}",
            )
    for j, claim in enumerate(mine):
        if j in pairs.values() or _aside(gold, claim):
            continue
        tally.count("claims: relation", found=1)
        cue = claim["claim"]["cue"]
        sentence = claim["claim"]["sentence"]["exact"]
        tally.error("claims", "spurious", f"{cue and cue['exact']} in: {sentence[:140]}")


def _aside(gold, claim):
    """Claims outside the body, and those that are a hedge alone, are neither right nor wrong."""
    cue = claim["spans"]["cue"] or [span_of(claim["claim"]["sentence"])]
    alone = not any(touches(cue[0], one["cue"]) for one in gold.claims)
    hedge = any(touches(cue[0], [span]) for span in gold.hedges + gold.neutral_hedges)
    if not claim["spans"]["cue"]:
        hedge = bool(claim["claim"]["hedges"])
    return touches(cue[0], gold.neutral) or (alone and hedge)


def _passage(gold, claim):
    start, end = claim["cue"][0][0], claim["cue"][-1][1]
    return f"{gold.text[max(0, start - 40) : start]}[{gold.text[start:end]}]{gold.text[end : end + 40]}"


def _role(role, wanted, mine, tally):
    """Overlap, one to one, over all claims that are not optional."""
    used, hits = set(), 0
    golds = [(i, one) for i, one in enumerate(wanted) if one[role]]
    for claim in mine:
        for i, one in golds:
            if i not in used and claim[role] & one[role]:
                used.add(i)
                hits += not one["claim"]["optional"]
                break
    optional = sum(one["claim"]["optional"] for i, one in golds if i in used)
    found = sum(bool(claim[role]) for claim in mine) - optional
    tally.count(f"claims: {role} overlap", hits, found, sum(not one["claim"]["optional"] for _, one in golds))


def _attributes(gold, wanted, mine, names, citations, tally):
    claim, cue = mine["claim"], _passage(gold, wanted)
    _actor(gold, wanted, claim, names, tally)
    if not tally.right("claims: kind", claim["kind"] in wanted["kinds"]):
        tally.error("claims", "kind", f"{cue} → {claim['kind']}, not {'/'.join(sorted(wanted['kinds']))}")
    for name in ("quotation", "negated"):
        if not tally.right(f"claims: {name}", claim[name] == wanted[name]):
            tally.error("claims", name, f"{cue} → {claim[name]}, not {wanted[name]}")
    if wanted["negated"]:
        tally.right("claims: negated ones found", claim["negated"])
    when = claim["when"]["iso"] if claim["when"] else None
    if (when or wanted["when"]) and not tally.right("claims: when", when == wanted["when"]):
        tally.error("claims", "when", f"{cue} → {when}, not {wanted['when']}")
    theirs = {citations[c] for c in claim["citations"] if c in citations}
    required, allowed = _citable(gold, wanted)
    if (theirs or required) and not tally.right("claims: citations", required <= theirs <= allowed):
        tally.error("claims", "citations", f"{cue} → {sorted(theirs)}, not {sorted(required)}")
    if required and wanted["source"]:
        _chain(gold, wanted, claim, cue, tally)
    hedges = [span_of(span) for span in claim["hedges"]]
    for span in wanted["hedges"]:
        if not tally.right("claims: hedges kept", touches(span, hedges)):
            tally.error("claims", "hedge lost", f"{cue} → {gold.of(span)}")


def _citable(gold, claim):
    """The citations that a claim must and may carry: those of its sentence, else those next in its paragraph."""
    end = claim["cue"][-1][1]
    paragraph = gold.text.find("\n\n", end)
    paragraph = len(gold.text) if paragraph < 0 else paragraph
    own = set(claim["citations"])
    if own and not any(SENTENCE.search(gold.text, end, gold.citations[n - 1]["span"][0]) for n in own):
        return own, own
    later = [n for n, c in enumerate(gold.citations, 1) if end < c["span"][0] < paragraph]
    bracket = gold.text.find(")", gold.citations[later[0] - 1]["span"][1]) if later else 0
    return set(), own | {n for n in later if gold.citations[n - 1]["span"][0] < bracket}


def _actor(gold, wanted, claim, names, tally):
    """The actor that speaks: annotated as a name, a list of names any of which will do, or none."""
    wished = wanted["actor"] if isinstance(wanted["actor"], list) else [wanted["actor"]]
    actor = names.get(claim["source"]["actor"])
    right = False
    for name in wished:
        if not name:
            right |= actor is None
        elif actor:
            gold_actor = next(a for a in gold.actors if a["name"] == name)
            forms = {plain(form) for form in [name, *gold_actor["forms"]]}
            forms |= {plain(gold.of(span)) for span in gold_actor["mentions"]}
            theirs = {plain(f) for f in [actor["name"], *(a["form"] for a in actor["aliases"])]}
            spans = [span_of(span) for span in actor["mentions"]]
            right |= bool(forms & theirs) and any(touches(s, gold_actor["mentions"]) for s in spans)
    if not tally.right("claims: source actor", right):
        got = actor["name"] if actor else None
        tally.error("claims", "source actor", f"{_passage(gold, wanted)} → {got}, not {wanted['actor']}")


def _chain(gold, wanted, claim, cue, tally):
    """Steps in their order: who said it, who was told, the outlets; each named at its step."""
    steps = {}
    for link in claim["chain"]:
        steps.setdefault(link["step"], set()).add(plain(link["name"]))
    theirs = [steps[step] for step in sorted(steps)]
    speaker = {plain(gold.of(span)) for span in wanted["source"]}
    outlets = {plain(gold.citations[n - 1]["outlet"]) for n in wanted["citations"]}
    middle = [{plain(name)} for name in wanted["via"]]
    tail = theirs[1:] == [*middle, outlets]
    named = {
        plain(n) for n in (wanted["actor"] if isinstance(wanted["actor"], list) else [wanted["actor"]]) if n
    }
    head = bool(theirs) and bool(
        theirs[0] & (named | speaker) or any(t in s for t in theirs[0] for s in speaker)
    )
    if not tally.right("claims: chain", head and tail):
        tally.error("claims", "chain", f"{cue} → {theirs}, not {[speaker, *middle, outlets]}")


def _contested(gold, mine, pairs, tally):
    """Links between claims, in either direction."""
    ids = {claim["id"]: i for i, claim in enumerate(gold.claims) if claim["id"]}
    wanted = {
        frozenset((i, ids[other])) for i, claim in enumerate(gold.claims) for other in claim["contested"]
    }
    back = {mine[j]["claim"]["id"]: i for i, j in pairs.items()}
    theirs = set()
    for claim in mine:
        for other in claim["claim"]["contested_by"]:
            a, b = back.get(claim["claim"]["id"]), back.get(other)
            theirs.add(frozenset((a, b)) if None not in (a, b) else frozenset((claim["claim"]["id"], other)))
    tally.count("claims: contested links", len(wanted & theirs), len(theirs), len(wanted))
    for kind, links in (("contest missed", wanted - theirs), ("contest spurious", theirs - wanted)):
        for link in links:
            words_of = [_passage(gold, gold.claims[i]) if isinstance(i, int) else i for i in link]
            tally.error("claims", kind, " / ".join(sorted(words_of)))
