"""The document tree: node types, walks over them, and the passes that finish a tree before it is written."""
