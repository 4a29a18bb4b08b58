"""One document: from its subject to the bytes of both formats, in memory."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator import checks
from generator.build import finals, output, undrawable
from generator.build.output import Format
from generator.build.subjects import Subject
from generator.build.undrawable import Undrawn
from generator.build.vocabulary import vocabulary
from generator.markup import reader
from generator.markup.templating import Limits, Renderer, environment
from generator.model.fields import OPEN
from generator.persian import quotable
from generator.problems.errors import DataError, GeneratorError, MachineError, Problem, Severity, TemplateError, worst
from generator.problems.messages import problem, reason
from generator.reading import picture_files
from generator.style import faces
from generator.style.style import Style
from generator.tree import passes
from generator.tree.nodes import Contents, Document, Letterhead
from generator.tree.walk import walk
from generator.writing import drawing
from generator.writing.drawing import PictureFormat

if TYPE_CHECKING:
    from generator.writing.pdf.writer import PdfResult

SAMPLE_MARK = "نمونه"
DRAFT_MARK = "پیش‌نویس"


@dataclass
class Press:
    """Templates and look, ready to make documents; picklable, so that each worker warms its own environment."""

    templates: Path
    style: Style
    sources: Mapping[str, Mapping[str, bytes]] = dataclasses.field(default_factory=dict)
    """The files to attach to the PDFs of a place, by its id and their names."""
    pictures: Path | None = None
    """The folder of the pictures that letterheads name; None where there is none."""
    limits: Limits = dataclasses.field(default_factory=Limits)
    """How much the templates of one document may do."""

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    @cached_property
    def renderer(self) -> Renderer:
        """The template environment, made once a process."""
        return environment(self.templates, vocabulary(), self.limits)

    def tree(self, subject: Subject, *, final: bool = False) -> tuple[Document, list[Problem]]:
        """The finished tree of a subject's document and warnings; GeneratorError with every problem of its template.

        What is not final says on each page that it is a draft.
        """
        kind = subject.kind
        template = f"{kind.id}/document.html.j2"
        text = self.renderer.render(template, subject.context())
        read = reader.read(text, self.templates / template, kind.page, self.style)
        if read.value is None:
            raise TemplateError(list(read.problems))
        document = self._marked(read.value, subject, final)
        document, more = passes.finish(document, self.style, faces.advance)
        problems = [*read.problems, *self._refused_pictures(document), *more]
        if worst(problems) is Severity.ERROR:
            raise TemplateError(problems)
        return document, problems

    def assets(self, document: Document, formats: Sequence[PictureFormat]) -> dict[str, bytes]:
        """The pictures that a document of `tree` shows, by the names it gives them: its emblems and its figures."""
        emblems = {head.emblem: self._picture(head.emblem) for head in _with_emblem(document)}
        return emblems | dict(drawing.pictures(document, self.style, formats))

    def _picture(self, name: str) -> bytes:
        if self.pictures is None:
            raise picture_files.PictureRefused("picture-missing")
        return picture_files.load(self.pictures, name)

    def _refused_pictures(self, document: Document) -> Iterator[Problem]:
        """A problem for each picture that cannot be shown, at the template's line; a record's was told at the record."""
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
            identifier=output.name_of(subject),
            source_hash=subject.content_hash,
        )
        furniture = dataclasses.replace(document.furniture, marks=tuple(marks))
        return dataclasses.replace(document, furniture=furniture, properties=properties, protected=subject.kind.protect)


def _with_emblem(document: Document) -> Iterator[Letterhead]:
    return (visit.node for visit in walk(document) if isinstance(visit.node, Letterhead) and visit.node.emblem)


@dataclass(frozen=True, slots=True)
class Produced:
    """The outcome for one subject: its files as (path under output, bytes) and warnings, or the problems that stopped it.

    `findings` are the facts behind the problems, and `undrawn` stopped it too: only who knows where the records stand can tell
    their places. `traceback` is the text of an error that nobody foresaw.
    """

    files: tuple[tuple[Path, bytes], ...] = ()
    problems: tuple[Problem, ...] = ()
    undrawn: tuple[Undrawn, ...] = ()
    exit_code: int = 0
    findings: tuple[checks.Finding, ...] = ()
    traceback: str = ""


def produce(press: Press, subject: Subject, formats: Sequence[Format], final: bool) -> Produced:
    """Make a subject's document in each format; either every format comes out, or none and the problems."""
    not_built = problem("not-built", None, document=output.name_of(subject))
    try:
        document, warnings = press.tree(subject, final=final)
        refused, behind = finals.refused_blanks(document, subject) if final else ([], [])
        if refused:
            return Produced(problems=(*refused, not_built), exit_code=DataError.exit_code, findings=tuple(behind))
        if undrawn := undrawable.find(document, press.style, subject):
            return Produced(problems=(not_built,), undrawn=tuple(undrawn), exit_code=DataError.exit_code)
        written = _written(press, document, formats, press.sources.get(subject.place, {}))
        files = tuple((output.path_of(subject, suffix, final=final), data) for suffix, data in written)
    except GeneratorError as error:
        return Produced(problems=(*error.problems, not_built), exit_code=error.exit_code)
    except OSError as error:  # A disk that is full or broken where the libraries keep what they need for a moment.
        told = problem("document-disk", None, document=output.name_of(subject), reason=reason(error))
        return Produced(problems=(told, not_built), exit_code=MachineError.exit_code)
    return Produced(files=files, problems=tuple(warnings))


def _failed(name: str, *problems: Problem, exit_code: int) -> Produced:
    return Produced(problems=(*problems, problem("not-built", None, document=name)), exit_code=exit_code)


def _written(
    press: Press, document: Document, formats: Sequence[Format], sources: Mapping[str, bytes]
) -> Iterator[tuple[Format, bytes]]:
    """The document in each format; a table of contents in Word takes its page numbers from the laid-out PDF."""
    listed = any(isinstance(visit.node, Contents) for visit in walk(document))
    laid_out = _laid_out(press, document, sources) if listed or "pdf" in formats else None
    for suffix in formats:
        if suffix == "docx":
            from generator.writing import word

            pages = laid_out.pages if laid_out is not None and listed else None
            yield suffix, word.write(document, press.style, pages, press.assets(document, ("png", "svg")))
        elif laid_out is not None:
            yield suffix, laid_out.data


def _laid_out(press: Press, document: Document, sources: Mapping[str, bytes]) -> PdfResult:
    from generator.writing.pdf import writer

    return writer.write(document, press.style, press.assets(document, ("svg",)), sources)
