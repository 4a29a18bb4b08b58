"""Help for those who write `plans/`: schemas for editors, files to start from, formatting of texts."""
