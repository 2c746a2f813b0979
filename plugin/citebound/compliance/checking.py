"""Runs the rules on one document, lets the suppressions speak, and then checks the suppressions themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from citebound.compliance.findings import Checked, run_rules
from citebound.compliance.suppressions import suppress, suppressions_in
from citebound.model import Severity, Suppression
from citebound.rules import Rule, Subject


def comply(
    rules: Sequence[type[Rule]],
    subject: Subject,
    *,
    path: str,
    suppressions: Sequence[Suppression] = (),
    severities: Mapping[str, Severity] | None = None,
    owners: Mapping[str, str] | None = None,
) -> Checked:
    """Returns the findings of all rules, the suppressed ones marked.

    Args:
        rules: What to run. What each needs must be in `subject` already.
        subject: The document, its record, its profile and its extraction.
        path: What findings name as their file.
        suppressions: Those of the desk; those in the file itself are found.
        severities: Severities by code that the configuration sets.
        owners: The plugin of each rule by code, for the trace of one that fails.
    """
    about_the_page = [rule for rule in rules if rule.needs != "suppressions"]
    checked = run_rules(about_the_page, subject, path, severities=severities, owners=owners)
    found, known = suppress(checked.findings, [*suppressions, *suppressions_in(subject.document)])
    if not known:
        return checked
    about_suppressions = [rule for rule in rules if rule.needs == "suppressions"]
    subject = replace(subject, suppressions=known)
    more = run_rules(about_suppressions, subject, path, severities=severities, owners=owners)
    return Checked((*found, *more.findings), (*checked.incomplete, *more.incomplete))
