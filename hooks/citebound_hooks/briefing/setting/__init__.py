"""Setting of type: from marked-up words to lines, blocks and pages, each at its place."""
