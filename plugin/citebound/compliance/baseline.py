"""Baselines: what was known before, so that only what is new fails a build."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from citebound.errors import ConfigurationError
from citebound.model import Finding
from citebound.wrong_values import explained

SCHEMA = "citebound/baseline/1"


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Known findings: for each path, as seen from the baseline's folder, the fingerprints, each with how often."""

    schema: str
    findings: dict[str, dict[str, int]]


def load_baseline(path: Path) -> Baseline:
    """Reads a baseline file.

    Raises:
        ConfigurationError: Names the path and what is wrong, and what to do.
    """
    try:
        baseline = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except FileNotFoundError as error:
        raise ConfigurationError(f"{path}: {error.strerror}; --write-baseline makes one") from error
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from error
    except msgspec.ValidationError as error:
        why = explained(error, Baseline)
        raise ConfigurationError(f"{path}: not a baseline: {why}; --write-baseline makes one") from error
    except msgspec.DecodeError as error:
        raise ConfigurationError(
            f"{path}: not a baseline: it is no JSON; --write-baseline makes one"
        ) from error
    if baseline.schema != SCHEMA:
        raise ConfigurationError(f"{path}: not a baseline of this version: {baseline.schema!r}")
    return baseline


def dump_baseline(findings: Iterable[Finding], folder: Path) -> str:
    """Returns the text of a baseline that knows all these findings but the suppressed ones.

    Args:
        findings: What was found.
        folder: Where the baseline will stand, so that it holds wherever one calls from.
    """
    seen = _Seen(folder)
    known: dict[str, Counter[str]] = {}
    for finding in findings:
        if finding.status != "suppressed":
            known.setdefault(seen[finding.path], Counter())[finding.fingerprint] += 1
    table = {path: dict(sorted(counts.items())) for path, counts in sorted(known.items())}
    import json

    return json.dumps({"schema": SCHEMA, "findings": table}, indent=1, ensure_ascii=False) + "\n"


def mark_known(findings: Iterable[Finding], baseline: Baseline, folder: Path) -> tuple[Finding, ...]:
    """Marks the findings that the baseline knows; one found more often than it was is new.

    Args:
        findings: What was found.
        baseline: What is known.
        folder: Where the baseline stands.
    """
    seen = _Seen(folder)
    left = {path: Counter(counts) for path, counts in baseline.findings.items()}
    marked = []
    for finding in findings:
        counts = left.get(seen[finding.path], Counter())
        if finding.status == "new" and counts[finding.fingerprint] > 0:
            counts[finding.fingerprint] -= 1
            marked.append(replace(finding, status="known"))
        else:
            marked.append(finding)
    return tuple(marked)


class _Seen(dict[str, str]):
    """The paths of files as they are seen from a folder, by the paths that findings name."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder.resolve()

    def __missing__(self, path: str) -> str:
        try:
            inside = os.path.relpath(Path(path).resolve(), self._folder)
        except ValueError:  # on another drive
            inside = path
        self[path] = Path(inside).as_posix()
        return self[path]
