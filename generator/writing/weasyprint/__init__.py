"""A PDF with WeasyPrint: HTML and CSS of the tree, layout, text layer and archive."""
