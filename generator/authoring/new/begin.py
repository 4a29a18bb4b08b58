"""Begin files: a record alone, with the records that it rests on, or all that a kind of document reads.

A new file is accepted by `sanad check` as it stands: facts that are not known are left empty, and a text that must not be empty
begins with «…», which is a gap until somebody writes it. Nothing is written unless all of it can be, and never over a file.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from generator import checks
from generator.authoring.init import copies
from generator.authoring.new import fillings, following, kinds, notifications
from generator.authoring.new.cited import citable
from generator.authoring.new.following import Begun
from generator.authoring.new.names import Beginning, Sort, entry_of, find
from generator.authoring.new.sketches import Growth, Sketch, catalogues, refuse, sketch
from generator.build import naming
from generator.build.kinds import Kind, find_kinds
from generator.build.project import Folders
from generator.model.fields import is_id
from generator.model.known import Record
from generator.model.records.agencies import Agency
from generator.model.records.neighbourhood import Neighbourhood
from generator.model.records.workspace import Dossier, Workspace
from generator.problems import messages
from generator.problems.errors import DataError, MachineError, Problem, Severity, UsageError
from generator.problems.messages import problem
from generator.reading import records
from generator.reading.workspace import read


def begin(folders: Folders, names: Sequence[str], kind_ids: Sequence[str] = (), *, everything: bool = False) -> Begun:
    """Write the files that `names` ask for (`plan z3-golshahr`), and say what comes next.

    With `kind_ids` or `everything` names are a neighbourhood or `neighbourhood ID NAME`: it gets every record that these kinds
    of document, or all, read. UsageError when the words are wrong or a file is already there, DataError when the data around
    it cannot be read or would not accept it, MachineError when the disk does not let it.
    """
    words = [word.strip() for word in names]
    if everything or kind_ids:
        return _of_kinds(folders, words, kind_ids)
    what = find(words[0] if words else "")
    if what.name in records.PROVINCE_SERIES and what.sort is Sort.SERIES and len(words) == len(what.usage):
        what = replace(what, sort=Sort.PROVINCE, usage=what.usage[1:])
    if len(words) - 1 != len(what.usage) or not all(words):
        raise UsageError([problem("start-names", None, usage=what.line)])
    match what.sort:
        case Sort.NEIGHBOURHOOD:
            return _neighbourhood(folders, words[1], words[2])
        case Sort.RECORD | Sort.SERIES:
            return _record(folders, what, words[1:])
        case Sort.PROVINCE:
            return _of_province(folders, what.name, what.entry or words[1])
        case Sort.NOTIFICATIONS:
            return _notifications(folders, words[1])
        case Sort.AGENCY:
            return _agency(folders, words[1], words[2])
        case Sort.CATALOGUE:
            return _catalogue(folders, what.name)
        case Sort.KIND:
            new_id = _id(words[1])
            return following.of_kind(_write(kinds.texts(folders, new_id, words[2])), new_id)
        case Sort.TEMPLATE:
            return following.of_template(_write(copies.copy(folders, words[1])))
        case _:
            assert_never(what.sort)


def _neighbourhood(folders: Folders, new_id: str, name: str) -> Begun:
    workspace = _workspace(folders.plans)
    found = _kinds(folders)
    growth = _new_neighbourhood(folders.plans, workspace, found, new_id, name)
    return _written(folders, growth, (records.IDENTITY,))


def _record(folders: Folders, what: Beginning, words: Sequence[str]) -> Begun:
    record = what.name
    if what.sort is Sort.SERIES:
        record = f"{record}/{entry_of(record, what.entry or words[1])}"
    workspace, dossier = _there(folders.plans, words[0])
    growth = Growth(folders.plans, workspace, dossier, _kinds(folders))
    _refuse_existing([folders.plans / growth.key(record)])
    growth.add([record])
    return _written(folders, growth, (record,))


def _of_kinds(folders: Folders, words: Sequence[str], kind_ids: Sequence[str]) -> Begun:
    """Begin what some kinds of document read, all kinds when none is named, in a new neighbourhood or in one that is there."""
    found = _kinds(folders)
    by_id = {kind.id: kind for kind in found}
    named = naming.ids(kind_ids, naming.kinds(found), "unknown-kind", allowed="، ".join(by_id))
    if named.value is None:
        raise UsageError([*named.problems])
    wanted = [by_id[each] for each in named.value] or found
    asked = [name for name in records.RECORDS if any(name in kind.records for kind in wanted)]
    if len(words) == 3 and all(words) and find(words[0]).sort is Sort.NEIGHBOURHOOD:
        growth = _new_neighbourhood(folders.plans, _workspace(folders.plans), found, words[1], words[2])
        asked_first: tuple[str, ...] = (records.IDENTITY,)
    elif len(words) == 1 and all(words):
        growth = Growth(folders.plans, *_there(folders.plans, words[0]), found)
        asked_first = ()
    else:
        raise UsageError([problem("start-kinds", None)])
    kept = [name for name in asked if getattr(growth.dossier, name) is not None]
    growth.add(asked)
    return _written(folders, growth, (*asked_first, *asked), kept)


def _new_neighbourhood(plans: Path, workspace: Workspace, found: Sequence[Kind], new_id: str, name: str) -> Growth:
    _id(new_id)
    zone = next((zone for zone in workspace.catalogue.zones.zones if new_id.startswith(f"{zone.id}-")), None)
    if zone is None:
        zones = "، ".join(f"«{zone.id}» ({zone.name})" for zone in workspace.catalogue.zones.zones)
        raise UsageError([problem("start-zone", None, id=new_id, zones=zones)])
    key = f"{records.NEIGHBOURHOODS}/{new_id}/{records.IDENTITY}{records.SUFFIX}"
    _refuse_existing([plans / key])
    filling = fillings.neighbourhood(workspace, zone, new_id, name)
    identity = _sketch(plans, key, Neighbourhood, filling, workspace)
    assert isinstance(identity.record, Neighbourhood)
    growth = Growth(plans, workspace, Dossier(neighbourhood=identity.record), found)
    growth.sketches[records.IDENTITY] = identity
    return growth


def _agency(folders: Folders, new_id: str, name: str) -> Begun:
    workspace = _workspace(folders.plans)
    filling = fillings.agency(workspace.catalogue, _id(new_id), name)
    key = f"{records.AGENCIES}/{new_id}{records.SUFFIX}"
    _refuse_existing([folders.plans / key])
    drawn = _sketch(folders.plans, key, Agency, filling, workspace)
    return _of_programme(folders, workspace, drawn, {"agencies": (*workspace.catalogue.agencies, drawn.record)})


def _catalogue(folders: Folders, name: str) -> Begun:
    workspace, model = _workspace(folders.plans), records.OPTIONAL_CATALOGUES[name]
    key = f"{name}{records.SUFFIX}"
    _refuse_existing([folders.plans / key])
    drawn = _sketch(folders.plans, key, model, fillings.catalogue(model), workspace)
    return _of_programme(folders, workspace, drawn, {name: drawn.record})


def _of_province(folders: Folders, series: str, word: str) -> Begun:
    """Begin a record of the province, which names the neighbourhoods that it concerns."""
    workspace = _workspace(folders.plans)
    return _grown(folders, workspace, series, [(entry_of(series, word), fillings.of_province(series, word))])


def _notifications(folders: Folders, word: str) -> Begun:
    """Begin a letter to each recipient of a plan who has none of its present edition."""
    workspace, dossier = _there(folders.plans, word)
    if dossier.plan is None:
        raise UsageError([problem("start-without-plan", None, neighbourhood=dossier.id)])
    lacking = [*notifications.of_plan(dossier, dossier.plan, workspace.catalogue)]
    if not lacking:
        raise UsageError([problem("start-all-notified", None, neighbourhood=dossier.id)])
    return _grown(folders, workspace, "letters", lacking)


def _grown(folders: Folders, workspace: Workspace, series: str, entries: Sequence[tuple[str, fillings.Filling]]) -> Begun:
    """Write records of the province that the rules accept together; none when one of them is there or would be wrong."""
    model = records.PROVINCE_SERIES[series][0]
    keys = {f"{series}/{entry}{records.SUFFIX}": filling for entry, filling in entries}
    _refuse_existing([folders.plans / key for key in keys])
    drawn = [_sketch(folders.plans, key, model, filling, workspace) for key, filling in keys.items()]
    grown = {series: (*getattr(workspace.province, series), *(each.record for each in drawn))}
    names = checks.names_of_catalogues(catalogues(workspace))
    case = checks.case_of_province(workspace.province.model_copy(update=grown), names, frozenset())
    refuse(folders.plans, drawn, checks.of_province(case))
    return following.of_programme(_write({folders.plans / each.key: each.text for each in drawn}))


def _sketch(plans: Path, key: str, model: type[Record], filling: fillings.Filling, workspace: Workspace) -> Sketch:
    names = checks.names_of_catalogues(catalogues(workspace))
    return sketch(plans, key, model, filling, citable(workspace.catalogue, names))


def _of_programme(folders: Folders, workspace: Workspace, drawn: Sketch, grown: Mapping[str, object]) -> Begun:
    """Write a file of the programme that the rules over the catalogues accept."""
    found = checks.of_catalogues(catalogues(workspace, workspace.catalogue.model_copy(update=grown)))
    refuse(folders.plans, [drawn], found)
    return following.of_programme(_write({folders.plans / drawn.key: drawn.text}))


def _written(folders: Folders, growth: Growth, asked: Sequence[str], kept: Sequence[str] = ()) -> Begun:
    """Write the sketches of a neighbourhood when the rules accept all of them."""
    found = growth.findings()
    written = _write({folders.plans / each.key: each.text for each in growth.sketches.values()})
    return following.of_neighbourhood(written, growth, found, asked, kept)


def _kinds(folders: Folders) -> Sequence[Kind]:
    """Return the kinds of document that can be read; a check reports the others."""
    return find_kinds(folders.templates, folders.packaged).value or ()


def _refuse_existing(paths: Sequence[Path]) -> None:
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        raise UsageError([problem("start-exists", None, path=path) for path in there])


def _write(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Write all of some new files, or none."""
    _refuse_existing(list(texts))
    written: list[Path] = []
    folders = {folder for path in texts for folder in path.parents if not folder.exists()}
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            # Created only if absent, so that a file that somebody writes at this moment is safe too.
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                written.append(path)
                stream.write(text)
    except FileExistsError:
        _take_back(written, folders)
        raise UsageError([problem("start-exists", None, path=path)]) from None
    except OSError as error:
        _take_back(written, folders)
        raise MachineError([problem("cannot-write", None, path=path, reason=messages.reason(error))]) from None
    return tuple(written)


def _take_back(written: Sequence[Path], folders: Collection[Path]) -> None:
    """Remove what was written, and the folders made for it, the inner ones first."""
    with contextlib.suppress(OSError):  # a disk that refuses this too: what is left is told by a check
        for path in written:
            path.unlink()
        for folder in sorted(folders, reverse=True):
            folder.rmdir()


def _id(word: str) -> str:
    if not is_id(word):
        raise UsageError([problem("bad-id", None, text=word)])
    return word


def _workspace(plans: Path) -> Workspace:
    reading = read(plans)
    if reading.workspace is None:
        raise DataError(_errors(reading.problems))
    return reading.workspace


def _there(plans: Path, word: str) -> tuple[Workspace, Dossier]:
    """Return the data and the dossier of a neighbourhood, by its id or name, in which nothing is wrong but what is missing.

    A record that others cite is begun in spite of those, which are wrong as long as it is not there.
    """
    reading = read(plans)
    if reading.workspace is None:
        raise DataError(_errors(reading.problems))
    found = naming.ids([word], naming.neighbourhoods(reading), "unknown-neighbourhood")
    if found.value is None:
        raise UsageError([*found.problems])
    (place,) = found.value
    if place in reading.broken:
        folder = plans / records.NEIGHBOURHOODS / place
        wrong = _errors(each for each in reading.problems if each.place and folder in each.place.file.parents)
        if any(each.code != "record-needed" for each in wrong):
            raise DataError(wrong)
    return reading.workspace, reading.workspace.dossier(place)


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if each.severity is Severity.ERROR]
