"""Writing of the PDF: marked content, structure tree, fonts, links, attachments, metadata."""
