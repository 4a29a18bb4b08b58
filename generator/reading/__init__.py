"""Read files as typed values with places: YAML as nodes, nodes as records, folders as a workspace."""
