"""Hides words of a briefing, everywhere in it, and masks those of its source that may not go along."""
