"""Writes the right label of everything that is counted, and says in words what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from generator.persian import numeral
from generator.renumbering.resolving import Write, number_writes
from generator.renumbering.spelling import printed
from generator.renumbering.structure import Contract, Kind, Numbered

_NAMES: dict[Kind, str] = {
    "article": "ماده", "clause": "بند", "note": "تبصره", "annex": "پیوست", "table": "جدول", "figure": "شکل", "item": "مورد",
}  # fmt: skip
_SNIPPET = 40
_SEPARATOR = re.compile(r" *[-–—:] *")


def separator(contract: Contract) -> str:
    """Return what stands between the number and the title of the articles of a contract, which one without a label gets too."""
    for article in contract.of("article"):
        found = _SEPARATOR.match(article.line.text, article.end)
        if found and article.start < article.end:
            return found[0]
    return " – "


def writes(thing: Numbered, between: str) -> list[Write]:
    """Return what makes the label of a thing right; nothing where it is. `between` goes before a title without one."""
    line = thing.line
    if not thing.typed or (thing.kind == "item" and not thing.new):
        return []
    if thing.label == 0:
        return [Write(0, 0, f"{_NAMES['article']} {printed(thing.new)}{between}")]
    if thing.kind == "item" and thing.letter:
        right = thing.order[thing.new[0] - 1]
        return [Write(thing.start, thing.end, right)] if right != thing.letter else []
    if not thing.new:
        return [Write(_word_end(thing), thing.tail, "")] if thing.start < thing.end else []
    if thing.start == thing.end:
        return [Write(thing.start, thing.end, f" {printed(thing.new)}")]
    if thing.old is None or not any(letter.isdecimal() for letter in line.text[thing.start : thing.end]):
        return [Write(thing.start, thing.tail, printed(thing.new))]
    return number_writes(line, thing.start, thing.end, thing.tail, thing.new)


def _word_end(thing: Numbered) -> int:
    """Return where the word before a number ends."""
    before = thing.line.text[: thing.start]
    return len(before.rstrip(" ("))


def old_name(thing: Numbered) -> str:
    """Return what a thing is called in the file: «ماده ۵ مکرر», «بند ۶-۲»; «بی‌شماره» where it has no number."""
    if thing.letter:
        return f"مورد «{thing.letter}»"
    if thing.label == 0 or thing.old is None or (not thing.old and thing.kind != "note"):
        return f"{_NAMES[thing.kind]} بی‌شماره"
    return _named(thing.kind, thing.old) + (" مکرر" if thing.bis else "")


def new_name(thing: Numbered) -> str:
    """Return what a thing is called after it has its right number."""
    if thing.letter and thing.new:
        return f"مورد «{thing.order[thing.new[0] - 1]}»"
    return _named(thing.kind, thing.new)


def _named(kind: Kind, path: tuple[int, ...]) -> str:
    return " ".join(filter(None, (_NAMES[kind], "-".join(map(numeral, path)))))


def place(thing: Numbered | None) -> str:
    """Return where something is, by its right numbers and its first words: «تبصره ۲ ماده ۷: پرداخت قسط آخر …»."""
    if thing is None:
        return ""
    around: Iterator[Numbered | None]
    match thing.kind:
        case "note":
            around = iter((thing.article, thing.annex))
        case "item":
            around = iter((thing.clause or thing.article, thing.annex))
        case "article" | "clause":
            around = iter((thing.annex,))
        case "annex" | "table" | "figure":
            around = iter(())
        case _:  # pragma: no cover
            assert_never(thing.kind)
    names = [new_name(thing), *(new_name(each) for each in around if each is not None)]
    words = thing.line.shown(thing.label, len(thing.line.text)).strip(" –-:\t")
    return " ".join(names) + (f" («{shortened(words)}»)" if words else "")


def shortened(words: str) -> str:
    """Return the first words of a text."""
    plain = " ".join(words.split())
    if len(plain) <= _SNIPPET:
        return plain
    return plain[:_SNIPPET].rsplit(" ", 1)[0].rstrip(" ،؛:.") + " …"
