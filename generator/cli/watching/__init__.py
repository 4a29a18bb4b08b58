"""Watch a project while somebody writes: what has changed, what follows from it, and the pages that a browser shows."""
