"""The schemas for editors accept every file of the data, say what each field is, and refuse what the program refuses."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.authoring.schema.build import schema_of, schemas
from generator.authoring.schema.citations import CITES
from generator.authoring.schema.examples import example_for, example_of
from generator.authoring.schema.files import FOLDER, SETTINGS, described, kind_of, modeline
from generator.authoring.schema.messages import DATE, MONEY
from generator.checks import case_of, names_of_catalogues, references
from generator.checks.scope import Catalogues
from generator.model.fields import Date, Month, Rials
from generator.model.paths import record_in, records_in
from generator.model.records.action import ActionPlan
from generator.model.records.workspace import Workspace
from generator.reading import records, workspace
from generator.reading.yamltext import parse, read
from generator.reading.yamltext.nodes import Mapping, Node, Null, Scalar, Sequence, plain

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "plans"
KINDS = [*described(), SETTINGS]
FILES = sorted(file.relative_to(PLANS).as_posix() for file in PLANS.rglob("*.yaml"))
GOLSHAHR = "neighbourhoods/z3-golshahr"


@cache
def data() -> Workspace:
    found = workspace.read(PLANS).workspace
    assert found is not None
    return found


@cache
def schema(name: str) -> dict[str, Any]:
    (kind,) = (kind for kind in KINDS if kind.name == name)
    return schema_of(kind, data().catalogue)


def faults(name: str, value: Any) -> list[str]:
    return [error.json_path for error in Draft202012Validator(schema(name)).iter_errors(value)]


def as_editors_see(node: Node) -> Any:
    """A node typed by YAML's own rules (the core schema of YAML 1.2), as editors do."""
    match node:
        case Scalar(text, quoted=False) if re.fullmatch(r"[-+]?[0-9]+", text):
            return int(text)
        case Scalar(text, quoted=False) if re.fullmatch(r"[-+]?[0-9]*\.[0-9]+", text):
            return float(text)
        case Scalar("true" | "false" as text, quoted=False):
            return text == "true"
        case Scalar(text):
            return text
        case Null():
            return None
        case Sequence(items):
            return [as_editors_see(item) for item in items]
        case Mapping(entries):
            return {entry.key.text: as_editors_see(entry.value) for entry in entries}


MODELS = list(dict.fromkeys(model for kind in KINDS for model in records_in(kind.model)))


@pytest.mark.parametrize("key", FILES)
def test_a_file_of_the_data_is_right_by_its_schema_and_names_it(key: str) -> None:
    node = read(PLANS / key).node
    kind = kind_of(key)

    assert node is not None
    assert kind is not None
    assert faults(kind.name, plain(node)) == []
    assert faults(kind.name, as_editors_see(node)) == []
    first = (PLANS / key).read_text(encoding="utf-8").split("\n", 1)[0]
    assert first == modeline(key)
    target = (PLANS / key).parent / first.partition("$schema=")[2]
    assert target.resolve() == (PLANS / FOLDER / f"{kind.name}.json").resolve()


def test_the_settings_name_their_schema_and_an_editor_accepts_what_the_program_does() -> None:
    text = (ROOT / SETTINGS.pattern).read_text(encoding="utf-8")
    node = parse("look: amiri\nlimits:\n  document: {seconds: ۹۰, memory: 2048}\n  inspection:\n", Path("sanad.yaml")).node

    assert text.startswith(f"# yaml-language-server: $schema=plans/{FOLDER}/{SETTINGS.name}.json\n")
    assert node is not None
    assert faults(SETTINGS.name, as_editors_see(node)) == faults(SETTINGS.name, plain(node)) == []
    assert sorted(faults(SETTINGS.name, {"lok": "style", "engine": "none"})) == ["$", "$.engine"]


def test_there_is_a_schema_beside_the_data_for_each_kind_of_file_and_no_other() -> None:
    assert {file.name for file in (PLANS / FOLDER).iterdir()} == schemas(data().catalogue).keys()


def test_the_workspace_settings_wire_each_kind_of_file_to_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))

    assert settings["yaml.schemas"] == {f"./plans/{FOLDER}/{kind.name}.json": f"plans/{kind.pattern}" for kind in described()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_one_by_the_standard_and_has_a_persian_title(kind: Any) -> None:
    Draft202012Validator.check_schema(schema(kind.name))

    assert schema(kind.name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert re.search("[آ-ی]", schema(kind.name)["title"])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_has_title_description_and_an_example_that_is_right(kind: Any) -> None:
    whole = schema(kind.name)
    for record in [whole, *(each for each in whole["$defs"].values() if each.get("type") == "object")]:
        for name, field in record["properties"].items():
            assert re.search("[آ-ی]", field["title"]), name
            assert re.search("[آ-ی].*[.؟]$", field["description"]), name
            for example in field["examples"]:
                validator = Draft202012Validator({**field, "$defs": whole["$defs"]})
                assert list(validator.iter_errors(example)) == [], name


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_examples_of_a_record_are_a_record_that_the_program_accepts(model: type[BaseModel]) -> None:
    model.model_validate(example_of(model))
    model.model_validate({name: example_for(model, name) for name in model.model_fields})


def test_an_editor_offers_the_duties_with_their_texts_and_the_agencies_with_their_names() -> None:
    known = schema("plan")["$defs"]
    duties = {duty.id: duty.clean for agency in data().catalogue.agencies for duty in agency.duties}
    agencies = {agency.id: agency.name for agency in data().catalogue.agencies}

    for offered, expected in ((known["duty"], duties), (known["agency"], agencies)):
        assert dict(zip(offered["enum"], offered["markdownEnumDescriptions"], strict=True)) == expected
        assert offered["enumDescriptions"] == offered["markdownEnumDescriptions"]
    assert known["Action"]["properties"]["duties"]["items"] == {"$ref": "#/$defs/duty"}
    assert known["Action"]["properties"]["lead"]["$ref"] == "#/$defs/agency"


def action() -> dict[str, Any]:
    """The first action of a real plan, to be spoilt."""
    found = plain(read(PLANS / GOLSHAHR / "plan.yaml").node)  # type: ignore[arg-type]
    return found["actions"][0]  # type: ignore[call-overload,index,return-value]


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"led": "education"}, "$.actions[0]"),
        ({"lead": "educatio"}, "$.actions[0].lead"),
        ({"duties": ["education/99"]}, "$.actions[0].duties[0]"),
        ({"duties": []}, "$.actions[0].duties"),
        ({"axis": "فرهنگی"}, "$.actions[0].axis"),
        ({"id": "A 1"}, "$.actions[0].id"),
        ({"title": None}, "$.actions[0].title"),
        ({"title": ["الف"]}, "$.actions[0].title"),
        ({"beneficiaries": "بسیار"}, "$.actions[0].beneficiaries"),
        ({"beneficiaries": -3}, "$.actions[0].beneficiaries"),
        ({"beneficiaries": {"unknown": "هنوز", "why": "؟"}}, "$.actions[0].beneficiaries"),
        ({"risks": "الف"}, "$.actions[0].risks"),
    ],
)
def test_an_editor_refuses_what_the_program_refuses(changes: dict[str, Any], at: str) -> None:
    plan = {"version": "۱", "date": "۱۴۰۴/۰۲/۲۵", "actions": [action() | changes]}

    assert faults("plan", plan) == [at]


@pytest.mark.parametrize(
    "changes",
    [
        {"beneficiaries": None},
        {"beneficiaries": 720},
        {"beneficiaries": "۷۲۰"},
        {"beneficiaries": {"unknown": "شمارش نشده است", "who": "دفتر"}},
        {"beneficiaries": {"unknown": None}},
        {"axis": "کالبدی"},
        {"axis": "اجتماعي"},
        {"scale": "کوچک مقیاس"},
        {"risks": None},
        {"title": 1404},
        {"remarks": 12.5},
    ],
)
def test_an_editor_accepts_every_way_in_which_the_program_reads_a_value(changes: dict[str, Any]) -> None:
    plan = {"version": "۱", "date": "۱۴۰۴/۰۲/۲۵", "actions": [action() | changes]}

    assert faults("plan", plan) == []


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a schema."""
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from parts(inner)
    if isinstance(node, dict):
        yield node


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_records_are_titled_in_persian_and_an_editor_speaks_persian_where_it_can(kind: Any) -> None:
    whole = schema(kind.name)
    records = [each for name, each in whole["$defs"].items() if each.get("type") == "object" and name != "unknown"]
    for record in [whole, *records]:
        assert re.search("[آ-ی]", record["title"])
        assert re.search("[آ-ی].*[.؟]$", record["errorMessage"])
    for part in parts(whole):
        if "pattern" in part and isinstance(part["pattern"], str):
            assert re.search("[آ-ی].*[.؟»]$", part["patternErrorMessage"])
        if "enum" in part or part.get("type") == "array":
            assert re.search("[آ-ی].*[.؟]$", part["errorMessage"])
        assert "{" not in part.get("errorMessage", "") + part.get("patternErrorMessage", "")


CERTAIN = {
    "month 13": ("date", "۱۴۰۴/۱۳/۰۱"),
    "day 32": ("date", "1404-01-32"),
    "day and month first": ("date", "۲۱/۰۹/۱۳۹۸"),
    "Gregorian": ("date", "2025-05-15"),
    "toman": ("stated_total", "۵۰ میلیون تومان"),
    "dollars": ("stated_total", "100$"),
}


@pytest.mark.parametrize(("name", "text"), CERTAIN.values(), ids=CERTAIN)
def test_an_editor_refuses_what_is_certainly_no_date_and_no_rials(name: str, text: str) -> None:
    plan = {"version": "۱", "date": "۱۴۰۴/۰۲/۲۵", "actions": [action()], name: text}

    assert faults("plan", plan) == [f"$.{name}"]
    with pytest.raises(ValidationError):
        ActionPlan.model_validate(plan)


@pytest.mark.parametrize(("pattern", "kind"), [(DATE, Date), (DATE, Month), (MONEY, Rials)], ids=["date", "month", "money"])
def test_a_pattern_refuses_no_text_that_the_program_reads(pattern: str, kind: Any) -> None:
    chance = Random(7)
    numbers = ["۱۴۰۴", "1404", "١٤٠٤", "۱۳۹۸", "2025", "13", "۱۲", "۰۱", "1", "۳۱", "32", "۹۸", "00", "۱۲۵۰"]
    marks = ["/", "-", ".", " ", " / ", "٬", "مهر", "میلیون", "ریال", "تومان", "شنبه ", "ه.ش", "\u200f", "\n", "٫"]
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    refused = 0
    for _ in range(20_000):
        text = "".join(chance.choice(part) for part in [numbers, marks, numbers, marks, numbers][: chance.choice([3, 4, 5])])
        if re.search("[0-9۰-۹]", text) and not re.search(pattern, text):
            refused += 1
            with pytest.raises(ValidationError):
                adapter.validate_python(text)
    assert refused > 100


def test_a_level_may_be_a_number_for_an_editor() -> None:
    for level in (1, "1", "۱"):
        assert faults("priority", {"level": level, "access": "کم", "harm": "زیاد"}) == []
    assert faults("priority", {"level": 4, "access": "کم", "harm": "زیاد"}) == ["$.level"]


def field_at(record: str, path: tuple[str | int, ...]) -> tuple[str, str]:
    """The model and the field that a path of a dossier's record leads to."""
    folder = record.split("/")[0]
    (kind,) = (kind for kind in described() if kind.name == (folder if folder in records.SERIES else record))
    model, names = kind.model, [step for step in path if isinstance(step, str)]
    for name in names[:-1]:
        inner = record_in(model.model_fields[name].annotation)
        assert inner is not None
        model = inner
    return model.__name__, names[-1]


def test_the_ids_that_an_editor_offers_are_those_that_the_program_looks_for() -> None:
    catalogue = data().catalogue
    parts = {name: getattr(catalogue, name) for name in Catalogues.__dataclass_fields__ if hasattr(catalogue, name)}
    neighbourhoods = tuple(dossier.id for dossier in data().dossiers)
    names = names_of_catalogues(Catalogues(**parts, unread=frozenset(), neighbourhoods=neighbourhoods))
    offered = {kind for kinds in CITES.values() for kind in kinds}
    met = {
        (field_at(reference.record, reference.path), reference.kinds)
        for dossier in data().dossiers
        for reference in references.references(case_of(dossier, names, frozenset()))
    }

    assert len(met) > 10
    for field, kinds in met:
        assert CITES.get(field, ()) == (kinds if set(kinds) <= offered else ())
