"""The DOCX reader: the package with its limits, blocks by style, core properties as metadata."""
