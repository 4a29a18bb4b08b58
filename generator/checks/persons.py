"""No person is named in the lists of the vulnerable and the harmed, which are counts (V17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.fields import fields, records_of
from generator.checks.scope import Case, FieldPath, Finding
from generator.persian import fold, quotable, to_western

_HONORIFICS = frozenset({"آقای", "خانم", "سرکار", "جناب", "حاج", "حاجی", "حاجیه", "کربلایی", "مشهدی", "سید", "سیده", "مرحوم"})

# Before these a name is that of a place or a holy person; after «… آباد» it is one of a place.
_PLACES = frozenset(
    {"شهید", "امام", "حضرت", "شهرک", "کوی", "خیابان", "کوچه", "بلوار", "میدان", "مسجد", "حسینیه", "مدرسه", "دبستان"}
    | {"دبیرستان", "بیمارستان", "درمانگاه", "پارک", "بوستان", "محله", "محلهٔ", "قلعه", "مؤسسه", "خیریه", "صندوق", "تعاونی"}
)
_AFTER_PLACES = frozenset({"آباد", "شهر", "رغم"})

# The given names that most people in Iran bear and that are no common words.
_GIVEN = frozenset(
    fold(name)
    for name in (
        "محمد",
        "علی",
        "حسین",
        "حسن",
        "رضا",
        "مهدی",
        "امیر",
        "احمد",
        "محمود",
        "مرتضی",
        "مصطفی",
        "مجتبی",
        "ابراهیم",
        "اسماعیل",
        "یوسف",
        "یعقوب",
        "داود",
        "حمید",
        "سعید",
        "مجید",
        "وحید",
        "هادی",
        "محسن",
        "کاظم",
        "جواد",
        "عباس",
        "اکبر",
        "اصغر",
        "قاسم",
        "جعفر",
        "موسی",
        "عیسی",
        "بهروز",
        "بهرام",
        "فرهاد",
        "کوروش",
        "داریوش",
        "سیاوش",
        "منوچهر",
        "ایرج",
        "حامد",
        "میلاد",
        "مسعود",
        "محمدرضا",
        "علیرضا",
        "حمیدرضا",
        "غلامرضا",
        "عبدالله",
        "عزیزالله",
        "فاطمه",
        "زهرا",
        "مریم",
        "زینب",
        "معصومه",
        "سکینه",
        "رقیه",
        "خدیجه",
        "کبری",
        "صغری",
        "طاهره",
        "مرضیه",
        "راضیه",
        "سمیه",
        "حمیده",
        "سعیده",
        "فریده",
        "لیلا",
        "نرگس",
        "اعظم",
        "اکرم",
        "عصمت",
        "شهناز",
        "مهناز",
        "فرزانه",
        "الهام",
        "الهه",
        "مهسا",
        "ساناز",
        "پریسا",
        "نازنین",
        "شیرین",
        "فرشته",
        "ملیحه",
        "منیژه",
        "زهره",
        "نورمحمد",
        "خان‌محمد",
    )
)
_WORDS = re.compile(r"[^\s،؛:.()«»/\-]+")
_NUMBER = re.compile(r"(?<![0-9])(?:[0-9][\s\-]?){10,}")

PEOPLED = ("committee", "attendance")
"""Lists whose `name` is that of a person."""

SENSITIVE = (
    ("profile", "group_counts"),
    ("profile", "unemployed"),
    ("needs", "issues"),
    ("community", "attitudes"),
    ("community", "stakeholders"),
    ("activities", "activities"),
    ("activities", "network"),
)
"""The lists that never name anybody: sizes of sensitive groups, who is in a conflict, attitudes, the network of power.

The log of the office and the heads of its network are counts too."""


def sensitive_lists_name_nobody(case: Case) -> Iterator[Finding]:
    """The lists of sensitive groups have no name, title or number of a person (V17, lines 227-233).

    A name is found by a title before it, by a common given name with another word after it, or because the dossier itself has
    it elsewhere as a person's name.
    """
    named = {fold(name): name for name in _names_in(case)}
    for record, entries in SENSITIVE:
        content = getattr(case.dossier, record)
        for at, entry in enumerate(getattr(content, entries) if content else ()):
            for path, value in fields(entry, (entries, at)):
                for place, text in _texts(path, value):
                    if found := _person(text, named):
                        yield case.finding("person-in-sensitive-list", record, place, text=quotable(found))


def _texts(path: FieldPath, value: object) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str) and path[-1] != "id":
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, at), entry) for at, entry in enumerate(value) if isinstance(entry, str))


def _names_in(case: Case) -> Iterator[str]:
    """Return the persons that other records of the dossier name: representatives, members, managers."""
    for _, record in records_of(case.dossier):
        for path, value in fields(record):
            holds_a_person = path[-1] in ("representative", "manager") or (path[-1] == "name" and path[0] in PEOPLED)
            if holds_a_person and isinstance(value, str):
                yield value


def _person(text: str, named: dict[str, str]) -> str:
    """Return the part of a text that is a person, empty when there is none."""
    folded = fold(text)
    for name, shown in named.items():
        if name in folded:
            return shown
    if number := _NUMBER.search(to_western(text)):
        return number[0].strip()
    words = _WORDS.findall(text)
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word in _HONORIFICS and after and fold(after) in _GIVEN | {fold(each) for each in _HONORIFICS}:
            return f"{word} {after}"
        if word in ("آقای", "سرکار", "جناب") and after:
            return f"{word} {after}"
        if fold(word) in _GIVEN and after and before not in _PLACES and after not in _AFTER_PLACES:
            return f"{word} {after}"
    return ""
