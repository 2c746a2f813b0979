"""Takes one document through the steps of the workflow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import PurePosixPath

from citebound.commands import Steps
from citebound.desk.sidecar import load_sidecar
from citebound.errors import ConfigurationError, PluginError, UnreadableError
from citebound.model import Briefing, Decisions, Document, Upload
from citebound.notes import hearing
from citebound.uploads import upload_from
from citebound_hooks.ledger.spool import Spool
from citebound_hooks.ledger.values import Job
from citebound_hooks.worker.values import Made, Worked

LONGEST_NAME = 255
MOST_NOTES = 10


def work_on(steps: Steps, spool: Spool, job: Job) -> Worked:
    """Reads, describes, extracts, checks and renders; publishes nothing.

    Raises:
        MemoryError: If the document needs more memory than it may use.
    """
    try:
        upload, decisions = _taken_out(spool, job)
        documents = steps.read(upload)
        made = tuple(_make(steps, document, decisions, upload) for document in documents)
    except UnreadableError as error:
        return Worked(outcome=error.outcome, reason=error.reason)
    except ConfigurationError as error:
        return Worked(outcome="quarantined", reason=str(error))
    except PluginError as error:
        _raise_if_out_of_memory(str(error))
        return Worked(outcome=None, reason=str(error))
    notes = _noted([*(document.notes for document in documents), *(each.notes for each in made)])
    clean = not notes and not any(_warns(each.briefing) for each in made)
    return Worked(outcome="published" if clean else "published-with-warnings", made=made, notes=notes)


def _taken_out(spool: Spool, job: Job) -> tuple[Upload, Decisions]:
    """The upload as it was received, under the client's name for it, and the desk's decisions."""
    content = upload_from(spool.path_of(job.document)).content
    if sha256(content).hexdigest() != job.document:
        raise UnreadableError("the kept copy was changed since it was received; upload it again")
    decisions = load_sidecar(spool.sidecar_of(job.decisions)) if job.decisions else Decisions()
    name = PurePosixPath(job.name.replace("\\", "/")).name
    shown = "".join(sign for sign in name if sign.isprintable())
    return Upload(content=content, filename=shown[-LONGEST_NAME:] or None), decisions


def _make(steps: Steps, document: Document, decisions: Decisions, upload: Upload) -> Made:
    briefing = steps.brief_document(document, decisions, upload)
    for failure in briefing.incomplete:
        _raise_if_out_of_memory(failure.error)
    with hearing() as notes:
        content = steps.render(briefing)
    return Made(briefing=briefing, content=content, notes=tuple(notes))


def _noted(notes: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """All notes, each once; of many the first ones, and how many more there are."""
    each_once = list(dict.fromkeys(chain.from_iterable(notes)))
    more = len(each_once) - MOST_NOTES
    return (*each_once[:MOST_NOTES], *([f"and {more} more"] if more > 0 else []))


def _raise_if_out_of_memory(error: str) -> None:
    """The host names a plugin that ran out of memory like any that failed; but it is the document that is too big."""
    if "MemoryError" in error:
        raise MemoryError


def _warns(briefing: Briefing) -> bool:
    new = (finding.severity for finding in briefing.findings if finding.status == "new")
    return bool(briefing.incomplete) or any(severity != "info" for severity in new)
