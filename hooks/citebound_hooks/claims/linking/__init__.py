"""Ties claims to the actors, dates and citations of the layers before, and to each other."""
