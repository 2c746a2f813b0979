"""`citebound template`: lists templates, checks them, and begins a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from citebound.command_headings import SETTINGS, under
from citebound.errors import ConfigurationError, UsageError
from citebound.model import Upload
from citebound.path_arguments import PathArgument
from citebound.wrong_values import nearest_of

if TYPE_CHECKING:
    from citebound.commands import CommandSession


@under(SETTINGS)
@click.group("template", short_help="List, check or begin templates of briefings.")
def template() -> None:
    """List the templates of briefings, check one of your own, or begin one."""


@template.command("list")
@click.pass_obj
def listing(session: CommandSession) -> None:
    """List the templates, each with the first line of its style sheet."""
    width = max(map(len, session.templates), default=0)
    for name, folder in sorted(session.templates.items()):
        click.echo(f"{name:{width}}  {_summary(folder)}".rstrip())


@template.command("check", short_help="Check templates in all of their languages.")
@click.argument("folders", nargs=-1, required=True, type=PathArgument(file_okay=False), metavar="FOLDER...")
@click.pass_obj
def check(session: CommandSession, folders: tuple[Path, ...]) -> None:
    """Check templates in all of their languages, on a sample report and on one that says nearly nothing.

    The first mistake is named with its file and line.
    """
    from citebound_hooks.briefing.template.proof import prove

    samples = [_sample("sample.txt"), Upload(content=b"x", filename="empty.txt")]
    read = [document for sample in samples for document in session.workflow.read(sample)]
    briefings = [session.workflow.brief_document(document) for document in read]
    for folder in folders:
        if not folder.is_dir():
            raise ConfigurationError(f"{folder}: there is no such folder")
        languages = prove(folder, briefings)
        click.echo(f"{folder}: the template is valid in {', '.join(languages)}")


@template.command("new", short_help="Begin a template of your own in FOLDER.")
@click.argument("folder", type=PathArgument())
@click.option(
    "--from", "base", default="briefing", show_default=True, metavar="NAME", help="Template to build on."
)
@click.pass_obj
def new(session: CommandSession, folder: Path, base: str) -> None:
    """Begin a template of your own in FOLDER: it takes over all that it does not say itself."""
    if base not in session.templates:
        raise UsageError(f"there is no template {base!r}; {nearest_of(base, session.templates)}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already; name a new folder")
    from citebound_hooks.briefing.template.beginning import begin

    for path in begin(folder, session.templates[base]):
        click.echo(path)


def _summary(folder: Path) -> str:
    """Returns the comment that a style sheet begins with."""
    style = folder / "style.toml"
    line = style.read_text("utf-8").partition("\n")[0] if style.is_file() else ""
    return line.removeprefix("# ") if line.startswith("# ") else ""


def _sample(name: str) -> Upload:
    path = Path(__file__).with_name("template") / name
    return Upload(content=path.read_bytes(), filename=name)
