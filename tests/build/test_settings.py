"""`sanad.yaml`: defaults, every key, every mistake at its place, and that the values reach what they rule."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.build import pipeline, settings, workers
from generator.build.processes import Lost
from generator.build.project import Folders, Project, find_root
from generator.build.settings import Settings
from generator.build.vocabulary import vocabulary
from generator.cli.app import main
from generator.markup import templating
from generator.model.views import states
from generator.persian import group
from generator.problems.errors import DataError, Place, UsageError
from generator.problems.limits import LIMITS, MIB, Bounds, RunLimits
from generator.reading.yamltext import parse, plain
from generator.style import looks
from generator.writing.writers import DEFAULT_ENGINE, ENGINES
from tests.documents.projects import add_kind
from tests.inspection.damaged import crafted_pdfs
from tests.plans import only

ROOT = Path(__file__).parents[2]
LOOKS = ("style", "amiri")
KINDS = ("contract", "action-plan")
REVIEW_FIRST = ["S0", "S1", "S2", "S3", "S6", "S4", "S5", *(f"S{number}" for number in range(7, 17))]


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str], Any]:
    """The settings of a text: a value or its problems."""

    def read(text: str) -> Any:
        file = tmp_path / settings.FILE
        file.write_text(text, encoding="utf-8")
        return settings.read(file, LOOKS, KINDS)

    return read


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without settings, of which Golshahr and the contract are kept."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("templates", "plans"):
        shutil.copytree(ROOT / folder, root / folder, ignore=_others)
    return root


@pytest.fixture
def project(whole: Path, tmp_path: Path) -> Path:
    """The project in a folder of its own."""
    shutil.copytree(whole, tmp_path / "project")
    return tmp_path / "project"


def _others(folder: str, names: list[str]) -> list[str]:
    kinds = [name for name in names if (Path(folder) / name / "kind.yaml").exists() and name != "contract"]
    return only("z3-golshahr")(folder, names) or kinds


def leaves(model: type[BaseModel], path: tuple[str, ...] = ()) -> dict[str, Any]:
    """The fields of a model and of the models in it, by their dotted keys."""
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            found |= leaves(inner, (*path, name))
        else:
            found[".".join((*path, name))] = field
    return found


def written(key: str, value: str) -> str:
    """A file of one key."""
    *around, name = key.split(".")
    lines = [f"{'  ' * depth}{each}:" for depth, each in enumerate(around)]
    return "\n".join([*lines, f"{'  ' * len(around)}{name}: {value}"]) + "\n"


def value_of(found: Any, key: str) -> Any:
    for name in key.split("."):
        found = getattr(found, name)
    return found


NUMBERS = [key for key in leaves(Settings) if key.startswith("limits.")]


def bounds_of(key: str) -> tuple[int, int]:
    found = leaves(Settings)[key].metadata
    least = max(each.ge for each in found if hasattr(each, "ge"))
    return least, next(each.le for each in found if hasattr(each, "le"))


@pytest.mark.parametrize("text", ["", "# هیچ\n", "limits:\n", "limits:\n  document:\nsteps:\nlook:\nengine:\nengine_of:\n"])
def test_what_is_not_written_has_its_default(given: Callable[[str], Any], text: str) -> None:
    assert given(text) == (Settings(), ())


def test_a_project_without_the_file_has_the_defaults(tmp_path: Path) -> None:
    assert settings.read(tmp_path / settings.FILE, LOOKS, KINDS) == settings.read(None, LOOKS, KINDS) == (Settings(), ())


def test_the_defaults_are_those_that_the_program_has_without_settings() -> None:
    found = Settings()

    assert (found.look, found.engine, found.engine_of) == (looks.DEFAULT, DEFAULT_ENGINE, {})
    assert found.steps == states.ORDER
    assert found.limits.run == LIMITS
    assert found.limits.templates.limits == templating.Limits()


@pytest.mark.parametrize("key", NUMBERS)
def test_each_limit_can_be_set_from_its_lower_to_its_upper_bound_and_no_further(given: Callable[[str], Any], key: str) -> None:
    least, most = bounds_of(key)

    assert least < value_of(Settings(), key) < most
    for value in (least, most):
        found, problems = given(written(key, group(value)))
        assert (value_of(found, key), problems) == (value, ())
    for value, code in ((least - 1, "number-below"), (most + 1, "number-above")):
        found, problems = given(written(key, str(value)))
        assert (found, [each.code for each in problems]) == (None, [code])


def test_a_limit_says_its_bounds_in_its_description() -> None:
    for key in NUMBERS:
        least, most = bounds_of(key)
        assert leaves(Settings)[key].description.endswith(f"از {group(least)} تا {group(most)}."), key


def test_every_field_has_a_persian_title_and_description() -> None:
    for key, field in leaves(Settings).items():
        assert re.search("[آ-ی]", field.title) and re.search("[آ-ی].*\\.$", field.description), key


def test_all_keys_can_be_set_at_once(given: Callable[[str], Any]) -> None:
    found, problems = given(
        "look: amiri\nengine: weasyprint\nengine_of: {contract: typst}\nembed_faces: none\n"
        "limits:\n  document: {seconds: ۹۰, memory: ۱۰۲۴}\n"
        f"  inspection: {{seconds: 30, memory: 600, findings: 20}}\nsteps: [{', '.join(REVIEW_FIRST)}]\n"
    )

    assert problems == ()
    assert (found.look, list(found.steps)) == ("amiri", REVIEW_FIRST)
    assert (found.engine, found.engine_of, found.embed_faces) == ("weasyprint", {"contract": "typst"}, "none")
    assert found.limits.run == RunLimits(Bounds(90, 1024 * MIB), Bounds(30, 600 * MIB), 20)


def test_a_kind_has_the_engine_that_is_written_for_it_and_every_other_one_that_of_all(given: Callable[[str], Any]) -> None:
    found, problems = given("engine: typst\nengine_of:\n  contract: weasyprint\n")

    assert problems == ()
    assert [found.engines().of(kind) for kind in KINDS] == ["weasyprint", "typst"]
    assert found.engines().chosen == ("typst", "weasyprint")


def test_an_engine_that_a_command_asks_for_is_that_of_every_kind(given: Callable[[str], Any]) -> None:
    found, _ = given("engine: typst\nengine_of: {contract: weasyprint}\n")

    assert [found.engines("typst").of(kind) for kind in KINDS] == ["typst", "typst"]
    assert found.engines("weasyprint").chosen == ("weasyprint",)


MISTAKES = {
    "a key that is none": ("lok: style", (1, 1), "unknown-key", "منظورتان «look (ظاهر)» بود؟"),
    "a key of a limit that is none": ("limits:\n  documents: {seconds: 60}", (2, 3), "unknown-key", "document"),
    "a look that is none": ("look: amri", (1, 7), "unknown-look", "منظورتان «amiri» بود؟ ظاهرها: style، amiri."),
    "an engine that is none": ("engine: weasyprnt", (1, 9), "not-in-list", "منظورتان «weasyprint» بود؟"),
    "an engine of a kind that is none": ("engine_of:\n  contract: tipst", (2, 13), "not-in-list", "منظورتان «typst» بود؟"),
    "a kind that is none": (
        "engine_of:\n  action-plan: typst\n  contracts: typst", (3, 3), "unknown-kind",
        "موتور گونه‌ها: گونهٔ سند «contracts» شناخته نشد. منظورتان «contract» بود؟ گونه‌ها: contract، action-plan.",
    ),
    "faces of Word files that are none": ("embed_faces: yes", (1, 14), "not-in-list", "«free»، «all»، «none»."),
    "a kind without its engine": ("engine_of:\n  contract:", (2, 3), "value-empty", ""),
    "an engine for a list of kinds": ("engine_of: weasyprint", (1, 12), "expected-mapping", ""),
    "kinds as a list": ("engine_of: [contract]", (1, 1), "expected-mapping", ""),
    "a list for a look": ("look: [style]", (1, 1), "value-not-scalar", ""),
    "a limit that is no number": ("limits:\n  document:\n    memory: بسیار", (3, 13), "number-not-understood", ""),
    "a number for the limits": ("limits: 5", (1, 9), "expected-mapping", ""),
    "a step that is none": ("steps: [S0, S99]", (1, 13), "not-in-list", "منظورتان «S9» بود؟"),
    "steps that are no list": ("steps: S1", (1, 8), "expected-list", ""),
    "a step left out and one twice": (
        f"steps: [{', '.join([*REVIEW_FIRST[:-1], 'S1'])}]", (1, 1), "steps-not-each-once", "نیامده: S16؛ تکراری: S1.",
    ),
    "another step first": (f"steps: [{', '.join(reversed(REVIEW_FIRST))}]", (1, 9), "steps-without-beginning", "«S0»"),
    "no YAML": ("look: 'style\n", (1, 7), "yaml-quote-unclosed", ""),
    "a list": ("- look", (1, 1), "expected-mapping", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_a_problem_at_its_place(given: Callable[[str], Any], tmp_path: Path, name: str) -> None:
    text, (line, column), code, said = MISTAKES[name]

    found, (problem, *more) = given(text)

    assert (found, more) == (None, [])
    assert (problem.code, problem.place) == (code, Place(tmp_path / settings.FILE, line, column))
    assert said in problem.line()


def test_all_mistakes_of_a_file_are_told_at_once_in_its_order(given: Callable[[str], Any]) -> None:
    found, problems = given("look: amri\nengin: x\nlimits:\n  document: {seconds: 1}\nsteps: [S0]\n")

    assert found is None
    assert [each.code for each in problems] == ["unknown-look", "unknown-key", "number-below", "steps-not-each-once"]


def test_the_file_of_the_project_states_every_default_in_its_comments() -> None:
    text = (ROOT / settings.FILE).read_text(encoding="utf-8")
    live = re.sub(r"^#(?=\s*(?:- )?[A-Za-z_])(?! *yaml-)", "", text, flags=re.MULTILINE)

    found, problems = settings.read(ROOT / settings.FILE, LOOKS, KINDS)

    assert (found, problems) == (Settings(), ())
    stated = {key for key in leaves(Settings) if re.search(rf"^ *{key.rpartition('.')[2]}:", live, re.MULTILINE)}
    assert stated == leaves(Settings).keys()
    assert _parsed(live) == Settings()
    titles = dict(re.findall(r"^ *- (S\d+)  # (.+)$", live, re.MULTILINE))
    assert titles == {state.id: state.title for state in states.STATES}


def _parsed(text: str) -> Settings:
    node = parse(text, Path(settings.FILE)).node
    assert node is not None
    data = plain(node)
    assert isinstance(data, dict) and isinstance(data["limits"], dict)
    assert {f"limits.{part}.{key}" for part, keys in data["limits"].items() for key in keys} == set(NUMBERS)  # type: ignore[union-attr]
    return Settings.model_validate(data)


def test_the_guide_has_every_key_with_its_bounds_and_its_default() -> None:
    section = (ROOT / "docs" / "data.fa.md").read_text(encoding="utf-8").partition("## تنظیمات")[2]
    rows = dict(re.findall(r"^\| `([\w.]+)` \| [^|]+ \|([^|]*\|[^|]*)\|$", section, re.MULTILINE))

    assert rows.keys() == {key.removeprefix("limits.") for key in NUMBERS}
    assert set(re.findall(r"^- `(\w+)`: ", section, re.MULTILINE)) == Settings.model_fields.keys()
    assert f"`{DEFAULT_ENGINE}` (پیش‌فرض)" in section and all(f"`{each}`" in section for each in ENGINES)
    for key in NUMBERS:
        least, most = bounds_of(key)
        row = rows[key.removeprefix("limits.")]
        assert f"{group(least)} تا {group(most)}" in row and row.endswith(f"| {group(value_of(Settings(), key))} "), key


@pytest.mark.parametrize("mark", ["sanad.yaml", "plans"])
def test_the_root_is_the_nearest_folder_with_the_file_or_the_data(tmp_path: Path, mark: str) -> None:
    (tmp_path / "plans").mkdir()
    inner = tmp_path / "inner"
    deep = inner / "a" / "b"
    deep.mkdir(parents=True)
    assert find_root(deep) == tmp_path

    (inner / mark).write_text("") if mark == settings.FILE else (inner / mark).mkdir()

    assert find_root(deep) == inner
    assert find_root(tmp_path) == tmp_path


def test_a_folder_without_either_is_in_no_project(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        find_root(tmp_path)
    assert "«sanad.yaml»" in raised.value.problems[0].message
    assert Folders(tmp_path, tmp_path, tmp_path).settings is None


def test_the_command_line_wins_over_the_look_of_the_file(project: Path) -> None:
    (project / settings.FILE).write_text("look: amiri\n", encoding="utf-8")
    folders = Folders.under(project)
    amiri, _ = looks.load(folders.templates, "amiri")
    style, _ = looks.load(folders.templates, "style")

    assert amiri != style
    assert Project.read(folders).style == amiri
    assert Project.read(folders, "style").style == style
    assert Project.read(folders).settings.look == "amiri"


def test_a_broken_file_stops_the_build_with_code_1_and_leaves_what_was_built(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / settings.FILE).write_text("look: amri\nengin: weasyprint\n", encoding="utf-8")
    old = project / "output" / "z3-golshahr" / "contract-draft.docx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")

    with pytest.raises(DataError):
        pipeline.build(Folders.under(project), pipeline.Selection(), 1)
    for words in (("build",), ("check",), ("build", "--look", "style"), ("doctor",)):
        code = main([*words, "--json", "--root", str(project)])

        rows = [row for row in json.loads(capsys.readouterr().out)["problems"] if row["severity"] == "error"]
        assert code == 1
        assert [(Path(row["file"]).name, row["line"], row["code"]) for row in rows] == [
            (settings.FILE, 1, "unknown-look"),
            (settings.FILE, 2, "unknown-key"),
        ]
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_bytes() == b"old"


def test_a_check_with_a_broken_file_also_tells_what_is_wrong_with_the_data(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / settings.FILE).write_text("look: amri\n", encoding="utf-8")
    contract = project / "plans" / "neighbourhoods" / "z3-golshahr" / "contract.yaml"
    contract.write_text(contract.read_text(encoding="utf-8") + "nothing: x\n", encoding="utf-8")

    main(["check", "--json", "--root", str(project)])

    rows = json.loads(capsys.readouterr().out)["problems"]
    assert {"unknown-look", "unknown-key"} <= {row["code"] for row in rows}


def test_the_number_of_named_problems_reaches_the_reading_and_the_report(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = project / "plans" / "neighbourhoods" / "z3-golshahr" / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "".join(f"key_{n}: x\n" for n in range(90)), encoding="utf-8")

    def told(text: str) -> int:
        (project / settings.FILE).write_text(text, encoding="utf-8")
        main(["check", "--json", "--root", str(project), "--report", str(tmp_path / "report.html")])
        rows = json.loads(capsys.readouterr().out)["problems"]
        (more,) = [row for row in rows if row["code"] == "more-errors"] or [{"message": ""}]
        count = sum(row["code"] == "unknown-key" for row in rows)
        page = (tmp_path / "report.html").read_text(encoding="utf-8")
        assert page.count('data-code="unknown-key"') == count
        assert not more["message"] or count < 90
        return count

    assert told("") == LIMITS.problems_of_file
    assert told("limits: {problems: {of_file: 7}}") == 7
    assert told("limits: {problems: {of_file: 80}}") == 80
    assert told("limits: {problems: {of_file: 100}}") == 90


def test_the_number_of_problems_of_a_run_reaches_the_report(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / settings.FILE).write_text("limits: {problems: {of_run: 50}}", encoding="utf-8")
    for number in range(60):
        (project / "plans" / f"stray-{number}.yaml").write_text("", encoding="utf-8")

    main(["check", "--json", "--root", str(project)])

    rows = json.loads(capsys.readouterr().out)["problems"]
    assert sum(row["code"] == "unknown-file" for row in rows) == 50
    assert "۱۰" in next(row["message"] for row in rows if row["code"] == "more-errors")


def test_the_limits_of_inspections_reach_the_process(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / settings.FILE).write_text("limits: {inspection: {findings: 10}}", encoding="utf-8")
    (tmp_path / "many.pdf").write_bytes(next(data for name, data in crafted_pdfs() if name == "many figures"))
    monkeypatch.chdir(tmp_path)

    main(["inspect", "many.pdf", "--json"])

    assert len(json.loads(capsys.readouterr().out)["problems"]) == 11


KIND = "title: فهرست بلند\norder: 900\nsubject: contract\n"
TEMPLATE = """\
<document title="فهرست">
<section page="portrait">
{{% for _ in range(300) %}}{{% for _ in range({turns}) %}}{text}{{% endfor %}}{{% endfor %}}
<p>پایان</p>
</section>
</document>
"""


def build(root: Path, text: str) -> list[str]:
    """The codes of what stops the long list with these settings, built in a process of its own."""
    (root / settings.FILE).write_text(text, encoding="utf-8")
    result = pipeline.build(Folders.under(root), pipeline.Selection(kinds=("long-list",), formats=("docx",)), 1)
    return [found.line() for found in result.problems if found.severity == "error"]


def test_the_limits_of_templates_reach_the_renderer_of_checks_and_of_builds(project: Path) -> None:
    add_kind(project, "long-list", KIND, TEMPLATE.format(turns=400, text=""))

    assert build(project, "") == []
    (told, *_) = build(project, "limits: {templates: {turns: 100000}}")

    assert "[template-too-much-work]" in told
    assert told in [found.line() for found in pipeline.check(Project.read(Folders.under(project)))]


def test_the_limits_of_documents_reach_their_processes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Bounds] = []

    def each(_work: object, _press: object, tasks: Sequence[object], _jobs: int, bounds: Bounds) -> Iterator[tuple[int, Lost]]:
        given.append(bounds)
        yield from ((position, Lost.LARGE) for position in range(len(tasks)))

    monkeypatch.setattr(workers, "each", each)
    add_kind(project, "long-list", KIND, TEMPLATE.format(turns=1, text=""))

    (told, *_) = build(project, "limits: {document: {seconds: 40, memory: 512}}")

    assert given == [Bounds(40, 512 * MIB)]
    assert "[document-large]" in told and "۵۱۲" in told


def test_the_least_that_templates_can_be_allowed_is_enough_for_every_sample() -> None:
    least = {key.rpartition(".")[2]: bounds_of(key)[0] for key in NUMBERS if ".templates." in key}
    allowed = settings.TemplateSettings.model_validate({key: str(value) for key, value in least.items()}).limits
    project = Project.read(Folders.under(ROOT))
    renderer = templating.environment(project.folders.templates, vocabulary(), allowed)

    for subject in pipeline.select(project, pipeline.Selection(with_samples=True)):
        renderer.render(f"{subject.kind.id}/document.html.j2", subject.context())


def test_the_order_of_the_steps_is_that_of_the_settings() -> None:
    workspace = Project.read(Folders.under(ROOT)).workspace
    assert workspace is not None
    dossier = workspace.dossier("z3-golshahr")

    usual, other = ([each.state.id for each in states.history(dossier, order)] for order in (states.ORDER, REVIEW_FIRST))

    assert sorted(usual) == sorted(other)
    assert states.history(dossier) == states.history(dossier, states.ORDER)
    assert other == [each for each in REVIEW_FIRST if each in usual]
