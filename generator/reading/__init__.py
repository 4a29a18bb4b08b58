"""From files and markup to typed values: nodes to models, folders to a workspace, markup to the tree."""
