"""The rules of Persian spelling and spacing, pure functions on text: what is sure is corrected, what is not is only reported.

`tidy` mends letters, half-spaces, spaces and digits; it never changes a word into another one. `suspicions` names what a
person must decide: words with two readings, glued words, likely typos, doubled words.
"""

from generator.persian.orthography.suspicions import Suspicion, suspicions
from generator.persian.orthography.tidying import spell, tidy

__all__ = ["Suspicion", "spell", "suspicions", "tidy"]
