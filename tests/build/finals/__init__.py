"""A neighbourhood of which everything is known, so that each of its documents can be final, and a way to spoil one record."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.authoring import confirm
from generator.build.project import Folders, Project
from generator.persian import JalaliDate
from generator.reading import records
from generator.reading.positions import Positions
from tests.plans import only

ROOT = Path(__file__).parents[3]
PLACE = "z3-golshahr"
FOLDER = f"neighbourhoods/{PLACE}"

Data = dict[str, Any]

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_OPERATOR = {
    "name": "مؤسسهٔ همیاران",
    "legal_form": "مؤسسهٔ غیردولتی",
    "registration_number": "۱۲۳۴",
    "national_id": "10100015081",
    "permit": "۹۸/۱۲",
    "representative": "مدیر مؤسسه",
    "address": "مشهد، گلشهر",
    "postal_code": "9137913316",
    "phone": "051-32123456",
    "account": "IR062960000000100324200001",
}
_EMPLOYER = {
    "name": "استانداری خراسان رضوی",
    "representative": "معاون استاندار",
    "post": "معاون سیاسی و اجتماعی",
    "national_id": "10100026049",
    "economic_code": "411111234567",
    "address": "مشهد، استانداری",
    "postal_code": "9137913316",
    "phone": "051-32123457",
}
APPROVALS = [
    ("office-headquarters", "headquarters", "دفتر", "۱۲/۱", "۱۴۰۳/۰۴/۱۰"),
    ("needs-committee", "strategic-committee", "شناسنامه نیازها", "۱۲/۲", "۱۴۰۳/۰۹/۲۵"),
    ("plan-headquarters", "headquarters", "برنامه اقدام", "۱۲/۳", "۱۴۰۴/۰۳/۱۰"),
    ("document-headquarters", "headquarters", "سند مشارکتی", "۱۲/۴", "۱۴۰۴/۱۱/۲۵"),
]


def load(file: Path) -> Any:
    """The data of a file; every scalar is text."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)


def dump(file: Path, data: Any) -> None:
    """Write data to a file."""
    file.write_text(yaml.dump(data, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")


def complete(root: Path, *, sample: bool = False) -> Folders:
    """A project under a folder whose one neighbourhood has every fact that a final document of each kind needs."""
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(ROOT / "plans", root / "plans", ignore=only(PLACE))
    folder = root / "plans" / FOLDER
    # Its approvals are written here, and stand in a file that is changed by tests; no session gives them or is made known.
    shutil.rmtree(root / "plans/meetings")
    for letter in (root / "plans/letters").iterdir():
        data = load(letter)
        if "-announce-" in letter.name or ("-notify-" in letter.name and "-notify-2-" not in letter.name):
            letter.unlink()
        elif "-notify-2-" in letter.name:
            dump(letter, {name: value for name, value in data.items() if name not in ("decisions", "references")})
    (folder / "approvals.yaml").write_text("sample: بله\n", encoding="utf-8")
    for name, fill in _FILL.items():
        data = load(folder / name)
        fill(data)
        dump(folder / name, data)
    legal = load(root / "plans" / "legal.yaml")
    for rate in legal["rates"]:
        rate["verified_on"] = "۱۴۰۴/۰۱/۱۵"
        rate["value"] = rate["value"] if isinstance(rate["value"], str) else "۳٪"
    dump(root / "plans" / "legal.yaml", legal)
    contacts = load(root / "plans" / "contacts.yaml")
    for contact in contacts["contacts"]:
        contact["holders"] = [{"name": f"دارندهٔ سمت {contact['id']}"}]
    dump(root / "plans" / "contacts.yaml", contacts)
    for file in (
        *folder.rglob("*.yaml"),
        *(root / "plans" / "calls").glob("*.yaml"),
        *(root / "plans" / "letters").glob("*.yaml"),
    ):
        text = file.read_text(encoding="utf-8")
        file.write_text(text if sample else text.replace("sample: بله\n", ""), encoding="utf-8")
    if not sample:
        drawn = (folder / "map.geojson").read_text(encoding="utf-8").replace('"sample": true,\n', "")
        (folder / "map.geojson").write_text(drawn.replace('"state": "نمونه"', '"state": "پیشنهادی"'), encoding="utf-8")
    folders = Folders.under(root)
    day = JalaliDate(1403, 4, 24)
    confirm.confirm(folders, "contract", PLACE, "کارشناس حقوقی", day, day)
    return folders


def _approvals(data: Data) -> None:
    keys = ("id", "body", "about", "number", "date")
    data["approvals"] = [dict(zip(keys, row, strict=True)) | {"subject": f"تصویب {row[2]}"} for row in APPROVALS]


def _contract(data: Data) -> None:
    data["basis"] = ["office-headquarters"]
    data |= {"number": "۴۵/الف", "date": "۱۴۰۳/۰۴/۲۵", "procurement_class": "معاملهٔ متوسط"}
    data["employer"] = dict(_EMPLOYER)
    data["funding"] = {"source": "اعتبارات استانی", "budget_row": "۱۵۰۳"}


def _office(data: Data) -> None:
    data |= {"address": "مشهد، گلشهر، خیابان اول", "phone": "۰۵۱-۳۲۱۲۳۴۵۶", "manager": "مدیر دفتر"}
    data["operator"] |= _OPERATOR


def _plan(data: Data) -> None:
    for edition in data["previous"]:
        del edition["approval"]


def _community(data: Data) -> None:
    for partner in data["partners"]:
        partner["name"] = f"همیار {partner['id']}"


def _evaluation(data: Data) -> None:
    for member in data["committee"]:
        member["name"] = f"عضو کمیته، {member['post']}"


_FILL: dict[str, Callable[[Data], None]] = {
    "approvals.yaml": _approvals,
    "contract.yaml": _contract,
    "office.yaml": _office,
    "plan.yaml": _plan,
    "community.yaml": _community,
    "evaluations/1404-h1.yaml": _evaluation,
    "evaluations/1404-h2.yaml": _evaluation,
}


@dataclass(frozen=True, slots=True)
class Given:
    """A complete project that has been read, of which a test spoils one record without reading the others again."""

    project: Project
    scratch: Path

    def without(self, record: str) -> Project:
        """The project without a record of the neighbourhood."""
        return self._with(record, None, {})

    def spoilt(self, record: str, spoil: Callable[[Data], None]) -> Project:
        """The project with a record of the neighbourhood (`contract`, `evaluations/1404-h1`) changed, read from a file."""
        data = deepcopy(load(self.project.folders.plans / FOLDER / f"{record}.yaml"))
        spoil(data)
        key, folder = f"{FOLDER}/{record}.yaml", self.scratch / "plans"
        (folder / key).parent.mkdir(parents=True, exist_ok=True)
        dump(folder / key, data)
        name = record.partition("/")[0]
        model = records.RECORDS[name] if name in records.RECORDS else records.SERIES[name][0]
        positions = Positions(folder)
        changed, problems = records.load(folder, key, model, positions)
        assert changed is not None, [found.line() for found in problems]
        return self._with(record, changed, positions.sources)

    def _with(self, record: str, changed: Any, sources: dict[str, Any]) -> Project:
        reading = self.project.reading
        assert reading.workspace is not None
        dossier = reading.workspace.dossier(PLACE)
        name, _, entry = record.partition("/")
        held = tuple(changed if each.id == entry else each for each in getattr(dossier, name)) if entry else changed
        dossiers = (dossier.model_copy(update={name: held}),)
        workspace = reading.workspace.model_copy(update={"dossiers": dossiers})
        kept = {key: source for key, source in reading.positions.sources.items() if key != f"{FOLDER}/{record}.yaml"}
        positions = Positions(self.project.folders.plans, kept | sources)
        return replace(self.project, reading=replace(reading, workspace=workspace, positions=positions))
