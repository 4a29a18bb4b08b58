"""What is written down of a final after its issue: the office's number, a correction, that it is void, its signed copy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.build import registrars, registry
from generator.build.project import Folders, Project
from generator.model.known import NotListedError
from generator.model.records.register import CORRECTION, OFFICE, SIGNED, VOID, Entry, Register, parts_of
from generator.persian import JalaliDate, Refused, near_matches, parse_register_number, to_persian
from generator.problems import messages
from generator.problems.errors import DataError, MachineError, UsageError
from generator.problems.messages import problem, remedy
from generator.reading import plainfiles
from generator.reading.records import SIGNED as FOLDER
from generator.records import disk
from generator.records import register as registers

_SCANS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


def office(folders: Folders, number: str, given: str, day: JalaliDate, by: str) -> Entry:
    """Write down under which number and on which day the office sent a final; UsageError where that was done already."""

    def entry(register: Register, of: str) -> dict[str, Any]:
        if (before := register.office(of)) is not None:
            values = {"number": to_persian(of), "given": str(before.number), "date": str(before.date)}
            raise UsageError([problem("office-number-there", None, **values)])
        return {"entry": OFFICE, "number": given}

    return _append(folders, number, day, by, entry)


def void(folders: Folders, number: str, reason: str, day: JalaliDate, by: str) -> Entry:
    """Declare a final void; its number is never given again. UsageError where that was done already."""

    def entry(register: Register, of: str) -> dict[str, Any]:
        if register.is_void(of):
            raise UsageError([problem("final-void-already", None, number=to_persian(of))])
        return {"entry": VOID, "reason": reason}

    return _append(folders, number, day, by, entry)


def correct(folders: Folders, number: str, text: str, day: JalaliDate, by: str) -> Entry:
    """Write down how a line of the register, or a final, is to be read."""
    return _append(folders, number, day, by, lambda *_: {"entry": CORRECTION, "text": text})


def sign(folders: Folders, number: str, scan: Path, office_number: str, day: JalaliDate, by: str) -> Entry:
    """Keep the signed copy of a final; UsageError for a file that is no scan, or for a final that is void."""
    if scan.suffix.lower() not in _SCANS:
        raise UsageError([problem("scan-of-other-form", None, path=scan, allowed="، ".join(each[1:] for each in _SCANS))])
    try:
        data = plainfiles.read(scan)
    except OSError as error:
        raise MachineError([problem("cannot-read", None, path=scan, reason=messages.reason(error))]) from None

    def entry(register: Register, of: str) -> dict[str, Any]:
        if register.is_void(of):
            raise UsageError([problem("final-void-already", None, number=to_persian(of))])
        year, letters, count = parts_of(of)
        before = sum(each.entry == SIGNED for each in register.about(of))
        name = f"{year}-{letters}-{count}{f'-{before + 1}' if before else ''}{scan.suffix.lower()}"
        target = folders.plans / FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        disk.put(target, data)
        numbered = {"number": office_number} if office_number else {}
        return {"entry": SIGNED, "file": name, "sha256": hashlib.sha256(data).hexdigest(), **numbered}

    return _append(folders, number, day, by, entry)


def _append(folders: Folders, number: str, day: JalaliDate, by: str, made: Callable[[Register, str], dict[str, Any]]) -> Entry:
    """Append an entry about a final under the lock of the register."""
    project = Project.read(folders)
    if broken := [*registry.faults(project)]:
        raise DataError([*broken, problem("register-broken")])
    registrar = registrars.find(project, by)
    with registers.opened(folders.plans) as opened:
        of = _found(opened.register, number)
        given = {**made(opened.register, of), "of": of, "date": day} | ({"by": registrar.by} if registrar.by else {})
        entry = Entry.model_validate(given)
        opened.append([entry])
    return entry


def _found(register: Register, given: str) -> str:
    """Return the number that is meant; UsageError for one that was never given."""
    try:
        return register.final(parse_register_number(given)).about
    except NotListedError:
        known = [each.about for each in register.issued]
        near = remedy([to_persian(each) for each in near_matches(parse_register_number(given), known, 1)])
        raise UsageError([problem("number-not-given", None, number=given, near=near)]) from None
    except Refused as refused:
        raise UsageError([problem(refused.code, None, where="", **refused.values)]) from None
