"""From the finished document tree to paper: `word` (DOCX), `html` and `pdf`; `wording` is what all of them print alike."""
