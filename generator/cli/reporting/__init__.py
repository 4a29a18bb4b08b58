"""How the problems of a run are told: cards on a terminal, a page to send, rows for programs."""
