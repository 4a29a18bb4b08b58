"""Sentences about the text of a YAML file."""

SENTENCES: dict[str, tuple[str, str, str]] = {}
