"""Resolves the annotations of one document to spans, and names every one that is broken."""

from gold.anchors import AnchorError, occurrences, passage, place
from gold.documents import Gold, GoldError
from gold.quotations import quotation
from gold.vocabulary import ACCORDING, ACTOR_TYPES, ALIASES, CITATION_KINDS, CLAIM_KINDS, KEYS, RELATIONS


class Annotations:
    """What an annotation file says, resolved against its text."""

    def __init__(self, name, text, data):
        self.gold = Gold(name, text, data.get("document", {}))
        self.text, self.data, self.problems = text, data, []

    def resolved(self):
        self._known("", self.data)
        self._zones()
        for layer in ("citations", "dates", "actors", "claims", "events"):
            for number, item in enumerate(self.data.get(layer, ()), 1):
                self._try(f"{layer} {number}", getattr(self, f"_{layer}"), item)
        self._try("mentions", self._mentions)
        for anchor in self.data.get("hedges", ()):
            self._try("hedges", lambda anchor=anchor: self.gold.hedges.append(place(anchor, self.text)))
        self._hedges_of_claims()
        self._try("links", self._links)
        if self.problems:
            raise GoldError("\n".join(f"{self.gold.name}: {problem}" for problem in self.problems))
        return self.gold

    def _try(self, where, step, *arguments):
        try:
            step(*arguments)
        except (AnchorError, KeyError, ValueError) as error:
            self.problems.append(
                f"{where}: {type(error).__name__ if isinstance(error, KeyError) else ''}{error}"
            )

    def _known(self, where, item):
        if unknown := set(item) - KEYS[where]:
            self.problems.append(f"{where or 'file'}: unknown keys {sorted(unknown)}")

    def _zones(self):
        meta = self.gold.meta
        self._known("document", meta)
        for key, target in (
            ("neutral_dates", self.gold.neutral_dates),
            ("neutral_hedges", self.gold.neutral_hedges),
        ):
            for anchor in self.data.get(key, ()):
                self._try(key, lambda anchor=anchor, target=target: target.append(place(anchor, self.text)))
        for name in meta.get("neutral", ()):
            found = occurrences(name, self.text)
            self.gold.neutral_names += found
            if not found:
                self.problems.append(f"neutral: {name!r} is not in the text")
        self._try("body", self._body)
        for heading in meta.get("headings", ()):
            self._try("headings", lambda heading=heading: self.gold.neutral.append(place(heading, self.text)))

    def _body(self):
        first, last = [*self.gold.meta.get("body", ()), None, None][:2]
        start = place(first, self.text)[0] if first else 0
        end = place(last, self.text)[1] if last else len(self.text)
        self.gold.neutral += [(0, start)] if start else []
        self.gold.neutral += [(end, len(self.text))] if end < len(self.text) else []

    def _citations(self, item):
        self._known("citations", item)
        kind = item.get("kind", "source")
        if kind not in CITATION_KINDS:
            raise ValueError(f"no citation kind {kind!r}")
        outlets = item["outlet"] if isinstance(item["outlet"], list) else [item["outlet"]]
        self.gold.citations.append(
            {
                "span": place(item["at"], self.text),
                "outlet": outlets[0],
                "outlets": outlets,
                "iso": item.get("iso") or None,
                "kind": kind,
                "origin": item.get("origin"),
            }
        )

    def _dates(self, item):
        anchor, iso, *end = item
        span = place(anchor, self.text)
        if any(_overlap(span, c["span"]) for c in self.gold.citations):
            raise ValueError(f"{anchor!r} stands in a citation; its date belongs there")
        allowed = [value or None for value in (iso if isinstance(iso, list) else [iso])]
        self.gold.dates.append({"span": span, "iso": allowed, "iso_end": end[0] if end else None})

    def _actors(self, item):
        self._known("actors", item)
        types = item["type"] if isinstance(item["type"], list) else [item["type"]]
        if not set(types) <= ACTOR_TYPES:
            raise ValueError(f"no actor type {types}")
        aliases = [tuple(pair) for pair in item.get("aliases", ())]
        if wrong := {kind for _, kind in aliases} - ALIASES:
            raise ValueError(f"no alias kind {wrong}")
        relations = [tuple(pair) for pair in item.get("rel", ())]
        if wrong := {kind for kind, _ in relations} - RELATIONS:
            raise ValueError(f"no relation {wrong}")
        forms = [] if "at" in item and "forms" not in item else [item["name"]]
        forms += item.get("forms", [])
        forms += [form for form, _ in aliases if form not in forms]
        self.gold.actors.append(
            {
                "name": item["name"],
                "types": types,
                "forms": list(dict.fromkeys(forms)),
                "at": [place(anchor, self.text) for anchor in item.get("at", ())],
                "except": [place(anchor, self.text) for anchor in item.get("except", ())],
                "aliases": aliases,
                "roles": [tuple(role) for role in item.get("roles", ())],
                "relations": relations,
                "mentions": [],
            }
        )

    def _mentions(self):
        """Every occurrence of every form, the longest first; those set apart or outside the body are neutral."""
        gold, taken = self.gold, []
        for actor in gold.actors:
            actor["mentions"] = list(actor["at"])
            taken += actor["at"]
        pairs = [(form, actor) for actor in gold.actors for form in actor["forms"]]
        for form, actor in sorted(pairs, key=lambda pair: -len(pair[0])):
            found = occurrences(form, self.text)
            if not found and form == actor["name"] and (actor["mentions"] or len(actor["forms"]) > 1):
                continue  # a name in its full form may stand nowhere in one piece
            if not found:
                self.problems.append(f"actor {actor['name']!r}: {form!r} is not in the text")
            for span in found:
                if any(_overlap(span, other) for other in taken):
                    continue
                taken.append(span)
                outside = any(_overlap(span, z) for z in gold.neutral + [c["span"] for c in gold.citations])
                (gold.neutral_names if span in actor["except"] or outside else actor["mentions"]).append(span)
        for actor in gold.actors:
            gold.neutral_names += [
                span for title, *_ in actor["roles"] for span in occurrences(title, self.text)
            ]
            actor["mentions"].sort()
            if not actor["mentions"]:
                self.problems.append(f"actor {actor['name']!r} is mentioned nowhere in the body")
            if actor["at"] and actor["name"] not in actor["forms"]:
                found = occurrences(actor["name"], self.text)
                gold.neutral_names += [s for s in found if s not in actor["mentions"]]

    def _claims(self, item):
        self._known("claims", item)
        kinds = item.get("k", "say")
        kinds = set(kinds if isinstance(kinds, list) else [kinds])
        if not kinds <= CLAIM_KINDS:
            raise ValueError(f"no claim kind {sorted(kinds)}")
        spans = passage(item["m"], self.text)
        if not spans.get("c"):
            raise ValueError("a claim has a cue")
        if wrong := set(spans) - set("scxhw"):
            raise ValueError(f"no role {wrong}")
        content = spans.get("x", [])
        if any(self.gold.of(span).lower() in ACCORDING for span in spans["c"]):
            kinds |= {"say", "report"}
        self.gold.claims.append(
            {
                "id": item.get("id"),
                "kinds": kinds,
                "source": spans.get("s", []),
                "cue": spans["c"],
                "content": content,
                "hedges": spans.get("h", []),
                "actor": item.get("by"),
                "quotation": item.get("q") or quotation(content, self.text),
                "negated": item.get("neg", False),
                "optional": item.get("opt", False),
                "when": item.get("when") or self._iso(spans.get("w", [])),
                "citations": item.get("cites", []),
                "contested": item.get("vs", []),
                "via": item.get("via", []),
            }
        )

    def _iso(self, spans):
        for span in spans:
            for date in self.gold.dates:
                if _overlap(date["span"], span):
                    return date["iso"][-1]
            raise ValueError(f"{self.gold.of(span)!r} is not among the dates")
        return None

    def _events(self, item):
        self._known("events", item)
        self.gold.events.append(
            {
                "mentions": [place(anchor, self.text) for anchor in [item["m"], *item.get("also", ())]],
                "type": item["type"],
                "when": item.get("when"),
                "where": place(item["where"], self.text) if item.get("where") else None,
                "killed": item.get("killed"),
                "injured": item.get("injured"),
                "claims": item.get("claims", []),
            }
        )

    def _hedges_of_claims(self):
        inside = [span for claim in self.gold.claims for span in claim["hedges"]]
        self.gold.hedges = sorted({*self.gold.hedges, *inside})

    def _links(self):
        ids = {claim["id"] for claim in self.gold.claims if claim["id"]}
        known = {actor["name"] for actor in self.gold.actors}
        for claim in self.gold.claims:
            label = " ".join(self.gold.of(span) for span in claim["cue"])
            by = claim["actor"] if isinstance(claim["actor"], list) else [claim["actor"]]
            _demand(set(by) <= known | {None, ""}, f"claim {label!r}: no actor {by}")
            _demand(set(claim["contested"]) <= ids, f"claim {label!r}: no claim {claim['contested']}")
            numbers = range(1, len(self.gold.citations) + 1)
            _demand(
                set(claim["citations"]) <= set(numbers), f"claim {label!r}: no citation {claim['citations']}"
            )
        for event in self.gold.events:
            _demand(set(event["claims"]) <= ids, f"event: no claim {event['claims']}")
        for actor in self.gold.actors:
            targets = {target for _, target in actor["relations"]} | {
                role[1] for role in actor["roles"] if role[1:]
            }
            _demand(targets <= known | {""}, f"actor {actor['name']!r}: no actor {sorted(targets - known)}")


def _demand(holds, otherwise):
    if not holds:
        raise ValueError(otherwise)


def _overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]
