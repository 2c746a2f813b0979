"""Markdown manuscripts: the words without their inline marks, and where they stand in the file."""
