"""What formats there are, and the module that writes each."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from citebound.formats import Format, Shape

_FORMATS: tuple[tuple[Shape, str, str, str], ...] = (
    ("findings", "text", "findings_text", "one line a finding, the place under it, and the fix"),
    ("findings", "statistics", "findings_statistics", "how often each rule found something"),
    ("findings", "json", "value_json", "citebound/findings/1"),
    ("findings", "sarif", "findings_sarif", "SARIF 2.1.0, for code scanning and editors"),
    ("findings", "junit", "findings_junit", "JUnit XML, for build servers"),
    ("findings", "github", "findings_github", "annotations of GitHub Actions"),
    ("findings", "gitlab", "findings_gitlab", "GitLab Code Quality"),
    ("record", "json", "value_json", "citebound/record/1"),
    ("record", "csl-json", "record_csl_json", "CSL-JSON, for Zotero, Pandoc and citeproc"),
    ("record", "bibtex", "record_bibtex", "BibTeX entries"),
    ("record", "ris", "record_ris", "RIS, for reference managers"),
    ("record", "dcterms", "record_dcterms", "Dublin Core terms in XML"),
    ("extraction", "json", "value_json", "citebound/extraction/1"),
    ("extraction", "explain", "extraction_explained", "sentence by sentence, which rule found what"),
    ("briefing", "json", "value_json", "citebound/briefing/1"),
)
# Of these, several values make one file that is more than one written after the other.
_SEVERAL = frozenset({"value_json", "record_csl_json", "record_bibtex", "record_ris", "record_dcterms"})
# These show words of the documents.
_SHOWING = frozenset({"findings_text", "findings_sarif"})


def built_in_formats() -> tuple[Format, ...]:
    """Returns the formats in the order in which they are listed."""
    return tuple(
        Format(
            name=name,
            shape=shape,
            description=description,
            write=_late(module, "write"),
            shows_documents=module in _SHOWING,
            write_several=_late(module, "write_several") if module in _SEVERAL else None,
        )
        for shape, name, module, description in _FORMATS
    )


def _late(module: str, name: str) -> Callable[..., str | bytes]:
    """A function of a module, which is loaded when it is first called."""

    def write(*given: Any) -> str | bytes:
        written: str | bytes = getattr(import_module(f"citebound_hooks.formats.{module}"), name)(*given)
        return written

    return write
