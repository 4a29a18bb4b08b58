"""One document: from its subject to the bytes of both formats, in memory."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator import checks, drawing, faces, output
from generator.drawing import PictureFormat
from generator.errors import DataError, GeneratorError, MachineError, Problem, Severity, TemplateError, worst
from generator.messages import problem, reason
from generator.model.fields import OPEN
from generator.output import Format
from generator.reading import markup
from generator.style import Style
from generator.subjects import Subject
from generator.templating import Renderer, environment
from generator.tree import passes
from generator.tree.nodes import Contents, Document, Letterhead
from generator.tree.walk import walk

if TYPE_CHECKING:
    from generator.writing.pdf import PdfResult

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

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    @cached_property
    def renderer(self) -> Renderer:
        """The template environment, made once a process."""
        return environment(self.templates)

    def tree(self, subject: Subject) -> tuple[Document, list[Problem]]:
        """The finished tree of a subject's document and warnings; GeneratorError with every problem of its template."""
        kind = subject.kind
        template = f"{kind.id}/document.html.j2"
        text = self.renderer.render(template, subject.context())
        document, problems = markup.read(text, self.templates / template, kind.page, self.style)
        if document is None:
            raise TemplateError(problems)
        document = self._marked(document, subject)
        document, more = passes.finish(document, self.style, faces.advance)
        problems = [*problems, *more]
        if worst(problems) is Severity.ERROR:
            raise TemplateError(problems)
        return document, problems

    def assets(self, document: Document, formats: Sequence[PictureFormat]) -> dict[str, bytes]:
        """The pictures that a document shows, by the names it gives them: its emblems and its figures.

        An emblem that is no file of the folder is left out, and so refused where it is to be drawn.
        """
        nodes = (visit.node for visit in walk(document))
        emblems = dict.fromkeys(node.emblem for node in nodes if isinstance(node, Letterhead) and node.emblem)
        files = {name: self._picture(name) for name in emblems}
        found = {name: file.read_bytes() for name, file in files.items() if file is not None}
        return found | dict(drawing.pictures(document, self.style, formats))

    def _picture(self, name: str) -> Path | None:
        if self.pictures is None:
            return None
        folder = self.pictures.resolve()
        file = (folder / name).resolve()
        return file if file.is_relative_to(folder) and file.is_file() else None

    def _marked(self, document: Document, subject: Subject) -> Document:
        marks = [*document.furniture.marks]
        if subject.classification != OPEN:
            marks.append(subject.classification)
        if subject.sample:
            marks.append(SAMPLE_MARK)
        if missing_facts(subject):
            marks.append(DRAFT_MARK)
        relative = output.path_of(subject, "pdf").with_suffix("")
        properties = dataclasses.replace(
            document.properties,
            author=subject.catalogue.secretariat.name,
            identifier=relative.as_posix(),
            source_hash=subject.content_hash,
        )
        furniture = dataclasses.replace(document.furniture, marks=tuple(marks))
        return dataclasses.replace(document, furniture=furniture, properties=properties, protected=subject.kind.protect)


@dataclass(frozen=True, slots=True)
class Produced:
    """The outcome for one subject: its files as (path under output, bytes) and warnings, or the problems that stopped it.

    `traceback` is the text of an error that nobody foresaw.
    """

    files: tuple[tuple[Path, bytes], ...] = ()
    problems: tuple[Problem, ...] = ()
    exit_code: int = 0
    traceback: str = ""


def produce(press: Press, subject: Subject, formats: Sequence[Format], final: bool) -> Produced:
    """Make a subject's document in each format; either every format comes out, or none and the problems."""
    name = output.path_of(subject, "pdf").with_suffix("").as_posix()
    try:
        if final:
            _refuse_gaps(subject, name)
        document, warnings = press.tree(subject)
        written = _written(press, document, formats, press.sources.get(subject.place, {}))
        files = tuple((output.path_of(subject, suffix), data) for suffix, data in written)
    except GeneratorError as error:
        return _failed(name, *error.problems, exit_code=error.exit_code)
    except OSError as error:  # A disk that is full or broken where the libraries keep what they need for a moment.
        told = problem("document-disk", None, document=name, reason=reason(error))
        return _failed(name, told, exit_code=MachineError.exit_code)
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
    from generator.writing import pdf

    return pdf.write(document, press.style, press.assets(document, ("svg",)), sources)


def missing_facts(subject: Subject) -> list[checks.Finding]:
    """The facts and texts that a final document of the subject's kind needs and that are not yet known or written."""
    dossier = subject.dossier
    if dossier is None:
        return []
    if subject.evaluation is not None:
        dossier = dossier.model_copy(update={"evaluations": (subject.evaluation,)})
    printed = {*subject.kind.requires, *(["evaluations"] if subject.evaluation else [])}
    return [*checks.gaps(dossier, subject.kind.final_requires), *checks.unwritten(dossier, printed)]


def _refuse_gaps(subject: Subject, name: str) -> None:
    missing = missing_facts(subject)
    if missing:
        facts = dict.fromkeys(str(found.values["fact"]) for found in missing)
        raise DataError([problem("final-refused", None, document=name, facts="، ".join(facts))])
