"""Find damage in texts that documents print: of a web page, a spreadsheet, an editor or a lost half-space (V16).

Only what is certain is reported; glued words and typos are for the tidying of texts, which knows the words of the language.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from pydantic import BaseModel

from generator.checks.fields import fields, once_a_record, own_records, records_of
from generator.checks.scope import CATALOGUES, Case, Catalogues, FieldPath, Finding, ProvinceCase
from generator.model.records.workspace import Dossier, ProvinceDossier
from generator.model.views.delivered import TO_WRITE
from generator.persian import quotable

VERBATIM = frozenset({"text", "aliases"})
"""Fields that keep the spelling of the source on purpose."""

_CONTEXT = 10
"""Characters on each side of damage that a message may quote."""

_END = r"(?=[\s.،؛:!؟)\]»\"/]|$)"
_LETTER = "[آ-یءئأؤ]"

DAMAGE = {
    "text-web-residue": (
        r"Link group not found|تعداد بازدید|کد امنیتی|نظری ارسال نشده|مطالب مرتبط:|آمار بازدیدکنندگان"
        r"|&(?:nbsp|zwnj|amp|quot|lt|gt);|</?[A-Za-z]+[^<>\n]*>"
    ),
    "text-editor-note": r"\b(?:TODO|FIXME|XXX)\b|[؟?]{2,}|#{2,}|\*{2,}|لورم ایپسوم|\((?:نمودار|جدول|عکس|نقشه) (?:خانم|آقای) ",
    "text-half-space-lost": (
        rf"(?<![آ-ی\u200c])ن?می {_LETTER}{{2,}}|(?<={_LETTER}) (?:ها|های|هایی|هایش|هایشان){_END}"
        rf"|{_LETTER}هها(?:ی|یی)?{_END}|(?<={_LETTER})ه ای{_END}"
    ),
    "text-spreadsheet-error": r"#(?:[A-Z]{3,}[!?]|N/A|DIV/0!)|\bErr:[0-9]{3}\b",
    "text-mixed-digits": "[۰-۹٠-٩][0-9]|[0-9][۰-۹٠-٩]",
}
"""The patterns of damage, by the code that reports each."""

_SIGNS = (
    " ها", "هها", "ه ای", "&", "<", "#", "**", "??", "؟؟", "?؟", "؟?", "TODO", "FIXME", "XXX", "Err:", "لورم ایپسوم",
    "(نمودار ", "(جدول ", "(عکس ", "(نقشه ", "Link group not found", "تعداد بازدید", "کد امنیتی", "نظری ارسال نشده",
    "مطالب مرتبط:", "آمار بازدیدکنندگان", f'"{TO_WRITE}',
)  # fmt: skip
"""What stands wherever there is damage, but for two sorts of it: to look for these takes a tenth of what the patterns take."""
_OTHERWISE = (re.compile(DAMAGE["text-mixed-digits"]), re.compile("می (?:(?<![آ-ی\u200c]می )|(?<![آ-ی\u200c]نمی ))"))
"""What has no such sign: digits of two scripts, and a «می» that is no end of a word."""
_EACH = {code: re.compile(pattern) for code, pattern in DAMAGE.items()}


def texts_of_catalogues_are_clean(parts: Catalogues) -> Iterator[Finding]:
    """Texts of the catalogues are free of web residue, editors' notes and lost half-spaces (V16, lines 3, 147, 343-360)."""
    for name in CATALOGUES:
        record = getattr(parts, name)
        yield from _of_record(f"{name}.yaml", record) if record else ()
    for agency in parts.agencies:
        yield from _of_record(f"agencies/{agency.id}.yaml", agency)


def texts_are_clean(case: Case | ProvinceCase) -> Iterator[Finding]:
    """Texts of records are free of web residue, editors' notes and lost half-spaces (V16, lines 3, 147, 343-360)."""
    for name, record in own_records(case):
        yield from _of_record(case.key(name), record)


def unwritten(dossier: Dossier | ProvinceDossier, names: Collection[str]) -> list[Finding]:
    """Yield the texts of some records (`contract`, `evaluations`) that are still placeholders."""
    return [
        found
        for name, record in records_of(dossier)
        if name.partition("/")[0] in names
        for found in _to_write(dossier.file(name), record)
    ]


@once_a_record
def _to_write(key: str, record: BaseModel) -> Iterator[Finding]:
    return (found for found in _of_record(key, record) if found.code == "text-to-write")


def _of_record(key: str, record: BaseModel) -> Iterator[Finding]:
    # Most records are clean: one search in all their text is much faster than a walk over their fields.
    whole = record.model_dump_json()
    if not any(sign in whole for sign in _SIGNS) and not any(each.search(whole) for each in _OTHERWISE):
        return
    for path, value in fields(record):
        entries: list[tuple[FieldPath, object]] = [(path, value)]
        if isinstance(value, tuple):
            entries = [((*path, at), entry) for at, entry in enumerate(value)]
        for place, text in entries:
            if isinstance(text, str) and VERBATIM.isdisjoint(str(step) for step in place):
                yield from _of_text(key, place, text)


def _of_text(key: str, path: FieldPath, text: str) -> Iterator[Finding]:
    if text.startswith(TO_WRITE):
        yield Finding("text-to-write", key, path, {"fact": quotable(text.lstrip(f"{TO_WRITE} "))})
    for code, pattern in _EACH.items():
        if found := pattern.search(text):
            yield Finding(code, key, path, {"text": quotable(_around(text, *found.span()))})


def _around(text: str, start: int, end: int) -> str:
    """Return a part of a text with some of the words on both sides of it, each of them whole."""
    begin = text.rfind(" ", 0, max(start - _CONTEXT, 0)) + 1
    stop = text.find(" ", end + _CONTEXT)
    return text[begin : stop if stop >= 0 else len(text)].strip()
