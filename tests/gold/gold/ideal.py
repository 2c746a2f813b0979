"""The extraction that a faultless extractor would give for a gold document; it proves the measures."""


def extraction(gold):
    """An extraction in the shape of the contract, made of the annotations."""
    span = _Spans(gold)
    actors = [_actor(i, actor, gold, span) for i, actor in enumerate(gold.actors, 1)]
    ids = {actor["name"]: actor["id"] for actor in actors}
    for made, actor in zip(actors, gold.actors, strict=True):
        made["relations"] = [{"type": kind, "target": ids[target]} for kind, target in actor["relations"]]
    claims = [_claim(i, claim, gold, span, ids) for i, claim in enumerate(gold.claims, 1)]
    return {
        "document": {"text": gold.text},
        "citations": [
            {
                "id": f"R{i}",
                "outlet": c["outlet"],
                "date": {"iso": c["iso"]},
                "kind": c["kind"],
                "origin": c["origin"],
                "span": span(c["span"]),
            }
            for i, c in enumerate(gold.citations, 1)
        ],
        "dates": [
            {"iso": d["iso"][-1], "iso_end": d["iso_end"], "raw": gold.of(d["span"]), "span": span(d["span"])}
            for d in gold.dates
        ],
        "actors": actors,
        "claims": claims,
        "hedges": [{"span": span(place)} for place in gold.hedges],
        "events": [_event(i, event, span) for i, event in enumerate(gold.events, 1)],
        "summary": [{"span": span(_paragraph(gold))}],
    }


class _Spans:
    def __init__(self, gold):
        self.gold = gold

    def __call__(self, place):
        return {"start": place[0], "end": place[1], "exact": self.gold.of(place)} if place else None


def _actor(number, actor, gold, span):
    aliases = []
    for form, kind in actor["aliases"]:
        places = [m for m in actor["mentions"] if gold.of(m).replace("\n", " ") == form]
        aliases += [{"form": form, "kind": kind, "span": span(places[0])}] if places else []
    return {
        "id": f"A{number}",
        "name": actor["name"],
        "type": actor["types"][0],
        "aliases": aliases,
        "roles": [{"title": title} for title, *_ in actor["roles"]],
        "mentions": [span(place) for place in actor["mentions"]],
    }


def _claim(number, claim, gold, span, ids):
    by = claim["actor"] if isinstance(claim["actor"], list) else [claim["actor"]]
    cue = (claim["cue"][0][0], claim["cue"][-1][1])
    chain = [{"name": gold.of(place), "step": 0} for place in claim["source"]]
    chain += [{"name": name, "step": step} for step, name in enumerate(claim["via"], 1)]
    outlets = {gold.citations[n - 1]["outlet"] for n in claim["citations"]}
    chain += [{"name": name, "step": len(claim["via"]) + 1} for name in outlets]
    return {
        "id": f"C{number}",
        "sentence": span(cue),
        "kind": min(claim["kinds"]),
        "source": {"actor": ids.get(by[0]), "span": span(claim["source"][0]) if claim["source"] else None},
        "cue": span(cue),
        "content": [span(place) for place in claim["content"]],
        "quotation": claim["quotation"],
        "hedges": [span(place) for place in claim["hedges"]],
        "negated": claim["negated"],
        "when": {"iso": claim["when"]} if claim["when"] else None,
        "chain": chain,
        "citations": [f"R{n}" for n in claim["citations"]],
        "contested_by": [f"C{i}" for i, c in enumerate(gold.claims, 1) if c["id"] in claim["contested"]],
    }


def _event(number, event, span):
    return {
        "id": f"E{number}",
        "mentions": [span(place) for place in event["mentions"]],
        "type": event["type"],
        "when": {"iso": event["when"]} if event["when"] else None,
        "where": span(event["where"]),
        "casualties": {"killed": event["killed"], "injured": event["injured"]},
    }


def _paragraph(gold):
    """The paragraph of the body in which the first claim stands."""
    at = gold.claims[0]["cue"][0][0]
    body = max([end for _, end in gold.neutral if end <= at], default=0)
    start = max(gold.text.rfind("\n", 0, at) + 1, body)
    end = gold.text.find("\n", at)
    return start, len(gold.text) if end < 0 else end
