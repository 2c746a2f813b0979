"""The briefing as a Word document, to go on writing in: real styles, headings, tables with heads, page numbers."""
