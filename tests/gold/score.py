"""Measures the installed citebound on the gold set.

python tests/gold/score.py [--json] [--errors LAYER] [--show] [--record] [DOC...]

LAYER: citations, dates, actors, claims, hedges, events, summary, or all. DOC: a number or name, e.g. 07.
--show prints the annotations as resolved, to read them beside the text. --record rewrites recorded.toml.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from gold import measure_actors, measure_citations, measure_claims, measure_events, measure_hedges  # noqa: E402
from gold.documents import GoldError, load, names  # noqa: E402
from gold.showing import show  # noqa: E402
from gold.tally import Tally  # noqa: E402

RECORDED = HERE / "recorded.toml"
LAYERS = ("citations", "dates", "actors", "claims", "hedges", "events", "summary")
TARGETS = {
    "citations": 0.97,
    "dates": 0.97,
    "actors: mentions": 0.85,
    "actors: alias links": 0.80,
    "claims: relation": 0.70,
    "hedges: recall": 0.95,
}


def measured(documents, system=None):
    """The tally of all measures over what a system says of the documents; the installed citebound if none is given."""
    extraction_of = system or _product()
    tally = Tally()
    for gold in documents:
        tally.document = gold.name
        found = extraction_of(gold)
        citations = measure_citations.citations(gold, found, tally)
        measure_citations.dates(gold, found, tally)
        measure_actors.actors(gold, found, tally)
        measure_claims.claims(gold, found, citations, tally)
        measure_hedges.hedges(gold, found, tally)
        measure_events.events(gold, found, tally)
        measure_hedges.summary(gold, found, tally)
    return tally


def _product():
    from gold.system import extraction_of

    return extraction_of


def figures(tally):
    """All figures, mentions' precision and recall joined into one."""
    out = tally.figures()
    p, r = out.pop("actors: mentions P"), out.pop("actors: mentions R")
    f = 2 * p["p"] * r["r"] / (p["p"] + r["r"]) if p["p"] + r["r"] else 0.0
    both = {"p": p["p"], "r": r["r"], "f": f, "hits": r["hits"], "found": p["found"], "gold": r["gold"]}
    return dict(sorted((out | {"actors: mentions": both}).items(), key=_order))


def _order(item):
    return LAYERS.index(item[0].split(":")[0])


def printed(results, count):
    print(f"{count} documents")
    for name, value in results.items():
        target = f"  (target {TARGETS[name]:.2f})" if name in TARGETS else ""
        numbers = f"{value['hits']}/{value['found']}/{value['gold']}"
        print(
            f"  {name:28} P {value['p']:.3f}  R {value['r']:.3f}  F {value['f']:.3f}  {numbers:>14}{target}"
        )


def errors(tally, layer):
    for one in LAYERS if layer == "all" else [layer]:
        kinds = Counter(kind for kind, _, _ in tally.errors[one])
        print(f"\n{one}: " + ", ".join(f"{kind} {n}" for kind, n in kinds.most_common()))
        for kind, _ in kinds.most_common():
            for _, document, words in filter(lambda e, kind=kind: e[0] == kind, tally.errors[one]):
                print(f"  {kind:20} {document.partition('-')[0]:3}  {words}")


def record(results):
    lines = ["# F of every measure, as last recorded: python tests/gold/score.py --record", ""]
    lines += [f"{json.dumps(name)} = {value['f']:.4f}" for name, value in results.items()]
    RECORDED.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", nargs="*", metavar="DOC")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", metavar="LAYER", choices=[*LAYERS, "all"])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args()
    try:
        documents = [load(name) for name in arguments.documents or names()]
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    if arguments.show:
        for gold in documents:
            show(gold)
        return 0
    tally = measured(documents)
    results = figures(tally)
    if arguments.json:
        print(
            json.dumps({"documents": len(documents), "measures": results, "errors": tally.errors}, indent=1)
        )
    else:
        printed(results, len(documents))
    if arguments.errors:
        errors(tally, arguments.errors)
    if arguments.record:
        record(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
