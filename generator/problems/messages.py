"""The Persian sentences about problems, by code, and the function that makes a problem of one.

A message has a sentence («what is wrong») and, where something can be done, a hint («what would be right»). Both are
`str.format` templates. `problem()` is the only way to make a `Problem`, so no sentence lives anywhere else.

The sentences are in `sentences/`, by record and subject; this module joins them and refuses a code that is there twice.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.persian.digits import numeral
from generator.persian.invisible import visible
from generator.persian.letters import near_matches
from generator.problems.errors import Place, Problem, Severity
from generator.problems.sentences import ALL

_STANDING = "S"


class Sentence(NamedTuple):
    """The severity of a code, its sentence, its hint (may be empty), and whether it is a standing one."""

    severity: Severity
    text: str
    hint: str = ""
    standing: bool = False


_SEVERITIES = {"E": Severity.ERROR, "G": Severity.GAP, "W": Severity.WARNING, _STANDING: Severity.WARNING}


def _load() -> dict[str, Sentence]:
    sentences: dict[str, Sentence] = {}
    for group in ALL:
        for code, (severity, text, hint) in group.items():
            if code in sentences:
                raise ValueError(f"message code twice: {code}")
            sentences[code] = Sentence(_SEVERITIES[severity], text, hint, severity == _STANDING)
    return sentences


SENTENCES = _load()


def problem(code: str, place: Place | None = None, /, where: str = "", **values: object) -> Problem:
    """Make the problem of a code at a place and fill its sentences with `values`; an unknown code is a bug (KeyError).

    What a value quotes of the data may hold characters that are not seen: they are named, here for all sentences.
    """
    sentence = SENTENCES[code]
    shown = {name: visible(str(value)) for name, value in values.items()}
    hint = sentence.hint.format(**shown).strip()  # a hint may begin or end with «منظورتان … بود؟», which may be nothing
    return Problem(code, sentence.severity, place, sentence.text.format(**shown), hint, visible(where))


def is_standing(code: str) -> bool:
    """Return whether a problem is standing: a true warning of the published plan that nobody here can correct."""
    return SENTENCES[code].standing


_MOST_NAMES = 30


def remedy(near: Sequence[str], allowed: Iterable[str] = ()) -> str:
    """Return the hint for a wrong name: «منظورتان … بود؟» when names like it exist, else the allowed ones if any."""
    if near:
        return f"منظورتان {' یا '.join(f'«{name}»' for name in near)} بود؟"
    names = [f"«{name}»" for name in allowed]
    if not names:
        return ""
    more = " و …" if len(names) > _MOST_NAMES else ""
    return f"یکی از این‌ها را بنویسید: {'، '.join(names[:_MOST_NAMES])}{more}."


def meant(given: str, known: Iterable[str]) -> str:
    """Return «منظورتان … بود؟» with the known name that is most like a wrong one, nothing when none is like it."""
    return remedy(near_matches(given, known, 1))


def nth(position: int) -> str:
    """Name an item of a list that has no name of its own by its position, counted from 1."""
    return f"مورد {numeral(position)}"


_REASONS = {
    errno.EACCES: "اجازهٔ دسترسی نیست",
    errno.EPERM: "اجازهٔ این کار نیست",
    errno.ENOSPC: "جای خالی در دیسک نمانده است",
    errno.EDQUOT: "سهم دیسک شما پر شده است",
    errno.EROFS: "دیسک فقط خواندنی است",
    errno.ENOENT: "چنین پرونده یا پوشه‌ای نیست",
    errno.ENOTDIR: "جزئی از نشانی پوشه نیست",
    errno.EISDIR: "پوشه است، نه پرونده",
    errno.ENAMETOOLONG: "نام آن بیش از اندازه بلند است",
    errno.EBUSY: "برنامهٔ دیگری آن را به کار گرفته است",
    errno.EIO: "دیسک درست نمی‌خواند یا نمی‌نویسد",
    errno.EEXIST: "پرونده‌ای با همین نام هست",
    errno.ELOOP: "پیوندهای نمادین آن به هم برمی‌گردند",
    errno.EFBIG: "پرونده بزرگ‌تر از اندازه‌ای است که سیستم می‌پذیرد",
    errno.ENOLCK: "این دیسک یا پوشهٔ شبکه قفل ندارد",
    errno.ENOTSUP: "این دیسک یا پوشهٔ شبکه این کار را نمی‌پذیرد",
    errno.ENOTEMPTY: "پوشه است و خالی نیست",
    errno.EMFILE: "پرونده‌های باز بیش از اندازه‌اند",
    errno.ENFILE: "پرونده‌های باز بیش از اندازه‌اند",
    errno.ENOMEM: "حافظه بس نیست",
    errno.EAGAIN: "سیستم اکنون توان آن را ندارد",
    errno.ENXIO: "پروندهٔ ساده نیست",
    errno.ESTALE: "پوشهٔ شبکه دیگر در دسترس نیست",
}


_REASONS_OF_WINDOWS = {
    19: "دیسک فقط خواندنی است",
    21: "دیسک آماده نیست",
    32: "در برنامهٔ دیگری باز است",
    33: "در برنامهٔ دیگری باز است",
    39: _REASONS[errno.ENOSPC],
    51: "رایانه یا پوشهٔ شبکه پاسخ نمی‌دهد",
    53: "رایانه یا پوشهٔ شبکه پیدا نشد",
    55: _REASONS[errno.ESTALE],
    59: "شبکه به خطا برخورد",
    64: _REASONS[errno.ESTALE],
    67: "رایانه یا پوشهٔ شبکه پیدا نشد",
    112: _REASONS[errno.ENOSPC],
    121: "رایانه یا پوشهٔ شبکه پاسخ نمی‌دهد",
    123: "ویندوز این نام را نمی‌پذیرد",
    206: _REASONS[errno.ENAMETOOLONG],
    225: "ضدویروس آن را آلوده شمرد و بست",
    362: "برنامهٔ OneDrive باز نیست و پرونده روی این رایانه نیست",
    1224: "در برنامهٔ دیگری باز است",
    1231: "شبکه در دسترس نیست",
    1295: _REASONS[errno.EDQUOT],
    1326: "شبکه نام کاربر یا گذرواژه را نپذیرفت",
    1920: "سیستم به آن دسترس ندارد",
}
"""By the numbers of Windows, of which several become one of the above, or none that says anything."""
_LONG_PATH, _NO_PATH = 260, 3


def reason(error: OSError) -> str:
    """Return why the system refused, in Persian; the number of the error when it has no sentence here."""
    number = error.errno or 0
    of_windows = getattr(error, "winerror", None)
    if of_windows == _NO_PATH and len(str(error.filename)) >= _LONG_PATH:
        return _REASONS[errno.ENAMETOOLONG]
    if of_windows in _REASONS_OF_WINDOWS:
        return _REASONS_OF_WINDOWS[of_windows]
    return _REASONS.get(number, f"خطای سیستم با شمارهٔ {numeral(number)}")
