"""The HTML reader: parsing, metadata, blocks of text, map to the source."""
