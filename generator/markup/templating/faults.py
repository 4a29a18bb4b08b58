"""Report what goes wrong in a template, with the template's line."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.utils import missing

from generator.persian import Refused, near_matches
from generator.problems.errors import Place, Problem
from generator.problems.messages import problem, remedy

_LONGEST = 80
"""Characters of a value that a message quotes; a template can make long ones."""

_GENERATOR = Path(__file__).resolve().parents[2]
_TEMPLATING = Path(__file__).resolve().parent


class TemplateFault(Exception):  # noqa: N818
    """A fault of a template; `code` and `values` fill a sentence of `messages`.

    `place` is that of the fault when it is not the line that was running; `known` are names of which one may be meant.
    """

    def __init__(self, code: str, place: Place | None = None, /, *, known: Iterable[str] | None = None, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.place = place
        self.known = known
        self.values: dict[str, Any] = values

    def problem(self, place: Place | None) -> Problem:
        """Return the problem of the fault at the running line; near matches are sought late: most faults are never shown."""
        values = self.values
        if self.known is not None:
            near = near_matches(next(iter(values.values())), sorted(self.known), 2)
            values = {**values, "remedy": remedy(near)}
        return problem(self.code, self.place or place, **values)


class UnknownNameError(UndefinedError):
    """Use of a name, or of a field of `owner`, that does not exist."""

    def __init__(self, message: str, name: str, owner: object) -> None:
        super().__init__(message)
        self.name = name
        self.owner = owner


class NamedUndefined(StrictUndefined):
    """An undefined value whose error says the name and where it was looked for."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is UndefinedError:
            self._undefined_exception = self._unknown_name  # type: ignore[assignment]

    def _unknown_name(self, message: str) -> UnknownNameError:
        return UnknownNameError(message, str(self._undefined_name), self._undefined_obj)


def instead(word: str, candidates: Iterable[str]) -> str:
    """Return the hint after a wrong name: the names like it, else those that exist."""
    known = sorted(set(candidates))
    return remedy(near_matches(word, known, 2), known)


def undefined(value: Undefined) -> UnknownNameError:
    """Return the error of an undefined value, without raising it."""
    return UnknownNameError("", str(value._undefined_name), value._undefined_obj)


def forbidden(what: str, place: Place | None = None, known: Iterable[str] = ()) -> TemplateFault:
    """Return the fault of a name or sign that no template may use; `known` are the names that are allowed there."""
    return TemplateFault("template-forbidden", place, known=known, what=what)


FieldsOf = Callable[[object], Iterable[str]]
"""The names that a template may use of a value."""


def unknown_name(error: UnknownNameError, place: Place | None, names: Iterable[str], fields: FieldsOf) -> Problem:
    """Return the problem of an unknown name; `names` are those that the template may use, `fields` those of a value."""
    if error.owner is missing:
        return problem("template-name-unknown", place, name=error.name, remedy=instead(error.name, names))
    owner = type(error.owner).__name__
    remedy = instead(error.name, fields(error.owner))
    return problem("template-field-unknown", place, name=error.name, owner=owner, remedy=remedy)


def problem_of(
    error: Exception, templates: Sequence[Path], names: Iterable[str], filters: Iterable[str], fields: FieldsOf
) -> Problem | None:
    """Return the problem of an exception of a rendering; None when it is a fault of the program and not of a template."""
    if isinstance(error, TemplateSyntaxError):
        file = Path(error.filename) if error.filename else templates[0] / (error.name or "")
        return _syntax(error.message or "", Place(file, error.lineno or 1), filters)
    place = _raised_at(error, templates)
    if isinstance(error, TemplateNotFound):
        return problem("template-not-found", place or Place(templates[0] / str(error.name)), name=error.name)
    if isinstance(error, UnknownNameError):
        return unknown_name(error, _with_column(place, rf"\b{re.escape(error.name)}\b"), names, fields)
    if isinstance(error, TemplateFault):
        return error.problem(place)
    if isinstance(error, Refused):
        values: dict[str, Any] = {
            name: text[:_LONGEST] if isinstance(text, str) else text for name, text in error.values.items()
        }
        return problem(error.code, place, **values)
    if place is None or _in_program(error, templates):
        return None
    return problem(_code(error), place)


def _code(error: Exception) -> str:
    if isinstance(error, ZeroDivisionError):
        return "template-division-by-zero"
    if isinstance(error, RecursionError):
        return "template-endless"
    return "template-operation-failed"


_SYNTAX = (
    (re.compile(r"Encountered unknown tag '(?P<name>.*?)'"), "template-tag-unknown"),
    (re.compile(r"innermost block that needs to be closed is '(?P<name>.*?)'"), "template-block-unclosed"),
    (re.compile(r"No filter named '(?P<name>.*?)'"), "template-filter-unknown"),
    (re.compile(r"No test named '(?P<name>.*?)'"), "template-test-unknown"),
    (re.compile(r"unexpected '(?P<name>.*?)'"), "template-syntax-near"),
    (re.compile(r"got '(?P<name>.*?)'"), "template-syntax-near"),
)


def _syntax(message: str, place: Place, filters: Iterable[str]) -> Problem:
    for pattern, code in _SYNTAX:
        found = pattern.search(message)
        if found:
            name = found["name"]
            place = _with_column(place, re.escape(name)) or place
            return problem(code, place, name=name, remedy=instead(name, filters))
    return problem("template-syntax", place)


def _frames(error: Exception) -> list[types.TracebackType]:
    frames, traceback = [], error.__traceback__
    while traceback is not None:
        frames.append(traceback)
        traceback = traceback.tb_next
    return frames


def _raised_at(error: Exception, templates: Sequence[Path]) -> Place | None:
    """Return the innermost template line of an exception; Jinja2 gives these lines frames of their own."""
    for traceback in reversed(_frames(error)):
        file = Path(traceback.tb_frame.f_code.co_filename)
        if any(map(file.is_relative_to, templates)):
            return Place(file, traceback.tb_lineno)
    return None


def _in_program(error: Exception, templates: Sequence[Path]) -> bool:
    """Return whether the exception began in a part of the program that a template only used."""
    for traceback in reversed(_frames(error)):
        file = Path(traceback.tb_frame.f_code.co_filename)
        if any(map(file.is_relative_to, templates)):
            return False
        if file.is_relative_to(_GENERATOR) and not file.is_relative_to(_TEMPLATING):
            return True
    return False


def _with_column(place: Place | None, pattern: str) -> Place | None:
    """Return the place, with the column of the pattern when it is in the line."""
    if place is None:
        return None
    try:
        line = place.file.read_text(encoding="utf-8").splitlines()[place.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return place
    found = re.search(pattern, line)
    return Place(place.file, place.line, found.start() + 1) if found else place


def here(frame: types.FrameType | None) -> Place | None:
    """Return the template line of a running frame, or of the nearest one under it."""
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return Place(Path(template.filename), template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return None


def printed(place: Place | None, name: str = "") -> Place | None:
    """Return the place of a printed value, with the column of the name, or of the line's first `{{`."""
    return _with_column(place, rf"\b{re.escape(name)}\b" if name else r"\{\{")
