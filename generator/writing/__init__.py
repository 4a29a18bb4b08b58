"""From the finished document tree to paper: a folder a format, and what the formats print alike."""
