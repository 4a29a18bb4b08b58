"""Report in Persian whether this machine can build the documents: Python, libraries, faces, output folder, tools of tests."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import chain, groupby
from pathlib import Path
from types import MappingProxyType

from packaging.requirements import Requirement

from generator.build import packaged
from generator.problems import messages
from generator.problems.errors import Problem, Severity
from generator.problems.messages import SENTENCES, problem
from generator.problems.remedies import declared, installing, remedy
from generator.problems.sentences.doctor import REPORT
from generator.style import faces, looks
from generator.style.faces import Face, Family
from generator.writing import writers
from generator.writing.writers import DEFAULT_ENGINE, ENGINES, Engine, Libraries

OLDEST_PYTHON = (3, 11)
_PROGRAM = "sanad"
_PROJECT = Path(__file__).resolve().parents[2]
_IS_CLONE = (_PROJECT / "pyproject.toml").is_file()
"""Whether this is the program with its tests, and not an installed package of it."""

VALIDATOR = _PROJECT / ".tools" / "bin" / "ooxml-validator"
"""The Open XML SDK validator, where `make setup-test` puts it."""


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: its Persian name, what is there (a version, a file), and what is wrong, if anything."""

    subject: str
    detail: str = ""
    problem: Problem | None = None
    engine: Engine | None = None
    """The engine that needs it; None for what every build needs."""


def examine(
    output: Path,
    families: Sequence[Family],
    others: Mapping[str, Sequence[Family]] = MappingProxyType({}),
    engines: Collection[Engine] = (DEFAULT_ENGINE,),
) -> list[Examined]:
    """Look at what a build needs, for an output folder, the faces of the look and the engines chosen; in a clone for tests too.

    Takes some seconds. `others` are the faces of the other looks, by the look's name: what is missing of them is only warned
    of, and so is what another engine lacks; that this one is not installed is no fault.
    """
    needed = _requirements()
    programs = [each for name in ENGINES for each in _engine(name, needed.get(name), chosen=name in engines)]
    libraries = [_library(each) for name, each in needed.items() if name not in ENGINES] if needed else [_uninstalled()]
    known = set(families)
    of_others = (_faces([each for each in needs if each not in known], look) for look, needs in others.items())
    lettered = [*_faces(families), *chain.from_iterable(of_others)]
    return [_python(), *libraries, *programs, *lettered, _output(output), *(_test_tools() if _IS_CLONE else ())]


def lacking() -> dict[str, str]:
    """Return the faces of the packaged default look that are missing here, by family, each as a message names it."""
    style = looks.load(packaged.root() / packaged.TEMPLATES).value
    return faces.missing_names(style.families()) if style else {}


def report(things: Sequence[Examined]) -> tuple[str, bool]:
    """Return the results as Persian text, and whether a build can run; what only tests or other looks need may be missing."""
    lines = [REPORT["title"], ""]
    for thing in things:
        mark = _mark(thing.problem)
        detail = f": {thing.detail}" if thing.detail else ""
        lines.append(f"{mark} {thing.subject}{detail}")
        if thing.problem:
            lines += [f"    {text}" for text in (thing.problem.message, thing.problem.hint) if text]
    ready = not any(thing.problem and thing.problem.severity is Severity.ERROR for thing in things)
    lines += ["", REPORT["engines"].format(engines="، ".join(able(things)) or REPORT["none"])]
    looked_at = {thing.engine for thing in things}
    left_out = (name for name in ENGINES if name not in looked_at)
    lines += [REPORT["left-out"].format(name=name, command=installing(name)) for name in left_out]
    lines += [REPORT["ready" if ready else "not-ready"]]
    return "\n".join(lines), ready


def _mark(found: Problem | None) -> str:
    if found is None:
        return "✓"
    return "✗" if found.severity is Severity.ERROR else "–"


def _python() -> Examined:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        needed = ".".join(map(str, OLDEST_PYTHON))
        return Examined(REPORT["python"], version, problem("python-old", version=version, needed=needed))
    return Examined(REPORT["python"], version)


def able(things: Iterable[Examined]) -> list[Engine]:
    """Return the engines that are here and lack nothing."""
    things = list(things)
    broken = {thing.engine for thing in things if thing.problem}
    return [name for name in ENGINES if name in {thing.engine for thing in things} - broken]


def _requirements() -> dict[str, Requirement]:
    """Return the Python packages that a build needs, each with its range in pyproject.toml; none without the program's own."""
    counted = [each for each in declared() if each.name in ENGINES or not each.marker or each.marker.evaluate({"extra": ""})]
    return {each.name: each for each in counted}


def _uninstalled() -> Examined:
    return Examined(_PROGRAM, "", problem("library-missing", name=_PROGRAM))


def _library(requirement: Requirement) -> Examined:
    name = requirement.name
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Examined(name, "", problem("library-missing", name=name))
    if requirement.specifier.contains(version, prereleases=True):
        return Examined(name, version)
    return Examined(name, version, problem("library-version", name=name, version=version, needed=str(requirement.specifier)))


def _engine(name: Engine, requirement: Requirement | None, *, chosen: bool) -> Iterator[Examined]:
    """Examine an engine: its package, the libraries that it draws with, and whether it loads; errors if it is chosen.

    One that is neither chosen nor installed is not looked at.
    """
    if not chosen and writers.paginator(name).missing():
        return
    subject = REPORT["engine" if chosen else "other-engine"].format(name=name)
    for thing in _parts(name, requirement or Requirement(name), subject):
        found = thing.problem and (thing.problem if chosen else replace(thing.problem, severity=Severity.WARNING))
        yield replace(thing, problem=found, engine=name)


def _parts(name: Engine, requirement: Requirement, subject: str) -> Iterator[Examined]:
    package, writer = _library(requirement), writers.paginator(name)
    if found := writer.missing() or package.problem:
        yield replace(package, subject=subject, problem=found)
        return
    needed, first = "", ""
    if module := writer.libraries:
        libraries: Libraries = import_module(module)
        missing, needed = libraries.problems(), libraries.NAME
        yield Examined(needed, libraries.version() or "", missing[0] if missing else None)
        if missing:
            return
        first = f"from {module} import require; require(); "
    # In a process of its own: a failure prints to the terminal and kills.
    command = [sys.executable, "-c", f"{first}import {name}"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    reason = (done.stderr.strip().splitlines() or [str(done.returncode)])[-1]
    hint = remedy(needed) if needed else SENTENCES["library-missing"].hint
    broken = problem("engine-broken", name=name, reason=reason, remedy=hint) if done.returncode else None
    yield Examined(subject, package.detail, broken)


def _faces(families: Sequence[Family], look: str = "") -> Iterator[Examined]:
    """Examine the faces of a look: the file of each, unless it is another `look` than is asked for, and what is missing."""
    found = {} if look else faces.find_faces(families)
    missing = faces.missing_names(families)
    for family in families:
        if family.name in found and family.name not in missing:
            yield Examined(REPORT["face"].format(family=family.name), _drawn(found[family.name]))
    for told in faces.missing_faces(families, look):
        yield Examined(REPORT["look" if look else "faces"].format(look=look), problem=told)


def _drawn(face: Face) -> str:
    """Say which files a face is drawn with, where they are from, and under which name, if it is another."""
    stand_in = REPORT["stand-in"].format(name=face.name) if face.name != face.family else ""
    said = []
    for origin, files in groupby(face.files, faces.origin):
        names = (file.name if origin is faces.Origin.PACKAGED else str(file) for file in files)
        said.append(REPORT[origin].format(files="، ".join(names)))
    return stand_in + "؛ ".join(said)


def _output(folder: Path) -> Examined:
    """Examine whether a file can be made in the folder, or in the nearest one above it that exists."""
    folder = folder.absolute()
    # Of a drive or a server of Windows that is not there not even the last one exists.
    existing = next((parent for parent in (folder, *folder.parents) if os.path.lexists(parent)), folder.anchor)
    try:
        with tempfile.TemporaryFile(dir=existing):
            return Examined(REPORT["output"], str(folder))
    except OSError as error:
        reason = messages.reason(error)
        return Examined(REPORT["output"], str(folder), problem("output-not-writable", folder=folder, reason=reason))


def _test_tools() -> Iterator[Examined]:
    for name, program, arguments in (
        ("LibreOffice", "soffice", ("--version",)),
        ("poppler", "pdftotext", ("-v",)),
        ("MuPDF", "mutool", ("-v",)),
        ("Open XML SDK", str(VALIDATOR), ()),
    ):
        path = shutil.which(program)
        if path is None:
            yield Examined(name, "", problem("test-tool-missing", name=name))
        else:
            yield Examined(name, _first_line([path, *arguments]) if arguments else path)


def _first_line(command: list[str]) -> str:
    """Return the first line that a program prints, on either stream; its path when it prints nothing in ten seconds."""
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return command[0]
    return next(iter((done.stdout + done.stderr).strip().splitlines()), command[0])
