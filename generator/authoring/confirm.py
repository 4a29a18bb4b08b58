"""`sanad confirm`: write into a record who confirmed the text of a document, when, and which text that was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.authoring import entries
from generator.build import confirming, naming, output, pipeline, undrawable
from generator.build.confirming import Confirming
from generator.build.document import DocumentBuilder
from generator.build.kinds import Kind
from generator.build.project import Folders, Project
from generator.build.subjects import Subject
from generator.model.fields import Text
from generator.model.records.confirmation import Confirmation
from generator.persian import JalaliDate
from generator.problems.errors import DataError, Place, Problem, Severity, UsageError
from generator.problems.messages import problem, remedy
from generator.reading import plainfiles
from generator.style import faces


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a confirmation says of a document, in which file, and whether the file had to be written."""

    subject: Subject
    confirmation: Confirmation
    file: Path
    written: bool


def confirm(folders: Folders, kind: str, neighbourhood: str, by: str, on: JalaliDate | None, today: JalaliDate) -> Confirmed:
    """Confirm the text of a document as it is now; nothing is written when its record says so already.

    UsageError for a kind whose text nobody confirms, or a neighbourhood that is none; DataError and TemplateError with every
    reason why the document cannot be built. Without a day it is today's, or the one that is there when the rest is the same.
    """
    by = _named(by)
    project = Project.read(folders)
    subject, declared = _asked(project, kind, neighbourhood)
    digest = _digest(project, subject, declared)
    given = confirming.given(subject)
    same = given is not None and (given.by, given.digest) == (by, digest)
    day = on or (given.on if same and given else today)
    wanted = Confirmation(on=day, by=by, digest=digest)
    place = project.reading.positions.place(*confirming.place_of(subject))
    if given != wanted:
        _write(folders.plans, place, declared, wanted)
    return Confirmed(subject, wanted, place.file, given != wanted)


def _named(by: str) -> str:
    """Return who confirms, as a record holds it; UsageError for what is no name or post."""
    try:
        return TypeAdapter(Text).validate_python(by)
    except ValidationError:
        raise UsageError([problem("confirm-by-nobody", None, given=by)]) from None


def _asked(project: Project, kind: str, neighbourhood: str) -> tuple[Subject, Confirming]:
    """Return the subject that is meant, and how its text is confirmed."""
    selection = pipeline.by_ids(project, pipeline.Selection([neighbourhood], [kind]))
    (found,) = [each for each in project.kinds if each.id in selection.kinds]
    if found.confirmation is None:
        known = [each for each in project.kinds if each.confirmation]
        allowed = remedy((), (naming.shown([each.id], naming.kinds(known)) for each in known))
        raise UsageError([problem("confirm-not-asked", None, kind=found.title, allowed=allowed)])
    subjects = pipeline.select(project, selection)
    if not subjects:
        raise DataError([*_errors_of(project, selection.neighbourhoods[0]), _refused(found)])
    return subjects[0], found.confirmation


def _errors_of(project: Project, neighbourhood: str) -> list[Problem]:
    """Return the errors of what a neighbourhood's document is made from."""
    folder = project.folders.plans / "neighbourhoods"
    return [
        found
        for found in project.problems
        if found.severity is Severity.ERROR
        and (found.place is None or not found.place.file.is_relative_to(folder) or neighbourhood in found.place.file.parts)
    ]


def _refused(kind: Kind) -> Problem:
    return problem("confirm-not-built", None, kind=kind.title)


def _digest(project: Project, subject: Subject, declared: Confirming) -> str:
    """Return the digest of what a document says now, if it can be drawn."""
    if project.style is None:
        raise DataError([*project.problems, _refused(subject.kind)])
    faces.activate(project.style.families())
    builder = DocumentBuilder.of(project, project.style, pipeline.Selection())
    document, _ = builder.tree(subject)
    if undrawn := builder.undrawn(document, subject):
        raise DataError([*undrawable.problems(undrawn, project.reading.positions), _refused(subject.kind)])
    return declared.digest(document)


def _write(plans: Path, place: Place, declared: Confirming, wanted: Confirmation) -> None:
    field = declared.record.partition(".")[2]
    values = {name: str(getattr(wanted, name)) for name in Confirmation.model_fields}
    try:
        text = plainfiles.read(place.file).decode("utf-8")
    except (OSError, UnicodeDecodeError):  # It was read a moment ago and is another file now.
        raise DataError([problem("yaml-file-missing", place)]) from None
    changed = entries.put(text, place.file, field, values, confirming.keys_of(declared))
    if changed is None:
        lines = "، ".join(f"{name}: {value}" for name, value in values.items())
        raise DataError([problem("confirm-by-hand", place, key=field, lines=lines)])
    output.write(plans, place.file.relative_to(plans), changed.encode("utf-8"), may_wait=False)
