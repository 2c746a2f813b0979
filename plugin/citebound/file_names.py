"""How the names of files are shown."""

from __future__ import annotations

import os
from pathlib import Path


def shown(path: Path | str) -> str:
    r"""Returns a file's name as messages, findings and records have it.

    Names are bytes to the system; of one that is no UTF-8 each wrong byte is shown as `\xe9`, so that every output
    format, JSON and SARIF too, can hold it.
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")
