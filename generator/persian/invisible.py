"""Characters that nobody sees: joiners, direction marks, controls, and what Unicode draws as nothing."""

from __future__ import annotations

import re
import unicodedata

ZWNJ = "\u200c"
ZWJ = "\u200d"
LRM = "\u200e"
RLM = "\u200f"
NBSP = "\u00a0"

DIRECTION_CONTROLS = f"{LRM}{RLM}\u202a-\u202e\u2066-\u2069"
"""The marks, embeddings, overrides and isolates of direction, for a class of a regular expression."""

# What Unicode draws as nothing or fills a place with, spaces and joiners apart.
_DRAWN_AS_NOTHING = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_EMPTY = re.compile(f"[\\s{ZWNJ}{ZWJ}{_DRAWN_AS_NOTHING}]")
_NAMED = re.compile(
    f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_DRAWN_AS_NOTHING}]"
    # A half-space within a Persian word is spelling; anywhere else it only makes two words look equal.
    r"|(?:^|(?<=\s))[\u200c\u200d]|[\u200c\u200d](?=\s|$)|(?<![\u0620-\u06ff])[\u200c\u200d](?![\u0620-\u06ff])"
)


_TAB = "Tab"
_NAMES = {
    "\t": f"جدول‌بند ({_TAB})",
    NBSP: "فاصلهٔ نشکن",
    "\u00ad": "خط پیوند نرم",
    "\u061c": "نشانهٔ حرف عربی",
    "\u2007": "فاصلهٔ نشکن به پهنای رقم",
    "\u200b": "فاصلهٔ بی‌پهنا",
    ZWNJ: "نیم‌فاصله",
    ZWJ: "اتصال مجازی",
    LRM: "نشانهٔ چپ‌به‌راست",
    RLM: "نشانهٔ راست‌به‌چپ",
    "\u2028": "جداکنندهٔ سطر",
    "\u2029": "جداکنندهٔ بند",
    "\u202a": "آغاز نوشتهٔ چپ‌به‌راست",
    "\u202b": "آغاز نوشتهٔ راست‌به‌چپ",
    "\u202c": "پایان تغییر جهت",
    "\u202d": "جهت اجباری چپ‌به‌راست",
    "\u202e": "جهت اجباری راست‌به‌چپ",
    "\u202f": "فاصلهٔ نشکن باریک",
    "\u2060": "پیوند بی‌پهنا",
    "\u2066": "آغاز نوشتهٔ جدای چپ‌به‌راست",
    "\u2067": "آغاز نوشتهٔ جدای راست‌به‌چپ",
    "\u2068": "آغاز نوشتهٔ جدا",
    "\u2069": "پایان نوشتهٔ جدا",
    "\u3000": "فاصلهٔ پهن",
    "\ufeff": "نشانهٔ ترتیب بایت (BOM)",
}
"""What a layman calls the characters that are found in files, which nobody sees there."""

_MARKS = (
    f"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b{LRM}{RLM}\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb"
)
_SPACES = f"{NBSP}\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
_LETTER = "[\u0620-\u065f\u066e-\u06d3\u06d5]"
_JOINING = "[ئبپتثجچحخسشصضطظعغفقکگلمنهیيكى]"
# It shapes a letter that would stand alone («ه‍.ش») and joins emoji; where letters join by themselves it does nothing.
_SHAPED = f"(?:{_JOINING}|[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])"
_IDLE_ZWJ = f"{ZWJ}(?:(?<={_JOINING}{ZWJ})(?={_LETTER})|(?<!{_SHAPED}{ZWJ})(?!{_LETTER})|(?=[{ZWNJ}{ZWJ}]))"
_IDLE = re.compile(f"[{_MARKS}]|{_IDLE_ZWJ}")
_LIKE_SPACES = re.compile(f"[\t{_SPACES}]")

STRAY = re.compile(f"[\t{_SPACES}{_MARKS}]|{_IDLE_ZWJ}")
"""Characters that no text needs: `without_stray` makes spaces of those that have a width, and drops the others."""


def name_of(character: str) -> str:
    """Return the Persian name of a character that is not seen, with its code point: «نیم‌فاصله (U+200C)»."""
    code = f"U+{ord(character):04X}"
    name = _NAMES.get(character, "فاصلهٔ ناهم‌اندازه" if _LIKE_SPACES.match(character) else "")
    return f"{name} ({code})" if name and "(" not in name else name or code


def without_stray(text: str) -> str:
    """Return a text without the characters that nobody sees and that do nothing; other spaces become plain ones."""
    return _LIKE_SPACES.sub(" ", _IDLE.sub("", text))


def without_unseen(text: str) -> str:
    """Return a text without any character that is not seen, half-spaces and spaces included: for ids and keys."""
    return _EMPTY.sub("", text)


def unseen(text: str) -> bool:
    """Return whether nothing of a text can be seen: white space, invisible characters, marks without a letter."""
    return all(unicodedata.category(letter).startswith("M") for letter in _EMPTY.sub("", text))


def visible(text: str) -> str:
    """Write each character that is not seen, or turns what follows, as its code point, U+202E; a tab as the key is called.

    So a message neither hides a fault nor is turned round by one.
    """
    if text == "\t":
        return _TAB
    return _NAMED.sub(lambda found: f" {_TAB} " if found[0] == "\t" else f"U+{ord(found[0]):04X}", text)
