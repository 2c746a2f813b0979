"""The PDF reader: pages to lines, lines to paragraphs, running headers apart, properties as metadata."""
