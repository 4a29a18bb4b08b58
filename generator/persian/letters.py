"""Give letters that look alike one spelling, and compare words whose spelling differs."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from generator.persian.digits import ARABIC_INDIC, PERSIAN, to_western
from generator.persian.invisible import DIRECTION_CONTROLS, ZWJ, ZWNJ

# Letters and digits of the Arabic keyboard that look like Persian ones but are other characters.
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ۀ": "ه\u0654", **dict(zip(ARABIC_INDIC, PERSIAN, strict=True))})

# «هـ.ش», «هـ.ق»: here tatweel has a meaning, the initial form of the letter.
_INITIAL_HE = re.compile("(?<![^\\W\\d_])ه\u0640+(?![^\\W\\d_])")

# Characters without meaning that editors and web pages leave: tatweel, soft hyphen, zero-width space, BOM.
_RESIDUE = str.maketrans(dict.fromkeys("\u0640\u00ad\u200b\u2060\ufeff"))

# What `spelled` changes beside what NFC does; most texts have nothing of it, and to look is a tenth of the work.
_OTHERWISE_SPELT = re.compile(f"[{''.join(map(chr, (*_LETTERS, *_RESIDUE)))}\u00a0]")

_BLANKS = re.compile(r"[^\S\n]+")
_BLANKS_AT_LINE_ENDS = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")
_IDLE_ZWNJ = re.compile(r"(?<=[\s\u200c])\u200c+|\u200c+(?=\s)|^\u200c+|\u200c+$")

_LONGEST_NAME = 100
"""A text longer than this is no misspelt name, and to compare it would take long."""

_FOLDED_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ة": "ه", "ە": "ه"})
_PRESENTATION_FORMS = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
_INVISIBLE = re.compile(f"[\\s{ZWNJ}{ZWJ}{DIRECTION_CONTROLS}]")


def normalise(text: str) -> str:
    """Give a text the project's one spelling of characters, and change nothing else.

    ي and ى become ی, ك becomes ک, ۀ becomes هٔ, «هـ» alone keeps its form by U+200D; tatweel and zero-width residue go,
    Arabic-Indic digits become Persian; NFC. A run of blanks (no-break
    space included) is one space, lines keep no blanks at their ends, and at most one empty line stays between
    paragraphs. Never NFKC, which would turn ² into 2.
    """
    text = _INITIAL_HE.sub(f"ه{ZWJ}", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_RESIDUE)
    text = _IDLE_ZWNJ.sub("", unicodedata.normalize("NFC", text).translate(_LETTERS))
    text = _BLANKS_AT_LINE_ENDS.sub("\n", _BLANKS.sub(" ", text))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def spelled(text: str) -> str:
    """Give each character the project's one spelling and drop residue; blanks and lines stay as they are."""
    if not _OTHERWISE_SPELT.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    text = _INITIAL_HE.sub(f"ه{ZWJ}", text).translate(_RESIDUE)
    return unicodedata.normalize("NFC", text).translate(_LETTERS).replace("\u00a0", " ")


def fold(text: str) -> str:
    """Return a key for comparing words and names, equal for spellings that a reader takes for the same; not for printing.

    Beyond `normalise` it drops half-spaces, spaces, direction marks and diacritics, gives hamza carriers their
    bare letter, maps digits to Western ones and capitals to small letters. آ stays apart from ا.
    """
    return _folded(text) if len(text) <= _LONGEST_NAME else _fold(text)


def _fold(text: str) -> str:
    text = _PRESENTATION_FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
    text = _INVISIBLE.sub("", normalise(text)).translate(_FOLDED_LETTERS)
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Mn")
    return to_western(text).casefold()


_folded = lru_cache(maxsize=16384)(_fold)


def near_matches(word: str, candidates: Iterable[str], limit: int = 3) -> list[str]:
    """Return the candidates most like a word, best first, at most `limit`; empty when none is like it."""
    if len(word) > _LONGEST_NAME:
        return []
    by_fold: dict[str, str] = {}
    for candidate in candidates:
        by_fold.setdefault(_folded(candidate), candidate)
    return [by_fold[match] for match in difflib.get_close_matches(fold(word), by_fold, limit, cutoff=0.6)]
