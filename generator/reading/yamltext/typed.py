"""Load nodes as a typed model: pydantic validates, each of its errors becomes one Persian problem at its place.

No sentence of pydantic reaches the user. Custom errors of the models carry a code of `messages` as their type
and the sentence's values as their context; a `path` in it is followed from where the error was raised.

For example, `{id: b1, amount: ۱۲ تومان}` as the first budget line of action a01 in `plan.yaml`:

1. `validated`: the error is at ("actions", 0, "budget", 0, "amount"), of type `refused`, with the code money-toman.
2. `_walk` goes through model and nodes together. "actions" is a field of ActionPlan («اقدام‌ها», a list), 0 an item of it
   (Action, named by its id: a01), "budget" and 0 likewise (BudgetLine, b1), "amount" a field (`int`): the titles of `_Spot`.
3. `_causes` keeps it: no other fault explains it, as a misspelt key explains the missing one.
4. `_sentence` gives code and values, `_place` the node's line and column: «plan.yaml:4:26: خطا: اقدام‌ها ← a01 ← اعتبار ← b1 ←
   مبلغ: مبلغ «۱۲ تومان» به تومان است. …»
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic_core import ErrorDetails

from generator import persian
from generator.problems.errors import Place, Problem
from generator.problems.limits import LIMITS
from generator.problems.messages import SENTENCES, meant, nth, problem, remedy
from generator.problems.outcome import Outcome
from generator.reading.yamltext.bounded import Faults, validated
from generator.reading.yamltext.nodes import Mapping, Node, Scalar, find, plain

M = TypeVar("M", bound=BaseModel)

ARROW = " ← "


_CODES = {
    "extra_forbidden": "unknown-key",
    "missing": "missing-key",
    "not-in-list": "not-in-list",
    "literal_error": "not-in-list",
    "string_type": "value-not-scalar",
    "tuple_type": "expected-list",
    "list_type": "expected-list",
    "model_type": "expected-mapping",
    "model_attributes_type": "expected-mapping",
    "dict_type": "expected-mapping",
    "greater_than_equal": "number-below",
    "greater_than": "number-not-above",
    "less_than_equal": "number-above",
    "less_than": "number-not-below",
    "too_short": "too-few",
    "too_long": "too-many",
    "string_too_long": "text-too-long",
    "string_too_short": "value-empty",
    "string_pattern_mismatch": "value-pattern",
    "bool_parsing": "flag-not-understood",
    "int_parsing": "number-not-understood",
    "int_from_float": "number-not-whole",
    "float_parsing": "number-not-understood",
    "decimal_parsing": "number-not-understood",
    "finite_number": "number-not-understood",
}
_BOUNDS = {"greater_than_equal": "ge", "greater_than": "gt", "less_than_equal": "le", "less_than": "lt"}


def load(node: Node, model: type[M], file: Path, most: int = LIMITS.problems_of_file) -> Outcome[M]:
    """Load a file's root node as a model, or return its problems, in the order of the file; `most` are named."""
    if not isinstance(node, Mapping):
        return Outcome.of(None, [problem("expected-mapping", find(node, ()).place(file))])
    result = validated(model, plain(node), most)
    if not isinstance(result, Faults):
        return Outcome(result)
    faults = [_Fault(detail, _spot(model, node, detail)) for detail in result.first]
    causes = sorted(_causes(faults), key=lambda fault: _order(fault, node))
    reported = [_problem(fault, node, file) for fault in causes[:most]]
    return Outcome.of(None, [*reported, *_unreported(result, len(causes) - len(reported), reported[-1].place)])


def _unreported(found: Faults, cut: int, place: Place | None) -> Iterator[Problem]:
    """Yield a problem that counts the faults beyond the limit."""
    more = found.more + cut
    if found.unread:
        yield problem("yaml-more-unread", place, where="", count=persian.group(more), items=persian.group(found.unread))
    elif more:
        yield problem("yaml-more-untold", place, where="", count=persian.group(more))


def titles_of(model: type[BaseModel], node: Node, path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the Persian titles along a field path; an item of a list is named by its own id."""
    return _walk(model, node, path).titles


def _order(fault: _Fault, root: Node) -> tuple[int, int]:
    pointed = _place(fault, root, Path())
    return pointed.line, pointed.column


class _Spot(NamedTuple):
    """The position of an error: path in the data, titles along it, the type there, and the model around it."""

    path: tuple[str | int, ...]
    titles: tuple[str, ...]
    annotation: Any
    owner: type[BaseModel] | None


class _Fault(NamedTuple):
    detail: ErrorDetails
    spot: _Spot


def _spot(model: type[BaseModel], root: Node, detail: ErrorDetails) -> _Spot:
    further = detail.get("ctx", {}).get("path", ())
    return _walk(model, root, (*detail["loc"], *further))


def _walk(model: type[BaseModel], root: Node, location: tuple[str | int, ...]) -> _Spot:
    annotation: Any = model
    owner: type[BaseModel] | None = None
    path: list[str | int] = []
    titles: list[str] = []
    for step in location:
        tagged = _tagged(annotation)
        if step in tagged:
            # The tag that pydantic puts into the location of a union is no part of the data.
            annotation = tagged[str(step)]
            continue
        path.append(step)
        owner = _record(annotation)
        title, annotation = _into(annotation, step, root, path)
        titles += [title] if title else []
    return _Spot(tuple(path), tuple(titles), annotation, owner)


def _into(annotation: Any, step: str | int, root: Node, path: list[str | int]) -> tuple[str, Any]:
    """Return the title of a step and the type after it."""
    if record := _record(annotation):
        field = record.model_fields.get(str(step))
        return (field.title or str(step), field.annotation) if field else (str(step), None)
    arguments = get_args(next(_kinds(annotation), None))
    if isinstance(step, int):
        inner = arguments[0] if arguments else None
        return _item_name(inner, find(root, path).node, step), inner
    return str(step), arguments[-1] if arguments else None


def _item_name(annotation: Any, node: Node, position: int) -> str:
    """Return the name of a list item: its id, else its first field; nothing when it is a plain value."""
    record = _record(annotation)
    if record is None:
        return ""
    for name in ("id", next(iter(record.model_fields), "id")):
        value = node.get(name) if isinstance(node, Mapping) else None
        if isinstance(value, Scalar) and value.text.strip():
            return persian.quotable(value.text)
    return nth(position + 1)


def _record(annotation: Any) -> type[BaseModel] | None:
    """Return the model that an annotation names, if it is one."""
    kind = next(_kinds(annotation), None)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _kinds(annotation: Any) -> Iterator[Any]:
    """Return the types in an annotation: `Annotated` and unions split, None left out."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _kinds(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _kinds(member)
    elif annotation is not None and annotation is not type(None):
        yield annotation


def _tagged(annotation: Any) -> dict[str, Any]:
    if get_origin(annotation) is Annotated:
        return _tagged(get_args(annotation)[0])
    return {
        str(mark.tag): member
        for member in get_args(annotation)
        for mark in getattr(member, "__metadata__", ())
        if isinstance(mark, Tag)
    }


def _causes(faults: list[_Fault]) -> Iterator[_Fault]:
    """Return the faults without those that another one explains: one mistake is reported once."""
    misspelt = {
        (fault.spot.path[:-1], near)
        for fault in faults
        if fault.detail["type"] == "extra_forbidden"
        for near in _near_keys(fault)[:1]
    }
    for fault in faults:
        path, kind = fault.spot.path, fault.detail["type"]
        if kind == "missing" and (path[:-1], path[-1]) in misspelt:
            continue
        if kind == "too_short" and any(_inside(other.spot.path, path) for other in faults):
            continue
        yield fault


def _inside(path: tuple[str | int, ...], outer: tuple[str | int, ...]) -> bool:
    return len(path) > len(outer) and path[: len(outer)] == outer


def _problem(fault: _Fault, root: Node, file: Path) -> Problem:
    code, values = _sentence(fault, root)
    return problem(code, _place(fault, root, file), where=ARROW.join(_where(fault, code)), **values)


def _place(fault: _Fault, root: Node, file: Path) -> Place:
    found = find(root, fault.spot.path)
    return found.key_place(file) if fault.detail["type"] == "extra_forbidden" else found.place(file)


def _where(fault: _Fault, code: str) -> tuple[str, ...]:
    """Return the titles to show, without the key that a sentence about keys names itself."""
    return fault.spot.titles[:-1] if code in ("unknown-key", "missing-key") else fault.spot.titles


def _sentence(fault: _Fault, root: Node) -> tuple[str, dict[str, object]]:
    """Return the code of a fault and the values of its sentence."""
    kind, context = fault.detail["type"], dict(fault.detail.get("ctx", {}))
    if kind == "refused":
        return str(context["code"]), dict(context["values"])
    if fault.detail["input"] is None and kind not in ("missing", "extra_forbidden"):
        return "value-empty", {}
    code = _CODES.get(kind, kind if kind in SENTENCES else "value-refused")
    context.pop("path", None)
    return code, context | {"text": _written(root, fault)} | _extra(fault)


def _extra(fault: _Fault) -> dict[str, object]:
    """Return what the sentence of a fault names beyond the value itself."""
    kind, context = fault.detail["type"], fault.detail.get("ctx", {})
    if kind == "extra_forbidden":
        return {"key": persian.quotable(str(fault.spot.path[-1])), "remedy": _key_remedy(fault)}
    if kind == "missing":
        key = str(fault.spot.path[-1])
        return {"key": key, "title": fault.spot.titles[-1]}
    if "allowed" in context or kind == "literal_error":
        allowed = [str(value) for value in context.get("allowed") or _literals(fault.spot.annotation)]
        near = meant(str(context.get("value", fault.detail["input"])), allowed)
        return {"near": near, "allowed": "، ".join(f"«{value}»" for value in allowed)}
    if kind in _BOUNDS:
        return {"limit": persian.decimal_text(Decimal(str(context[_BOUNDS[kind]])))}
    if kind in ("too_short", "too_long"):
        return {"limit": persian.group(int(context["min_length" if kind == "too_short" else "max_length"]))}
    if kind == "string_too_long":
        return {"limit": persian.group(int(context["max_length"]))}
    return {}


def _literals(annotation: Any) -> list[str]:
    kinds = [kind for kind in _kinds(annotation) if get_origin(kind) is Literal]
    return [str(value) for kind in kinds for value in get_args(kind)]


def _keys(fault: _Fault) -> dict[str, str]:
    """Return the allowed keys with their Persian titles, where an unknown key was found."""
    fields = fault.spot.owner.model_fields if fault.spot.owner else {}
    return {name: field.title or name for name, field in fields.items()}


def _near_keys(fault: _Fault) -> list[str]:
    """Return the keys that an unknown one may mean, compared with names and with Persian titles."""
    keys = _keys(fault)
    by_title = {title: name for name, title in keys.items()}
    found = persian.near_matches(str(fault.spot.path[-1]), [*keys, *by_title])
    return list(dict.fromkeys(by_title.get(match, match) for match in found))


def _key_remedy(fault: _Fault) -> str:
    keys = _keys(fault)
    shown = {name: f"{name} ({title})" if title != name else name for name, title in keys.items()}
    return remedy([shown[name] for name in _near_keys(fault)[:1]], shown.values())


def _written(root: Node, fault: _Fault) -> str:
    """Return the value as written in the file; empty when it is not one text."""
    node = find(root, fault.spot.path).node
    return persian.quotable(node.text) if isinstance(node, Scalar) else ""
