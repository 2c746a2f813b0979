"""Finds which phrases name one actor."""
