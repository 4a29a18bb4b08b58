"""What can be begun, what it needs to know, and the files that it writes.

A new file is accepted by `sanad check` as it stands: facts that are not known are left empty, and a text that must not be empty
begins with «…», which is told as a gap until somebody writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator import persian
from generator.authoring.new import fillings
from generator.authoring.new.texts_of import filled
from generator.model.fields import is_id
from generator.model.records.catalogue import Catalogue
from generator.model.records.workspace import Dossier, Workspace
from generator.persian import Half, Quarter, Refused
from generator.problems import messages
from generator.problems.errors import DataError, MachineError, UsageError
from generator.problems.messages import meant, problem
from generator.reading import plainfiles, records
from generator.reading.workspace import read

P = TypeVar("P", Half, Quarter)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the data and the templates are."""

    plans: Path
    templates: Path


def begin(plans: Path, templates: Path, names: Sequence[str]) -> list[Path]:
    """Write the files that `names` ask for (`neighbourhood z3-omid امید`) and return their paths.

    UsageError when the words are wrong or a file is already there, DataError when the data around it cannot be read,
    MachineError when the disk does not let it.
    """
    if not names or names[0] not in WHAT:
        given, allowed = names[0] if names else "", "، ".join(WHAT)
        raise UsageError([problem("start-what", None, given=given, allowed=allowed, near=meant(given, WHAT))])
    what, words = names[0], [word.strip() for word in names[1:]]
    usage, make = WHAT[what]
    if len(words) != len(usage) or not all(words):
        raise UsageError([problem("start-names", None, usage=" ".join([what, *usage]))])
    files = make(Folders(plans, templates), words)
    there = [path for path in files if path.exists()]
    if there:
        raise UsageError([problem("start-exists", None, path=path) for path in there])
    for path, text in files.items():
        _write(path, text)
    return list(files)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Created only if absent, so that a file that somebody writes at this moment is safe too.
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise UsageError([problem("start-exists", None, path=path)]) from None
    except OSError as error:
        raise MachineError([problem("cannot-write", None, path=path, reason=messages.reason(error))]) from None


def _neighbourhood(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    new_id, name = _id(words[0]), words[1]
    workspace = _workspace(folders.plans)
    zone = next((zone for zone in workspace.catalogue.zones.zones if new_id.startswith(f"{zone.id}-")), None)
    if zone is None:
        zones = "، ".join(f"«{zone.id}» ({zone.name})" for zone in workspace.catalogue.zones.zones)
        raise UsageError([problem("start-zone", None, id=new_id, zones=zones)])
    ranks = [dossier.neighbourhood.rank for dossier in workspace.dossiers if dossier.neighbourhood.zone == zone.id]
    values = {"id": new_id, "zone": zone.id, "rank": persian.numeral(max(ranks, default=0) + 1), "name": name}
    key = f"{records.NEIGHBOURHOODS}/{new_id}/{records.IDENTITY}{records.SUFFIX}"
    return {folders.plans / key: filled("neighbourhood", key, values)}


def _agency(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    new_id, name = _id(words[0]), words[1]
    agencies = _workspace(folders.plans).catalogue.agencies
    order = max((agency.order for agency in agencies), default=0) + 1
    key = f"{records.AGENCIES}/{new_id}{records.SUFFIX}"
    return {folders.plans / key: filled("agency", key, {"id": new_id, "name": name, "order": persian.numeral(order)})}


def _contract(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    catalogue, dossier = _dossier(folders.plans, words[0], "قرارداد", ("priority", "office"))
    key = _key(dossier, "contract")
    return {folders.plans / key: filled("contract", key, fillings.contract(catalogue, dossier))}


def _evaluation(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    catalogue, dossier = _dossier(folders.plans, words[0], "ارزیابی", ("plan",))
    period = _period(persian.parse_half, words[1])
    key = _key(dossier, f"evaluations/{period.id}")
    return {folders.plans / key: filled("evaluation", key, fillings.evaluation(catalogue, dossier, period))}


def _quarter(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    _, dossier = _dossier(folders.plans, words[0], "گزارش سه‌ماهه", ("plan",))
    period = _period(persian.parse_quarter, words[1])
    key = _key(dossier, f"quarters/{period.id}")
    return {folders.plans / key: filled("quarter", key, fillings.quarter(dossier, period))}


def _kind(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    new_id, title = _id(words[0]), words[1]
    orders = [int(found[1]) for file in folders.templates.glob("*/kind.yaml") if (found := _order(file))]
    values = {"id": new_id, "title": title, "order": str(max(orders, default=0) + 10)}
    folder = folders.templates / new_id
    return {
        folder / "kind.yaml": filled("kind", "", values),
        folder / "document.html.j2": filled("document", "", values, suffix=".html.j2"),
    }


def _order(declaration: Path) -> re.Match[str] | None:
    """The order that a kind declares; nothing for one that cannot be read, of which a build tells."""
    try:
        text = plainfiles.read(declaration).decode("utf-8", errors="replace")
    except OSError:
        return None
    return re.search(r"^order:\s*([0-9]+)", persian.to_western(text), re.MULTILINE)


def _id(word: str) -> str:
    if not is_id(word):
        raise UsageError([problem("bad-id", None, text=word)])
    return word


def _period(parse: Callable[[str], P], word: str) -> P:
    try:
        return parse(word)
    except Refused as refused:
        raise UsageError([problem(refused.code, None, where="", **refused.values)]) from None


def _workspace(plans: Path) -> Workspace:
    reading = read(plans)
    if reading.workspace is None:
        raise DataError(list(reading.problems))
    return reading.workspace


def _dossier(plans: Path, name: str, title: str, needed: Sequence[str]) -> tuple[Catalogue, Dossier]:
    """The dossier of a neighbourhood that has the records which the new one rests on."""
    reading = read(plans)
    if reading.workspace is None or name in reading.broken:
        raise DataError(list(reading.problems))
    by_id = {dossier.id: dossier for dossier in reading.workspace.dossiers}
    if name not in by_id:
        raise UsageError([problem("unknown-neighbourhood", None, given=name, near=meant(name, by_id))])
    lacking = [record for record in needed if getattr(by_id[name], record) is None]
    if lacking:
        files = " و ".join(f"«{record}{records.SUFFIX}»" for record in lacking)
        raise UsageError([problem("start-record-needed", None, title=title, files=files)])
    return reading.workspace.catalogue, by_id[name]


def _key(dossier: Dossier, record: str) -> str:
    return f"{records.NEIGHBOURHOODS}/{dossier.id}/{record}{records.SUFFIX}"


WHAT: dict[str, tuple[tuple[str, ...], Callable[[Folders, Sequence[str]], dict[Path, str]]]] = {
    "neighbourhood": (("شناسه", "نام"), _neighbourhood),
    "agency": (("شناسه", "نام"), _agency),
    "contract": (("محله",), _contract),
    "evaluation": (("محله", "دوره"), _evaluation),
    "quarter": (("محله", "دوره"), _quarter),
    "kind": (("شناسه", "عنوان"), _kind),
}
"""What can be begun: the words that it needs, and what makes its files."""
