"""Where briefings go, and in which format: what the options say, else what the names say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from citebound.cli.paths import STANDARD_INPUT, STANDARD_OUTPUT
from citebound.desk.sidecar import sidecar_of
from citebound.errors import UsageError
from citebound.file_names import shown
from citebound.registry import Registry
from citebound.workflow import RENDERED
from citebound.wrong_values import nearest_of


class Form(NamedTuple):
    """The format of a briefing, and what the name of its file ends with."""

    name: str
    ending: str


def forms(registry: Registry) -> list[Form]:
    """Returns the formats of briefings, the one of `citebound_render` first."""
    others = registry.formats("briefing").values()
    return [Form(RENDERED, f".{RENDERED}"), *(Form(form.name, form.ending) for form in others)]


def form_of(name: str | None, output: str | None, registry: Registry) -> Form:
    """Returns the format that `--format` names, else the one that the file's name ends with, else PDF.

    Raises:
        UsageError: If there is no such format; lists those that are there.
    """
    known = forms(registry)
    if name is None:
        return next((form for form in known if output and output.lower().endswith(form.ending)), known[0])
    found = next((form for form in known if form.name == name), None)
    if found is None:
        hint = nearest_of(name, (form.name for form in known))
        raise UsageError(f"there is no format {name!r} for briefings; {hint}")
    return found


def targets_of(
    reports: Sequence[Path], output: str | None, ending: str, key: Path | None = None
) -> list[Path]:
    """Where the briefings go: the file named, or a file for each report in the folder named or beside it.

    Reports that would share a file get one each: `report.txt.briefing.pdf`, `report.html.briefing.pdf`, and where
    even the names are the same, numbers.

    Args:
        reports: Paths of the reports; `-` is standard input.
        output: What `-o` says; `-` is standard output.
        ending: What the names end with: `.pdf`.
        key: The key that signs them.

    Raises:
        UsageError: If several briefings would go into one file or one would replace an input, or the folder cannot
            be made.
    """
    targets = _targets(reports, output, ending)
    _refuse_inputs(targets, reports, key)
    return targets


def _targets(reports: Sequence[Path], output: str | None, ending: str) -> list[Path]:
    if output == "":
        raise UsageError("-o is empty; name a file, or a folder with a slash at its end")
    if output is not None and not output.endswith("/") and not Path(output).is_dir():
        if len(reports) > 1:
            instead = "DIR" if output == "-" else output
            raise UsageError(f"-o {output}: several briefings need a folder; write -o {instead}/")
        return [Path(output)]
    folders = [_folder(output) if output is not None else _beside(report) for report in reports]
    named = [
        folder / _name(report, report.stem, ending) for folder, report in zip(folders, reports, strict=True)
    ]
    shared = {path for path, count in Counter(named).items() if count > 1}
    seen: Counter[Path] = Counter()
    found = []
    for path, folder, report in zip(named, folders, reports, strict=True):
        whole = folder / _name(report, report.name, ending) if path in shared else path
        seen[whole] += 1
        found.append(
            whole if seen[whole] == 1 else folder / _name(report, f"{report.name}.{seen[whole]}", ending)
        )
    return found


def _refuse_inputs(targets: Sequence[Path], reports: Sequence[Path], key: Path | None) -> None:
    """Lets no briefing take the place of a report, of what the desk says of one, or of the key."""
    read = [path for report in reports if report != STANDARD_INPUT for path in (report, sidecar_of(report))]
    places = {path.resolve() for path in (*read, *([key] if key else []))}
    for target in targets:
        if target != STANDARD_OUTPUT and target.resolve() in places:
            raise UsageError(
                f"{shown(target)}: the briefing would take the place of an input; name another -o"
            )


def _name(report: Path, stem: str, ending: str) -> str:
    return f"briefing{ending}" if report == STANDARD_INPUT else f"{stem}.briefing{ending}"


def _beside(report: Path) -> Path:
    return Path() if report == STANDARD_INPUT else report.parent


def _folder(output: str) -> Path:
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"-o {output}: the folder cannot be made: {error.strerror}") from error
    return Path(output)
