"""Writes the document tree as right-to-left DOCX; `write` is the whole of it.

`Blocks` sends each block to the module that writes its kind and gives itself along, so that a table's cells, say, are written
by it again: these modules know it as a type only, and no import goes round.
"""

from generator.writing.word.document import write

__all__ = ["write"]
