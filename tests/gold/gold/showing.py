"""Prints a document's annotations as they resolve, for reading beside the text."""


def show(gold):
    print(
        f"== {gold.name} ({len(gold.text.split())} words)  {gold.meta.get('date')}  {gold.meta.get('genre')}"
    )
    for n, c in enumerate(gold.citations, 1):
        print(f"  R{n} {gold.of(c['span'])!r}: {c['outlet']} | {c['iso']} | {c['kind']} | {c['origin']}")
    for d in gold.dates:
        print(
            f"  date {gold.of(d['span'])!r}: {d['iso'][0] if len(d['iso']) == 1 else d['iso']} {d['iso_end'] or ''}"
        )
    for a in gold.actors:
        print(f"  actor {a['name']} ({'/'.join(a['types'])}): {[gold.of(s) for s in a['mentions']]}")
        for part in ("aliases", "roles", "relations"):
            if a[part]:
                print(f"      {part}: {a[part]}")
    for c in gold.claims:
        parts = {role: [gold.of(s) for s in c[role]] for role in ("source", "cue", "content", "hedges")}
        extra = {k: c[k] for k in ("negated", "optional", "when", "citations", "contested", "via") if c[k]}
        head = f"{c['id'] or ''} {'/'.join(sorted(c['kinds']))}, {c['quotation']}, by {c['actor']}"
        print(f"  claim {head}: {parts['source']} –{parts['cue']}– {parts['content']} {extra}")
        if parts["hedges"]:
            print(f"      hedges {parts['hedges']}")
    for e in gold.events:
        rest = {k: e[k] for k in ("when", "killed", "injured", "claims") if e[k] is not None}
        print(
            f"  event {e['type']} {[gold.of(m) for m in e['mentions']]} in {e['where'] and gold.of(e['where'])} {rest}"
        )
    print(f"  hedges {[gold.of(h) for h in gold.hedges]}")
