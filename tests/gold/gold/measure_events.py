"""Events: what happened, when, where, how many were killed and injured."""

from gold.tally import overlap, span_of, touches

FAMILIES = (
    "attack assault raid ambush bombing explosion blast shelling strike airstrike shooting clash fighting battle "
    "killing assassination murder execution violence",
    "kidnapping abduction hostage-taking",
    "arrest detention capture raid trial conviction sentence",
    "protest demonstration strike march riot unrest sit-in",
    "agreement ceasefire truce meeting talks summit negotiation signing",
    "merger formation founding alliance split pledge",
    "displacement evacuation flight return",
    "flood storm earthquake fire drought outbreak disaster accident landslide collapse",
    "election vote referendum appointment resignation coup",
    "destruction arson looting theft seizure",
    "deployment withdrawal operation offensive",
    "release",
)


def events(gold, found, tally):
    """An event is found if a mention overlaps; its date, place and casualties are judged then.

    Only a document's principal events are annotated, so others that are found count neither way.
    """
    mine = [e for e in found["events"] if not all(touches(span_of(m), gold.neutral) for m in e["mentions"])]
    tally.count("events: recall", gold=len(gold.events), found=len(gold.events))
    used = set()
    for wanted in gold.events:
        over = [e for e in mine if e["id"] not in used and _overlap(e, wanted)]
        if not over:
            tally.error("events", "missed", f"{wanted['type']}: {gold.of(wanted['mentions'][0])}")
            continue
        best = max(over, key=lambda event: _agreement(event, wanted))
        used.add(best["id"])
        tally.count("events: recall", hits=1)
        when, where, killed, injured = (_value(best, part) for part in ("when", "where", "killed", "injured"))
        label = gold.of(wanted["mentions"][0])
        checks = {
            "type": (_family(best["type"], wanted["type"]), best["type"], wanted["type"]),
            "when": (when == wanted["when"], when, wanted["when"]),
            "where": (_places(where, wanted["where"]), where, wanted["where"] and gold.of(wanted["where"])),
            "killed": (killed == wanted["killed"], killed, wanted["killed"]),
            "injured": (injured == wanted["injured"], injured, wanted["injured"]),
        }
        for part, (right, got, want) in checks.items():
            if part != "type" and got is None and want is None:
                continue
            if not tally.right(f"events: {part}", right):
                tally.error("events", part, f"{label} → {got}, not {want}")


def _overlap(event, wanted):
    return any(overlap(span_of(m), w) for m in event["mentions"] for w in wanted["mentions"])


def _agreement(event, wanted):
    return _value(event, "when") == wanted["when"], _value(event, "killed") == wanted["killed"]


def _value(event, part):
    if part == "when":
        return event["when"]["iso"] if event["when"] else None
    if part == "where":
        return span_of(event["where"])
    return (event["casualties"] or {}).get(part)


def _places(mine, wanted):
    return bool(mine and wanted and overlap(mine, wanted)) or (mine is None and wanted is None)


def _family(mine, wanted):
    """The product's words for types are its own: words of one family agree."""
    return mine == wanted or any({mine, wanted} <= set(family.split()) for family in FAMILIES)
