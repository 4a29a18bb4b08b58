"""A packaged template is copied to be changed; the project's goes before it as a whole, and a new original is told."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.authoring import init
from generator.authoring.init import copies
from generator.authoring.init.copies import Origin
from generator.authoring.schema import folder
from generator.build import packaged
from generator.build.kinds import find_kinds
from generator.build.project import Folders, Project
from generator.cli import app
from generator.markup.templating import environment
from generator.problems.errors import Severity, UsageError
from generator.style import looks

TEMPLATES = packaged.root() / packaged.TEMPLATES


@pytest.fixture
def project(tmp_path: Path) -> Folders:
    init.begin(tmp_path / "project")
    return Folders.under(tmp_path / "project")


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The templates of a later version of the program, to be changed."""
    shutil.copytree(TEMPLATES, tmp_path / "later")
    return tmp_path / "later"


def copied(project: Folders, name: str) -> list[Path]:
    return folder.put(copies.copy(project, name))


def sanad(project: Folders, *words: str) -> int:
    return app.main([*words, "--root", str(project.plans.parent)])


def origins(project: Folders) -> dict[str, Origin]:
    return {kind.id: copies.origin(project, kind) for kind in Project.read(project).kinds}


def test_a_copy_is_of_all_files_of_the_kind_and_counts_as_packaged_until_it_is_changed(project: Folders) -> None:
    written = copied(project, "contract")

    names = sorted(file.name for file in (TEMPLATES / "contract").iterdir())
    assert sorted(path.relative_to(project.templates).as_posix() for path in written) == [f"contract/{name}" for name in names]
    kinds = {kind.id: kind.folder for kind in Project.read(project).kinds}
    assert kinds["contract"] == project.templates / "contract"
    assert kinds["action-plan"].is_relative_to(packaged.root())
    assert set(origins(project).values()) == {Origin.PACKAGED}
    assert copies.outdated(project) == []

    file = project.templates / "contract" / "annexes.html.j2"
    file.write_text(file.read_text(encoding="utf-8") + "{# افزوده #}\n", encoding="utf-8")
    assert sanad(project, "new", "kind", "office-note", "یادداشت دفتر") == 0
    assert origins(project) == {
        "contract": Origin.CHANGED, "contract-review": Origin.PACKAGED,
        "action-plan": Origin.PACKAGED, "agency-sheet": Origin.PACKAGED, "notification": Origin.PACKAGED,
        "letter": Origin.PACKAGED, "follow-up": Origin.PACKAGED, "invitation": Origin.PACKAGED,
        "residents-invitation": Origin.PACKAGED, "minutes": Origin.PACKAGED, "local-minutes": Origin.PACKAGED,
        "quarterly-report": Origin.PACKAGED, "report-letter": Origin.PACKAGED, "programme-status": Origin.PACKAGED,
        "letters-register": Origin.PACKAGED, "distribution-list": Origin.PACKAGED,
        "participatory-document": Origin.PACKAGED,
        "residents-leaflet": Origin.PACKAGED, "residents-poster": Origin.PACKAGED,
        "evaluation-report": Origin.PACKAGED, "office-note": Origin.OWN,
    }  # fmt: skip


def test_a_copy_is_told_when_its_original_has_changed_since_and_what_it_now_is(project: Folders, later: Path) -> None:
    for name in ("contract", "amiri", "letterhead"):
        copied(project, name)
    assert copies.outdated(project) == []

    for name in ("contract/basis.html.j2", "looks/amiri.yaml", "_parts/letterhead.html.j2", "action-plan/kind.yaml"):
        file = later / name
        file.write_text(file.read_text(encoding="utf-8") + "\n{# تازه #}\n", encoding="utf-8")
    project = replace(project, packaged=later)
    told = copies.outdated(project)

    marked = {"contract/kind.yaml", "looks/amiri.yaml", "_parts/letterhead.html.j2"}
    assert {found.severity for found in told} == {Severity.WARNING}
    assert {str(found.place) for found in told} == {f"{project.templates / name}:1:1" for name in marked}
    for found in told:
        assert found.place is not None
        old = found.place.file.read_text(encoding="utf-8").split("\n", 1)
        fingerprint = found.hint.rstrip(".").split()[-1]
        old[0] = old[0].replace(old[0].split(": ")[1].split()[0], fingerprint)
        found.place.file.write_text("\n".join(old), encoding="utf-8")
    assert copies.outdated(project) == []


def test_line_ends_of_another_system_are_no_change(project: Folders) -> None:
    copied(project, "contract")
    for file in (project.templates / "contract").iterdir():
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert origins(project)["contract"] is Origin.PACKAGED
    assert copies.outdated(project) == []


def test_a_second_copy_is_refused_and_an_unknown_name_gets_the_near_one(project: Folders) -> None:
    copied(project, "contract")
    for name, code, said in (("contract", "start-exists", ""), ("contrct", "template-not-packaged", "«contract»")):
        with pytest.raises(UsageError) as refused:
            copied(project, name)
        (told,) = refused.value.problems
        assert told.code == code
        assert said in told.hint


def test_a_new_kind_does_not_hide_a_packaged_one_and_has_an_order_of_its_own(project: Folders) -> None:
    assert sanad(project, "new", "kind", "contract", "قرارداد") == 2
    assert not project.templates.exists()

    assert sanad(project, "new", "kind", "office-note", "یادداشت دفتر") == 0
    assert [found for found in Project.read(project).problems if found.severity is Severity.ERROR] == []


def test_a_folder_that_hides_a_packaged_kind_without_being_one_is_an_error(project: Folders) -> None:
    (project.templates / "contract").mkdir(parents=True)

    kinds, problems = find_kinds(project.templates, project.packaged)

    assert "contract" not in [kind.id for kind in kinds or ()]
    assert [(found.code, found.severity) for found in problems] == [("kind-declaration-missing", Severity.ERROR)]


def test_a_kind_is_never_put_together_from_two_folders_but_shared_parts_are_taken_file_by_file(tmp_path: Path) -> None:
    own, lent = tmp_path / "own", tmp_path / "lent"
    texts = {
        own / "note/document.html.j2": "{% include '_parts/a.html.j2' %}{% include '_parts/b.html.j2' %}",
        own / "_parts/a.html.j2": "own a ",
        lent / "note/document.html.j2": "lent",
        lent / "note/more.html.j2": "lent more",
        lent / "_parts/a.html.j2": "lent a",
        lent / "_parts/b.html.j2": "lent b",
        lent / "other/document.html.j2": "lent other",
    }
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    renderer = environment(own, {}, packaged=lent)

    assert "own a" in renderer.render("note/document.html.j2", {})
    assert "lent b" in renderer.render("note/document.html.j2", {})
    assert "lent other" in renderer.render("other/document.html.j2", {})
    assert renderer.file("note/more.html.j2") == own / "note/more.html.j2"


def test_a_look_of_the_project_goes_before_a_packaged_one_and_over_the_packaged_default(project: Folders) -> None:
    own = project.templates / looks.FOLDER
    own.mkdir(parents=True)
    (own / "amiri.yaml").write_text("colours:\n  heading: '#112233'\n", encoding="utf-8")

    found = looks.find(project.templates, project.packaged)

    assert found == {"style": TEMPLATES / "style.yaml", "amiri": own / "amiri.yaml"}


def test_the_command_copies_and_lists_what_is_whose(project: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    assert sanad(project, "new", "template", "contract") == 0
    file = project.templates / "contract" / "kind.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# ما\n", encoding="utf-8")
    capsys.readouterr()

    assert sanad(project, "list", "kinds") == 0

    rows = dict(line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert {name: copies.ORIGINS[Origin.CHANGED] in said for name, said in rows.items()} == {
        "contract": True, "contract-review": False,
        "action-plan": False, "agency-sheet": False, "participatory-document": False,
        "residents-leaflet": False, "residents-poster": False, "evaluation-report": False,
        "notification": False, "letter": False, "follow-up": False, "invitation": False,
        "residents-invitation": False, "minutes": False, "local-minutes": False, "quarterly-report": False,
        "programme-status": False, "report-letter": False, "letters-register": False, "distribution-list": False,
    }  # fmt: skip
