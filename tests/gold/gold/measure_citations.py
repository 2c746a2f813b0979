"""Inline citations and dates."""

from gold.tally import overlap, plain, span_of, touches


def citations(gold, found, tally):
    """A citation is right if its span overlaps, and outlet, ISO date and kind are the same; one to one.

    Returns:
        Predicted citation id -> number of the gold citation.
    """
    mine = [c for c in found["citations"] if not touches(span_of(c["span"]), gold.neutral)]
    tally.count("citations", found=len(mine), gold=len(gold.citations))
    matched = {}
    for number, wanted in enumerate(gold.citations, 1):
        over = [c for c in mine if c["id"] not in matched and overlap(span_of(c["span"]), wanted["span"])]
        if not over:
            tally.error("citations", "missed", gold.of(wanted["span"]))
            continue
        best = max(over, key=lambda c: _same(c, wanted))
        matched[best["id"]] = number
        same = _same(best, wanted)
        tally.count("citations", hits=int(all(same)))
        for name, holds in zip(("outlet", "iso", "kind"), same, strict=True):
            tally.right(f"citations: {name}", holds)
            if not holds:
                got = {"outlet": best["outlet"], "iso": _iso(best), "kind": best["kind"]}[name]
                tally.error(
                    "citations", f"wrong {name}", f"{gold.of(wanted['span'])} → {got}, not {wanted[name]}"
                )
        origin = _origin(best["origin"], wanted)
        if not tally.right("citations: origin", origin):
            tally.error(
                "citations", "origin", f"{gold.of(wanted['span'])} → {best['origin']}, not {wanted['origin']}"
            )
    for one in mine:
        if one["id"] not in matched:
            tally.error("citations", "spurious", one["span"]["exact"])
    return matched


def _iso(citation):
    return citation["date"]["iso"] if citation["date"] else None


def _same(mine, wanted):
    return (
        plain(mine["outlet"]) in map(plain, wanted["outlets"]),
        _iso(mine) == wanted["iso"],
        mine["kind"] == wanted["kind"],
    )


def _origin(mine, citation):
    """An outlet that is its own origin needs no naming."""
    mine, wanted = (plain(name) for name in (mine, citation["origin"]))
    mine, wanted = ("" if name == plain(citation["outlet"]) else name for name in (mine, wanted))
    return mine == wanted or bool(mine and wanted and (mine in wanted or wanted in mine))


def dates(gold, found, tally):
    """A date is right if its span overlaps and both ISO ends are the same; header and citations don't count."""
    outside = gold.neutral + gold.neutral_dates + [c["span"] for c in gold.citations]
    mine = [d for d in found["dates"] if d["span"]]
    used = set()
    for wanted in gold.dates:
        over = [
            (d["iso"] in wanted["iso"], d["iso_end"] == wanted["iso_end"], -i)
            for i, d in enumerate(mine)
            if i not in used and overlap(span_of(d["span"]), wanted["span"])
        ]
        tally.count("dates", gold=1)
        words = gold.of(wanted["span"])
        if not over:
            tally.error("dates", "missed", f"{words} ({wanted['iso'][-1]})")
            continue
        same, same_end, place = max(over)
        used.add(-place)
        date = mine[-place]
        tally.count("dates", hits=int(same and same_end), found=1)
        tally.count("dates: span alone", hits=1, found=1)
        if not (same and same_end):
            got, want = (date["iso"], date["iso_end"]), (wanted["iso"][-1], wanted["iso_end"])
            tally.error("dates", "wrong end" if same else "wrong iso", f"{words} → {got}, not {want}")
    rest = [d for i, d in enumerate(mine) if i not in used and not touches(span_of(d["span"]), outside)]
    tally.count("dates", found=len(rest))
    tally.count("dates: span alone", found=len(rest), gold=len(gold.dates))
    for date in rest:
        tally.error("dates", "spurious", f"{date['raw']} → {date['iso']}")
