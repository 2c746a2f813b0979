"""What stands where in a briefing: plain typed values, selected and ordered, for templates to word."""
