"""What a chart shows, read from its table in the tree."""
