"""Mistakes made from the models: for each field of each record of the faultless plans, what can be written wrongly in it.

The place of each is known before anything is read: that of the value, of its key, or of the record around it, as it stands in
the untouched file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from annotated_types import Gt
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from generator.model import fields
from generator.model.known import Unknown
from generator.model.records.agencies import Agency
from generator.model.records.neighbourhood import Neighbourhood
from generator.reading import records
from generator.reading.yamltext import Entry, Mapping, Node, Scalar, Sequence, parse
from tests.reading.plans_tree import FILES

WRONG: dict[str, tuple[tuple[str, str], ...]] = {
    "Id": (("Bad", "bad-id"), ("z1 alef", "bad-id"), ("a_b", "bad-id"), ("-a", "bad-id")),
    "DutyId": (("welfare", "bad-duty-id"), ("welfare/one", "bad-duty-id"), ("welfare-1", "bad-duty-id")),
    "DutyPartId": (("welfare/1", "bad-duty-part-id"), ("welfare/1/one", "bad-duty-part-id")),
    "Count": (
        ("زیاد", "number-not-understood"),
        ("-۵", "number-negative"),
        ("۱۲٫۵", "number-not-whole"),
        ("۱۲ نفر", "number-with-words"),
        ("۱۲۳۴٬۵", "number-grouping"),
        ("۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶", "number-too-large"),
    ),
    "Number": (
        ("کم", "number-not-understood"),
        ("12/5", "number-slash-ambiguous"),
        ("۱۲.۳۴۵", "number-point-ambiguous"),
        ("۱۲ درصد", "number-with-words"),
        ("۱٫۱۲۳۴۵۶۷۸۹۱", "number-too-fine"),
    ),
    "Percent": (
        ("۱۴۰٪", "number-above"),
        ("-۱", "number-below"),
        ("نیمی", "number-not-understood"),
        ("12/5", "number-slash-ambiguous"),
    ),
    "Rials": (
        ("۵۰ میلیون تومان", "money-toman"),
        ("۱۲ میلیون", "rials-unit-missing"),
        ("۱۰۰ دلار", "money-foreign"),
        ("صد ریال", "rials-not-understood"),
        ("۱۰٫۵ ریال", "rials-not-whole"),
        ("-۱۰۰ ریال", "number-negative"),
    ),
    "Flag": (("شاید", "flag-not-understood"), ("۱", "flag-not-understood"), ("on", "flag-not-understood")),
    "Date": (
        ("۱۴۰۴/۱۳/۰۱", "month-out-of-range"),
        ("1404-07-31", "day-out-of-month"),
        ("۲۱/۰۹/۱۳۹۸", "date-day-first"),
        ("2025-05-15", "date-gregorian"),
        ("فردا", "date-not-understood"),
        ("۱۳۹۷/۱۱", "date-without-day"),
        ("۹۸/۱/۱", "year-two-digits"),
        ("۱۴۰۴/۰۱/۴۵", "day-out-of-range"),
        ("۱۵۹۸/۰۱/۰۱", "year-out-of-range"),
        ("شنبه ۲۱ آذر ۱۳۹۸", "weekday-wrong"),
    ),
    "Month": (
        ("۱۴۰۳/۱۳", "month-out-of-range"),
        ("۱۴۰۳/۰۷/۰۱", "month-with-day"),
        ("بهار", "month-not-understood"),
        ("مهر ۰۳", "year-two-digits"),
    ),
    "HalfYear": (("1403-q2", "period-not-half"), ("1403-h3", "half-out-of-range"), ("نیمه", "period-not-understood")),
    "QuarterYear": (("1403-h2", "period-not-quarter"), ("1403-q5", "quarter-out-of-range"), ("۱۴۰۳", "period-not-quarter")),
    "Year": (("1404-h1", "period-not-year"), ("2025", "year-gregorian"), ("امسال", "period-not-understood")),
    "LegalId": (("۱۰۳۸۰۲۸۴۷۹", "legal-id-form"), ("۱۰۳۸۰۲۸۴۷۹۱", "legal-id-control")),
    "EconomicCode": (("۴۱۱۱", "economic-code-form"), ("۴۱۱۱۱۲۳۴۵۶۷", "legal-id-control")),
    "Sheba": (
        ("۱۲۳", "sheba-form"),
        ("062960000000100324200001", "sheba-without-ir"),
        ("IR062960000000100324200002", "sheba-control"),
    ),
    "Telephone": (("۱۲۳", "telephone-form"), ("۳۲۱۲۳۴۵۶", "telephone-without-area")),
    "PostalCode": (("۱۲۳", "postal-code-form"), ("۰۱۳۷۹۱۳۳۱۶", "postal-code-impossible")),
    "Text": (
        ("\u200c", "text-invisible"),
        ("\u115f\u034f", "text-invisible"),
        ('"\u00ad \u200e"', "text-invisible"),
        ("\u2060", "text-invisible"),
        ("=1+1", "text-formula"),
        ("1e309", "text-no-words"),
        ("۰", "text-no-words"),
        ("۱۴۰۴/۱۲/۲۹", "text-no-words"),
        ("NaN", "text-no-words"),
    ),
    "Code": (("\u200d", "text-invisible"), ("=A1", "text-formula"), ('"\u3164"', "text-invisible")),
    "Note": (("\u200e\u200f", "text-invisible"), ('"\u2800"', "text-invisible"), ("=SUM(A1)", "text-formula")),
    "closed list": (("ناشناخته", "not-in-list"), ("سایرها", "not-in-list")),
}
"""By type of field: spellings that are wrong, each with the code that says how."""

_UNKNOWN = ("{unknown: }", '{unknown: " "}', "{unknown: \u200c, who: دبیرخانه}", "{unknown: هنوز نرسیده است, who: ' '}")
"""Facts not yet known without a word why, or whose turn it is."""

_NAMES = {
    id(mark): name
    for name in WRONG
    if hasattr(fields, name)
    for mark in getattr(fields, name).__metadata__
    if isinstance(mark, BeforeValidator)
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A file whose text has one mistake, the code of its problem, and the problem's line and column."""

    name: str
    key: str
    text: str
    code: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that a file writes: its path, type, entry, and the place of the record around it."""

    key: str
    text: str
    model: type[BaseModel]
    path: tuple[str | int, ...]
    info: FieldInfo
    hint: Any
    entry: Entry
    around: tuple[int, int]
    first: bool


def model_of(key: str) -> type[BaseModel]:
    """The model of a file of the plans, found by the layout."""
    *folders, name = key.removesuffix(".yaml").split("/")
    if not folders:
        catalogues = {"schema": records.Schema, **records.CATALOGUES, **records.OPTIONAL_CATALOGUES}
        return catalogues[name]
    if folders == [records.AGENCIES]:
        return Agency
    if len(folders) == 1:
        return records.PROVINCE_SERIES[folders[0]][0]
    if len(folders) == 3:
        return records.SERIES[folders[2]][0]
    return Neighbourhood if name == records.IDENTITY else records.RECORDS[name]


def mistakes() -> Iterator[Mistake]:
    """For each field of each model one mistake of its type and one of structure or form, taken in turn."""
    turn = count()
    seen: set[tuple[type[BaseModel], str]] = set()
    for key, text in FILES.items():
        node = parse(text, Path(key)).node
        assert isinstance(node, Mapping)
        for field in _fields(key, text, model_of(key), node, (), (node.line, node.column)):
            if (field.model, str(field.path[-1])) in seen:
                continue
            seen.add((field.model, str(field.path[-1])))
            at = next(turn)
            yield from _of_type(field, at)
            others = [*_of_structure(field), *_of_form(field)]
            yield others[at % len(others)]


def _fields(
    key: str, text: str, model: type[BaseModel], node: Mapping, path: tuple[str | int, ...], around: tuple[int, int]
) -> Iterator[_Field]:
    hints = get_type_hints(model, include_extras=True)
    for at, entry in enumerate(node.entries):
        name = entry.key.text
        here = (*path, name)
        yield _Field(key, text, model, here, model.model_fields[name], hints[name], entry, around, at == 0)
        yield from _inside(key, text, _record(hints[name]), entry, here)


def _inside(key: str, text: str, inner: type[BaseModel] | None, entry: Entry, here: tuple[str | int, ...]) -> Iterator[_Field]:
    if inner and isinstance(entry.value, Mapping):
        yield from _fields(key, text, inner, entry.value, here, (entry.key.line, entry.key.column))
    elif inner and isinstance(entry.value, Sequence):
        # Entries of one list have the same fields, of which each may leave some out: the last has the least that cite it.
        for at, item in reversed([*enumerate(entry.value.items)]):
            if isinstance(item, Mapping):
                yield from _fields(key, text, inner, item, (*here, at), (item.line, item.column))


def _record(hint: Any) -> type[BaseModel] | None:
    if isinstance(hint, type) and issubclass(hint, BaseModel) and hint is not Unknown:
        return hint
    found = (_record(part) for part in get_args(hint))
    return next((each for each in found if each), None)


def type_name(hint: Any) -> str:
    """The name of a field's type in `WRONG`, empty for free text and records."""
    for part in (hint, *_parts(hint)):
        for mark in getattr(part, "__metadata__", ()):
            if id(mark) in _NAMES:
                return _NAMES[id(mark)]
    return "closed list" if any(get_origin(part) is Literal for part in _parts(hint)) else ""


def _parts(hint: Any) -> Iterator[Any]:
    for part in get_args(hint):
        yield part
        yield from _parts(part)


def _named(field: _Field, what: str) -> str:
    return f"{field.key.removesuffix('.yaml')}:{'.'.join(str(step) for step in field.path)}:{what}"


def _offset(text: str, node: Node) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: node.line - 1]) + node.column - 1


def _put(field: _Field, node: Scalar, new: str) -> str:
    start = _offset(field.text, node)
    assert field.text.startswith(node.text, start), (field.path, node.text)
    return field.text[:start] + new + field.text[start + len(node.text) :]


def _of_type(field: _Field, turn: int) -> Iterator[Mistake]:
    """One wrong spelling of the field's type; the next field of that type gets the next one."""
    name = type_name(field.hint)
    value = field.entry.value
    if isinstance(value, Sequence) and value.items and isinstance(value.items[0], Scalar):
        value = value.items[0]
    if name and isinstance(value, Scalar):
        spelling, code = WRONG[name][turn % len(WRONG[name])]
        if code == "number-below" and any(isinstance(mark, Gt) for mark in field.info.metadata):
            code = "number-not-above"
        yield Mistake(_named(field, code), field.key, _put(field, value, spelling), code, value.line, value.column)


def _of_structure(field: _Field) -> Iterator[Mistake]:
    """A list or a record where one value belongs, one value where they belong, nothing where something must be."""
    value, key = field.entry.value, field.entry.key
    at_key = (key.line, key.column)
    if isinstance(value, Scalar):
        yield Mistake(_named(field, "list"), field.key, _put(field, value, "[a]"), "value-not-scalar", *at_key)
        if field.info.is_required():
            yield Mistake(_named(field, "empty"), field.key, _put(field, value, ""), "value-empty", *at_key)
        if Unknown in _parts(field.hint):
            blank = _UNKNOWN[value.line % len(_UNKNOWN)]
            yield Mistake(_named(field, "unknown"), field.key, _put(field, value, blank), "unknown-empty", *at_key)
        return
    start = _offset(field.text, value)
    opening = field.text[start]
    if opening in "[{":
        end = _closing(field.text, start)
        code = "expected-list" if opening == "[" else "expected-mapping"
        planted = field.text[:start] + "چیزی" + field.text[end:]
        yield Mistake(_named(field, "text"), field.key, planted, code, value.line, value.column)
        if opening == "[" and field.info.is_required() and any(getattr(mark, "min_length", 0) for mark in field.info.metadata):
            yield Mistake(_named(field, "none"), field.key, field.text[:start] + "[]" + field.text[end:], "too-few", *at_key)


def _closing(text: str, start: int) -> int:
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in "[{") - (text[at] in "]}")
        if not depth:
            return at + 1
    raise AssertionError("the faultless plans close every bracket")


def _of_form(field: _Field) -> Iterator[Mistake]:
    """A misspelt key, a key left out, a key twice, no space after it."""
    key, value = field.entry.key, field.entry.value
    misspelt = _put(field, key, f"{key.text}x")
    yield Mistake(_named(field, "misspelt"), field.key, misspelt, "unknown-key", key.line, key.column)
    lines = field.text.split("\n")
    line = lines[key.line - 1]
    alone = line.strip() == f"{key.text}: {getattr(value, 'text', '')}"
    if not alone:
        return
    twice = "\n".join([*lines[: key.line], line, *lines[key.line :]])
    yield Mistake(_named(field, "twice"), field.key, twice, "yaml-duplicate-key", key.line + 1, key.column)
    if field.info.is_required() and not field.first:
        without = "\n".join([*lines[: key.line - 1], *lines[key.line :]])
        yield Mistake(_named(field, "missing"), field.key, without, "missing-key", *field.around)
