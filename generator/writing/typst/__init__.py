"""A PDF with Typst: its source of the tree, layout, and the text that readers find."""
