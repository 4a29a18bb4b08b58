"""Begin files: what can be begun, the words that it needs, and the files that it writes.

A new file is accepted by `sanad check` as it stands: facts that are not known are left empty, and a text that must not be empty
begins with «…», which is a gap until somebody writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TypeVar

from generator import persian
from generator.authoring.init import copies
from generator.authoring.new import fillings
from generator.authoring.new.fillings import Filling
from generator.authoring.new.skeleton import comment, quoted, skeleton
from generator.authoring.schema.files import modeline
from generator.build import kinds
from generator.build.project import Folders
from generator.model.fields import is_id
from generator.model.known import Record, title_of
from generator.model.records.agencies import Agency
from generator.model.records.catalogue import Catalogue
from generator.model.records.contract import Contract
from generator.model.records.evaluation import Evaluation
from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.quarterly import QuarterlyReport
from generator.model.records.workspace import Dossier, Workspace
from generator.persian import Half, Quarter, Refused
from generator.problems import messages
from generator.problems.errors import DataError, MachineError, UsageError
from generator.problems.messages import meant, problem
from generator.reading import plainfiles, records
from generator.reading.workspace import read

P = TypeVar("P", Half, Quarter)


class _Text(Template):
    delimiter = "@@"
    idpattern = "[a-z_]+"


def begin(folders: Folders, names: Sequence[str]) -> list[Path]:
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
    texts = make(folders, words)
    there = [path for path in texts if path.exists()]
    if there:
        raise UsageError([problem("start-exists", None, path=path) for path in there])
    for path, text in texts.items():
        _write(path, text)
    return list(texts)


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
    key = f"{records.NEIGHBOURHOODS}/{new_id}/{records.IDENTITY}{records.SUFFIX}"
    return _file(folders, key, Neighbourhood, fillings.neighbourhood(workspace, zone, new_id, name))


def _agency(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    new_id, name = _id(words[0]), words[1]
    filling = fillings.agency(_workspace(folders.plans).catalogue, new_id, name)
    return _file(folders, f"{records.AGENCIES}/{new_id}{records.SUFFIX}", Agency, filling)


def _contract(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    catalogue, dossier = _dossier(folders.plans, words[0], Contract, ("priority", "office"))
    return _file(folders, _key(dossier, "contract"), Contract, fillings.contract(catalogue, dossier))


def _evaluation(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    catalogue, dossier = _dossier(folders.plans, words[0], Evaluation, ("plan",))
    period = _period(persian.parse_half, words[1])
    return _file(
        folders, _key(dossier, f"evaluations/{period.id}"), Evaluation, fillings.evaluation(catalogue, dossier, period)
    )


def _quarter(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    _, dossier = _dossier(folders.plans, words[0], QuarterlyReport, ("plan",))
    period = _period(persian.parse_quarter, words[1])
    return _file(folders, _key(dossier, f"quarters/{period.id}"), QuarterlyReport, fillings.quarter(dossier, period))


def _file(folders: Folders, key: str, record: type[Record], filling: Filling) -> dict[Path, str]:
    """Return a file of the data, its first line the one by which editors find its schema."""
    head = "\n".join((modeline(key), *comment(filling.heading)))
    return {folders.plans / key: f"{head}\n\n{skeleton(record, filling.given)}"}


def _kind(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    new_id, title = _id(words[0]), words[1]
    known = kinds.declarations(folders.templates, folders.packaged)
    if new_id in known and not (folders.templates / new_id).exists():
        raise UsageError([problem("start-kind-packaged", None, id=new_id)])
    orders = [int(found[1]) for file in known.values() if (found := _order(file))]
    values = {"id": new_id, "title": title, "order": str(max(orders, default=0) + 10)}
    folder = folders.templates / new_id
    return {
        folder / "kind.yaml": _filled("kind.yaml", {name: quoted(value) for name, value in values.items()}),
        folder / "document.html.j2": _filled("document.html.j2", values),
    }


def _template(folders: Folders, words: Sequence[str]) -> dict[Path, str]:
    return copies.copy(folders, words[0])


def _filled(name: str, values: Mapping[str, str]) -> str:
    """Return the text of a new kind with its values."""
    text = (files("generator.authoring.new") / "texts" / name).read_text(encoding="utf-8")
    return _Text(text).substitute(values)


def _order(declaration: Path) -> re.Match[str] | None:
    """Return the order that a kind declares; None for one that cannot be read, which a build reports."""
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


def _dossier(plans: Path, name: str, record: type[Record], needed: Sequence[str]) -> tuple[Catalogue, Dossier]:
    """Return the catalogues and the dossier of a neighbourhood that has the needed records."""
    reading = read(plans)
    if reading.workspace is None or name in reading.broken:
        raise DataError(list(reading.problems))
    by_id = {dossier.id: dossier for dossier in reading.workspace.dossiers}
    if name not in by_id:
        raise UsageError([problem("unknown-neighbourhood", None, given=name, near=meant(name, by_id))])
    absent = [each for each in needed if getattr(by_id[name], each) is None]
    if absent:
        named = " و ".join(f"«{each}{records.SUFFIX}»" for each in absent)
        raise UsageError([problem("start-record-needed", None, title=title_of(record), files=named)])
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
    "template": (("نام",), _template),
}
"""What can be begun: the words that it needs, and what makes its files."""
