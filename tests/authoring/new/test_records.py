"""Every record can be begun, alone or with all that a document reads; what rests on another brings it along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.authoring import new
from generator.authoring.new.cited import OWN
from generator.authoring.new.names import Sort, beginnings, find
from generator.authoring.new.sketches import catalogues
from generator.authoring.schema.build import schema_of
from generator.authoring.schema.files import kind_of
from generator.build import omissions, selection
from generator.build.kinds import find_kinds
from generator.build.project import Folders
from generator.checks import case_of, names_of_catalogues, references
from generator.checks.kinds import HOLDERS
from generator.model.known import title_of
from generator.model.views import states
from generator.problems.errors import Severity, UsageError
from generator.reading import records
from generator.reading.workspace import read
from generator.reading.yamltext import read as read_yaml
from tests.authoring.new.conftest import BARE, FULL, codes
from tests.authoring.test_schema import as_editors_see, field_at

ENTRIES = {
    "evaluations": "1405-h1",
    "quarters": "1405-q1",
    "programmes": "1406",
    "meetings": "second",
    "handovers": "end",
    "payments": "p9",
    "reviews": "welfare",
    "surveys": "autumn",
}
"""An id of a new record of each series."""

EVERY = [*records.RECORDS, *(f"{name}/{ENTRIES[name]}" for name in records.SERIES)]


def begun_files(result: new.Begun, project: Folders) -> set[str]:
    """The files of a neighbourhood that were written, without their endings."""
    return {"/".join(path.relative_to(project.plans).parts[2:]).removesuffix(".yaml") for path in result.written}


def commands(result: new.Begun) -> list[str]:
    return [step.command for step in result.following if step.command]


def assert_valid(project: Folders, files: tuple[Path, ...]) -> None:
    """Nothing is wrong with files, for the program or for an editor."""
    reading = read(project.plans)
    assert reading.workspace is not None
    assert not [found.line() for found in reading.problems if found.severity is Severity.ERROR]
    for file in files:
        kind, node = kind_of(file.relative_to(project.plans).as_posix()), read_yaml(file).node
        assert kind is not None and node is not None
        faults = Draft202012Validator(schema_of(kind, reading.workspace.catalogue)).iter_errors(as_editors_see(node))
        assert not [fault.json_path for fault in faults]


def test_every_record_is_offered_with_its_title() -> None:
    titles = {each.name: each.title for each in beginnings() if each.sort in (Sort.RECORD, Sort.SERIES, Sort.CATALOGUE)}
    series = {name: model for name, (model, _) in records.SERIES.items()}
    assert titles == {name: title_of(model) for name, model in (records.RECORDS | series | records.OPTIONAL_CATALOGUES).items()}


@pytest.mark.parametrize("record", EVERY)
def test_every_record_of_a_neighbourhood_is_begun_and_right_for_program_and_editor(
    bare: Folders, before: frozenset[str], record: str
) -> None:
    result = new.begin(bare, (record, BARE))
    assert record in begun_files(result, bare)
    assert_valid(bare, result.written)
    assert codes(read(bare.plans)) - before <= {"text-to-write"}
    text = (bare.plans / f"neighbourhoods/{BARE}/{record}.yaml").read_text(encoding="utf-8")
    assert ("\nsample: بله\n" in text) == ("مقدار زیر فقط نمونه است." in text)


@pytest.mark.parametrize(
    ("record", "needed"),
    {
        "contract": {"priority", "office"},
        "needs": {"priority", "office"},
        "plan": {"priority", "office", "needs"},
        "evaluations/1405-h1": {"priority", "office", "needs", "plan"},
        "profile": set(),
    }.items(),
)
def test_what_a_record_rests_on_is_begun_with_it_and_said(bare: Folders, record: str, needed: set[str]) -> None:
    result = new.begin(bare, (record, BARE))
    assert begun_files(result, bare) == {record} | needed
    told = " ".join(step.text for step in result.following if "هم آغاز شد" in step.text)
    assert {name for name in needed if f"«{name}.yaml»" in told} == needed


def test_a_neighbourhood_is_begun_with_every_record_that_the_documents_read(bare: Folders, before: frozenset[str]) -> None:
    result = new.begin(bare, ("neighbourhood", "z3-omid", "شهرک امید"), everything=True)
    kinds = find_kinds(bare.templates).value or ()
    read_by_some = {name for kind in kinds for name in kind.records} & records.RECORDS.keys()
    assert begun_files(result, bare) == {records.IDENTITY} | read_by_some
    assert_valid(bare, result.written)
    assert codes(read(bare.plans)) - before <= {"text-to-write"}
    series = ["sanad new meetings z3-omid شناسه", "sanad new evaluations z3-omid دوره", "sanad new meetings z3-omid شناسه"]
    assert commands(result) == ["sanad check z3-omid", "sanad build z3-omid", *series]


def test_what_is_only_begun_proves_nothing(bare: Folders) -> None:
    new.begin(bare, (BARE,), everything=True)
    workspace = read(bare.plans).workspace
    assert workspace is not None
    assert [each.proof.record for each in states.history(workspace.dossier(BARE))] == [records.IDENTITY]


def test_a_kind_brings_what_it_reads_and_leaves_what_is_there(bare: Folders) -> None:
    new.begin(bare, ("priority", BARE))
    written = bare.plans / f"neighbourhoods/{BARE}/priority.yaml"
    text = written.read_bytes()
    result = new.begin(bare, (BARE,), ("contract",))
    assert begun_files(result, bare) == {"office", "contract", "approvals"}
    assert written.read_bytes() == text
    assert any("دست نخورد: «priority.yaml»" in step.text for step in result.following)
    assert new.begin(bare, (BARE,), ("contract",)).written == ()


def test_a_contract_that_is_begun_with_the_approvals_cites_the_one_it_rests_on(bare: Folders) -> None:
    new.begin(bare, (BARE,), ("contract",))
    workspace = read(bare.plans).workspace
    assert workspace is not None
    dossier = workspace.dossier(BARE)
    assert dossier.contract is not None and dossier.approvals is not None
    (cited,) = dossier.contract.basis
    assert (dossier.approvals.approval(cited).about, cited) == ("دفتر", "office-headquarters")


def test_the_plan_begins_with_an_action_for_each_of_the_most_pressing_needs(project: Folders) -> None:
    (project.plans / f"neighbourhoods/{FULL}/plan.yaml").unlink()
    document = project.plans / f"neighbourhoods/{FULL}/participatory.yaml"
    document.write_text(document.read_text(encoding="utf-8").partition("\nchanges:\n")[0] + "\n", encoding="utf-8")
    for folder in ("evaluations", "quarters", "programmes", "meetings"):
        for file in (project.plans / f"neighbourhoods/{FULL}" / folder).iterdir():
            file.unlink()
    new.begin(project, ("plan", FULL))
    workspace = read(project.plans).workspace
    assert workspace is not None
    dossier = workspace.dossier(FULL)
    assert dossier.plan is not None and dossier.needs is not None
    needs = {need.id: need for need in dossier.needs.needs}
    answered = [needs[action.needs[0]] for action in dossier.plan.actions]
    assert [need.priority for need in answered] == sorted(need.priority for need in needs.values())[: len(answered)]
    assert [(need.agencies or (action.lead,))[0] for need, action in zip(answered, dossier.plan.actions, strict=True)] == [
        action.lead for action in dossier.plan.actions
    ]


def test_a_file_names_the_ids_that_may_be_written_near_their_field(bare: Folders) -> None:
    new.begin(bare, ("plan", BARE))
    text = (bare.plans / f"neighbourhoods/{BARE}/plan.yaml").read_text(encoding="utf-8")
    above_lead = text.partition("\n    lead: ")[0].rpartition("\n    target_group")[2]
    assert "#   municipality  شهرداری مشهد" in above_lead
    assert re.search(r"# شناسه‌هایی که می‌توان نوشت:\n    #   n01 .*\n    needs:\n      - n01\n", text)


def test_every_id_of_the_neighbourhood_that_a_rule_looks_for_is_named(project: Folders) -> None:
    workspace = read(project.plans).workspace
    assert workspace is not None
    case = case_of(workspace.dossier(FULL), names_of_catalogues(catalogues(workspace)), frozenset())
    own = {*HOLDERS}
    met = {(field_at(each.record, each.path), each.kinds) for each in references.references(case) if own & set(each.kinds)}
    assert len(met) > 5
    assert {(field, (kind,)) for field, kind in OWN.items()} >= met


NAMES = {
    "needs": "needs",
    "evaluation": "evaluations",
    "Needs": None,
    "نیازها": "needs",
    "شناسنامۀ نيازها": "needs",
    "قرارداد": "contract",
    "اولویت": "priority",
    "programme": "programmes",
    "offic": None,
}


@pytest.mark.parametrize(("word", "name"), NAMES.items())
def test_a_record_is_called_by_its_file_its_folder_or_its_title(word: str, name: str | None) -> None:
    if name is not None:
        assert find(word).name == name
        return
    with pytest.raises(UsageError) as refused:
        find(word)
    assert "منظورتان" in refused.value.problems[0].hint


def test_a_neighbourhood_is_called_by_its_name_too(bare: Folders) -> None:
    result = new.begin(bare, ("اولویت", "التیمور"))
    assert begun_files(result, bare) == {"priority"}


KINDS = find_kinds(Path(__file__).parents[3] / "templates/fa").value or ()


@pytest.mark.parametrize("kind_id", [kind.id for kind in KINDS if not kind.of_province])
def test_the_command_that_is_named_for_a_document_begins_all_that_it_lacks_but_letters(bare: Folders, kind_id: str) -> None:
    def left_out() -> omissions.LeftOut | None:
        workspace = read(bare.plans).workspace
        assert workspace is not None
        return omissions.left_out(kind, workspace.dossier(BARE), {})

    kind = next(kind for kind in find_kinds(bare.templates).value or () if kind.id == kind_id)
    lacking = left_out()
    assert lacking is not None
    words = selection.beginning(lacking).replace("دوره", "1405-h1").replace("شناسه", "spring").split()[2:]
    option = words.index("--kind") if "--kind" in words else len(words)
    new.begin(bare, words[:option], words[option + 1 :])
    still = left_out()
    assert still is None or still.missing == ("letters",)
