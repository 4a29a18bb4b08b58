"""Finds references in a line: «ماده ۹», «بند ۶-۲», «تبصره ۲ ماده ۷», «مواد ۵ تا ۸», «جدول ۲», «مورد «ب» بند ۳-۱».

A reference is a row of parts, the smallest first, each a word and its numbers. Whether it may be one to a law is judged by what
stands around it: «ماده ۳۸ قانون …», «ماده ۲۹ شرایط عمومی پیمان» and what is joined to them («ماده ۳۸ و ماده ۴۱ قانون …»).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from generator.renumbering import spelling
from generator.renumbering.spelling import ARTICLE, BEGIN, BIS, DIGITS, LETTER, NOTE
from generator.renumbering.structure import Kind

_RANKS: dict[Kind, int] = {"item": 0, "note": 1, "clause": 2, "table": 2, "figure": 2, "article": 3, "annex": 4}

_WORDS: dict[str, Kind] = {
    r"بندهای": "clause", "بند": "clause", rf"تبصره[{spelling.ZWNJ} ]?های": "note", NOTE: "note",
    "مواد": "article", rf"ماده[{spelling.ZWNJ} ]?های": "article", ARTICLE: "article",
    rf"پیوست[{spelling.ZWNJ} ]?های": "annex", "پیوست": "annex",
    rf"جدول[{spelling.ZWNJ} ]?های": "table", "جداول": "table", "جدول": "table", "شکل": "figure",
}  # fmt: skip
_PLURAL = re.compile(r"(?:های|مواد|جداول)$")
_WORD = "|".join(f"(?P<w{at}>{word})" for at, word in enumerate(_WORDS))
_KINDS = [*_WORDS.values()]
_END = r"(?![/٫٬٪\d])"
_NUMBER = rf"\(? *(?P<n>{DIGITS}(?:-{DIGITS})*){_END}(?P<bis>{BIS})?(?: *\))?"
_HEAD = re.compile(rf"{BEGIN}(?:{_WORD})(?: *شماره[\u0654]?)?(?![\u0620-\u06d3{spelling.ZWNJ}])")
_FIRST = re.compile(f" *{_NUMBER}")
_NEXT = re.compile(f" *(?:و|تا|الی|یا|،|,) *{_NUMBER}")
_CLOSING = re.compile(r" *\)")
_ITEM = re.compile(rf"{BEGIN}(?:مورد|جزء|بند) *[«(\"] *(?P<n>{LETTER}) *[»)\"]")
_ITEM_NUMBER = re.compile(rf"{BEGIN}مورد *(?P<n>{DIGITS}){_END}")
_OWN = re.compile(rf"{BEGIN}(?:این|همین) +(?:{ARTICLE}|(?P<annex>پیوست))(?![\u0620-\u06d3])")
_JOINT = re.compile(r" *(?:(?:از|ذیل|در|مندرج در|موضوع) +)?")

_COUNTED = (
    "روز|ماه|سال|هفته|ساعت|دقیقه|نفر|درصد|٪|ریال|تومان|میلیون|میلیارد|هزار|قسط|نسخه|بار|متر|کیلومتر|هکتار|مرحله|گام|برگ|صفحه"
    "|خانوار|جلسه|نوبت|مورد|بند|تبصره|پیوست|جدول"
)
_UNIT = re.compile(rf" *(?:{_COUNTED})(?![\u0620-\u06d3])")

_NAMED = ("آ[یئ]ین", "تصویب", "بخش", "اساس", "شیوه", "نظام", "موافقت", "تفاهم", "توافق", "عهد")
_PAPERS = "|".join([*(rf"{word}[\u200c ]?نامه" for word in _NAMED), r"دستور[\u200c ]?العمل"])
_LAW = (
    rf"(?:قانون|قوانین|لایحه|لوایح|{_PAPERS}|ق\.|کنوانسیون|منشور|مقررات|ضوابط|استاندارد|مصوبه|سند|نشریه|متمم|الحاقیه|اصلاحیه"
    r"|شرایط +(?:عمومی|خصوصی|اختصاصی|مناقصه)|فهرست[\u200c ]?بها|برنامه +(?:پنج|ششم|هفتم)|پیمان +(?:شماره|نمونه|عمومی)"
    r"|قرارداد +(?:شماره|مورخ|پیشین|قبلی|قبل|دیگر|پیمانکار|مشارکت|اجاره|نمونه))"
)
_LAW_AFTER = re.compile(rf" *[«(]? *(?:(?:از|در|ذیل) +)?(?:(?:این|همین|همان|آن) +)?(?:(?:اصلاحی|الحاقی|مکرر) +)*{_LAW}")
_LAW_NEAR = re.compile(rf"{BEGIN}(?:قانون|لایحه|{_PAPERS}|شرایط +(?:عمومی|خصوصی|اختصاصی)|کنوانسیون)")
_OURS_AFTER = re.compile(
    r" *(?:(?:از|در) +)?(?:(?:این|همین) +(?:قرارداد|پیمان|توافق|سند|پیوست)|قرارداد +(?:حاضر|فوق)|قرارداد(?= *(?:[.،؛:)]|$)))"
)
_JOINED = re.compile(r" *(?:و|یا|تا|،) *(?:(?:همچنین|نیز) +)?")
_SENTENCE = re.compile("[.؛!؟\n]")


class Whose(Enum):
    """Whose article a reference names, as far as its surroundings say."""

    OURS = "ours"
    LAW = "law"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a reference: where it stands, with «مکرر» after it up to `tail`, and what it is."""

    start: int
    end: int
    tail: int
    path: tuple[int, ...] = ()
    bis: bool = False
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a reference and its numbers; none for «تبصره» alone and for «این ماده» (`own`). `word`: where that ends."""

    kind: Kind
    start: int
    word: int
    end: int
    numbers: tuple[Number, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: its parts, the smallest first."""

    parts: tuple[Part, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.parts[-1].end

    def part(self, kind: Kind) -> Part | None:
        """Return its part of a kind."""
        return next((each for each in self.parts if each.kind == kind), None)


def find(text: str, start: int = 0, apart: Callable[[int, int], bool] = lambda *_: False) -> Iterator[Reference]:
    """Yield the references of a text, from a place on; `apart` says of two places that they are of two links."""
    parts = _parts(text, start)
    at = 0
    while at < len(parts):
        taken = [parts[at]]
        at += 1
        while at < len(parts) and _joins(text, taken[-1], parts[at]) and not apart(taken[-1].start, parts[at].start):
            taken.append(parts[at])
            at += 1
        while taken and not (taken[0].numbers or (taken[0].kind == "note" and len(taken) > 1)):
            taken = taken[1:]
        if taken:
            yield Reference(tuple(taken))


def whose(text: str, references: Sequence[Reference]) -> list[Whose]:
    """Judge of each reference of a text whether it is to this contract: by the words after it, and by laws named before it.

    One that is joined to one of a law may be of it too: «ماده ۳۸ و ماده ۴۱ قانون», but «ماده ۷ و ماده ۳۸ قانون».
    """
    judged: list[Whose] = []
    following: Reference | None = None
    for reference in reversed(references):
        joint = _JOINED.match(text, reference.end)
        if _OURS_AFTER.match(text, reference.end):
            judged.append(Whose.OURS)
        elif _LAW_AFTER.match(text, reference.end):
            judged.append(Whose.LAW)
        elif following and joint and joint.end() == following.start and judged[-1] is not Whose.OURS:
            judged.append(Whose.UNSURE)
        else:
            judged.append(_by_what_is_before(text, reference))
        following = reference
    return judged[::-1]


def _by_what_is_before(text: str, reference: Reference) -> Whose:
    first = reference.parts[0]
    if first.kind in ("annex", "table", "figure") or (first.kind == "clause" and any(len(n.path) > 1 for n in first.numbers)):
        return Whose.OURS
    before = text[max(0, reference.start - _NEAR) : reference.start]
    sentence = _SENTENCE.split(before)[-1]
    return Whose.UNSURE if _LAW_NEAR.search(sentence) else Whose.OURS


_NEAR = 300
"""Letters before a reference among which a law is looked for, in the same sentence."""


def _joins(text: str, part: Part, following: Part) -> bool:
    joint = _JOINT.match(text, part.end)
    return joint is not None and joint.end() == following.start and _RANKS[part.kind] < _RANKS[following.kind]


def _parts(text: str, start: int) -> list[Part]:
    found = [*_items(text, start), *_owns(text, start)]
    taken = {at for part in found for at in range(part.start, part.end)}
    for head in _HEAD.finditer(text, start):
        if head.start() not in taken:
            group = next(name for name, word in head.groupdict().items() if word is not None)
            found.append(_numbered(text, head, _KINDS[int(group[1:])], head[group]))
    return sorted(found, key=lambda part: part.start)


def _numbered(text: str, head: re.Match[str], kind: Kind, word: str) -> Part:
    numbers: list[Number] = []
    found = _FIRST.match(text, head.end())
    while found:
        if numbers and not _PLURAL.search(word) and _UNIT.match(text, found.end()):
            break
        path = tuple(map(int, found["n"].split("-")))
        tail = found.end("bis") if found["bis"] else found.end("n")
        numbers.append(Number(*found.span("n"), tail, path, found["bis"] is not None))
        found = _NEXT.match(text, found.end())
    end = head.end()
    if numbers:
        end = numbers[-1].tail
        closing = _CLOSING.match(text, end) if "(" in text[head.end() : end] else None
        end = closing.end() if closing else end
    return Part(kind, head.start(), head.end(), end, tuple(numbers))


def _items(text: str, start: int) -> Iterator[Part]:
    for found in _ITEM.finditer(text, start):
        number = Number(*found.span("n"), found.end("n"), letter=found["n"])
        yield Part("item", found.start(), found.start("n"), found.end(), (number,))
    for found in _ITEM_NUMBER.finditer(text, start):
        number = Number(*found.span("n"), found.end("n"), (int(found["n"]),))
        yield Part("item", found.start(), found.start("n"), found.end(), (number,))


def _owns(text: str, start: int) -> Iterator[Part]:
    for found in _OWN.finditer(text, start):
        yield Part("annex" if found["annex"] else "article", found.start(), found.end(), found.end(), own=True)
