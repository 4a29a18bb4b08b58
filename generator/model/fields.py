"""Field types of the data: text in, typed value out, each refusal with a code of `sentences/values.py`.

Every scalar of a YAML file arrives as text; these types alone decide what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BeforeValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from generator import persian
from generator.model import shapes
from generator.model.shapes import Shape

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Named:
    """What a value of a field type is called in the guide to the data."""

    name: str


TEXT = Named("متن")


def _typed(kind: type[V], parse: Callable[[str], V], shape: Shape = shapes.DIGITS) -> BeforeValidator:
    def validate(value: Any) -> V:
        if isinstance(value, kind) and not isinstance(value, str):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("value-not-scalar", "not a scalar")
        try:
            return parse(value)
        except persian.Refused as refusal:
            raise PydanticCustomError("refused", "{code}", {"code": refusal.code, "values": refusal.values}) from None

    return BeforeValidator(validate, json_schema_input_type=shapes.seen(shape))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PydanticCustomError("value-empty" if value is None or isinstance(value, str) else "value-not-scalar", "empty")
    if persian.unseen(value):
        characters = dict.fromkeys(persian.name_of(character) for character in value if not character.isspace())
        raise PydanticCustomError("text-invisible", "invisible", {"characters": "، ".join(characters)})
    return value.strip()


def _code(value: Any) -> str:
    text = _text(value)
    if re.match(r"=\s*[^\s=]", text):
        raise PydanticCustomError("text-formula", "{value}", {"value": persian.quotable(text)})
    return text


def _words(value: Any) -> str:
    text = _code(value)
    if _NO_WORD.fullmatch(persian.to_western(text)):
        raise PydanticCustomError("text-no-words", "{value}", {"value": persian.quotable(text)})
    return text


def _note(value: Any) -> str:
    return value.strip() if isinstance(value, str) and not value.strip() else _code(value)


_NO_WORD = re.compile(r"[^\w]*(?:[\d\W_]*|[\d.,٬٫]+e[+-]?\d+|nan|inf|infinity)[^\w]*", re.IGNORECASE)
"""Matches what has no word in it: numbers (`1e309` and `nan` too), dates, marks."""


def _matching(pattern: str, code: str) -> BeforeValidator:
    compiled = re.compile(pattern)

    def validate(value: Any) -> str:
        text = _text(value)
        if not compiled.fullmatch(text):
            raise PydanticCustomError(code, "{value}", {"value": text})
        return text

    return BeforeValidator(validate, json_schema_input_type=shapes.seen(shapes.matching(pattern)))


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return re.fullmatch(_ID, text) is not None


def _canonical(parse: Callable[[str], str]) -> BeforeValidator:
    """Return a text with one canonical form, such as an official number: digits only, checked by its control digit."""

    def validate(value: Any) -> str:
        try:
            return parse(_text(value))
        except persian.Refused as refusal:
            raise PydanticCustomError("refused", "{code}", {"code": refusal.code, "values": refusal.values}) from None

    return BeforeValidator(validate, json_schema_input_type=shapes.seen(shapes.DIGITS))


FIRST_YEAR, LAST_YEAR = 1301, 1480
"""The years that data may name; no date computed from one of them leaves the calendar."""

MOST_MONTHS = 120
"""The latest month of a term, counted from its start."""


def _in_reach(parse: Callable[[str], V]) -> Callable[[str], V]:
    """Return a parser of days, months, periods or years that refuses those too near the ends of the calendar."""

    def parsed(text: str) -> V:
        value = parse(text)
        year = value if isinstance(value, int) else getattr(value, "year", 0)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise persian.Refused("year-out-of-reach", year=persian.numeral(year))
        return value

    return parsed


def _shown(kind: type) -> PlainSerializer:
    return PlainSerializer(lambda value: str(value) if isinstance(value, kind) else value, return_type=str)


def one_of(*values: str, **aliases: str) -> BeforeValidator:
    """Return a closed list of Persian values; `aliases` maps other accepted words to them. Letters are compared folded."""
    known = {persian.fold(value): value for value in values} | {persian.fold(k): v for k, v in aliases.items()}

    def validate(value: Any) -> str:
        text = _text(value)
        found = known.get(persian.fold(text))
        if found is None:
            raise PydanticCustomError("not-in-list", "{value}", {"value": text, "allowed": list(values)})
        return found

    return BeforeValidator(validate, json_schema_input_type=shapes.seen(shapes.choice(values, tuple(aliases))))


Text = Annotated[str, BeforeValidator(_words, json_schema_input_type=shapes.seen(shapes.TEXT)), TEXT]
"""Words: a name, an office, a sentence."""
Code = Annotated[str, BeforeValidator(_code, json_schema_input_type=shapes.seen(shapes.TEXT)), TEXT]
"""A text that may well be only a number: that of a letter, an edition, a unit."""
Note = Annotated[str, BeforeValidator(_note, json_schema_input_type=shapes.seen(shapes.NOTE)), TEXT]
"""A text that may be left out or empty."""
# The endings are those of the names of documents that are not final; the names are those that Windows keeps for devices.
_ID = r"(?!.*-(?:draft|sample)$)(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9][a-z0-9-]{0,63}"
Id = Annotated[str, _matching(_ID, "bad-id"), Named("شناسه")]
DutyId = Annotated[str, _matching(r"[a-z0-9][a-z0-9-]{0,63}/[0-9]{1,2}", "bad-duty-id"), Named("وظیفه")]
DutyPartId = Annotated[str, _matching(r"[a-z0-9][a-z0-9-]{0,63}/[0-9]{1,2}/[0-9]{1,2}", "bad-duty-part-id"), Named("بخش وظیفه")]
DecisionId = Annotated[
    str, _matching(r"[a-z0-9][a-z0-9-]{0,63}/[a-z0-9][a-z0-9-]{0,63}", "bad-decision-id"), Named("مصوبهٔ جلسه")
]
"""A decision of a meeting, such as `hq-2/d1`."""
Digest = Annotated[str, _matching(r"[0-9a-f]{64}", "bad-digest"), Named("اثر")]
"""The digest of a text, 64 hexadecimal digits."""
Count = Annotated[int, _typed(int, persian.parse_count), Field(ge=0), Named("عدد صحیح")]
Number = Annotated[Decimal, _typed(Decimal, persian.parse_decimal), Named("عدد")]
Percent = Annotated[Decimal, _typed(Decimal, persian.parse_percent), Field(ge=0, le=100), Named("درصد")]
Rials = Annotated[int, _typed(int, persian.parse_rials), Field(ge=0), Named("مبلغ به ریال")]
Flag = Annotated[bool, _typed(bool, persian.parse_flag, shapes.FLAG), Named("بله/خیر")]
Date = Annotated[
    persian.JalaliDate, _typed(persian.JalaliDate, _in_reach(persian.parse_date)), _shown(persian.JalaliDate), Named("تاریخ")
]
Month = Annotated[
    persian.JalaliMonth, _typed(persian.JalaliMonth, _in_reach(persian.parse_month)), _shown(persian.JalaliMonth), Named("ماه")
]
HalfYear = Annotated[persian.Half, _typed(persian.Half, _in_reach(persian.parse_half)), _shown(persian.Half), Named("نیم‌سال")]
QuarterYear = Annotated[
    persian.Quarter, _typed(persian.Quarter, _in_reach(persian.parse_quarter)), _shown(persian.Quarter), Named("سه‌ماهه")
]
Year = Annotated[int, _typed(int, _in_reach(persian.parse_year)), Named("سال")]

Remark = Annotated[
    Note,
    Field(
        title="توضیح",
        description="توضیحی برای خواننده. اگر نیست، ننویسید.",
        examples=["این عدد با جدول دیگر سند یکی نیست."],
    ),
]
"""A remark for the reader of a record."""
Lines = Annotated[
    tuple[Count, ...],
    Field(
        title="سطرهای منبع",
        description="شمارهٔ سطرهایی از سند منتشرشده که این متن از آنجا آمده است؛ برای آنچه در آن سند نیست خالی می‌ماند.",
        examples=[["۴۱"]],
    ),
]
"""Lines of the published plan; none for what is not in it, such as an agency that joined later."""

Neighbourhoods = Annotated[
    tuple[Id, ...],
    Field(
        title="محله‌ها",
        description="شناسهٔ محله‌هایی که این پرونده دربارهٔ آن‌هاست؛ اگر دربارهٔ همهٔ استان است، ننویسید.",
        examples=[["z3-golshahr"]],
    ),
]
"""The neighbourhoods that a record of the province concerns; none for the province as a whole."""

LegalId = Annotated[str, _canonical(persian.parse_legal_id), Named("شناسهٔ ملی")]
EconomicCode = Annotated[str, _canonical(persian.parse_economic_code), Named("کد اقتصادی")]
Sheba = Annotated[str, _canonical(persian.parse_sheba), Named("شبا")]
Telephone = Annotated[str, _canonical(persian.parse_telephone), Named("تلفن")]
PostalCode = Annotated[str, _canonical(persian.parse_postal_code), Named("کد پستی")]
RegisterNumber = Annotated[str, _canonical(persian.parse_register_number), Named("شمارهٔ ثبت")]
"""A number of the programme's register (`1404/ق/12`): year, letters of the kind, count."""
KindCode = Annotated[str, _matching(persian.KIND_CODE, "bad-kind-code"), Named("حرف گونه")]
"""The letters that stand for a kind of document in the numbers of the register."""

Axis = Annotated[
    Literal["اجتماعی", "اقتصادی", "محیطی"],
    one_of("اجتماعی", "اقتصادی", "محیطی", **{"کالبدی": "محیطی", "زیست‌محیطی": "محیطی"}),
]
ParticipationLevel = Annotated[
    Literal["تفکر", "تصمیم‌گیری", "برنامه‌ریزی", "اجرا", "ارزشیابی", "سهیم‌شدن در منافع"],
    one_of("تفکر", "تصمیم‌گیری", "برنامه‌ریزی", "اجرا", "ارزشیابی", "سهیم‌شدن در منافع"),
]
"""The six rungs of participation that the source counts (line 32)."""

RoleLevel = Annotated[
    Literal["تفکر", "تصمیم‌گیری", "برنامه‌ریزی", "اجرا", "ارزشیابی", "سهیم‌شدن در منافع", "تأمین مالی"],
    one_of(*get_args(get_args(ParticipationLevel)[0]), "تأمین مالی"),
]
"""A rung of participation, or who only gives money or goods and stands on none."""
ActorKind = Annotated[
    Literal["مردم", "گروه محلی", "نهاد محلی", "خیرین", "بخش خصوصی", "نهاد حاکمیتی", "نهاد بین‌المللی"],
    one_of("مردم", "گروه محلی", "نهاد محلی", "خیرین", "بخش خصوصی", "نهاد حاکمیتی", "نهاد بین‌المللی"),
]
FundingSource = Annotated[
    Literal["اعتبارات دستگاه", "اعتبارات استانی", "بودجه شهرداری", "تسهیلات بانکی", "خیرین", "مشارکت مردم", "بخش خصوصی"],
    one_of(
        "اعتبارات دستگاه",
        "اعتبارات استانی",
        "بودجه شهرداری",
        "تسهیلات بانکی",
        "خیرین",
        "مشارکت مردم",
        "بخش خصوصی",
    ),
]
Classification = Annotated[Literal["عادی", "محرمانه", "خیلی محرمانه", "سری"], one_of("عادی", "محرمانه", "خیلی محرمانه", "سری")]
"""Who may see a record; the later in the list, the fewer people."""

CLASSES: tuple[Classification, ...] = get_args(get_args(Classification)[0])
OPEN = CLASSES[0]
"""The class of what everybody may see; nothing is printed of it."""


Decided = Annotated[
    Literal["دفتر", "شناسنامه نیازها", "برنامه اقدام", "سند مشارکتی", "برنامه یک‌ساله", "سایر"],
    one_of("دفتر", "شناسنامه نیازها", "برنامه اقدام", "سند مشارکتی", "برنامه یک‌ساله", "سایر"),
]
"""What a decision of a body is about; the second approval of a plan rests on the first of its needs."""
