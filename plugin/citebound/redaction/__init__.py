"""Hides words of a briefing, everywhere in it: the text, the record, the extraction, findings and decisions."""
