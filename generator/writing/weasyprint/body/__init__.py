"""Writes the body of the HTML behind the PDF: inline nodes, blocks, tables, letterheads and signatures, headers and footers.

`Blocks` sends each block to the module that writes its kind and gives itself along, so that a table's cells, say, are written
by it again: these modules know it as a type only, and no import goes round.
"""
