"""Writes the finished tree as files: a folder for each format, the table of them, and what all of them print alike."""
