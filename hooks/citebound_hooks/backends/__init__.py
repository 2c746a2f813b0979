"""Optional backends of the extraction: off until the configuration has settings for them."""
