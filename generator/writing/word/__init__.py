"""Right-to-left DOCX from the document tree: `write` is the whole of it."""

from generator.writing.word.document import write

__all__ = ["write"]
