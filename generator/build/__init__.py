"""From subjects to files: what to build, one document in its own process, and where it is put."""
