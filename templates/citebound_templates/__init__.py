"""What a briefing looks like: layouts, styles, strings. No logic."""
