"""Sentences about the machine, files and the command line."""

SENTENCES: dict[str, tuple[str, str, str]] = {}
