"""What the files of `plans/` hold: a module a record, and the workspace that holds them all."""
