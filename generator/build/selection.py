"""Choose the documents that a build is asked for, and name those that a neighbourhood does not get."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.build import naming, omissions
from generator.build.kinds import Kind
from generator.build.naming import Known
from generator.build.omissions import LeftOut
from generator.build.output import path_of
from generator.build.planned import Planned
from generator.build.planning import Planner
from generator.build.provincial import places
from generator.model.records.workspace import Dossier
from generator.persian import JalaliDate, fold, numeral
from generator.problems.errors import DataError, Problem, UsageError
from generator.problems.messages import meant, problem
from generator.reading import records
from generator.writing.writers import FORMATS, Engine, Format

if TYPE_CHECKING:
    from generator.build.project import Project

_OF_PROVINCE = records.PROVINCE_SERIES.keys() - records.SERIES.keys()
"""The records of a neighbourhood that are written in the folders of the province alone."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The ids or names and the options that a build is asked for; empty sequences mean everything.

    A neighbourhood may also be a document of it: `<neighbourhood>/<kind>`, or `<neighbourhood>/<kind>/<subject>`.
    """

    neighbourhoods: Sequence[str] = ()
    kinds: Sequence[str] = ()
    formats: Sequence[Format] = FORMATS
    final: bool = False
    with_samples: bool = False
    attach: bool = False
    """Whether the YAML files of a neighbourhood go into its PDFs."""
    look: str | None = None
    """The name of a look; None for that of the settings."""
    engine: Engine | None = None
    """The engine of all kinds; None for those of the settings."""
    force: bool = False
    """Whether everything is made again, also over files that somebody has changed."""
    prune: bool = False
    """Whether drafts are removed that no subject asks for any more."""

    on: JalaliDate | None = None
    """The day of the finals; None for today."""
    by: str = ""
    """Who issues the finals, by id, post or name; empty for whom the settings name."""

    @property
    def places(self) -> tuple[str, ...]:
        """The neighbourhoods that are asked for, also by a document of theirs."""
        return tuple(dict.fromkeys(name.partition("/")[0] for name in self.neighbourhoods))


@dataclass(frozen=True, slots=True)
class Choice:
    """The documents that a selection means, in the order of kinds and places, and the kinds that are left out."""

    documents: tuple[Planned, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def by_ids(places: Known, kinds: Sequence[Kind], selection: Selection) -> Selection:
    """Return the selection with ids in the place of names; UsageError for those that nothing or several things have.

    The province is a place too. The subject of a document stays as it is: `choose` knows the subjects.
    """
    words, places = selection.neighbourhoods, {**places, omissions.PROVINCE: (omissions.PROVINCE_NAME,)}
    chosen = naming.ids([word for word in words if "/" not in word], places, "unknown-neighbourhood")
    known = naming.kinds(kinds)
    allowed = naming.shown(known, known)
    asked = naming.ids(selection.kinds, known, "unknown-kind", allowed=allowed)
    problems, documents = [*chosen.problems, *asked.problems], []
    for word in words:
        place, slash, rest = word.partition("/")
        kind, _, subject = rest.partition("/")
        if slash:
            found = naming.ids([place], places, "unknown-neighbourhood")
            of_kind = naming.ids([kind], known, "unknown-kind", allowed=allowed)
            problems += [*found.problems, *of_kind.problems]
            documents.append("/".join(filter(None, (*(found.value or ()), *(of_kind.value or ()), subject))))
    if problems or chosen.value is None or asked.value is None:
        raise UsageError(problems)
    return replace(selection, neighbourhoods=(*chosen.value, *documents), kinds=asked.value)


def of_project(project: Project, selection: Selection) -> Selection:
    """Return a selection with ids in the place of names; UsageError for a wrong name."""
    places = {**naming.neighbourhoods(project.reading), omissions.PROVINCE: ("استان",)}
    return by_ids(places, project.kinds, selection)


def choose(planner: Planner, kinds: Sequence[Kind], selection: Selection) -> Choice:
    """Find the documents that a selection by ids means; UsageError for a subject that no document of its kind is about."""
    names = selection.neighbourhoods
    wanted = {kind.id for kind in kinds if not selection.kinds or kind.id in selection.kinds}
    asked = set(selection.places)
    every: list[Planned] = []
    left_out: list[LeftOut] = []
    plans = [planner.of_place(place) for place in places(planner.workspace) if not asked or place in asked]
    if not asked or omissions.PROVINCE in asked:
        plans.append(planner.of_province(with_samples=selection.with_samples))
    for plan in plans:
        every += [each for each in plan.documents if each.kind.id in wanted]
        left_out += [each for each in plan.left_out if each.kind.id in wanted and _concerns(names, each.place, each.kind)]
    rows = {kind.id: row for row, kind in enumerate(kinds)}
    every.sort(key=lambda each: rows[each.kind.id])
    found = tuple(each for each in every if not names or any(_means(name, each) for name in names))
    absent = [name for name in names if name.count("/") > 1 and not any(_means(name, each) for each in found)]
    refused = [_without(name, left_out) or _unknown(name, every) for name in absent]
    if refused:
        raise UsageError(refused)
    return Choice(found, tuple(left_out))


def _means(name: str, subject: Planned) -> bool:
    """Return whether a name means a document: its neighbourhood, its kind there, or its subject by id or title."""
    place, _, rest = name.partition("/")
    kind, _, about = rest.partition("/")
    if place != subject.place or kind not in ("", subject.kind.id):
        return False
    return not about or about == subject.id or fold(about) == fold(subject.title)


def _concerns(names: Sequence[str], place: str, kind: Kind) -> bool:
    return not names or any(
        place == name or name.startswith(f"{place}/{kind.id}/") or name == f"{place}/{kind.id}" for name in names
    )


def _without(name: str, left_out: Iterable[LeftOut]) -> Problem | None:
    """Say why there is no document of a name, if its subject is there and gets none."""
    place, kind, about = name.split("/", 2)
    for each in left_out:
        if (each.place, each.kind.id) == (place, kind) and about in each.about:
            return problem("document-without", None, document=name, kind=each.kind.title, reason=each.reason)
    return None


def _unknown(name: str, every: Iterable[Planned]) -> Problem:
    place, kind, about = name.split("/", 2)
    others = [each for each in every if (each.place, each.kind.id) == (place, kind)]
    near = meant(about, [word for each in others for word in (each.id, each.title) if word])
    allowed = "، ".join(f"{each.id} ({each.title})" for each in others if each.id)
    return problem("unknown-document", None, given=about, document=f"{place}/{kind}", near=near, allowed=allowed)


def demand(choice: Choice, selection: Selection) -> None:
    """Raise DataError when a document that was asked for by name has not all its records."""
    incomplete = [each for each in choice.left_out if each.missing]
    if incomplete and selection.neighbourhoods and (selection.kinds or not choice.documents):
        raise DataError([_incomplete(each) for each in incomplete])


def _incomplete(each: LeftOut) -> Problem:
    values = {"kind": each.kind.title, "neighbourhood": each.name, "command": beginning(each)}
    code = "records-lacking" if values["command"] else "records-of-province-lacking"
    return problem(code, None, files="، ".join(files_of(each.missing)), **values)


def beginning(each: LeftOut) -> str:
    """Return the command that begins the records that a neighbourhood lacks for a kind; empty when it lacks none."""
    # What is written in the folders of the province no command begins.
    own = [name for name in each.missing if name not in _OF_PROVINCE]
    series = [name for name in own if name in records.SERIES]
    if series:
        model, key = records.SERIES[series[0]]
        return f"sanad new {series[0]} {each.place} {model.model_fields[key].title}"
    if len(own) == 1:
        return f"sanad new {own[0]} {each.place}"
    return f"sanad new {each.place} --kind {each.kind.id}" if own else ""


def files_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the file or the folder in a neighbourhood, or in that of all plans, for each of some records."""
    series = {name for name, field in Dossier.model_fields.items() if field.default == ()}
    return tuple(
        f"plans/{name}/" if name in _OF_PROVINCE else f"{name}/" if name in series else f"{name}.yaml" for name in names
    )


def lines(choice: Choice, names: Sequence[str]) -> Iterator[str]:
    """Yield a line for each kind that a neighbourhood does not get, for people.

    Without names those that get nothing at all are only counted, since most of them have only just been entered.
    """
    given = {subject.place for subject in choice.documents}
    silent = {each.place for each in choice.left_out if not each.of_province and each.place not in given and not names}
    for each in choice.left_out:
        if each.place not in silent:
            yield _line(each)
    if silent:
        count = numeral(len(silent))
        yield f"برای {count} محله هیچ سندی ساخته نمی‌شود؛ «sanad list documents محله» می‌گوید چه پرونده‌هایی ندارد."


def _line(each: LeftOut) -> str:
    reasons = []
    if each.missing:
        begin = f"؛ برای آغاز: «{beginning(each)}»" if beginning(each) else ""
        reasons.append(f"این پرونده‌ها نیست: {'، '.join(files_of(each.missing))}{begin}")
    if each.reason:
        others = f" و {numeral(len(each.about) - 2)} مورد دیگر" if len(each.about) > 3 else ""
        reasons.append(f"{each.reason}: {'، '.join(each.about[:2] if others else each.about)}{others}")
    if each.broken:
        whose = f" (برای {'، '.join(each.about)})" if each.about else ""
        reasons.append(f"این پرونده‌ها خطا دارد{whose}: {'، '.join(f'{key}.yaml' for key in each.broken)}")
    name = f"{each.name} ({each.place})" if not each.of_province else each.name
    return f"{name}: «{each.kind.title}» ساخته نمی‌شود؛ {'؛ '.join(reasons)}."


def as_rows(choice: Choice, standing: Mapping[str, tuple[str, str]] = MappingProxyType({})) -> list[dict[str, object]]:
    """Return for programs the drafts that a build writes, and the kinds that are left out (without `name`).

    `standing` is by the name of a document its state in the register and the number of its last final.
    """
    rows = []
    for each in choice.documents:
        state, number = standing.get(each.name, (None, ""))
        for suffix in FORMATS:
            row = _row(each.place, each.kind, str(path_of(each, suffix, final=False)))
            rows.append({**row, "state": state, "number": number or None})
    for left in choice.left_out:
        row = _row(left.place, left.kind, None, files_of(left.missing), left.broken)
        rows.append(row | {"reason": left.reason, "about": list(left.about)} if left.reason else row)
    return rows


def _row(
    place: str, kind: Kind, name: str | None, missing: Sequence[str] = (), broken: Sequence[str] = ()
) -> dict[str, object]:
    return {
        "name": name,
        "title": kind.title,
        "neighbourhood": place,
        "kind": kind.id,
        "lacking": list(missing),
        "broken": [f"{key}.yaml" for key in broken],
    }
