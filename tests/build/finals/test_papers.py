"""What a final and a draft are called and say, which blanks a final may have, and which documents an error stops."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import pipeline
from generator.build.kinds import find_kinds
from generator.build.project import Folders, Project
from generator.cli import app
from generator.inspection import inspect
from generator.model.known import Unknown
from generator.problems.errors import Severity
from tests.build.finals import FOLDER, PLACE, Given, complete, dump, load
from tests.build.finals.conftest import Outcome
from tests.documents.texts import docx_body, squeezed

CONTRACT = f"{PLACE}/contract"


def test_a_draft_a_final_and_a_final_of_sample_data_have_three_names(given: Given, build: Callable[..., Outcome]) -> None:
    sample = given.spoilt("priority", lambda data: data.update(sample="بله"))
    assert build(given.project, "contract", final=False).files == [f"{CONTRACT}-draft.docx"]
    assert build(given.project, "contract").files == [f"{CONTRACT}-draft.docx", f"{CONTRACT}.docx"]
    assert build(sample, "contract", with_samples=True).files == [
        f"{CONTRACT}-draft.docx",
        f"{CONTRACT}-sample.docx",
        f"{CONTRACT}.docx",
    ]


def test_a_final_of_sample_data_is_made_only_when_samples_are_asked_for(given: Given, build: Callable[..., Outcome]) -> None:
    sample = given.spoilt("office", lambda data: data.update(sample="بله"))
    done = build(sample, "contract")
    assert (done.files, done.exit_code) == ([], 1)
    (refused,) = done.errors
    assert refused.code == "final-of-sample"
    assert refused.place is not None
    assert refused.place.file.read_text(encoding="utf-8").split("\n")[refused.place.line - 1] == "sample: بله"
    # The plan of the same neighbourhood does not read the office's contract, but it reads the office.
    assert build(given.spoilt("contract", lambda data: data.update(sample="بله")), "action-plan").errors == []


def test_a_draft_beside_a_final_is_left_and_told(
    given: Given, build: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(given.project, "contract", final=False)
    draft = tmp_path / "output" / f"{CONTRACT}-draft.docx"
    draft.write_bytes(b"filled in by hand")
    folders = Folders(given.project.folders.plans, given.project.folders.templates, tmp_path / "output")
    monkeypatch.setattr(Project, "read", lambda *_: dataclasses.replace(given.project, folders=folders))
    result = pipeline.build(folders, pipeline.Selection([PLACE], ["contract"], ("docx",), final=True), 1)
    (told,) = (found for found in result.problems if found.code == "draft-beside-final")
    assert (told.severity, told.place and told.place.file) == (Severity.WARNING, draft)
    assert draft.read_bytes() == b"filled in by hand"


@pytest.mark.parametrize(
    ("sample", "words", "name"), [(False, (), "contract.docx"), (True, ("--with-samples",), "contract-sample.docx")]
)
def test_a_final_says_that_it_is_a_sample_and_nothing_of_a_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sample: bool, words: tuple[str, ...], name: str
) -> None:
    folders = complete(tmp_path, sample=sample)
    asked = ["build", PLACE, "--kind", "contract", "--format", "docx", "--final", "--jobs", "1", "--root", str(tmp_path)]
    assert app.main([*asked, *words]) == 0
    assert capsys.readouterr().out.split() == [str(folders.output / PLACE / name)]
    (file,) = folders.output.rglob("*.docx")
    assert inspect(file, marks=["نمونه"] if sample else []) == []
    text = squeezed(docx_body(file))
    assert squeezed("پیش‌نویس") not in text
    assert squeezed("مصوبهٔ شمارهٔ ۱۲/۱ مورخ ۱۴۰۳/۰۴/۱۰") in text


def test_a_blank_that_a_kind_does_not_allow_stops_a_final_with_the_place_of_the_template_and_of_the_data(
    given: Given, build: Callable[..., Outcome]
) -> None:
    project = given.spoilt("profile", lambda data: data.pop("women"))
    done = build(project, "participatory-document")
    assert (done.files, done.exit_code) == ([], 1)
    assert {found.code for found in done.errors} == {"final-blank", "gap", "not-built"}
    places = {found.code: found.place for found in done.errors if found.place}
    blank, gap = places["final-blank"], places["gap"]
    assert blank is not None and "_parts" not in str(blank.file)
    assert "profile.women" in blank.file.read_text(encoding="utf-8").split("\n")[blank.line - 1]
    assert gap is not None and gap.file.as_posix().endswith(f"{FOLDER}/profile.yaml")


def test_a_blank_of_a_catalogue_is_told_at_the_catalogue(given: Given, build: Callable[..., Outcome]) -> None:
    workspace = given.project.workspace
    assert workspace is not None
    legal = workspace.catalogue.legal
    rates = tuple(rate.model_copy(update={"value": Unknown(prompt="نرخ")}) for rate in legal.rates)
    catalogue = workspace.catalogue.model_copy(update={"legal": legal.model_copy(update={"rates": rates})})
    reading = dataclasses.replace(given.project.reading, workspace=workspace.model_copy(update={"catalogue": catalogue}))
    done = build(dataclasses.replace(given.project, reading=reading), "contract")
    assert done.files == []
    assert {str(found.place and found.place.file.name) for found in done.errors if found.code == "gap"} == {"legal.yaml"}


RESIDENTS = {"residents-leaflet", "residents-poster"}
BREAKS = {
    "plan": {"action-plan", "agency-sheet", "notification", "participatory-document", "evaluation-report", *RESIDENTS},
    "contract": {"contract", "contract-review", "evaluation-report"},
    "needs": {"action-plan", "participatory-document", "evaluation-report"},
    "office": {
        "contract",
        "contract-review",
        "action-plan",
        "participatory-document",
        "residents-invitation",
        *RESIDENTS,
    },
    "participatory": {"participatory-document", *RESIDENTS},
    "approvals": {"contract", "action-plan", "agency-sheet", "notification", "participatory-document", *RESIDENTS},
    "profile": {"action-plan", "participatory-document"},
    "community": {"action-plan", "participatory-document"},
}
"""The kinds that an error in a record stops."""


@pytest.mark.parametrize("record", BREAKS)
def test_an_error_in_a_record_stops_only_the_documents_that_read_it(given: Given, record: str) -> None:
    kinds = {kind.id for kind in given.project.kinds if not kind.of_province}
    project = _broken(given, record)
    chosen = pipeline.choose(project, pipeline.Selection([PLACE]))
    assert kinds - {subject.kind.id for subject in chosen.documents} == BREAKS[record]
    assert {(each.kind.id, each.broken) for each in chosen.left_out} == {(kind, (record,)) for kind in BREAKS[record]}


def test_an_evaluation_with_an_error_stops_itself_and_the_later_ones(given: Given) -> None:
    for broken, left in (("1404-h1", []), ("1404-h2", ["1404-h1"])):
        project = _broken(given, f"evaluations/{broken}")
        chosen = pipeline.select(project, pipeline.Selection([PLACE]))
        assert [subject.id for subject in chosen if subject.kind.id == "evaluation-report"] == left
        # The participatory document prints the last measured values, so it stops as well.
        assert {subject.kind.id for subject in chosen} >= {"contract", "action-plan", *RESIDENTS}


def _broken(given: Given, record: str) -> Project:
    """The project as it is read when a record has an error."""
    reading = given.project.reading
    assert reading.workspace is not None
    dossier = reading.workspace.dossier(PLACE).without([record])
    workspace = reading.workspace.model_copy(update={"dossiers": (dossier,)})
    broken = {PLACE: frozenset({record})}
    return dataclasses.replace(given.project, reading=dataclasses.replace(reading, workspace=workspace, broken=broken))


def test_an_error_in_the_plan_is_told_and_the_contract_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = complete(tmp_path)
    plan = folders.plans / FOLDER / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("lead: education", "lead: educatoin", 1), encoding="utf-8")
    code = app.main(["build", "--format", "docx", "--jobs", "1", "--root", str(tmp_path)])
    out, err = capsys.readouterr()
    assert code == 1
    names = [Path(line).relative_to(folders.output).as_posix().removesuffix("-draft.docx") for line in out.split()]
    of_province = {"letter/golshahr-inquiry", "invitation/golshahr-invite-review", "letters-register", "distribution-list"}
    own = {"contract", "contract-review", "residents-invitation/residents-1405"}
    own |= {"local-minutes/residents-1405", "local-minutes/review"}
    assert set(names) == {*(f"{PLACE}/{name}" for name in own), *(f"province/{name}" for name in of_province)}
    assert "[reference-unknown]" in err
    assert f"گلشهر ({PLACE}): «سند مشارکتی محله» ساخته نمی‌شود؛ این پرونده‌ها خطا دارد: plan.yaml." in err


def test_what_a_neighbourhood_does_not_get_is_told_with_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = complete(tmp_path)
    for record in ("participatory", "profile"):
        (folders.plans / FOLDER / f"{record}.yaml").unlink()
    for record, held, citation in (("needs", "needs", "gathering"), ("plan", "changes", "talks")):
        file = folders.plans / FOLDER / f"{record}.yaml"
        data = load(file)
        for each in data[held]:  # what it says of the talks in the document goes with the document
            each.pop(citation, None)
        dump(file, data)
    root = ["--root", str(tmp_path)]
    files = "participatory.yaml، profile.yaml؛ برای آغاز: «sanad new z3-golshahr --kind participatory-document»"
    line = f"گلشهر ({PLACE}): «سند مشارکتی محله» ساخته نمی‌شود؛ این پرونده‌ها نیست: {files}."

    assert app.main(["list", "documents", PLACE, *root]) == 0
    out, err = capsys.readouterr()
    assert "participatory" not in out
    assert line in err.strip().split("\n")

    assert app.main(["list", "documents", "--json", *root]) == 0
    rows = json.loads(capsys.readouterr().out)["result"]
    lacking = {row["kind"]: row for row in rows if row["name"] is None}
    assert lacking.keys() == {"participatory-document", *RESIDENTS}
    row = lacking["participatory-document"]
    assert row["neighbourhood"] == PLACE
    assert (row["lacking"], row["broken"]) == (["participatory.yaml", "profile.yaml"], [])
    assert {row["name"] for row in rows} >= {f"{PLACE}/contract-draft.pdf", f"{PLACE}/evaluation-report/1404-h1-draft.docx"}


def test_neighbourhoods_that_get_nothing_are_counted_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = complete(tmp_path)
    for number, name in ((1, "نوبهار"), (2, "سپیدار")):
        folder = folders.plans / "neighbourhoods" / f"z3-new-{number}"
        folder.mkdir()
        identity = f"id: {folder.name}\nzone: z3\nrank: {90 + number}\ntext: {name}\nname: {name}\nlines: []\n"
        (folder / "neighbourhood.yaml").write_text(identity, encoding="utf-8")
    root = ["--root", str(tmp_path)]
    assert app.main(["list", "documents", *root]) == 0
    (line,) = capsys.readouterr().err.strip().split("\n")
    assert line.startswith("برای ۲ محله هیچ سندی ساخته نمی‌شود")
    assert app.main(["build", "z3-new-1", *root]) == 1
    err = capsys.readouterr().err
    kinds = find_kinds(folders.templates).value or ()
    assert err.count("[records-lacking]") == sum(not kind.of_province for kind in kinds)
    assert "contract.yaml، office.yaml، priority.yaml" in err


def test_a_template_that_asks_for_a_record_its_kind_does_not_declare_is_told_at_its_line(tmp_path: Path) -> None:
    folders = complete(tmp_path)
    template = folders.templates / "contract" / "document.html.j2"
    text = template.read_text(encoding="utf-8")
    template.write_text(
        text.replace("<section>\n", "<section>\n{% if dossier.plan %}<p>برنامه</p>{% endif %}\n", 1), encoding="utf-8"
    )
    result = pipeline.build(folders, pipeline.Selection([PLACE], ["contract"], ("docx",)), 1)
    (told,) = (found for found in result.problems if found.code == "template-record-undeclared")
    assert result.written == []
    assert told.place is not None
    assert "dossier.plan" in template.read_text(encoding="utf-8").split("\n")[told.place.line - 1]
    assert "reads" in told.hint
