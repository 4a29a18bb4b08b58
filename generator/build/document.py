"""One document: from its subject to the bytes of each format, in memory."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator import checks
from generator.build import changed, confirming, facts, finals, output, pictures, undrawable
from generator.build.built import BuiltDocument as BuiltDocument
from generator.build.engines import Engines
from generator.build.intended import Intended, Since, texts_of
from generator.build.kinds import TEMPLATE
from generator.build.reads import ReadCatalogue
from generator.build.subjects import Subject
from generator.build.undrawable import Undrawn
from generator.build.vocabulary import vocabulary
from generator.markup import reader
from generator.markup.templating import Limits, Renderer, Resolved, environment
from generator.model.fields import OPEN
from generator.persian import quotable
from generator.problems.errors import DataError, GeneratorError, MachineError, Place, Problem, Severity, TemplateError, worst
from generator.problems.messages import problem, reason
from generator.reading import picture_files
from generator.reading.pictures import FOLDER as PICTURES
from generator.style import faces
from generator.style.drawn import drawn
from generator.style.faces import Face, measured
from generator.style.faces.glyphs import Uncovered
from generator.style.style import Style
from generator.tree import passes, registered
from generator.tree.nodes import Document, Letterhead, Registration
from generator.tree.walk import every
from generator.writing import drawing, writers
from generator.writing.drawing import PictureFormat
from generator.writing.writers import Engine, Format, Supplies, Writer, Written

if TYPE_CHECKING:
    from generator.build.project import Project
    from generator.build.selection import Selection

SAMPLE_MARK = "نمونه"
DRAFT_MARK = "پیش‌نویس"


@dataclass
class DocumentBuilder:
    """Makes documents from templates and a look; picklable, and each worker makes an environment of its own."""

    templates: Path
    style: Style
    sources: Mapping[str, Mapping[str, bytes]] = dataclasses.field(default_factory=dict)
    """The files to attach to the documents of a place, by its id and their names."""
    pictures: Path | None = None
    """The folder of the pictures that letterheads and templates name, in that of the plans; None where there is none."""
    limits: Limits = dataclasses.field(default_factory=Limits)
    """How much the templates of one document may do."""
    packaged: Path | None = None
    """The templates that travel with the program, for what the project does not have; None where only its own count."""
    engines: Engines = dataclasses.field(default_factory=Engines)
    """The engine of the documents of each kind."""
    faces: Mapping[str, Face] = dataclasses.field(default_factory=dict)
    """The faces to put into files of formats that name faces, by the family that they name."""

    contents: Mapping[str, bytes] = dataclasses.field(default_factory=dict)
    """The bytes of templates by their names, as they were when the build began; of any other its file counts."""
    intended: Mapping[str, Intended] = dataclasses.field(default_factory=dict)
    """What the finals of this build will be registered as, by the names of their documents."""

    @classmethod
    def of(
        cls, project: Project, style: Style, selection: Selection, embedded: Mapping[str, Face] | None = None
    ) -> DocumentBuilder:
        """Return what makes the documents of a project."""
        folders, settings = project.folders, project.settings
        return cls(
            folders.templates,
            style,
            project.sources() if selection.attach else {},
            folders.plans / PICTURES,
            settings.limits.templates.limits,
            folders.packaged,
            settings.engines(selection.engine),
            embedded or {},
        )

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    @cached_property
    def renderer(self) -> Renderer:
        """The template environment, made once a process."""
        return environment(self.templates, vocabulary(), self.limits, self.packaged, self.contents)

    @property
    def plans(self) -> Path | None:
        """The folder of the plans, in which the neighbourhoods have pictures of their own."""
        return self.pictures.parent if self.pictures else None

    def build(self, subject: Subject, formats: Sequence[Format], *, final: bool) -> BuiltDocument:
        """Make a subject's document in each format; either every format comes out, or none and the problems."""
        subject = subject.noting()
        not_built = problem("not-built", None, document=subject.name)
        try:
            document, warnings = self.tree(subject, final=final)
            outdated = tuple(confirming.outdated(document, subject))
            intended = self.intended.get(subject.name)
            registration = intended.of(document) if intended else None
            shown = pictures.digests(document, self.plans, subject.place)
            if intended and registration and registration.digest == intended.before:
                return BuiltDocument((), tuple(warnings), noted=subject.noted, pictured=shown, same=True)
            if registration:
                document, warnings = self._registered(document, subject, registration, intended.since if intended else None)
            if stopped := self._stopped(document, subject, outdated, final=final):
                return stopped
            engine = self.engines.of(subject.kind.id)
            written = self.written(document, formats, self.sources.get(subject.place, {}), engine)
        except GeneratorError as error:
            return BuiltDocument(problems=(*error.problems, not_built), exit_code=error.exit_code)
        except OSError as error:  # A disk that is full or broken where the libraries keep what they need for a moment.
            full = problem("document-disk", None, document=subject.name, reason=reason(error))
            return BuiltDocument(problems=(full, not_built), exit_code=MachineError.exit_code)
        files = tuple((output.path_of(subject, name, final=final), each.data) for name, each in written.items())
        # Of one that was replaced meanwhile nobody knows which is shown.
        after = pictures.digests(document, self.plans, subject.place)
        known = {name: found if found == after[name] else pictures.REPLACED for name, found in shown.items()}
        made = BuiltDocument(files, tuple(warnings), findings=outdated, noted=subject.noted, pictured=known)
        if registration is None:
            return made
        return dataclasses.replace(made, registration=registration, texts=texts_of(document, written.values()))

    def _stopped(
        self, document: Document, subject: Subject, outdated: tuple[checks.Finding, ...], *, final: bool
    ) -> BuiltDocument | None:
        """Return the problems that stop a finished tree, None where nothing does."""
        not_built = problem("not-built", None, document=subject.name)
        refused, behind = finals.refused_blanks(document, subject) if final else ([], [])
        if refused or (final and outdated):
            problems = (*refused, not_built)
            return BuiltDocument(problems=problems, exit_code=DataError.exit_code, findings=(*behind, *outdated))
        if undrawn := self.undrawn_here(document, subject):
            return BuiltDocument(problems=(not_built,), undrawn=tuple(undrawn), exit_code=DataError.exit_code)
        return None

    def _registered(
        self, document: Document, subject: Subject, registration: Registration, since: Since | None
    ) -> tuple[Document, list[Problem]]:
        """Make a final's tree once more, with its registration; what is confirmed is the text without that."""
        confirmed = subject.kind.confirmation is not None and confirming.agrees(document, subject)
        return self._tree(subject, True, confirmed=confirmed, registration=registration, since=since)

    def undrawn(self, document: Document, subject: Subject) -> list[Undrawn]:
        """Find what the faces of the look lack of the finished tree of a subject's document, the same on every machine."""
        return self._lacking(document, subject, self.style, faces.uncovered)

    def undrawn_here(self, document: Document, subject: Subject) -> list[Undrawn]:
        """Find that, and what the faces lack that draw it on this machine."""
        here = self._lacking(document, subject, drawn(self.style), measured.uncovered)
        return [*dict.fromkeys([*self.undrawn(document, subject), *here])]

    def _lacking(self, document: Document, subject: Subject, style: Style, uncovered: Uncovered) -> list[Undrawn]:
        return undrawable.find(document, style, subject, writers.paginator(self.engines.of(subject.kind.id)), uncovered)

    def write(
        self, document: Document, formats: Sequence[Format], attachments: Mapping[str, bytes], engine: Engine | None = None
    ) -> Mapping[Format, bytes]:
        """Write a finished tree in each format with an engine, by default the usual one of this builder."""
        return {name: each.data for name, each in self.written(document, formats, attachments, engine).items()}

    def written(
        self, document: Document, formats: Sequence[Format], attachments: Mapping[str, bytes], engine: Engine | None = None
    ) -> Mapping[Format, Written]:
        """Write a finished tree as `write` does, with the pages where its keys are.

        A writer is given what its entry in the table declares.
        """
        engine = engine or self.engines.usual
        asked, paginator = [writers.of(name, engine) for name in formats], writers.paginator(engine)
        paged = [paginator] if any(writer.needs_pages(document) for writer in asked) else []
        pictures = dict.fromkeys(picture for writer in (*asked, *paged) for picture in writer.pictures)
        assets = self.assets(document, tuple(pictures))
        written: dict[Format, Written] = {}

        def write(writer: Writer) -> Written:
            if writer.format not in written:
                supplies = Supplies(
                    assets,
                    attachments=attachments if writer.takes_attachments else {},
                    embedded=self.faces if writer.takes_faces else {},
                )
                if writer.needs_pages(document):
                    supplies = _with_pages(supplies, write(paginator))
                written[writer.format] = writer.write(document, self.style, supplies)
            return written[writer.format]

        return {writer.format: write(writer) for writer in asked}

    def tree(self, subject: Subject, *, final: bool = False) -> tuple[Document, list[Problem]]:
        """Make the finished tree of a subject's document, with warnings; GeneratorError with every problem of its template.

        What is not final says on each page that it is a draft. That its text was confirmed a document says only when it says
        what was confirmed: so it is first made as one that nobody has confirmed.
        """
        subject = subject if isinstance(subject.catalogue, ReadCatalogue) else subject.noting()
        declared = subject.kind.confirmation
        document, problems = self._tree(subject, final)
        if declared is None:
            return document, problems
        if not declared.says_it(document):
            raise TemplateError([self._wrong("confirmation-notice-absent", subject, key=declared.notice)])
        if confirming.agrees(document, subject):
            shown, problems = self._tree(subject, final, confirmed=True)
            if declared.digest(shown) != declared.digest(document):
                raise TemplateError([self._wrong("confirmation-changes-text", subject, key=declared.notice)])
            return shown, problems
        return document, problems

    def _wrong(self, code: str, subject: Subject, **values: str) -> Problem:
        return problem(code, Place(self.renderer.file(f"{subject.kind.id}/{TEMPLATE}")), **values)

    def _tree(
        self,
        subject: Subject,
        final: bool,
        *,
        confirmed: bool = False,
        registration: Registration | None = None,
        since: Since | None = None,
    ) -> tuple[Document, list[Problem]]:
        if subject.refused:
            raise DataError([*subject.refused])
        kind = subject.kind
        template = f"{kind.id}/{TEMPLATE}"
        context = subject.names() | ({confirming.CONFIRMED: True} if confirmed else {})
        context |= {registered.KEY: registration} if registration else {}
        text = self.renderer.render(template, context)
        read = reader.read(text, self.renderer.file(template), kind.page, self.style)
        if read.value is None:
            raise TemplateError(list(read.problems))
        document, unknown = facts.titled(read.value, Resolved(context))
        unkeyed = passes.keys.missing(document) if kind.keyed else []
        document = self._marked(document, subject, final)
        document = registered.put(document, registration, changed.blocks(since) if since else ()) if registration else document
        document, more = passes.finish(document, self.style, faces.advance)
        document, hidden = pictures.settle(document, self.plans, subject.place, self.style)
        problems = [*read.problems, *unkeyed, *unknown, *self._refused_pictures(document), *hidden, *more]
        if worst(problems) is Severity.ERROR:
            raise TemplateError(problems)
        return document, problems

    def assets(self, document: Document, formats: Sequence[PictureFormat]) -> dict[str, bytes]:
        """Return the pictures that a document of `tree` shows, by their names in it: emblems, files and figures."""
        emblems = {head.emblem: self._picture(head.emblem) for head in _with_emblem(document)}
        return emblems | dict(pictures.load(document, self.plans)) | dict(drawing.pictures(document, self.style, formats))

    def _picture(self, name: str) -> bytes:
        if self.pictures is None:
            raise picture_files.PictureRefused("picture-missing")
        return picture_files.load(self.pictures, name)

    def _refused_pictures(self, document: Document) -> Iterator[Problem]:
        """Yield a problem for each picture that cannot be shown, at the template's line; `reading` has those of records."""
        for head in _with_emblem(document):
            try:
                self._picture(head.emblem)
            except picture_files.PictureRefused as refusal:
                yield problem(refusal.code, head.place, name=quotable(head.emblem), **refusal.values)

    def _marked(self, document: Document, subject: Subject, final: bool) -> Document:
        marks = [*document.furniture.marks]
        if subject.classification != OPEN:
            marks.append(subject.classification)
        if subject.sample:
            marks.append(SAMPLE_MARK)
        if not final:
            marks.append(DRAFT_MARK)
        properties = dataclasses.replace(
            document.properties,
            author=subject.catalogue.secretariat.name,
            identifier=subject.name,
            source_hash=subject.content_hash,
        )
        furniture = dataclasses.replace(document.furniture, marks=tuple(marks))
        return dataclasses.replace(document, furniture=furniture, properties=properties, protected=subject.kind.protect)


def _with_pages(supplies: Supplies, laid: Written) -> Supplies:
    """Add the page of each key, and what the file with these pages says that they were laid out with."""
    from generator.inspection import pdf  # it loads pikepdf, for which only a build waits

    layout = pdf.layout(laid.data)
    counted = dataclasses.replace(supplies, pages=laid.pages, page_count=laid.page_count)
    return dataclasses.replace(counted, engine=layout.engine, faces=layout.faces)


def _with_emblem(document: Document) -> Iterator[Letterhead]:
    return (node for node in every(document) if isinstance(node, Letterhead) and node.emblem)
