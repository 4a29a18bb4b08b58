"""Everything that a template can reach: a walk over the real objects of every kind, by the template's own means.

The walk begins at the names that the templates of a kind see and at what Jinja2 adds to them. Of each value it tries every
name that Python knows of it, every member, every call, every filter and every test, and walks on from what comes back.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Undefined
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext, Macro, TemplateReference
from markupsafe import Markup
from pydantic import BaseModel

from generator import persian
from generator.build import subjects
from generator.build.kinds import KindView
from generator.build.project import Project
from generator.build.reads import ReadCatalogue
from generator.build.subjects import Subject
from generator.build.vocabulary import METHODS, vocabulary
from generator.markup.templating import Limits, Renderer, environment
from generator.markup.templating.access import DICT_METHODS, LOOP, TEXT_METHODS, TemplateCall
from generator.model.known import Unknown
from generator.model.records.catalogue import Catalogue
from generator.model.records.programme import Programme
from generator.model.records.register import ISSUED, OFFICE, Entry, Register, RegisterYear
from generator.model.views import answers, assessment, office_work, progress, year_ahead
from generator.persian import JalaliDate
from generator.tree.nodes import Registration
from tests import plans
from tests.markup.templating.conftest import reading_all

ROOT = Path(__file__).resolve().parents[3]
KINDS = ("contract", "action-plan", "participatory-document", "evaluation-report")

PRINTED = (str, Markup, int, bool, float, Decimal, type(None))
DATES = (persian.JalaliDate, persian.JalaliMonth, persian.Year, persian.Half, persian.Quarter)
HELD = (tuple, list, dict, range, type({}.keys()), type({}.values()), type({}.items()))
OF_JINJA = (Undefined, LoopContext, Macro, TemplateModule, TemplateReference, TemplateCall)
UNLIMITED = Limits(*(10**15 for _ in dataclasses.fields(Limits)))

NOT_IN_THE_SAMPLES = (
    "ReadCatalogue",
    "Advance",
    "Clearance",
    "Confirmation",
    "Cut",
    "DataReturned",
    "Delivery",
    "Invitation",
    "Keeper",
    "LeftOut",
    "Lot",
    "MapSheet",
    "OtherDeduction",
    "Ruling",
    "Ended",
    "Followed",
    "Holiday",
    "Signatory",
    "StoppedAction",
    "Unpaid",
    "Year",
    "ZoneBoundary",
)
NOT_OF_EVALUATIONS = ("ApprovalItem", "Confirming", "NeededApproval")
"""What an evaluation report does not need for its final; the other kinds do."""

OF_EVALUATIONS = tuple(view.__name__ for view in (answers, assessment, office_work, progress, year_ahead))
"""The views that only an evaluation report is given."""

TRIED = ("__class__", "__dict__", "__globals__", "__init__", "__wrapped__", "func_globals", "gi_frame", "mro", "environment")
"""Names tried of every value besides those that Python lists."""


def own_names(kind: type) -> set[str]:
    """The names of a value of this type that are the project's own: fields and properties written in `generator`.

    A catalogue that notes what is asked of it has those of the plain one alone.
    """
    kind = Catalogue if kind is ReadCatalogue else kind
    if issubclass(kind, BaseModel):
        fields = set(kind.model_fields)
    elif dataclasses.is_dataclass(kind):
        fields = {field.name for field in dataclasses.fields(kind)}
    else:
        fields = set(getattr(kind, "_fields", ()))
    written = [vars(owner) for owner in kind.__mro__ if owner.__module__.startswith("generator.")]
    properties = {name for names in written for name, member in names.items() if isinstance(member, property)}
    names = (fields | properties) - getattr(kind, "unprinted", frozenset())
    return {name for name in names if not name.startswith("_")} | set(METHODS.get(kind, ()))


def allowed(value: object) -> set[str]:
    """The names that a template may use of a value."""
    if isinstance(value, str):
        return set(TEXT_METHODS)
    if type(value) is dict:
        return {*DICT_METHODS, *map(str, value)}
    if type(value) is LoopContext:
        return set(LOOP)
    if type(value) is TemplateModule:
        return {"named", "kept"}  # what the part below exports
    return own_names(type(value))


class Walk:
    """Walks from value to value; notes what no template may reach and counts what was tried."""

    def __init__(self, renderer: Renderer, samples: int) -> None:
        """Of each type so many values are tried with everything, the others with the names that they may have."""
        self._samples = samples
        self._sandbox = renderer.sandbox
        self._budget = renderer.budget
        self._context = renderer.sandbox.from_string("").new_context({})
        self._seen: dict[Any, Any] = {}
        self._waiting: list[tuple[str, Any]] = []
        self._records: list[Any] = []
        self.wrong: list[str] = []
        self.tried: Counter[str] = Counter()
        self.types: Counter[type] = Counter()
        self._walked: Counter[type] = Counter()

    def run(self, start: dict[str, Any]) -> None:
        """Walk from these values until there is nothing new."""
        self._records = [start["catalogue"].legal, start["catalogue"].programme.published] if "catalogue" in start else []
        for path, value in start.items():
            self._meet(path, value)
        while self._waiting:
            path, value = self._waiting.pop()
            self._walked[type(value)] += 1
            wholly = self._walked[type(value)] <= self._samples
            self._names(path, value, wholly)
            self._members(path, value)
            if wholly or type(value) is TemplateCall:
                self._calls(path, value)
            if wholly:
                self._filters(path, value)

    def _meet(self, path: str, value: Any) -> None:
        if isinstance(value, Undefined):
            return
        key = value if type(value) in (*PRINTED, *DATES) else id(value)
        if (type(value), key) in self._seen:
            return
        self._seen[type(value), key] = value
        self.types[type(value)] += 1
        record = type(value) in vocabulary() or isinstance(value, Unknown)
        if type(value) not in (*PRINTED, *DATES, *HELD, *OF_JINJA) and not record:
            self.wrong.append(f"{path} is a {type(value).__name__}")
            return
        # Of texts and numbers a few stand for all, for there is no end to them: their names are those of their type.
        if type(value) not in PRINTED or self.types[type(value)] <= 20:
            self._waiting.append((path, value))

    def _attempt(self, what: str, path: str, action: Callable[[], Any]) -> Any:
        self.tried[what] += 1
        self._budget.begin()
        try:
            found = action()
        except Exception:  # any refusal is right here; what else may come out is no value
            return Undefined()
        if what in ("filters", "operations") and type(found) in HELD:  # no end of lists would come of these
            for place, member in enumerate([*found.values()] if type(found) is dict else found):
                self._meet(f"{path}[{place}]", member)
        else:
            self._meet(path, found)
        return found

    def _names(self, path: str, value: Any, wholly: bool) -> None:
        names = allowed(value)
        if wholly:
            names |= {*dir(value), *dir(type(value)), *getattr(value, "__dict__", ()), *TRIED}
            names |= {name for each in type(value).__mro__ for name in vars(each)}
        for name in sorted(names):
            for how, ask in (("attributes", self._sandbox.getattr), ("members by name", self._sandbox.getitem)):
                found = self._attempt(how, f"{path}.{name}", lambda ask=ask, name=name: ask(value, name))
                of_missing = isinstance(value, Unknown) and found is value
                if not isinstance(found, Undefined) and name not in allowed(value) and not of_missing:
                    self.wrong.append(f"{path}.{name}")

    def _members(self, path: str, value: Any) -> None:
        for key in (0, -1, 1.5, None, (), "0", slice(None)):
            self._attempt("members", f"{path}[{key!r}]", lambda key=key: self._sandbox.getitem(value, key))
        try:
            members = [*self._sandbox.operations.turns(value, 0, 0)]
        except Exception:
            return
        for place, member in enumerate(members):
            self._meet(f"{path}[{place}]", member)

    def _calls(self, path: str, value: Any) -> None:
        ids = ("education", "secretariat", "municipality/6", "performance-bond", "a01", "g1", "x")
        for arguments in ((), *((each,) for each in (*ids, *self._records, value, 0, None)), ("x", "y"), (1, 2, 3)):
            self._attempt(
                "calls",
                f"{path}(…)",
                lambda arguments=arguments: self._sandbox.call(self._context, value, *arguments),
            )

    def _filters(self, path: str, value: Any) -> None:
        for name, function in {**self._sandbox.filters, **self._sandbox.tests}.items():
            for arguments in ((), ("x",), (value,), ("title", "defined"), (0, 0)):
                self._attempt("filters", f"{path} | {name}", lambda f=function, a=arguments: f(value, *a))
                self._attempt("filters", f"[{path}] | {name}", lambda f=function, a=arguments: f([value], *a))
        for name in ("folder", "__class__", "title", "id"):
            for by in ("map", "sum", "sort", "unique", "join", "min", "max"):
                asked = self._sandbox.filters[by]
                self._attempt("filters", f"[{path}] | {by}({name})", lambda f=asked, a=name: f([value], attribute=a))
        for operator in ("+", "-", "*", "/", "//", "%"):
            for other in (value, 2, "x", (1,)):
                self._attempt(
                    "operations",
                    f"{path} {operator}",
                    lambda o=operator, x=other: self._sandbox.operations.calculate(o, value, x),
                )


def of_jinja(renderer: Renderer) -> dict[str, Any]:
    """What Jinja2 puts into templates besides their context, taken out of templates that are being rendered."""
    caught: dict[str, Any] = {**renderer.sandbox.globals}
    renderer.sandbox.tests = {**renderer.sandbox.tests}
    renderer.sandbox.filters = {**renderer.sandbox.filters, "catch": lambda value, name: caught.update({name: value}) or ""}
    renderer.sandbox.public = {**renderer.sandbox.public, "catch": None}
    (renderer.folders[0] / "kind").mkdir(parents=True, exist_ok=True)
    (renderer.folders[0] / "kind/part.html.j2").write_text(
        "{% macro named() %}{% endmacro %}{% set kept = 'kept' %}", encoding="utf-8"
    )
    (renderer.folders[0] / "kind/document.html.j2").write_text(
        '{% import "kind/part.html.j2" as part %}{{ part | catch("part") }}'
        '{% from "kind/part.html.j2" import named, kept %}{{ named | catch("named") }}{{ kept | catch("kept") }}'
        "{% for x in (1, 2) %}{{ loop | catch('loop') }}{% endfor %}{{ self | catch('self') }}"
        "{% macro m() %}{{ varargs | catch('varargs') }}{{ kwargs | catch('kwargs') }}{{ caller | catch('caller') }}"
        "{% endmacro %}{{ m | catch('macro') }}{% call m(1, a=2) %}{% endcall %}"
        "{% set block %}<p>{% endset %}{{ block | catch('block') }}{{ {'a': 1} | catch('dict') }}",
        encoding="utf-8",
    )
    renderer.render("kind/document.html.j2", {})
    assert {"range", "part", "loop", "self", "varargs", "kwargs", "caller", "macro"} <= set(caught)
    return caught


def registered() -> dict[str, object]:
    """What templates see of the register and of their own registration."""
    day, final = JalaliDate(1404, 2, 10), "1404/ق/1"
    issued = Entry(
        entry=ISSUED, number=final, date=day, kind="contract", document="z3-golshahr/contract", title="قرارداد", version=1,
        digest="a" * 64, files={"pdf": "b" * 64}, pages=3,
    )  # fmt: skip
    office = Entry(entry=OFFICE, of=final, number="۱۲۳", date=day)
    register = Register(years=(RegisterYear(year=1404, entries=(issued, office)),))
    return {"register": register, "registration": Registration(final, 1, day, "a" * 64)}


@pytest.fixture(scope="module")
def project() -> Project:
    return plans.project()


def subject_of(project: Project, name: str) -> Iterator[Subject]:
    kind = reading_all(next(kind for kind in project.kinds if kind.id == name))
    assert project.workspace is not None
    return subjects.find(kind, project.workspace, with_samples=True)


def of_letters(project: Project) -> dict[str, Any]:
    """What only the template of a letter sees: the decisions that one makes known, what another follows and reminds of."""
    (announcing,) = (each for each in subject_of(project, "letter") if "announce" in each.id)
    reminding, *_ = subject_of(project, "follow-up")
    seen = reminding.context()
    return {"announced": announcing.context()["announced"], "cited": seen["cited"], "overdue": seen["overdue"]}


def of_province(project: Project) -> dict[str, Any]:
    """What only the templates of the province's reports and of minutes see."""
    report, *_ = subject_of(project, "quarterly-report")
    minutes, *_ = subject_of(project, "minutes")
    sending, *_ = subject_of(project, "report-letter")
    seen = report.context() | {"sent": sending.context()["sent"]}
    return {
        "report": seen["report"],
        "sent": seen["sent"],
        "standings": seen["standings"],
        "minutes": minutes.context()["minutes"],
    }


@pytest.mark.parametrize(
    ("name", "samples"),
    [("evaluation-report", 1), *(pytest.param(name, 10, marks=pytest.mark.proof) for name in KINDS)],
)
def test_a_template_reaches_nothing_outside_the_list(project: Project, name: str, samples: int, tmp_path: Path) -> None:
    renderer = environment(tmp_path, vocabulary(), UNLIMITED)
    assert project.workspace is not None
    start = {**of_jinja(renderer), "province": project.workspace.province, **registered()}
    start |= of_letters(project) | of_province(project)
    walk = Walk(environment(tmp_path, vocabulary(), UNLIMITED), samples)

    # The second evaluation has more to tell: a past, and a year ahead.
    chosen = islice(subject_of(project, name), int(name == "evaluation-report"), None)
    walk.run({**start, **next(chosen).context()})

    assert walk.wrong == []
    print(f"{name}: {sum(walk.types.values())} values of {len(walk.types)} types, tried: {dict(walk.tried)}")
    unseen = {kind for kind in set(vocabulary()) - set(walk.types) if kind.__name__ not in NOT_IN_THE_SAMPLES}
    if name == "evaluation-report":
        unseen = {kind for kind in unseen if kind.__name__ not in NOT_OF_EVALUATIONS}
    else:
        unseen = {kind for kind in unseen if kind.__module__ not in OF_EVALUATIONS}
    assert unseen == set()
    assert set(OF_JINJA) - {Undefined} <= set(walk.types)
    assert min(walk.tried[what] for what in ("attributes", "members", "filters")) > 20_000


@pytest.mark.parametrize("name", ["json", "__class__", "_abc_impl"])
def test_the_walk_finds_what_should_not_be_on_the_list(project: Project, name: str, tmp_path: Path) -> None:
    assert project.workspace is not None
    walk = Walk(environment(tmp_path, {**vocabulary(), Programme: {name: None}}, UNLIMITED), 1)

    walk.run({"programme": project.workspace.catalogue.programme})

    assert f"programme.{name}" in walk.wrong


def test_the_walk_finds_a_path(project: Project, tmp_path: Path) -> None:
    walk = Walk(environment(tmp_path, {**vocabulary(), tuple: {"folder": None}}, UNLIMITED), 1)

    walk.run({"kinds": (project.kinds[0].view, project.kinds[0].folder)})

    assert walk.wrong == [f"kinds[-1] is a {type(Path()).__name__}"]


def test_the_list_holds_the_fields_and_own_properties_of_every_record_and_nothing_else() -> None:
    for kind, names in vocabulary().items():
        assert set(names) == own_names(kind) - {"to_gregorian"}, kind.__name__
        assert not set(names) & (set(dir(BaseModel)) - {"copy", "json", "schema", "validate"}), kind.__name__


def test_a_view_of_a_kind_holds_no_path(project: Project) -> None:
    for kind in project.kinds:
        assert type(kind.view) is KindView
        assert not [value for value in vars(kind.view).values() if isinstance(value, Path)]


def test_every_name_of_every_context_is_of_a_type_on_the_list(project: Project) -> None:
    for name in KINDS:
        for subject in subject_of(project, name):
            for value in subject.context().values():
                first = value[0] if type(value) is tuple else value
                assert type(first) in vocabulary() or type(first) in PRINTED
