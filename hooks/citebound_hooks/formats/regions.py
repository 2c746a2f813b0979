"""Regions of a file as SARIF counts them: lines and columns from 1, the end column after the last character."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.compliance.positions import Positions
from citebound.model import Document, Edit, Finding

Region = dict[str, int]


class Regions:
    """The regions in the files of one run; the lines of each file are counted once.

    Args:
        documents: The documents by the path that findings name.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._positions = {path: Positions(document) for path, document in documents.items()}

    def of_finding(self, finding: Finding) -> Region:
        """Returns the region of a finding; empty if it has no line."""
        if finding.line is None:
            return {}
        region = {"startLine": finding.line} | ({"startColumn": finding.column} if finding.column else {})
        end = self._end(finding)
        return region | ({"endLine": end[0], "endColumn": end[1]} if end else {})

    def _end(self, finding: Finding) -> tuple[int, int] | None:
        document, span = self._documents.get(finding.path), finding.span
        if document is None or span is None or finding.line is None or finding.column is None:
            return None
        if document.text[span.start : span.end] != span.exact:  # of a list of entries, another one
            return None if "\n" in span.exact else (finding.line, finding.column + len(span.exact))
        line, column = self._positions[finding.path].line_and_column(span.end - 1)
        if line is None or column is None or (line, column) < (finding.line, finding.column):
            return None
        return line, column + 1

    def of_edit(self, finding: Finding, edit: Edit) -> Region:
        """Returns the region that an edit replaces: by lines where the file is known, else by offsets."""
        positions = self._positions.get(finding.path)
        if positions is None:
            return {"charOffset": edit.start, "charLength": edit.end - edit.start}
        (line, column), (end_line, end_column) = positions.in_file(edit.start), positions.in_file(edit.end)
        return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
