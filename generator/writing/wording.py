"""The words around a number, a label or a blank, the same in every format.

Numbers arrive as Persian text («۶-۲»); nothing here adds direction controls, each writer picks its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from generator.persian import numeral
from generator.persian.counting import counting_letter
from generator.tree.nodes import Clause, ContentsEntry, Inline, Paragraph, Signatures, Signer

BULLETS = ("•", "–", "◦")
"""Marks of a bulleted list by depth; deeper lists begin again."""

MARK_SEPARATOR = " - "
"""Between several marks of a header («نمونه - پیش‌نویس»); the faces of headings have no longer dash."""

MARK_PROPERTY = "sanad-marks"
"""The property of a file that names its marks, for inspection."""

ENGINE_PROPERTY = "sanad-engine"
FACES_PROPERTY = "sanad-faces"
"""The properties of a Word file that name what the page numbers of its contents were laid out with, for inspection."""


FACTS_PROPERTY = "sanad-facts"
"""The beginning of the properties of a Word file that say which fact each bookmark embraces, for inspection."""

_LONGEST_PROPERTY = 255
"""Characters that Word keeps of a property."""


def fact_table(facts: Mapping[str, str]) -> dict[str, str]:
    """Return the properties that hold the path of the fact of each bookmark: `name=path`, as many in each as fit."""
    lines: list[str] = []
    for name, path in facts.items():
        entry = f"{name}={path}"
        if lines and len(lines[-1]) + 1 + len(entry) <= _LONGEST_PROPERTY:
            lines[-1] += f" {entry}"
        else:
            lines.append(entry)
    return {f"{FACTS_PROPERTY}-{number}": line for number, line in enumerate(lines, 1)}


def mark_lines(marks: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of marks in the header: one line; of many the first, the strictest, in a line of its own."""
    parts = (marks[:1], marks[1:]) if len(marks) > _MARKS_IN_LINE else (marks,)
    return tuple(MARK_SEPARATOR.join(part) for part in parts if part)


_MARKS_IN_LINE = 2

INITIAL_DOTS = 18
"""The dots of a short signature in the footer."""


def heading_number(number: str) -> str:
    """Return the number before a heading's text, «۱-۲» as «۱-۲- », «پیوست ۱» as «پیوست ۱- »; nothing without a number."""
    return f"{number}- " if number else ""


def clause_label(kind: Literal["article", "clause", "note"], label: str, *, alone: bool = False) -> str:
    """Return the label before a clause's title or text: «ماده ۶- », «۶-۲- », «تبصره ۱: »; `alone` when nothing follows."""
    if not label:
        return ""
    if alone and kind == "article":
        return label
    return label + {"article": "- ", "clause": "- ", "note": ": "}[kind]


def runs_on(clause: Clause) -> bool:
    """Whether the text of a clause or note goes on in the line of its label: it begins with a plain paragraph."""
    first = clause.blocks[0] if clause.blocks else None
    return isinstance(first, Paragraph) and first.role == _PLAIN


TITLE_END = ": "
"""Between the title of a clause or note and the text that runs on after it."""


_PLAIN = "body"


def role_within(around: str, paragraph: Paragraph) -> str:
    """Return the role of a paragraph; a plain one takes that of the list, clause or cell around it."""
    return around if paragraph.role == _PLAIN else paragraph.role


def signer_lines(signatures: Signatures, signer: Signer) -> list[tuple[str, Sequence[Inline]]]:
    """Return the lines of a signer that say something, each with its role; in a letter the name stands out."""
    name_role = "letter-signature" if signatures.letter else "signature"
    lines = (("signature-capacity", signer.capacity), (name_role, signer.name), ("signature", signer.post))
    return [(role, children) for role, children in lines if children]


def caption_number(number: str) -> str:
    """Return the number before a caption, «جدول ۲» as «جدول ۲: »; nothing for a table without a number."""
    return f"{number}: " if number else ""


def field_label(label: str) -> str:
    """Return the label of a letterhead line or of a short signature, as «تاریخ: »."""
    return f"{label}: "


def initials(label: str) -> str:
    """Room for a short signature, as «پاراف کارفرما: ……»."""
    return field_label(label) + "." * INITIAL_DOTS


DECIMAL_END = "-"
"""After the number of an item of a decimal list."""


CONTENTS_TITLES = {"headings": "فهرست مطالب", "tables": "فهرست جدول‌ها", "figures": "فهرست شکل‌ها"}
"""The title of a table of contents, by what it lists."""


def entry_number(entry: ContentsEntry) -> str:
    """Return the number of a line of a table of contents, as before the heading, article or caption itself."""
    match entry.kind:
        case "heading":
            return heading_number(entry.number)
        case "article":
            return clause_label("article", entry.number, alone=not entry.children)
        case "table" | "figure":
            return caption_number(entry.number)


def entry_part(entry: ContentsEntry) -> str:
    """Return what stands before the page number of a line of a table of contents: the annex whose page that is."""
    return f" {entry.annex}، ص " if entry.annex else ""


def sheets(count: int) -> str:
    """Return how many sheets the annexes have, as letters say it: «۲ برگ»."""
    return f"{numeral(count)} {SHEET}" if count else NO_SHEET


SHEET, NO_SHEET = "برگ", "ندارد"


def entry_role(what: str, entry: ContentsEntry) -> str:
    """Return the role of a line of a table of contents."""
    return f"contents-{entry.level}" if what == "headings" else "contents-caption"


SOURCE_FILE = "دادهٔ YAML که سند از آن ساخته شده است"
"""The description of a file attached to a PDF."""

NOTE_END = "- "
"""After the number of a footnote, before its text."""


def note_link(number: int) -> str:
    """Return what is said of the mark in the text that leads to a footnote."""
    return f"پانوشت {numeral(number)}"


def note_back(number: int) -> str:
    """Return what is said of the number of a footnote, which leads back to the text."""
    return f"بازگشت به متن از پانوشت {numeral(number)}"


def list_mark(marker: Literal["decimal", "letters"], ordinal: int) -> str:
    """Return the mark of item `ordinal` (from 1): «۳-» or «پ)»; letters past the alphabet go on with «الف‌الف»."""
    if marker == "decimal":
        return numeral(ordinal) + DECIMAL_END
    return counting_letter(ordinal) + ")"


def emblem(organisation: Sequence[str]) -> str:
    """Return the alternative text of the emblem in a letterhead: whose it is."""
    return field_label("نشان سربرگ") + "، ".join(organisation)


def blank_prompt(prompt: str) -> str:
    """Return the prompt of a blank where it is read aloud: «[نام مجری]»; nothing for a blank without one."""
    return f"[{prompt}]" if prompt else ""


def blank(width: int) -> str:
    """Return the visible text of a blank: `width` dots to write on. Its prompt is where paper does not show it."""
    return "." * width
