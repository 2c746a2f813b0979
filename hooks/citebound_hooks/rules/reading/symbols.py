"""The form that the publisher of a page keeps to in its document symbols."""

from __future__ import annotations

from citebound.rules import Subject
from citebound_hooks.profiles.symbols import SymbolForm, symbol_forms
from citebound_hooks.rules.reading.organisations import same_organisation


def form_of_publisher(subject: Subject) -> SymbolForm | None:
    """Returns the form; None for a publisher who keeps to none that is known."""
    publisher = subject.record.fields.publisher
    forms = symbol_forms() if publisher else ()
    return next(
        (form for form in forms if publisher and same_organisation(form.publisher, publisher.value)), None
    )
