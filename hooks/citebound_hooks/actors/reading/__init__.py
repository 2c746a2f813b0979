"""Reads a text into named noun phrases."""
