"""What an editor says of a wrong value, in Persian where the YAML server lets a schema say it, and what else it refuses.

The sentences are those of `problems`. The server asks for them under `errorMessage` (a wrong type, a value of no closed list,
an unknown key) and `patternErrorMessage`. A pattern refuses only what the program refuses as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from generator.model.shapes import DIGITS
from generator.problems.messages import SENTENCES, remedy

Schema = dict[str, Any]

_D = "[0-9۰-۹٠-٩]"
_ANY = r"[\s\S]*"
_POINT = r"\s*[/.-]\s*"
_NO_MONTH = "(?:[1۱١][3-9۳-۹٣-٩]|[2-9۲-۹٢-٩][0-9۰-۹٠-٩]|[0۰٠]{1,2})"
_NO_DAY = "(?:[3۳٣][2-9۲-۹٢-٩]|[4-9۴-۹٤-٩][0-9۰-۹٠-٩]|[0۰٠]{1,2})"
_NO_DATE = "|".join(
    (
        rf"{_D}{{4}}{_POINT}{_NO_MONTH}(?:{_POINT}{_D}{{1,2}})?\s*$",
        rf"{_D}{{4}}{_POINT}{_D}{{1,2}}{_POINT}{_NO_DAY}\s*$",
        rf"{_D}{{1,2}}{_POINT}{_D}{{1,2}}{_POINT}[1-9۱-۹١-٩]{_D}{{3}}\s*$",
        rf"(?:[1۱١][9۹٩]|[2۲٢][0۰٠]){_D}{{2}}{_POINT}{_D}{{1,2}}(?:{_POINT}{_D}{{1,2}})?\s*$",
    )
)
_OTHER_MONEY = "تومان|تومن|همت|[Tt][Oo][Mm][Aa][Nn]|دلار|یورو|درهم|[$€]"

DATE = rf"^(?!\s*(?:{_NO_DATE})){_ANY}{_D}"
MONEY = rf"^(?!{_ANY}(?:{_OTHER_MONEY})){_ANY}{_D}"

PATTERNS = {"تاریخ": DATE, "ماه": DATE, "مبلغ به ریال": MONEY}
"""By the name of a field's type: what its text looks like, without a month 13, a day 32, a year at the end, toman."""

_CODES: dict[str, tuple[str, ...]] = {
    "شناسه": ("bad-id",),
    "وظیفه": ("bad-duty-id",),
    "بخش وظیفه": ("bad-duty-part-id",),
    "مصوبهٔ جلسه": ("bad-decision-id",),
    "اثر": ("bad-digest",),
    "عدد صحیح": ("number-not-understood",),
    "عدد": ("number-not-understood",),
    "درصد": ("number-not-understood",),
    "مبلغ به ریال": ("rials-not-understood",),
    "بله/خیر": ("flag-not-understood",),
    "تاریخ": ("date-not-understood", "month-out-of-range"),
    "ماه": ("month-not-understood", "month-out-of-range"),
    "نیم‌سال": ("period-not-understood",),
    "سه‌ماهه": ("period-not-understood",),
    "سال": ("year-gregorian",),
    "شناسهٔ ملی": ("legal-id-form",),
    "کد اقتصادی": ("economic-code-form",),
    "شبا": ("sheba-form",),
    "تلفن": ("telephone-form",),
    "کد پستی": ("postal-code-form",),
    "شمارهٔ ثبت": ("register-number-form",),
    "متن": ("value-not-scalar",),
}
"""By the name of a field's type: the sentences whose hints say what is right."""


def with_messages(shape: Schema, kind: str) -> Schema:
    """Return the shape of a field of a type with the Persian messages of each part, and the pattern of that type."""
    hint = " ".join(SENTENCES[code].hint for code in _CODES.get(kind.removeprefix("فهرست "), ()))
    return _with_messages(shape, hint, PATTERNS.get(kind.removeprefix("فهرست ")))


def of_values(values: Mapping[str, str]) -> str:
    """Return the message about a closed list, from its values and their titles (empty when they say it themselves)."""
    return remedy((), (f"{value} ({title})" if title else value for value, title in values.items()))


def of_keys(model: type[BaseModel]) -> str:
    """Return the message about a key that a record has not, or about another value in the place of its keys."""
    keys = of_values({name: field.title or "" for name, field in model.model_fields.items()})
    return f"{SENTENCES['expected-mapping'].text} {keys}"


def _with_messages(shape: Schema, hint: str, pattern: str | None) -> Schema:
    if "anyOf" in shape:
        options = [_with_messages(option, hint, pattern) for option in shape["anyOf"]]
        listed = next((option["errorMessage"] for option in options if "enum" in option), "")
        return shape | {"anyOf": [_of_list(option, listed) if listed else option for option in options]}
    if "enum" in shape:
        return shape | {"errorMessage": of_values({str(value): "" for value in shape["enum"] if isinstance(value, str)})}
    if "items" in shape:
        message = SENTENCES["expected-list"]
        items = _with_messages(shape["items"], hint, pattern)
        return shape | {"items": items, "errorMessage": f"{message.text} {message.hint}"}
    if "additionalProperties" in shape:
        message = SENTENCES["expected-mapping"]
        values = _with_messages(shape["additionalProperties"], hint, pattern)
        return shape | {"additionalProperties": values, "errorMessage": f"{message.text} {message.hint}"}
    if not hint or shape.get("type") == "null" or "$ref" in shape:
        return shape
    if pattern and shape.get("pattern") == DIGITS["pattern"]:
        shape = shape | {"pattern": pattern}
    return shape | {"errorMessage": hint} | ({"patternErrorMessage": hint} if "pattern" in shape else {})


def _of_list(option: Schema, message: str) -> Schema:
    """Return an option of a closed list, other spellings of its values included, with the one message of the list."""
    messages = {key: message for key in ("errorMessage", "patternErrorMessage") if key in option or "pattern" in option}
    return option | messages
