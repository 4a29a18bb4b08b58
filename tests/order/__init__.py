"""The order in which the characters of mixed text are seen on paper: what is right (`cases.yaml`) and what was laid out."""
