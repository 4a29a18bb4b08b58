"""The programme's data, typed and frozen. Knows no files, no positions, no documents."""
