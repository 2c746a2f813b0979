"""Runs the installed citebound over a gold document, through its public interface only."""

import sys

import citebound
from citebound.model import Decisions, SuppliedField
from citebound.plugins import Plugins
from citebound.workflow import Workflow


def extraction_of(gold):
    """The extraction in the shape of the contract.

    The record is the one that the text's own header gives. A text without a header gets date, publisher and series
    from its annotation, as a desk would supply them.
    """
    document = citebound.read(gold.text.encode(), "text/plain")
    if gold.meta.get("header"):
        record = citebound.describe(document)
    else:
        fields = {
            "publication_date": gold.meta.get("date"),
            "publisher": gold.meta.get("publisher"),
            "series": gold.meta.get("series"),
        }
        supplied = tuple(
            SuppliedField(field=name, value=str(value), by="gold") for name, value in fields.items() if value
        )
        record = Workflow(Plugins()).describe(document, Decisions(supplied=supplied))
    found = citebound.extract(document, record).to_dict()
    for failed in found["incomplete"]:
        print(f"{gold.name}: incomplete: {failed}", file=sys.stderr)
    if found["document"]["text"] != gold.text:
        raise AssertionError(f"{gold.name}: document.text is not the text that was read")
    _exact(found, gold)
    return found


def _exact(value, gold):
    """Every span in the extraction says what stands there."""
    if isinstance(value, dict):
        if {"start", "end", "exact"} <= value.keys():
            at = gold.text[value["start"] : value["end"]]
            if at != value["exact"]:
                raise AssertionError(f"{gold.name}: span {value} is not {at!r}")
        for inner in value.values():
            _exact(inner, gold)
    elif isinstance(value, list):
        for inner in value:
            _exact(inner, gold)
