"""Rules that give characters another class before the Unicode Bidirectional Algorithm runs, where offices read otherwise.

- A number stands everywhere as after a Persian letter: «۲-۱» from the right, «٪» and other signs where they are typed, at a
  line's start too.
- A number glued to a Latin letter is Latin («5G», «۲۵°C», «−۷°C»), and one with degrees before a Latin letter («36.26° N»).
- A number with a sign, a telephone or another long number, and a power of ten run from the left as one number.
- A Persian number after a Latin word and a space is Persian («NGO ۵ نفر»), unless Latin follows («Wi-Fi ۵ GHz»).
- «،», «» and other Persian marks end a Latin stretch («Excel، Word»).
- Signs at the edge of a Latin word belong to it: `/home`, `@user`, `.NET`, `C++`, `Ca²⁺`, `docs/`; so does the stop before the
  bracket that closes a Latin text: «Hello, world!». Numbers that an operator joins to a variable are Latin («10 ≤ x ≤ 20»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.persian.digits import ARABIC_INDIC, PERSIAN, WESTERN, to_western
from generator.persian.direction.bidirectional import classes, closing_bracket

# Rules are written over a skeleton of the text, as long as it is: `L` a left-to-right letter, `R` a right-to-left one, `0` a
# Western digit, `۰` a Persian one, `²` a raised or lowered one, ` ` a space; all else is itself.
_DIGIT = "0۰"
_ENDS = r"\s()\[\]{}<>«»‹›“”‘’\"'،؛؟:="
_MARKS = "«»‹›"

_NUMBER = rf"[{_DIGIT}²]+(?:[.,:/٫٬\-‑–−][{_DIGIT}²]+)*"
_JOINTS = r"[@._/%°′″’'·×^=+\-‑]"
_GLUED = re.compile(
    rf"(?<![L{_DIGIT}²])(?<![L{_DIGIT}²][.,:/٫٬\-‑–−])(?:(?<![^{_ENDS}])[+\-−±])?{_NUMBER}"
    rf"(?:{_JOINTS}*(?=L)|(?: ?[°′″] ?{_NUMBER})* ?[°′″] ?(?=L))"
)
_SIGNED = re.compile(rf"(?<![^\s(\[{{«“\"؛:،/=])[+\-−±‑][{_DIGIT}]+(?:[٫٬.,/][{_DIGIT}]+)*(?![{_DIGIT}])")
_POWER = re.compile(rf"(?<![L{_DIGIT}])[{_DIGIT}]+(?:[.٫,][{_DIGIT}]+)?[⁺⁻₊₋]?²+")
_SLASHES = r"(?:~|\.\.?)?[/\\]+(?:\.\.[/\\]+)*[._]?"
_BEFORE_LATIN = re.compile(rf"(?<![^{_ENDS}])(?:{_SLASHES}|[.@#$_]|--|-(?=L(?![L{_DIGIT}])))(?=L)")
_AFTER_LATIN = re.compile(r"(?<=[L0۰²])(?:\+\+|[+#](?![R0۰])|[⁺⁻⁼]+|[™®©℠°′″]+|[$€£¥¢]|_+)(?![L0۰])")
_VARIABLE = re.compile(r"%L[L0_]*%")
# Formulas: what an operator joins to a variable (a letter or two), what stands before a bracket of variables, and |x|.
_OPERATOR = r" ?[=+−×·<>≤≥≠≈±*^] ?"
_OPERAND = re.compile(
    rf"(?<![L{_DIGIT}²])(?<![L{_DIGIT}²][.,:/٫٬\-‑–−]){_NUMBER}"
    rf"(?:(?={_OPERATOR}L{{1,2}}(?!L))|(?=\(L{{1,2}}²*(?: ?[+\-−×·*/^=] ?[L{_DIGIT}²]{{1,3}})*\)))"
)
_ABSOLUTE = re.compile(r"\|[^|\sR۰]*L[^|\sR۰]*\|")
_WORD = re.compile(r"\S+")
_STOPS = ".!?…"
_TOGETHER = re.compile(rf"\S*|{_OPERATOR}")

# In the text itself, since it matters which digits they are.
_TELEPHONE = r"(?:\+|[0۰])[0-9۰-۹]+(?:[-–‑−][0-9۰-۹]+| [0-9۰-۹]{2,})+"
_GROUPS = re.compile(rf"(?<![^\W_])(?<![٫٬/\-–‑−])(?:{_TELEPHONE}|[0-9۰-۹]+(?:[-–‑−][0-9۰-۹]+)+)(?![^\W_])")
_FEWEST_DIGITS = 9
_ANY_DIGIT = re.compile(f"[{WESTERN}{PERSIAN}{ARABIC_INDIC}]")
_TELEPHONE_DIGITS = range(7, 16)

Span = tuple[int, int]


class _Skeleton(dict[int, int | str]):
    """The table of the skeleton, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = classes(character)[0]
        found = {"L": "L", "R": "R", "AL": "R", "WS": " ", "EN": "²", "NSM": "\u0301"}.get(kind, character)
        self[code] = found
        return found


_ONE_KIND = str.maketrans(ARABIC_INDIC, PERSIAN)
_SKELETON = _Skeleton(str.maketrans(WESTERN + PERSIAN + ARABIC_INDIC + "؛؟", "0" * 10 + "۰" * 20 + "؛؟"))


def directed(text: str) -> tuple[list[str], list[Span]]:
    """Return the class of each character for the algorithm, and the numbers that run from the left as a whole."""
    kinds = classes(text.translate(_ONE_KIND))
    skeleton = text.translate(_SKELETON)
    for start, end in _latin_signs(skeleton):
        kinds[start:end] = ["L"] * (end - start)
    for index, sign in enumerate(skeleton):
        if sign in _MARKS:
            kinds[index] = "AL"
    return kinds, _in_order(skeleton, kinds, _numbers(text, skeleton))


def numbers_of(text: str) -> list[Span]:
    """Return the numbers that run from the left as a whole, in a text without Latin letters."""
    return _numbers(text, text.translate(_SKELETON)) if _ANY_DIGIT.search(text) else []


def _numbers(text: str, skeleton: str) -> list[Span]:
    found = [match.span() for match in _GROUPS.finditer(text) if _is_one_number(match[0])]
    found += [match.span() for pattern in (_SIGNED, _POWER) for match in pattern.finditer(skeleton)]
    apart: list[Span] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _is_one_number(groups: str) -> bool:
    """Return whether digits with hyphens or spaces are one long number, not a range, a date or the number of a clause."""
    digits = re.findall(r"[0-9]+", to_western(groups))
    total = sum(map(len, digits))
    if groups.startswith("+") or (digits[0].startswith("0") and len(digits[0]) > 1):
        return total in _TELEPHONE_DIGITS
    return total >= _FEWEST_DIGITS


def _latin_signs(skeleton: str) -> Iterator[Span]:
    """Return the numbers and signs that are Latin because of their neighbours."""
    for pattern in (_GLUED, _BEFORE_LATIN, _VARIABLE, _OPERAND, _ABSOLUTE):
        yield from (match.span() for match in pattern.finditer(skeleton))
    yield from _ends_of_paths(skeleton)
    yield from _ends_of_brackets(skeleton)


def _ends_of_paths(skeleton: str) -> Iterator[Span]:
    """Return the slashes that end a path or an address: `docs/reports/`, `C:\\`."""
    for word in _WORD.finditer(skeleton):
        end = len(word[0])
        while end and word[0][end - 1] not in "LR0۰²/\\":
            end -= 1
        path = word[0][:end]
        inner = path.rstrip("/\\")
        if inner.endswith(("L", "L:")) and inner != path and (path[-1] == "\\" or "/" in inner or ":" in inner):
            yield word.start() + len(inner.rstrip(":")), word.start() + len(path)


def _ends_of_brackets(skeleton: str) -> Iterator[Span]:
    """Return the signs of brackets or quotes around Latin alone: the stop inside («Hello, world!»), powers after (`(a+b)²`)."""
    waiting: list[tuple[str, int]] = []
    last_persian = last_latin = -1
    for index, sign in enumerate(skeleton):
        if sign in "R۰":
            last_persian = index
        elif sign == "L":
            last_latin = index
        elif waiting and sign == waiting[-1][0]:
            opened = waiting.pop()[1]
            if not last_persian < opened < last_latin:
                continue
            start, end = index, index + 1
            while skeleton[start - 1] in _STOPS:
                start -= 1
            if start < index and skeleton[start - 1] in "L0²)]":
                yield start, index
            while skeleton[end : end + 1] and skeleton[end] in "²⁺⁻":
                end += 1
            if end > index + 1:
                yield opened, end
        elif closing := _closing(sign):
            waiting.append((closing, index))


@cache
def _closing(sign: str) -> str:
    return {"«": "»", "‹": "›", "“": "”", "‘": "’", '"': '"'}.get(sign, "") or closing_bracket(sign)


def _in_order(skeleton: str, kinds: list[str], numbers: list[Span]) -> list[Span]:
    """Decide whether each number is Latin or Persian, by what is before and after it.

    Changes the classes in place: Persian numbers become `AN`, as after a Persian letter, Latin ones stay. Returns those of
    `numbers` that are Persian.
    """
    following = _following(skeleton, kinds)
    whole = dict(numbers)
    signs = {match.start(): match.end() for match in _AFTER_LATIN.finditer(skeleton)}
    apart: list[Span] = []
    latin, end_of_latin, index = False, -1, 0
    while index < len(skeleton):
        end = index + 1
        sign = skeleton[index]
        if kinds[index] == "L":
            latin, end_of_latin = True, end
        elif index in whole or sign in "0۰²":
            end = whole.get(index) or _end_of_number(skeleton, index)
            glued = latin and _TOGETHER.fullmatch(skeleton, end_of_latin, index)
            if latin and (glued or "۰" not in skeleton[index:end] or following[end - 1] == "L"):
                end_of_latin = end
            else:
                latin = False
                if index in whole:
                    kinds[index:end] = ["AN"] * (end - index)
                    apart.append((index, end))
                else:
                    kinds[index:end] = ["AN" if kind == "EN" else kind for kind in kinds[index:end]]
        elif kinds[index] in ("R", "AL"):
            latin = False
        elif latin and sign == "،":
            kinds[index], latin = "AL", False
        elif latin and index in signs and index == end_of_latin:
            end = signs[index]
            kinds[index:end] = ["L"] * (end - index)
            end_of_latin = end
        index = end
    return apart


def _end_of_number(skeleton: str, start: int) -> int:
    end = start
    while end < len(skeleton) and skeleton[end] in "0۰²":
        end += 1
    return end


def _following(skeleton: str, kinds: list[str]) -> list[str]:
    """Return for each character the direction of the next letter or Persian mark after it, `R` where there is none."""
    following, after = ["R"] * len(kinds), "R"
    for index in range(len(kinds) - 1, -1, -1):
        following[index] = after
        if kinds[index] == "L":
            after = "L"
        elif kinds[index] in ("R", "AL") or skeleton[index] in "،٪":
            after = "R"
    return following
