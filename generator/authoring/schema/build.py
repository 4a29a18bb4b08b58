"""Make the schemas of models and catalogues in the form that editors use: JSON Schema 2020-12.

pydantic draws the structure; the shapes of scalars come from `model.shapes`. Added here: examples of records,
what may be left empty or unknown, and the ids that may be cited, with their texts.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.authoring.schema.citations import CITES, definition
from generator.authoring.schema.examples import example_for
from generator.authoring.schema.files import SETTINGS, Described, described
from generator.authoring.schema.messages import of_keys, with_messages
from generator.model.fields import DutyId, DutyPartId, Id
from generator.model.known import title_of
from generator.model.paths import records_in, value_name
from generator.model.records.catalogue import Catalogue
from generator.model.shapes import TEXT

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
_ID_PATTERNS = {TypeAdapter(kind).json_schema()["pattern"] for kind in (Id, DutyId, DutyPartId)}
_NULL: Schema = {"type": "null"}
_UNKNOWN: Schema = {
    "type": "object",
    "title": "نامعلوم",
    "description": "دانسته‌ای که هنوز معلوم نیست؛ در سند جای خالی می‌آید.",
    "properties": {
        "unknown": {
            "title": "علت",
            "description": "چرا هنوز معلوم نیست.",
            "examples": ["شماره هنگام ثبت در دبیرخانه داده می‌شود"],
            "type": ["string", "number", "null"],
        },
        "who": {
            "title": "نوبت",
            "description": "چه کسی باید آن را معلوم کند.",
            "examples": ["دبیرخانهٔ طرح"],
            "type": ["string", "number", "null"],
        },
    },
    "required": ["unknown"],
    "additionalProperties": False,
}


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """Return the text of every schema by its file's name (`plan.json`)."""
    return {f"{kind.name}.json": _text(schema_of(kind, catalogue)) for kind in (*described(), SETTINGS)}


def schema_of(kind: Described, catalogue: Catalogue) -> Schema:
    """Return the schema of one kind of file."""
    raw = kind.model.model_json_schema(mode="validation")
    drawn = raw.pop("$defs", {}) | {kind.model.__name__: raw}
    records = {model.__name__: model for model in records_in(kind.model)}
    finished = {name: _record(drawn[name], model) for name, model in records.items()}
    root = finished.pop(kind.model.__name__)
    cited = {_name(kinds): definition(kinds, catalogue) for (model, _), kinds in CITES.items() if model in records}
    return {"$schema": DIALECT, "title": kind.title, **root, "$defs": {**finished, **cited, "unknown": _UNKNOWN}}


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _record(drawn: Schema, model: type[BaseModel]) -> Schema:
    """Return a record's schema with its fields finished; names and docstrings that pydantic takes from the code go."""
    required = drawn.get("required", [])
    fields = {name: _field(model, name, drawn["properties"][name], name in required) for name in model.model_fields}
    record: Schema = {"title": title_of(model), "type": "object", "properties": fields, "additionalProperties": False}
    record |= {"errorMessage": of_keys(model)}
    return record | ({"required": required} if required else {})


def _field(model: type[BaseModel], name: str, drawn: Schema, required: bool) -> Schema:
    field = model.model_fields[name]
    described: Schema = {"title": field.title, "description": field.description, "examples": [example_for(model, name)]}
    default = drawn.get("default")
    if isinstance(default, str) and default:
        described["default"] = default
    rest = {key: value for key, value in drawn.items() if key not in ("title", "description", "examples", "default")}
    shape = with_messages(_shaped(rest, CITES.get((model.__name__, name))), value_name(field))
    return described | (shape if required else _or_empty(shape))


def _or_empty(shape: Schema) -> Schema:
    """Return the shape, or nothing written after the key."""
    if "anyOf" in shape:
        return shape if _NULL in shape["anyOf"] else shape | {"anyOf": [*shape["anyOf"], _NULL]}
    return {"anyOf": [shape, _NULL]}


def _shaped(drawn: Schema, cites: tuple[str, ...] | None) -> Schema:
    """Return a drawn shape in the words of JSON Schema, with the ids that it may cite."""
    if cites and drawn.get("pattern") in _ID_PATTERNS:
        return {"$ref": f"#/$defs/{_name(cites)}"}
    if drawn.get("$ref") == "#/$defs/Unknown":
        return {"$ref": "#/$defs/unknown"}
    if drawn == {"type": "string"}:
        return {"type": TEXT["type"]}
    shape: Schema = {}
    for key, value in drawn.items():
        if key in ("oneOf", "anyOf"):
            shape["anyOf"] = [_shaped(option, cites) for option in value]
        elif key in ("items", "additionalProperties"):
            shape[key] = _shaped(value, cites)
        else:
            shape[_BOUNDS.get(key, key)] = value
    return shape


def _name(kinds: tuple[str, ...]) -> str:
    return "-or-".join(kinds)
