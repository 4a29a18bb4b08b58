"""The Jinja2 environment: what a template may see and do, and how its output is made."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from generator.errors import Place, Problem, TemplateError
from generator.messages import problem
from generator.persian import decimal_text
from generator.templating import faults
from generator.templating.faults import NamedUndefined, TemplateFault
from generator.templating.filters import FILTERS
from generator.templating.marks import ATTRIBUTE_FILTER, LineMarks, unmarked
from generator.templating.missing import blank, is_missing

PARTS = "_parts/"
"""The folder of shared parts; beside it a template may include or import only from its own kind's folder."""

LONGEST_OUTPUT = 8_000_000
"""Characters; a document of hundreds of pages has about a million."""

_LONGEST_REPEAT = 10_000

# Filters and globals of Jinja2 that would let unescaped text through, or give another output at each run.
_UNSAFE_FILTERS = ("safe", "forceescape", "urlize", "xmlattr", "tojson", "pprint", "random", "striptags")
_UNSAFE_GLOBALS = ("lipsum",)


class _Loader(FileSystemLoader):
    """Loads templates of one folder; a file that is no text is told like any other fault."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            file = Path(self.searchpath[0]) / template
            raise TemplateFault("template-not-text", Place(file)) from error


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with facts not yet known: whatever is asked of one is not known either."""

    intercepted_binops = frozenset(("*", "**"))

    def join_path(self, template: str, parent: str) -> str:
        own = parent.partition("/")[0] + "/"
        if ".." in template or not template.startswith((PARTS, own)):
            raise TemplateFault("template-outside-parts", name=template)
        return template

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        """Refuse an unknown filter or test also where Jinja2 would do so only when it is reached (inside an `if`)."""
        for kind, known in ((nodes.Filter, self.filters), (nodes.Test, self.tests)):
            for node in source.find_all(kind):
                if node.name not in known:
                    raise TemplateSyntaxError(f"No {kind.__name__.lower()} named '{node.name}'", node.lineno, name, filename)
        return super()._generate(source, name, filename, defer_init)

    def getattr(self, obj: Any, attribute: str) -> Any:
        if is_missing(obj) and not hasattr(obj, attribute):
            return obj
        value = super().getattr(obj, attribute)
        if isinstance(value, Undefined) and not faults.hidden(value) and hasattr(type(obj), attribute):
            # Jinja2 takes an AttributeError inside a property for a missing attribute; let it show.
            return getattr(obj, attribute)
        return value

    def getitem(self, obj: Any, argument: Any) -> Any:
        if is_missing(obj) and not (isinstance(argument, str) and hasattr(obj, argument)):
            return obj
        return super().getitem(obj, argument)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        return __obj if is_missing(__obj) else super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or (operator == "*" and _repeats(left, right)):
            raise TemplateFault("template-forbidden")
        return super().call_binop(context, operator, left, right)


def _repeats(left: object, right: object) -> bool:
    """Whether a product is a text or list repeated past all reason."""
    for repeated, times in ((left, right), (right, left)):
        if isinstance(repeated, (str, list, tuple)) and isinstance(times, int) and times > _LONGEST_REPEAT:
            return True
    return False


class Renderer:
    """Renders the templates of one folder; one thread at a time. Made by `environment`."""

    def __init__(self, templates: Path) -> None:
        self.templates = templates
        self._gathered: list[Problem] = []
        self._environment = _Environment(
            loader=_Loader(templates),
            undefined=NamedUndefined,
            autoescape=True,
            finalize=self._finalize,
            extensions=[LineMarks],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(FILTERS)
        self._environment.filters[ATTRIBUTE_FILTER] = _attribute_text
        self._environment.tests["unknown"] = is_missing
        for name in _UNSAFE_FILTERS:
            del self._environment.filters[name]
        for name in _UNSAFE_GLOBALS:
            del self._environment.globals[name]

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """The markup of a template (its name is relative to the folder: `contract/document.html.j2`), with line marks.

        Raises `TemplateError` with the problems and their template lines.
        """
        self._gathered = []
        try:
            markup = self._generate(template, context)
        except Exception as error:
            names = {*context, *self._environment.globals}
            last = faults.told(error, self.templates, names, self._environment.filters)
            if last is None:
                raise
            raise TemplateError([*dict.fromkeys([*self._gathered, last])]) from error
        if self._gathered:
            raise TemplateError([*dict.fromkeys(self._gathered)])
        return markup

    def _generate(self, template: str, context: Mapping[str, object]) -> str:
        pieces, length = [], 0
        for piece in self._environment.get_template(template).generate(context):
            pieces.append(piece)
            length += len(piece)
            if length > LONGEST_OUTPUT:
                raise TemplateFault("template-output-too-long")
        return "".join(pieces)

    @pass_context
    def _finalize(self, context: Context, value: object) -> object:
        """What a printed value is on paper. A wrong one is noted and printed as nothing, so that one run finds them all."""
        try:
            return _printed(value)
        except TemplateFault as fault:
            place = faults.printed(faults.here(sys._getframe()))
            self._gathered.append(problem(fault.code, place, **fault.values))
        except faults.UnknownNameError as error:
            place = faults.printed(faults.here(sys._getframe()), error.name)
            names = {*context.get_all(), *self._environment.globals}
            self._gathered.append(faults.unknown_name(error, place, names))
        return ""


def _printed(value: object) -> object:
    """Text, a whole number or a decimal as text; a fact not yet known as a blank; anything else is refused.

    Objects print by their own `__str__` (dates); a type without one has nothing to print.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Undefined):
        raise faults.undefined(value)
    if value is None:
        raise TemplateFault("template-prints-none")
    if is_missing(value):
        return blank(value.prompt)
    if isinstance(value, Decimal):
        return decimal_text(value).replace("٬", "")
    if type(value) is int:
        return str(value)
    if type(value).__str__ is object.__str__ or isinstance(value, _NOT_TEXT) or hasattr(type(value), "model_fields"):
        raise TemplateFault("template-prints-object", kind=type(value).__name__)
    return str(value)


_NOT_TEXT = (bool, float, complex, list, tuple, dict, set, frozenset, bytes)


def _attribute_text(value: object) -> Markup:
    """A value inside a tag: text only, never a blank or another element."""
    text = _printed(value)
    if isinstance(text, Markup):
        bare = unmarked(text)
        if "<" in bare:
            raise TemplateFault("template-element-in-attribute")
        return Markup(bare.replace('"', "&#34;").replace("'", "&#39;"))
    return escape(text)


def environment(templates: Path) -> Renderer:
    """A renderer of the templates in a folder (`templates/fa`)."""
    return Renderer(templates)
