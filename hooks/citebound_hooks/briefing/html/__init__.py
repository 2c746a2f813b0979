"""The briefing as one accessible HTML page: no scripts that run, nothing fetched from elsewhere."""
