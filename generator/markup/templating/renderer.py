"""Render a template with the names that it sees: markup, or the problems of the template."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.markup.templating import faults
from generator.markup.templating.access import Vocabulary
from generator.markup.templating.deferred import Resolved
from generator.markup.templating.faults import TemplateFault
from generator.markup.templating.folders import home
from generator.markup.templating.limits import SHORT, Budget, Limits
from generator.markup.templating.printing import printed
from generator.markup.templating.sandbox import Sandbox
from generator.problems.errors import Problem, TemplateError

_NOTING = 2000
"""Parts of a template that take as long as noting a wrong value with its place."""


class Renderer:
    """Renders the templates of some folders; one thread at a time. Made by `environment`."""

    def __init__(
        self, templates: Sequence[Path], vocabulary: Vocabulary, limits: Limits, contents: Mapping[str, bytes]
    ) -> None:
        self.folders = templates
        self.budget = Budget(limits)
        self._gathered: dict[Problem, None] = {}
        self.sandbox = Sandbox(templates, vocabulary, self.budget, self._finalize, contents)

    def file(self, template: str) -> Path:
        """Return the file of a template by its name."""
        return home(template, self.folders) / template

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """Return the markup of a template (its name is relative to its folder: `contract/document.html.j2`), with line marks.

        A value of the context may be `Deferred`.

        Raises `TemplateError` with the problems and their template lines.
        """
        self._gathered = {}
        self.budget.begin()
        self.sandbox.access.begin()
        try:
            markup = "".join(self.sandbox.get_template(template).generate(context))
        except Exception as error:
            names = {*Resolved(context), *self.sandbox.globals}
            last = faults.problem_of(error, self.folders, names, self.sandbox.public, self.sandbox.access.names)
            if last is None:
                raise
            raise TemplateError([*{**self._gathered, last: None}]) from error
        if self._gathered:
            raise TemplateError([*self._gathered])
        return markup

    @pass_context
    def _finalize(self, context: Context, value: object) -> object:
        """Print a value. A wrong one is noted and printed as nothing: one run finds them all."""
        if type(value) is not str and type(value) is not Markup:
            value = self._shown(context, value)
        if len(value) > SHORT:
            value = escape(value)
        self.budget.made(len(value))
        return value

    def _shown(self, context: Context, value: object) -> str:
        try:
            return printed(value)
        except TemplateFault as fault:
            place = faults.printed(faults.here(sys._getframe()))
            self._gathered[fault.problem(place)] = None
        except faults.UnknownNameError as error:
            place = faults.printed(faults.here(sys._getframe()), error.name)
            names = {*Resolved(context.get_all()), *self.sandbox.globals}
            self._gathered[faults.unknown_name(error, place, names, self.sandbox.access.names)] = None
        self.budget.work(_NOTING)
        return ""


def environment(
    templates: Path,
    vocabulary: Vocabulary,
    limits: Limits | None = None,
    packaged: Path | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> Renderer:
    """Return a renderer of the templates in a folder (`templates/fa`), which may use the names of a vocabulary.

    What the folder does not have is taken from the packaged templates, if they are given. Of the templates in `contents` these
    bytes count, whatever their files say by now.
    """
    folders = (templates, packaged) if packaged else (templates,)
    return Renderer(folders, vocabulary, limits or Limits(), contents or {})
