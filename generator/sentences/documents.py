"""Sentences about templates, markup, the tree and the look."""

SENTENCES: dict[str, tuple[str, str, str]] = {}
