"""What a build makes again, what it leaves, and what it tells of each: a row of behaviour a test, over one small kind."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from generator.build import pipeline
from generator.build.overview import Overview, Standing
from generator.build.project import Folders, Project
from generator.build.results import Result
from generator.build.rows import Rows
from tests.cli.harness import DOCUMENT
from tests.cli.harness import KIND as FORMAL
from tests.reading.plans_tree import CONTRACT, IDENTITY, PlansTree

TEMPLATES = Path(__file__).parents[2] / "templates" / "fa"
DRAFT, PDF = "z1-alef/note-draft.docx", "z1-alef/note-draft.pdf"
AGENCY = "agencies/welfare.yaml"
KIND = FORMAL.replace("final_requires: [contract.number]\n", "")


class Made:
    """A small project, and builds of it in this process."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "output"
        PlansTree(root / "plans").read()
        self.template("note", DOCUMENT)
        shutil.copy(TEMPLATES / "style.yaml", root / "templates")

    def template(self, kind: str, text: str, declared: str = KIND) -> None:
        folder = self.root / "templates" / kind
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kind.yaml").write_text(declared, encoding="utf-8")
        (folder / "document.html.j2").write_text(text, encoding="utf-8")

    def edit(self, key: str, old: str, new: str) -> None:
        """Replace a text in a file of the plans."""
        file = self.root / "plans" / key
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def __call__(
        self,
        *names: str,
        formats: tuple[str, ...] = ("docx",),
        on_written: Callable[[Path], None] = lambda _: None,
        **options: bool | str,
    ) -> Result:
        folders = Folders(self.root / "plans", self.root / "templates", self.output)
        asked = pipeline.Selection(names, formats=formats, **options)  # type: ignore[arg-type]
        with ThreadPoolExecutor(1) as executor:
            return pipeline.build(folders, asked, 1, on_written, executor=executor)

    def of(self, paths: list[Path]) -> list[str]:
        """The files of a result, as they are under the output folder."""
        return [path.relative_to(self.output).as_posix() for path in paths]

    def files(self) -> dict[str, bytes]:
        """Every document that lies in the output folder."""
        found = (path for path in self.output.rglob("*") if path.suffix in (".docx", ".pdf"))
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in found}

    def codes(self, result: Result, *of: str) -> list[str]:
        """The codes of what was told, of those that are asked for."""
        return [found.code for found in result.problems if found.code in of]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return Made(tmp_path)


def test_what_did_not_change_is_made_once_and_tells_the_same_again(made: Made) -> None:
    first, second = made(), made()

    assert (made.of(first.written), first.current) == ([DRAFT], [])
    assert (second.written, made.of(second.current), second.reasons) == ([], [DRAFT], {})
    assert first.problems == second.problems


def test_a_comment_in_the_data_makes_nothing_again(made: Made) -> None:
    made()
    made.edit(CONTRACT, "\n", "\n# یادداشت\n")

    assert made().written == []


def test_what_the_document_does_not_read_makes_nothing_again(made: Made) -> None:
    made()
    made.edit("neighbourhoods/z1-alef/needs.yaml", "\n", "\n# یادداشت\n")
    agency = made.root / "plans" / AGENCY
    made.edit(AGENCY, "name: ", "name: ادارهٔ تازهٔ ")

    result = made()

    assert agency.is_file()
    assert result.written == []


def test_an_edit_makes_its_document_again_and_is_named(made: Made) -> None:
    made()
    made.edit(IDENTITY, "name: ", "name: کوی ")

    result = made()

    assert made.of(result.written) == [DRAFT]
    assert result.reasons == {"z1-alef/note": ["record:neighbourhood"]}


def test_an_edit_that_is_undone_makes_the_bytes_that_were_there(made: Made) -> None:
    made()
    before = made.files()
    made.edit(IDENTITY, "name: ", "name: کوی ")
    made()
    assert made.files() != before
    made.edit(IDENTITY, "name: کوی ", "name: ")

    made()

    assert made.files() == before


def test_a_template_and_its_declaration_make_their_documents_again(made: Made) -> None:
    made()
    made.template("note", DOCUMENT.replace("محلهٔ", "در محلهٔ"))
    assert made().reasons == {"z1-alef/note": ["template:note/document.html.j2"]}

    made.template("note", DOCUMENT.replace("محلهٔ", "در محلهٔ"), KIND.replace("short: یاد", "short: ید"))
    assert made().reasons == {"z1-alef/note": ["kind"]}


def test_the_limits_of_one_document_hold_for_each_kind_and_not_for_all_together(made: Made) -> None:
    long = DOCUMENT.replace("{{ programme.title }}", "{{ programme.title }}" + "{{ 1 }}" * 4_000)
    for at in range(4):
        named = KIND.replace("short: یاد", f"short: بلند {at}")
        made.template(f"long-{at}", long, named.replace("order: 10", f"order: {20 + at}"))
    done = made(*(f"z1-alef/long-{at}" for at in range(4)))
    assert len(made.of(done.written)) == 4


def test_a_file_that_was_deleted_is_made(made: Made) -> None:
    made()
    before = made.files()
    (made.output / DRAFT).unlink()

    assert made.of(made().written) == [DRAFT]
    assert made.files() == before


def test_what_somebody_wrote_himself_stays_without_force(made: Made) -> None:
    made()
    before = made.files()
    (made.output / DRAFT).write_bytes(b"by hand")

    unchanged = made()
    made.edit(IDENTITY, "name: ", "name: کوی ")
    outdated = made()

    for result, code in ((unchanged, 0), (outdated, 1)):
        assert (made.codes(result, "changed-by-hand"), result.exit_code) == (["changed-by-hand"], code)
    assert made.files() == {DRAFT: b"by hand"}
    made.edit(IDENTITY, "name: کوی ", "name: ")
    assert made.codes(made(force=True), "changed-by-hand") == []
    assert made.files() == before


def test_one_format_makes_no_other_stale(made: Made) -> None:
    made(formats=("docx", "pdf"))
    before = made.files()

    assert made(formats=("docx",)).written == made(formats=("pdf",)).written == []
    made.edit(IDENTITY, "name: ", "name: کوی ")
    made(formats=("docx",))
    result = made(formats=("docx", "pdf"))

    assert made.files()[PDF] != before[PDF]
    assert made.of(result.written) == [DRAFT, PDF]
    assert made(formats=("docx", "pdf")).written == []


def test_the_other_engine_makes_a_document_again(made: Made) -> None:
    made()

    assert made(engine="weasyprint").reasons == {"z1-alef/note": ["engine"]}


def test_finals_and_drafts_are_known_apart(made: Made) -> None:
    made(with_samples=True)
    first = made(final=True, with_samples=True)
    second = made(final=True, with_samples=True)

    assert made.of(first.written) == made.of(second.current) != [DRAFT]
    assert made.codes(first, "draft-beside-final") == made.codes(second, "draft-beside-final") == ["draft-beside-final"]
    assert made(with_samples=True).written == []


def test_what_no_subject_asks_for_is_told_and_only_drafts_are_pruned(made: Made) -> None:
    made()
    made(final=True, with_samples=True)
    final = next(name for name in made.files() if name != DRAFT)
    made.template("other", DOCUMENT, KIND.replace("یادداشت", "دیگر").replace("یاد", "دیگ"))
    shutil.rmtree(made.root / "templates" / "note")

    told = made()
    assert made.codes(told, "document-unasked") == ["document-unasked"] * 2
    pruned = made(prune=True)

    assert made.of(pruned.removed) == [DRAFT]
    assert set(made.files()) == {final, "z1-alef/other-draft.docx"}
    assert made.codes(made(prune=True), "document-unasked") == ["document-unasked"]


def test_a_draft_that_somebody_changed_is_not_pruned(made: Made) -> None:
    made()
    (made.output / DRAFT).write_bytes(b"by hand")
    made.template("other", DOCUMENT, KIND.replace("یادداشت", "دیگر").replace("یاد", "دیگ"))
    shutil.rmtree(made.root / "templates" / "note")

    assert made(prune=True).removed == []
    assert made.files()[DRAFT] == b"by hand"


def test_nothing_is_pruned_while_the_data_is_wrong(made: Made) -> None:
    made()
    made.edit(CONTRACT, "\n", "\nnobody: knows\n")

    assert made(prune=True).removed == []
    assert DRAFT in made.files()


def test_an_edit_during_a_build_is_seen_by_the_next_one(made: Made) -> None:
    made.template("second", DOCUMENT, KIND.replace("یادداشت", "دوم").replace("یاد", "دوم").replace("10", "20"))

    def edit(_: Path) -> None:
        if made.root.joinpath("edited").exists():
            return
        made.root.joinpath("edited").touch()
        made.edit(IDENTITY, "name: ", "name: کوی ")
        made.template("second", DOCUMENT.replace("محلهٔ", "در محلهٔ"), KIND.replace("یادداشت", "دوم").replace("یاد", "دوم"))

    made(on_written=edit)
    made()
    after = made.files()

    assert made().written == []
    shutil.rmtree(made.output)
    made()
    assert made.files() == after


def test_a_build_that_ends_before_its_file_is_there_has_made_nothing(made: Made) -> None:
    made()
    before = made.files()
    made.edit(IDENTITY, "name: ", "name: کوی ")
    rows = Rows(made.output).read()
    made()
    after = made.files()
    new = Rows(made.output).read()
    # As a kill leaves it: the row says what was to be, the file is what it was.
    (made.output / DRAFT).write_bytes(before[DRAFT])
    was = rows[DRAFT].partition('"sha256":"')[2][:64]
    begun = new[DRAFT].replace('"before":""', f'"before":"{was}"')
    Rows(made.output).keep({DRAFT: begun})

    assert made.of(made().written) == [DRAFT]
    assert made.files() == after


@pytest.mark.parametrize("file", ["manifest.sqlite", "cache.sqlite"])
@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0" + b"x" * 5000, b"{}"])
def test_a_missing_or_damaged_memory_costs_time_only(made: Made, file: str, content: bytes | None) -> None:
    made()
    memory = made.output / ".sanad" / file
    if content is None:
        memory.unlink()
    else:
        memory.write_bytes(content)
    made.edit(IDENTITY, "name: ", "name: کوی ")

    result = made()

    assert (made.of(result.written), made.codes(result, "changed-by-hand")) == ([DRAFT], [])
    assert made().written == []


def test_a_forged_row_is_not_believed(made: Made) -> None:
    made()
    before = made.files()
    Rows(made.output).keep({DRAFT: '{"key": {}, "sha256": 1}', "../../etc/passwd": "{}"})

    assert made.of(made().written) == [DRAFT]
    assert made.files() == before


def test_a_cache_that_another_run_holds_makes_no_file_look_changed(made: Made) -> None:
    made()
    made.edit(IDENTITY, "name: ", "name: کوی ")
    with closing(sqlite3.connect(made.output / ".sanad" / "cache.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        made()

    result = made()

    assert (result.written, made.codes(result, "changed-by-hand")) == ([], [])


def test_files_that_were_copied_are_known_by_their_bytes(made: Made) -> None:
    made()
    os.utime(made.output / DRAFT, ns=(1, 1))

    assert made().written == []
    assert '"mtime":1,' in Rows(made.output).read()[DRAFT]


def test_a_renamed_neighbourhood_has_its_documents_under_its_new_name(made: Made) -> None:
    made()
    plans = made.root / "plans"
    (plans / "neighbourhoods" / "z1-alef").rename(plans / "neighbourhoods" / "z1-alif")
    for file in plans.rglob("*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("z1-alef", "z1-alif"), encoding="utf-8")

    moved = made(prune=True)

    assert (made.of(moved.written), made.of(moved.removed)) == (["z1-alif/note-draft.docx"], [DRAFT])
    assert not (made.output / "z1-alef").exists()


def test_a_document_that_was_built_with_its_sources_is_not_called_stale(made: Made) -> None:
    made(formats=("pdf",), attach=True)
    project = Project.read(Folders(made.root / "plans", made.root / "templates", made.output))
    assert project.planner is not None
    assert project.style is not None

    (place,) = Overview(project, project.planner, project.style).places(["z1-alef"])
    standing = {each.draft for each in place.documents}

    assert standing == {Standing.CURRENT}


def test_an_edit_in_one_neighbourhood_leaves_the_letters_about_another(made: Made) -> None:
    made.template(
        "memo",
        '<document title="نامه"><section page="portrait"><p>{{ letter.subject }}</p>'
        "{% for each in dossiers %}<p>{{ each.neighbourhood.name }}</p>{% endfor %}</section></document>\n",
        "title: نامه\nshort: نامه\norder: 20\nsubject: {each: letters, of: province}\nreads: [meetings]\npage: portrait\n",
    )
    letters = made.root / "plans" / "letters"
    text = (letters / "notify-city.yaml").read_text(encoding="utf-8")
    other = text.replace("notify-city", "elsewhere").replace("z1-alef", "z2-be").replace("kind: ابلاغ", "kind: سایر")
    (letters / "elsewhere.yaml").write_text(other, encoding="utf-8")
    made("province/memo", with_samples=True)

    made.edit("neighbourhoods/z1-alef/neighbourhood.yaml", "name: الف", "name: الف نو")
    again = made("province/memo", with_samples=True)

    written = made.of(again.written)
    assert "province/memo/notify-city-draft.docx" in written
    assert "province/memo/elsewhere-draft.docx" not in written
