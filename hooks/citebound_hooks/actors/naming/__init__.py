"""Chooses which phrases name actors."""
