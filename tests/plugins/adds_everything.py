"""A third party's plugin: a reader, a profile, a rule, a format, a command and a delivery."""

from hashlib import sha256

import click

from citebound import hookimpl
from citebound.delivery import Delivered
from citebound.formats import Format
from citebound.model import Block, Document, Evidence, Profile
from citebound.rules import Problem, Rule


class ShoutedTitle(Rule):
    """Forbids a text that shouts."""

    code = "TST101"
    name = "shouted-text"
    severity = "warning"

    def check(self, subject):
        if subject.document.text.isupper():
            yield Problem(
                message="The text shouts.", span=subject.document.span(0, len(subject.document.text))
            )


@hookimpl
def citebound_read(upload):
    if upload.media_type != "text/x-minutes":
        return None
    text = upload.content.decode("utf-8").upper()
    return [
        Document(
            text=text,
            sha256=sha256(upload.content).hexdigest(),
            media_type=upload.media_type,
            bytes=len(upload.content),
            filename=upload.filename,
            blocks=(Block(0, len(text)),),
        )
    ]


@hookimpl
def citebound_profiles():
    return [Profile(name="minutes", title="Minutes", evidence=Evidence(phrases=("MINUTES OF THE",)))]


@hookimpl
def citebound_rules():
    return [ShoutedTitle]


@hookimpl
def citebound_formats():
    return [
        Format(
            name="count",
            shape="findings",
            description="how many findings",
            write=lambda findings, context: f"{len(findings.findings)}\n",
        )
    ]


@hookimpl
def citebound_deliver(delivery):
    return Delivered(where=f"catalogue:{delivery.briefing.record.document.sha256[:8]}")


@click.command("shelve")
def shelve():
    """Put a report on its shelf."""
    click.echo("shelved")


@hookimpl
def citebound_commands():
    return [shelve]
