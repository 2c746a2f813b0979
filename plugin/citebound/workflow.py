"""The steps of a document through citebound, in their order. The only place that knows it.

upload ─read▶ Document ─describe▶ SourceRecord ─extract▶ Extraction ─revise▶ Extraction ─check▶ Findings
       ─render▶ PDF ─deliver▶ folder, document system, webhook
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from citebound.compliance.checking import comply
from citebound.compliance.findings import Checked
from citebound.compliance.selection import layers_for, rules_for
from citebound.configuration import Configuration
from citebound.delivery import Delivered, Delivery
from citebound.desk.revise import revise
from citebound.desk.supply import supply
from citebound.errors import PluginError, UnreadableError, UnsupportedError, UsageError
from citebound.formats import Given, OutputContext
from citebound.identifiers import numbered, renumbered
from citebound.layers import LAYERS, LayerName, Layers, nothing_yet
from citebound.media_types import identify
from citebound.merging import accept, merge, parted
from citebound.model import (
    Briefing,
    Decisions,
    Document,
    Extraction,
    Fields,
    Incomplete,
    Profile,
    SourceRecord,
    Upload,
)
from citebound.plugins import Plugins
from citebound.registry import Registry
from citebound.rules import Subject
from citebound.source_date import source_date
from citebound.spans import exact

RENDERED = "pdf"
"""The format of briefings that `citebound_render` gives; all others come from `citebound_formats`."""


class Workflow:
    """The steps, bound to plugins and a configuration. Each step gives a new value and changes none.

    Args:
        plugins: What does the work.
        configuration: How it is done.
    """

    def __init__(self, plugins: Plugins, configuration: Configuration | None = None) -> None:
        self.plugins = plugins
        self.registry = Registry(plugins, configuration or Configuration())

    def brief(self, upload: Upload, decisions: Decisions | None = None) -> tuple[Briefing, ...]:
        """Takes an upload through all steps up to the briefing; one briefing for each document in it."""
        return tuple(self.brief_document(document, decisions, upload) for document in self.read(upload))

    def brief_document(
        self, document: Document, decisions: Decisions | None = None, upload: Upload | None = None
    ) -> Briefing:
        """Takes a read document through the steps up to the briefing.

        Args:
            document: What was read.
            decisions: The desk's.
            upload: What it was read from, so that it can be attached where that was asked for.
        """
        from citebound.desk.handling import handled  # what marks and redacts is not wanted by a mere check

        decisions = decisions or Decisions()
        record = self.describe(document, decisions)
        extraction = revise(self.extract(document, record), decisions)
        findings, failed = self.check(document, record, extraction, decisions=decisions)
        briefing = Briefing(
            record=record,
            profile=self.registry.profile_of(record),
            extraction=extraction,
            findings=findings,
            decisions=decisions,
            components=self.registry.components,
            incomplete=self._incomplete([*record.incomplete, *extraction.incomplete, *failed]),
            dated=source_date(),
            reading=self.registry.reading,
        )
        return handled(briefing, decisions, self.registry.configuration, upload)

    def read(self, upload: Upload) -> tuple[Document, ...]:
        """Reads an upload.

        Raises:
            UnreadableError: Names the file and the reason.
            PluginError: If the plugin that should have read it failed.
        """
        name = upload.filename or "the input"
        try:
            upload = replace(upload, media_type=identify(upload))
            with self.plugins.recording() as failed:
                documents = self.plugins.first("citebound_read", upload=upload)
        except UnreadableError as error:
            raise error.at(name) from error
        if documents:
            return tuple(documents)
        if failed:
            raise PluginError(
                f"{name}: not read, because the plugin {failed[0].plugin} failed: {failed[0].error}"
            )
        raise UnsupportedError(f"no plugin reads {upload.media_type}", path=name)

    def describe(self, document: Document, decisions: Decisions | None = None) -> SourceRecord:
        """Makes the source record, with the fields that the desk supplied; a finished briefing carries its own."""
        if document.finished is not None and document.finished.briefing is not None:
            return document.finished.briefing.record
        profile = self.registry.profile_for(document)
        with self.plugins.recording() as failed:
            found = self.plugins.first(
                "citebound_describe",
                check=lambda made: exact(made, document.text),
                document=document,
                profile=profile,
            )
        record = found or _empty_record(document, profile)
        record = supply(record, decisions.supplied if decisions else ())
        return replace(record, incomplete=self._incomplete(failed))

    def extract(
        self, document: Document, record: SourceRecord, layers: Sequence[LayerName] = LAYERS
    ) -> Extraction:
        """Makes the extraction, layer by layer, each with those before it; a finished briefing carries its own."""
        if document.finished is not None and document.finished.briefing is not None:
            return document.finished.briefing.extraction
        extraction = nothing_yet(document)
        with self.plugins.recording() as failed:
            for layer in layers:
                calls = self.plugins.call(
                    "citebound_extract",
                    check=partial(accept, layer, document.text),
                    document=document,
                    record=record,
                    layers=Layers(wanted=layer, before=extraction, asked=tuple(layers)),
                )
                given, uses = parted(items for _, items in calls)
                items = numbered(layer, merge(layer, given))
                extraction = replace(extraction, **{layer: items}, models=(*extraction.models, *uses))
        curated = revise(renumbered(extraction), self.registry.curated)
        return replace(curated, incomplete=self._incomplete(failed))

    def check(
        self,
        document: Document,
        record: SourceRecord,
        extraction: Extraction | None = None,
        *,
        path: str = "",
        decisions: Decisions | None = None,
    ) -> Checked:
        """Runs the rules; computes of the extraction what they need and was not given.

        Args:
            document: The report.
            record: Its record.
            extraction: Its extraction, if there is one already.
            path: What the findings name as their file; the document's own name if empty.
            decisions: The desk's suppressions, beside those in the file itself, and its redactions.
        """
        rules = rules_for(document, self.registry.selected_rules, extracted=extraction is not None)
        if extraction is None:
            extraction = self.extract(document, record, () if document.finished else layers_for(rules))
        decisions = decisions or Decisions()
        subject = Subject(
            document=document,
            record=record,
            profile=self.registry.profile_of(record),
            extraction=extraction,
            decisions=decisions.decisions,
            redactions=decisions.redactions,
        )
        checked = comply(
            rules,
            subject,
            path=path or document.filename or "",
            suppressions=decisions.suppressions,
            severities=self.registry.severities,
            owners=self.registry.rule_owners,
        )
        return checked._replace(incomplete=self._incomplete([*extraction.incomplete, *checked.incomplete]))

    def render(self, briefing: Briefing, template: str | None = None, form: str = RENDERED) -> bytes:
        """Renders a briefing.

        Args:
            briefing: What to render.
            template: A template's name; None takes the configured one.
            form: `pdf`, or another format of briefings that a plugin offers.

        Raises:
            ConfigurationError: If there is no such template or format.
            PluginError: If no plugin could render it.
        """
        folder = self.registry.template(template)
        if form != RENDERED:
            given = Given(briefing, OutputContext(template=folder))
            (written,) = self.registry.format(form, "briefing").written([given])
            return written.encode() if isinstance(written, str) else written
        with self.plugins.recording() as failed:
            content = self.plugins.first("citebound_render", briefing=briefing, template=folder)
        if content is None:
            why = f"{failed[0].plugin} failed: {failed[0].error}" if failed else "no plugin renders it"
            raise PluginError(f"template {folder.name}: {why}")
        rendered: bytes = content
        return rendered

    def sign(self, content: bytes) -> bytes:
        """Signs a rendered briefing as the configuration says; one that is to bear no signature stays as it is.

        Raises:
            UsageError: If no plugin signs with such a key, or key or time server cannot be used.
            PluginError: If the plugin that should have signed failed.
        """
        key, timestamp = self.registry.configuration.signing
        if key is None:
            return content
        with self.plugins.recording() as failed:
            asked = {"content": content, "key": key, "timestamp": timestamp}
            signed: bytes | None = self.plugins.first("citebound_sign", **asked)
        if signed is None and failed:
            why = f"the plugin {failed[0].plugin} failed: {failed[0].error}"
            raise PluginError(f"{key}: not signed, because {why}")
        if signed is None:
            raise UsageError(f"{key}: no plugin signs with such a key; name a PKCS#12 file (.p12, .pfx)")
        return signed

    def deliver(self, delivery: Delivery) -> tuple[Delivered, ...]:
        """Hands a rendered briefing over to all plugins that deliver."""
        return tuple(done for _, done in self.plugins.call("citebound_deliver", delivery=delivery))

    def _incomplete(self, failures: Iterable[Incomplete]) -> tuple[Incomplete, ...]:
        """The failures that touch every document and those of this one, each once."""
        return tuple(dict.fromkeys([*self.registry.failures, *failures]))


def _empty_record(document: Document, profile: Profile) -> SourceRecord:
    return SourceRecord(document=document.identity, profile=profile.name, fields=Fields())
