"""Load nodes as a typed model: pydantic validates, each of its errors becomes one Persian problem at its place.

No sentence of pydantic reaches the user. Custom errors of the models carry a code of `messages` as their type
and the sentence's values as their context; a `path` in it is followed from where the error was raised.

For example, `{id: b1, amount: ۱۲ تومان}` as the first budget line of action a01 in `plan.yaml`:

1. `validated`: the error is at ("actions", 0, "budget", 0, "amount"), of type `refused`, with the code money-toman.
2. `walk` goes through model and nodes together. "actions" is a field of ActionPlan («اقدام‌ها», a list), 0 an item of it
   (Action, named by its id: a01), "budget" and 0 likewise (BudgetLine, b1), "amount" a field (`int`): the titles of `Spot`.
3. `_causes` keeps it: no other fault explains it, as a misspelt key explains the missing one.
4. `_sentence` gives code and values, `_place` the node's line and column: «plan.yaml:4:26: خطا: اقدام‌ها ← a01 ← اعتبار ← b1 ←
   مبلغ: مبلغ «۱۲ تومان» به تومان است. …»
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator import persian
from generator.problems.errors import Place, Problem
from generator.problems.limits import LIMITS
from generator.problems.messages import SENTENCES, meant, problem, remedy
from generator.problems.outcome import Outcome
from generator.reading.yamltext import skeletons
from generator.reading.yamltext.bounded import Faults, validated
from generator.reading.yamltext.nodes import Mapping, Node, Scalar, find, plain
from generator.reading.yamltext.spots import Spot, kinds_of, record_of, walk

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
_IDS = {
    "bad-id": re.compile(r"[a-z0-9][a-z0-9-]*"),
    "bad-duty-id": re.compile(r"[a-z0-9][a-z0-9-]*/[0-9]+"),
    "bad-duty-part-id": re.compile(r"[a-z0-9][a-z0-9-]*/[0-9]+/[0-9]+"),
}
"""The refusals of ids, with what an id looks like when nothing but characters that are not seen was wrong with it."""
_BOUNDS = {"greater_than_equal": "ge", "greater_than": "gt", "less_than_equal": "le", "less_than": "lt"}


def load(node: Node, model: type[M], file: Path, most: int = LIMITS.problems_of_file) -> Outcome[M]:
    """Load a file's root node as a model, or return its problems, in the order of the file; `most` are named."""
    if not isinstance(node, Mapping):
        return Outcome.of(None, [problem("expected-mapping", find(node, ()).place(file))])
    result = validated(model, plain(node), most)
    if not isinstance(result, Faults):
        return Outcome(result)
    faults = [_Fault(detail, _spot(model, node, detail)) for detail in result.first]
    causes = list(_together(sorted(_causes(faults), key=lambda fault: _order(fault, node))))
    reported = [_problem(fault, node, file) for fault in causes[:most]]
    return Outcome.of(None, [*reported, *_unreported(result, len(causes) - len(reported), reported[-1].place)])


def _unreported(found: Faults, cut: int, place: Place | None) -> Iterator[Problem]:
    """Yield a problem that counts the faults beyond the limit."""
    more = found.more + cut
    if found.unread:
        yield problem("yaml-more-unread", place, where="", count=persian.group(more), items=persian.group(found.unread))
    elif more:
        yield problem("yaml-more-untold", place, where="", count=persian.group(more))


def _order(fault: _Fault, root: Node) -> tuple[int, int]:
    pointed = _place(fault, root, Path())
    return pointed.line, pointed.column


class _Fault(NamedTuple):
    detail: ErrorDetails
    spot: Spot
    missing: tuple[str, ...] = ()
    """All the keys that the record lacks, where it lacks more than this one."""


def _spot(model: type[BaseModel], root: Node, detail: ErrorDetails) -> Spot:
    further = detail.get("ctx", {}).get("path", ())
    return walk(model, root, (*detail["loc"], *further))


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


def _together(faults: list[_Fault]) -> Iterator[_Fault]:
    """Make one fault of the keys that a record lacks: who forgot eleven of them writes them at one place."""
    absent: dict[tuple[str | int, ...], list[str]] = {}
    for fault in faults:
        if fault.detail["type"] == "missing":
            absent.setdefault(fault.spot.path[:-1], []).append(str(fault.spot.path[-1]))
    for fault in faults:
        names = absent.get(fault.spot.path[:-1], ()) if fault.detail["type"] == "missing" else ()
        if len(names) < 2:
            yield fault
        elif names[0] == fault.spot.path[-1]:
            yield fault._replace(missing=tuple(names))


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
    return fault.spot.titles[:-1] if code in ("unknown-key", "key-moved", "missing-key", "missing-keys") else fault.spot.titles


def _sentence(fault: _Fault, root: Node) -> tuple[str, dict[str, object]]:
    """Return the code of a fault and the values of its sentence."""
    kind, context = fault.detail["type"], dict(fault.detail.get("ctx", {}))
    if kind == "refused":
        return str(context["code"]), dict(context["values"])
    if fault.detail["input"] is None and kind not in ("missing", "extra_forbidden"):
        return _of_nothing(fault.spot.annotation)
    if kind in _IDS and (unseen := _unseen(text := str(context["value"]))):
        clean = persian.without_unseen(text)
        if _IDS[kind].fullmatch(clean):
            return "id-unseen", {"id": clean, "characters": unseen}
    if fault.missing and fault.spot.owner:
        keys = skeletons.keys(fault.spot.owner, fault.missing)
        return "missing-keys", {"count": persian.numeral(len(fault.missing)), "keys": keys}
    if kind == "extra_forbidden" and (place := _moved(fault)):
        return "key-moved", {"key": str(fault.spot.path[-1]), "place": place}
    code = _CODES.get(kind, kind if kind in SENTENCES else "value-refused")
    context.pop("path", None)
    return code, context | {"text": _written(root, fault)} | _extra(fault)


def _moved(fault: _Fault) -> str:
    """Return where a key of an older form is written now; empty for other keys."""
    moved: dict[str, str] = getattr(fault.spot.owner, "moved", {})
    return moved.get(str(fault.spot.path[-1]), "")


def _of_nothing(annotation: Any) -> tuple[str, dict[str, object]]:
    """Return the code of a value left empty: what belongs there is one text, a block of keys or a list."""
    if record := record_of(annotation):
        return "block-empty", {"keys": skeletons.keys(record, skeletons.required(record))}
    if skeletons.is_list(annotation):
        item = skeletons.item_of(annotation)
        return "list-empty", {"item": f"{skeletons.required(item)[0]}: …" if item else "…"}
    return "value-empty", {}


def _unseen(text: str) -> str:
    """Name the characters of a word that are not seen, each once; nothing when a plain space is what is wrong with it."""
    if " " in text:
        return ""
    return "، ".join(dict.fromkeys(persian.name_of(each) for each in text if not persian.without_unseen(each)))


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
    kinds = [kind for kind in kinds_of(annotation) if get_origin(kind) is Literal]
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
