"""The Jinja2 environment: templates that can print and do nothing else.

Three walls stand one behind the other: a grammar without what is not needed, an allow-list of names by type, and operations
that take known types only. A budget ends what would go on for too long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.markup.templating import grammar
from generator.markup.templating.access import Access, TemplateCall, Vocabulary
from generator.markup.templating.conditions import conditions
from generator.markup.templating.deferred import DeferringContext
from generator.markup.templating.faults import NamedUndefined, TemplateFault, forbidden, undefined
from generator.markup.templating.filters import FILTERS
from generator.markup.templating.folders import home, may_use
from generator.markup.templating.limits import FILTER, Budget
from generator.markup.templating.line_markers import ATTRIBUTE_FILTER, LineMarks
from generator.markup.templating.lists import ListFilters
from generator.markup.templating.missing import is_missing
from generator.markup.templating.operations import TEXTS, Operations
from generator.markup.templating.printing import attribute_text
from generator.problems.errors import Place


class _Loader(BaseLoader):
    """Loads templates of some folders; a file that is no text or is elsewhere is reported like any other fault."""

    def __init__(self, folders: Sequence[Path], contents: Mapping[str, bytes]) -> None:
        self.folders, self.contents = folders, contents

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        folder = home(template, self.folders)
        file = folder / template
        try:
            if not file.resolve().is_relative_to(folder.resolve()):
                raise TemplateFault("template-outside-parts", name=template)
            if (content := self.contents.get(template)) is not None:
                return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), str(file), lambda: True
            return FileSystemLoader(folder, encoding="utf-8-sig").get_source(environment, template)
        except UnicodeDecodeError as error:
            raise TemplateFault("template-not-text", Place(file)) from error
        except (OSError, ValueError) as error:  # no such file, or a name that no file can have
            raise TemplateNotFound(template) from error


class _Template(Template):
    """A template that counts how deep it is included."""

    @classmethod
    def _from_namespace(cls, environment: Environment, namespace: Any, globals: Any) -> Template:
        template = super()._from_namespace(environment, namespace, globals)
        render, budget = template.root_render_func, environment.budget  # type: ignore[attr-defined]

        def counted(context: Context) -> Iterator[str]:
            budget.include()
            try:
                yield from render(context)
            finally:
                budget.included()

        template.root_render_func = counted
        return template


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one renderer, with facts not yet known: whatever is asked of one is not known either."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%"))
    template_class = _Template
    context_class = DeferringContext

    def __init__(
        self,
        templates: Sequence[Path],
        vocabulary: Vocabulary,
        budget: Budget,
        finalize: Callable[..., Any],
        contents: Mapping[str, bytes],
    ) -> None:
        super().__init__(
            loader=_Loader(templates, contents),
            undefined=NamedUndefined,
            autoescape=True,
            finalize=finalize,
            extensions=[LineMarks],
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,  # constants are reckoned when they are used, within the budget
        )
        self.budget = budget
        self.operations = Operations(budget)
        self.access = Access(vocabulary, self.operations, budget, NamedUndefined)
        self.getattr = self.access.attribute  # type: ignore[method-assign,assignment]
        self.getitem = self.access.member  # type: ignore[method-assign,assignment]
        self.globals = {"range": TemplateCall(self.operations.range)}
        tests = conditions(self.operations)
        self.tests = {**tests}
        self.public = self._filters(tests)
        self.filters = {**self.public, ATTRIBUTE_FILTER: attribute_text, **self._replaced()}

    def _filters(self, tests: Mapping[str, Callable[..., Any]]) -> Mapping[str, Callable[..., Any]]:
        """Return the filters that a template can name."""
        named: dict[str, Callable[..., Any]] = {name: self._charged(function) for name, function in FILTERS.items()}
        named.update(ListFilters(self.operations, self.budget, self.getitem, named, tests).named())
        return named

    def _charged(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def charged(value: Any, *arguments: Any, **named: Any) -> Any:
            self.budget.work(FILTER)
            if type(value) in TEXTS:  # may come out as a paragraph for every third character
                self.budget.work(3 * len(value))
                self.budget.text(len(value))
            elif type(value) in (list, tuple):
                self.budget.work(12 * len(value))
                self.budget.text(sum(len(member) for member in value if type(member) in TEXTS))
            return function(value, *arguments, **named)

        return charged

    def _replaced(self) -> dict[str, Callable[..., Any]]:
        """Return the filters that stand for operations."""
        does = self.operations
        return {
            grammar.TURNS: does.turns,
            grammar.PASSED: does.passed,
            grammar.PAIRS: does.pairs,
            grammar.BEGIN: does.begin,
            grammar.MEMBERS: does.members,
            grammar.SCALAR: does.scalar,
            grammar.COMPARE: does.compare,
            grammar.TOGETHER: does.together,
            grammar.SLICE: does.slice,
        }

    def join_path(self, template: str, parent: str) -> str:
        if not isinstance(template, str) or ".." in template or not may_use(template, parent):
            raise TemplateFault("template-outside-parts", name=str(template) if isinstance(template, str) else "")
        return template

    def _tokenize(self, source: str, name: str | None, filename: str | None = None, state: str | None = None) -> TokenStream:
        return TokenStream(self._counted(super()._tokenize(source, name, filename, state), filename), name, filename)

    def _counted(self, tokens: Iterable[Token], filename: str | None) -> Iterator[Token]:
        for token in tokens:
            try:
                self.budget.token()
            except TemplateFault as fault:
                fault.place = Place(Path(filename or ""), token.lineno)
                raise
            yield token

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *how: Any, **named: Any) -> Any:
        """Compile a template; one that is too long, or nested too deep for Python, is refused."""
        try:
            self.budget.read(len(source))
            return super().compile(source, name, filename, *how, **named)
        except (RecursionError, MemoryError, SyntaxError, ValueError, TemplateFault) as error:
            place = Place(Path(filename)) if filename else None
            if isinstance(error, TemplateFault):
                error.place = error.place or place
                raise
            raise TemplateFault("template-too-complex", place) from error

    def _generate(self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        # An unknown filter or test is refused also where Jinja2 would do so only when it is reached (inside an `if`).
        known: tuple[tuple[type[nodes.Filter | nodes.Test], Mapping[str, Any]], ...]
        known = ((nodes.Filter, {**self.public, ATTRIBUTE_FILTER: None}), (nodes.Test, self.tests))
        parts = [*source.find_all(nodes.Node)]
        for kind, names in known:
            for node in parts:
                if isinstance(node, kind) and node.name not in names:
                    raise TemplateSyntaxError(f"No {kind.__name__.lower()} named '{node.name}'", node.lineno, name, filename)
        guarded = grammar.guarded(source, parts, Path(filename or ""), self.budget.limits.digits)
        return super()._generate(guarded.set_environment(self), name, filename, defer_init)  # type: ignore[arg-type]

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        if type(__obj) is Macro:
            __self.budget.call()
            try:
                return __context.call(__obj, *args, **kwargs)
            finally:
                __self.budget.called()
        if type(__obj) is TemplateCall:
            named = {name: value for name, value in kwargs.items() if name not in ("_loop_vars", "_block_vars")}
            return __obj.function(*args, **named)
        if is_missing(__obj):
            return __obj
        if isinstance(__obj, NamedUndefined):
            raise undefined(__obj)
        raise forbidden("()")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        return self.operations.calculate(operator, left, right)
