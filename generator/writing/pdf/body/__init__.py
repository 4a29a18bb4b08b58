"""The body of the HTML behind the PDF: inline nodes, blocks, tables, letterheads and signatures, headers and footers."""
