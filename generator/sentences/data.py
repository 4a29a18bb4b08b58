"""Sentences about records and the rules over them."""

SENTENCES: dict[str, tuple[str, str, str]] = {}
