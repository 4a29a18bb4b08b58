"""What the text of the PDFs of both engines needs to be found: which letter a glyph means, in which order readers take them."""
