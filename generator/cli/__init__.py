"""The command `sanad`: options, Persian output, exit codes."""
