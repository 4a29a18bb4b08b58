"""The records of the files of `plans/`, and the workspace of all of them."""
