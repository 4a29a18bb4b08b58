"""The problems of a run as cards on a terminal, as a page to send, and as JSON for programs."""
