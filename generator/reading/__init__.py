"""From files to typed values with places: YAML to nodes, nodes to records, folders to a workspace."""
