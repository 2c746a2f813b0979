"""What a plugin's command gets from the host: `@click.pass_obj` hands it a `CommandSession`.

from citebound.path_arguments import PathArgument

@click.command("shelve")
@click.argument("report", type=PathArgument())
@click.pass_obj
def shelve(session: CommandSession, report: Path) -> None:
    (document,) = session.workflow.read(upload_from(report))
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from citebound.compliance.findings import Checked
from citebound.delivery import Delivered, Delivery
from citebound.errors import CiteboundError
from citebound.formats import Shape
from citebound.model import (
    Briefing,
    Component,
    Decisions,
    Document,
    Extraction,
    Finding,
    Incomplete,
    SourceRecord,
    Upload,
)
from citebound.rules import Rule


class Steps(Protocol):
    """The steps of the workflow, with the plugins and the configuration of this call."""

    def read(self, upload: Upload) -> tuple[Document, ...]:
        """Reads an upload."""

    def describe(self, document: Document, decisions: Decisions | None = None) -> SourceRecord:
        """Makes the source record."""

    def extract(self, document: Document, record: SourceRecord) -> Extraction:
        """Makes the extraction."""

    def check(
        self,
        document: Document,
        record: SourceRecord,
        extraction: Extraction | None = None,
        *,
        path: str = "",
    ) -> Checked:
        """Runs the rules."""

    def brief_document(
        self, document: Document, decisions: Decisions | None = None, upload: Upload | None = None
    ) -> Briefing:
        """Takes a document through all steps up to the briefing."""

    def render(self, briefing: Briefing, template: str | None = None, form: str = "pdf") -> bytes:
        """Renders a briefing with a template, in a format of briefings."""

    def sign(self, content: bytes) -> bytes:
        """Signs a rendered briefing if the configuration says with which key, else returns it as it is."""

    def deliver(self, delivery: Delivery) -> tuple[Delivered, ...]:
        """Hands a rendered briefing over."""


class CommandSession(Protocol):
    """One call of the command line."""

    @property
    def workflow(self) -> Steps:
        """The steps."""

    @property
    def rules(self) -> tuple[type[Rule], ...]:
        """All rules, in the order of their codes."""

    @property
    def templates(self) -> dict[str, Path]:
        """The folders of the templates that plugins offer, by name."""

    @property
    def components(self) -> tuple[Component, ...]:
        """The program and the plugins of others, with their versions."""

    @property
    def reading(self) -> str:
        """A digest of the settings that a reading hangs on; empty for the defaults."""

    @property
    def fingerprint(self) -> str:
        """A digest of all that a result hangs on besides the document: version, plugins, configuration, template."""

    def write(self, form: str, shape: Shape, values: Iterable[Any]) -> None:
        """Writes values to standard output in an output format: one, or for a reference list one an entry.

        Raises:
            ConfigurationError: If there is no such format for this shape.
        """

    def report(
        self, form: str, findings: Sequence[Finding], *, files: int, incomplete: Sequence[Incomplete] = ()
    ) -> None:
        """Writes findings, and lets the exit code be 1 if one reaches the failing severity."""

    def complain(self, line: str) -> None:
        """Writes one line to standard error."""

    def refuse(self, error: CiteboundError, path: Path) -> None:
        """Reports an input that cannot be worked on, so that the others go on."""

    def worsen(self, code: int) -> None:
        """Remembers an exit code; the highest one wins."""
