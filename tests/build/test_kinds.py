"""The kinds of documents: a folder with `kind.yaml` and a template is a whole kind."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from generator.build.kinds import Kind, find_kinds, unknown_bodies
from generator.problems.errors import Place

ROOT = Path(__file__).parents[2]
LEAST = "title: نامه\norder: 7\nsubject: agency\n"


def make(templates: Path, name: str, text: str, template: bool = True) -> Path:
    folder = templates / name
    folder.mkdir()
    (folder / "kind.yaml").write_text(text, encoding="utf-8")
    if template:
        (folder / "document.html.j2").write_text("<document/>", encoding="utf-8")
    return folder


def told(templates: Path) -> list[tuple[str, int, int]]:
    found, problems = find_kinds(templates)
    assert found == ()
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems if problem.place]


def test_a_folder_is_a_whole_kind(tmp_path: Path) -> None:
    folder = make(tmp_path, "letter", LEAST)
    found, problems = find_kinds(tmp_path)
    assert problems == ()
    assert found == (Kind(id="letter", folder=folder, title="نامه", order=7, subject="agency"),)
    assert (found[0].page, found[0].template) == ("portrait", folder / "document.html.j2")


def test_everything_that_a_kind_may_declare_is_read(tmp_path: Path) -> None:
    folder = make(
        tmp_path,
        "action-sheet",
        "title: شناسنامهٔ اقدام\norder: ۲۰\nsubject: action\nrequires: [plan, profile]\n"
        "final_requires:\n  - contract.start\n  - contract.funding.source\npage: letter\nletter: بله\n"
        "signers: [کارفرما, مجری]\ninitials: [پاراف کارفرما]\n",
    )
    (found,), problems = find_kinds(tmp_path)
    assert problems == ()
    assert found == Kind(
        id="action-sheet",
        folder=folder,
        title="شناسنامهٔ اقدام",
        order=20,
        subject="action",
        requires=("plan", "profile"),
        final_requires=("contract.start", "contract.funding.source"),
        page="letter",
        letter=True,
        signers=("کارفرما", "مجری"),
        initials=("پاراف کارفرما",),
    )


def test_a_kind_says_which_records_and_approvals_it_reads(tmp_path: Path) -> None:
    text = LEAST.replace("agency", "group") + (
        "requires: [needs]\nreads: [profile]\nfinal_requires:\n  - contract.number\n"
        "  - approval: {of: برنامه اقدام, by: headquarters}\nblanks: [امضا]\n"
    )
    make(tmp_path, "letter", text)
    (found,), problems = find_kinds(tmp_path)
    assert problems == ()
    assert found.needed == ("needs", "community")
    assert found.records == {"needs", "community", "profile", "contract", "approvals"}
    assert (found.facts, found.blanks) == (("contract.number",), ("امضا",))
    assert [(need.of, need.by, need.cited) for need in found.approvals] == [("برنامه اقدام", "headquarters", None)]


def test_an_approval_of_a_body_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    make(tmp_path, "letter", LEAST + "final_requires: [{approval: {of: برنامه اقدام, by: headquarter}}]\n")
    (told,) = unknown_bodies(find_kinds(tmp_path)[0], {"headquarters": "ستاد", "secretariat": "دبیرخانه"})
    assert (told.code, told.place) == ("kind-body-unknown", Place(tmp_path / "letter" / "kind.yaml"))
    assert "headquarters (ستاد)" in told.hint


def test_kinds_come_in_their_order_and_other_folders_are_none(tmp_path: Path) -> None:
    make(tmp_path, "second", LEAST)
    make(tmp_path, "first", LEAST.replace("7", "1"))
    (tmp_path / "_parts").mkdir()
    (tmp_path / "style.yaml").write_text("", encoding="utf-8")
    found, problems = find_kinds(tmp_path)
    assert problems == ()
    assert [kind.id for kind in found] == ["first", "second"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("order: 7\nsubject: agency\n", [("missing-key", 1, 1)]),
        (LEAST + "colour: red\n", [("unknown-key", 4, 1)]),
        (LEAST.replace("agency", "village"), [("not-in-list", 3, 10)]),
        (LEAST.replace("7", "x"), [("number-not-understood", 2, 8)]),
        (LEAST + "requires: [plan, plans]\n", [("not-in-list", 4, 18)]),
        (LEAST + "requires: [neighbourhood]\n", [("not-in-list", 4, 12)]),
        (LEAST + "reads: [map]\nrequires: [map]\n", [("not-in-list", 5, 12)]),
        (LEAST + "final_requires: ['a b']\n", [("kind-fact-malformed", 4, 18)]),
        (LEAST + "final_requires: [contract.begin]\n", [("kind-fact-unknown", 4, 18)]),
        (LEAST + "final_requires: [contract.funding]\n", [("kind-fact-unknown", 4, 18)]),
        (LEAST + "final_requires: [{approval: {of: برنامه, by: a}}]\n", [("not-in-list", 4, 34)]),
        (LEAST + "final_requires: [{approval: {of: برنامه اقدام}}]\n", [("missing-key", 4, 19)]),
        (LEAST + "final_requires: [{approvals: {}}]\n", [("unknown-key", 4, 19)]),
        (LEAST + "reads: [profiles]\n", [("not-in-list", 4, 9)]),
        (LEAST + "letter: شاید\n", [("flag-not-understood", 4, 9)]),
        (LEAST + "id: other\n", [("unknown-key", 4, 1)]),
    ],
)
def test_a_wrong_declaration_is_told_at_its_line(tmp_path: Path, text: str, faults: list[tuple[str, int, int]]) -> None:
    make(tmp_path, "letter", text)
    assert told(tmp_path) == faults


def test_a_kind_without_a_template_is_told(tmp_path: Path) -> None:
    make(tmp_path, "letter", LEAST, template=False)
    assert told(tmp_path) == [("kind-template-missing", 1, 1)]


@pytest.mark.parametrize("name", ["My Letter", "letter-draft", "letter-sample"])
def test_a_folder_with_a_name_that_makes_no_path_of_its_own_is_told(tmp_path: Path, name: str) -> None:
    make(tmp_path, name, LEAST)
    assert told(tmp_path) == [("kind-id-malformed", 1, 1)]


def test_two_kinds_with_one_order_are_told(tmp_path: Path) -> None:
    make(tmp_path, "a", LEAST)
    second = make(tmp_path, "b", LEAST)
    found, problems = find_kinds(tmp_path)
    assert [kind.id for kind in found] == ["a", "b"]
    assert [(problem.code, problem.place) for problem in problems] == [("kind-order-repeated", Place(second / "kind.yaml"))]


@pytest.mark.parametrize("short", ["قرار داد", "قرارداد", "letter", "نامهٔ اداری"])
def test_a_short_name_that_is_a_name_of_another_kind_is_told(tmp_path: Path, short: str) -> None:
    make(tmp_path, "letter", "title: نامهٔ اداری\nshort: قرارداد\norder: 1\nsubject: agency\n")
    second = make(tmp_path, "note", f"title: یادداشت\nshort: {short}\norder: 2\nsubject: agency\n")
    (told_of,) = find_kinds(tmp_path).problems
    assert (told_of.code, told_of.place) == ("kind-name-repeated", Place(second / "kind.yaml"))
    assert f"«{short}»" in told_of.message


def test_a_kind_travels_to_a_worker(tmp_path: Path) -> None:
    make(tmp_path, "letter", LEAST)
    (kind,), _ = find_kinds(tmp_path)
    assert pickle.loads(pickle.dumps(kind)) == kind


def test_the_kinds_that_the_project_has_are_right() -> None:
    found, problems = find_kinds(ROOT / "templates" / "fa")
    assert problems == ()
    assert {kind.id for kind in found} >= {"contract", "action-plan", "participatory-document", "evaluation-report"}


def test_a_copy_of_a_kind_with_other_records_has_those(tmp_path: Path) -> None:
    make(tmp_path, "letter", LEAST)
    ((kind,), _) = find_kinds(tmp_path)
    assert "needs" not in kind.records

    assert "needs" in kind.model_copy(update={"reads": ("needs",)}).records
