"""The one place that states the version (hatchling reads it from here)."""

VERSION = "0.1.0"
