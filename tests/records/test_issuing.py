"""The issue of finals: numbers without a gap, what is kept, and what the same final, an edit, a void one and a kill do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build.document import DocumentBuilder
from generator.model.records.register import State
from generator.problems.errors import DataError, UsageError
from tests.records.office import DAY, Office, patched

ROOT = Path(__file__).parents[2]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A project with three letters, of which finals are made without typesetting."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    patched(monkeypatch.setattr)
    return Office(tmp_path, 3)


def test_each_final_gets_the_next_number_and_is_kept_with_what_it_was_made_from(office: Office) -> None:
    result = office.issue()

    assert [found.code for found in result.problems if found.severity == "error"] == []
    assert office.numbers() == [each.about for each in result.registered] == ["1404/ن/1", "1404/ن/2", "1404/ن/3"]
    first = office.register.final("1404/ن/1")
    assert (first.document, first.version, first.date, first.by, first.pages) == ("province/memo/n00", 1, DAY, "دبیر", 1)
    assert "letters/n00.yaml" in office.kept.records(first.about) and "letters/n01.yaml" not in office.kept.records(first.about)
    assert ("n00", 1, "موضوع n۰۰ نخست") in [(each.key, each.page, each.text) for each in office.kept.blocks(first.about)]
    assert {"program", "look", "template:memo/document.html.j2"} <= office.kept.made_with(first.about).keys()
    assert office.faults() == [] and len(office.put()) == 6


def test_the_same_final_again_gets_no_number(office: Office) -> None:
    office.issue()
    again, forced = office.issue(), office.issue(force=True)

    assert (again.registered, again.written, len(again.current)) == ([], [], 6)
    assert (forced.registered, len(forced.written), len(forced.same)) == ([], 6, 3)
    assert len(office.numbers()) == 3 and office.faults() == []


def test_files_that_are_lost_from_the_output_folder_come_back_as_they_were_issued(office: Office) -> None:
    office.issue()
    before = office.put()
    shutil.rmtree(office.output)

    result = office.issue()

    assert (result.registered, office.put()) == ([], before)


def test_another_text_is_another_version_with_another_number(office: Office) -> None:
    office.issue()
    office.write("n01", "دیگر")

    result = office.issue()

    assert [(each.about, each.document, each.version) for each in result.registered] == [("1404/ن/4", "province/memo/n01", 2)]
    assert [office.register.state(each) for each in office.numbers()] == [
        State.FINAL, State.SUPERSEDED, State.FINAL, State.FINAL,
    ]  # fmt: skip
    assert office.faults() == []


def test_what_fails_takes_no_number_and_leaves_no_gap(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    real = DocumentBuilder.written

    def failing(builder: DocumentBuilder, document: object, *given: object) -> object:
        if "n00" in str(document):
            raise DataError([])
        return real(builder, document, *given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(DocumentBuilder, "written", failing)
        result = office.issue()

    assert result.exit_code == 1
    assert [(each.about, each.document) for each in result.registered] == [
        ("1404/ن/1", "province/memo/n01"), ("1404/ن/2", "province/memo/n02"),
    ]  # fmt: skip
    assert office.faults() == []


def test_a_draft_and_a_sample_get_no_number(office: Office) -> None:
    file = office.plans / "letters" / "n00.yaml"
    file.write_text(f"sample: بله\n{file.read_text(encoding='utf-8')}", encoding="utf-8")

    office.issue(final=False)
    result = office.issue("n00", with_samples=True)

    assert (result.registered, [path.name for path in result.written]) == ([], ["n00-sample.docx", "n00-sample.pdf"])
    assert not list((office.plans / "register").glob("*.yaml")) and not (office.plans / "versions").exists()


def test_a_kind_without_letters_has_no_final(office: Office) -> None:
    file = office.root / "templates" / "memo" / "kind.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("code: ن\n", ""), encoding="utf-8")

    result = office.issue("n00")

    assert [found.code for found in result.problems if found.severity == "error"] == ["kind-code-missing"]
    assert not (office.plans / "versions").exists()


def test_a_keeper_counts_in_a_series_of_its_own_and_nobody_else_is_taken(office: Office) -> None:
    office.keepers(east=1, west=2)

    office.issue("n00", by="مسئول west")
    office.issue("n01", by="east")
    office.issue("n02", by="east")
    with pytest.raises(UsageError) as caught:
        office.issue("n02", by="نورث", force=True)

    assert [found.code for found in caught.value.problems] == ["unknown-keeper"]
    assert office.numbers() == ["1404/ن/20001", "1404/ن/10001", "1404/ن/10002"]
    assert [each.by for each in office.register.issued] == ["مسئول west", "مسئول east", "مسئول east"]


def test_the_settings_say_who_issues_and_where_finals_are_kept(office: Office) -> None:
    (office.root / "sanad.yaml").write_text("registrar: کارشناس دبیرخانه\nversions: بایگانی\n", encoding="utf-8")

    office.issue("n00", by="")

    assert [each.by for each in office.register.issued] == ["کارشناس دبیرخانه"]
    assert (office.root / "بایگانی" / "1404" / "ن" / "1" / "n00.pdf").is_file() and not (office.plans / "versions").exists()


def test_that_nobody_is_named_is_told(office: Office) -> None:
    result = office.issue("n00", by="")

    assert [found.code for found in result.problems if found.code == "final-by-nobody"] == ["final-by-nobody"]


def test_a_final_that_somebody_has_changed_is_left_and_the_issued_one_stays_kept(office: Office) -> None:
    office.issue("n00")
    file = office.output / "province" / "memo" / "n00.docx"
    file.write_bytes(b"by hand")
    office.write("n00", "دیگر")

    result = office.issue("n00")

    assert "changed-by-hand" in [found.code for found in result.problems]
    assert (file.read_bytes(), office.numbers()) == (b"by hand", ["1404/ن/1", "1404/ن/2"])
    assert [*office.kept.problems(office.register)] == []


def test_a_register_with_an_error_issues_nothing(office: Office) -> None:
    office.issue("n00", "n01")
    file = office.plans / "register" / "1404.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines[:3], lines[4]]), encoding="utf-8")

    with pytest.raises(DataError) as caught:
        office.issue("n02")

    assert [found.code for found in caught.value.problems] == ["register-number-out-of-order", "register-broken"]
    place = caught.value.problems[0].place
    assert place is not None and (place.file, place.line) == (file, 4)


def test_a_line_that_was_changed_is_seen_by_what_is_kept(office: Office) -> None:
    office.issue()
    file = office.plans / "register" / "1404.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('by: "دبیر"', 'by: "دیگری"', 1), encoding="utf-8")

    assert [found.code for found in office.kept.problems(office.register)] == ["kept-line-changed"]
    (office.kept.of("1404/ن/2") / "n01.pdf").unlink()
    assert [found.code for found in office.kept.problems(office.register)] == ["kept-line-changed", "kept-missing"]


def test_a_record_that_changes_during_the_build_is_not_kept_for_another(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = DocumentBuilder.written

    def meanwhile(*given: object) -> object:
        office.write("n00", "پس از خواندن")
        return real(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(DocumentBuilder, "written", meanwhile)
        result = office.issue()

    assert {found.code for found in result.problems if found.severity == "error"} == {
        "record-changed-meanwhile", "not-built", "issue-stopped",
    }  # fmt: skip
    assert office.register.issued == () and office.put() == {}


def _killed(office: Office, call: str, at: int) -> int:
    words = [sys.executable, "-m", "tests.records.office", str(office.root), str(office.output), "دبیر", "", call, str(at)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=120)
    assert done.returncode in (0, -9), done.stderr.decode()
    return done.returncode


@pytest.mark.parametrize(("call", "at"), [("replace", 6), ("replace", 7), ("fsync", 8)])
def test_an_issue_that_is_killed_is_finished_by_the_next_one(office: Office, call: str, at: int) -> None:
    assert _killed(office, call, at) == -9
    assert office.faults() == []

    office.issue()

    assert office.faults() == [] and len(office.put()) == 6
    assert sorted(str(each.document) for each in office.register.issued) == [f"province/memo/n0{at}" for at in range(3)]


@pytest.mark.proof
def test_after_fifty_kills_register_kept_files_and_output_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    patched(monkeypatch.setattr)
    office, kills = Office(tmp_path, 6), 0
    for turn in range(200):
        office.write(f"n0{turn % 6}", f"دور {turn}")
        call = ("open", "write", "fsync", "replace")[turn % 4]
        kills += _killed(office, call, 1 + turn * 7 % 15) == -9
        assert office.faults() == [], (turn, call)
        if kills == 50:
            break

    office.issue()

    register = office.register
    names = sorted({str(each.document) for each in register.issued})
    assert kills == 50 and office.faults() == [] and names == [f"province/memo/n0{at}" for at in range(6)]
    for name in names:
        versions = register.versions(name)
        assert [each.version for each in versions] == [*range(1, len(versions) + 1)]
        put = office.put()
        assert dict(versions[-1].files) == {suffix: put[f"{name}.{suffix}"] for suffix in ("docx", "pdf")}


def test_two_processes_give_no_number_twice_and_lose_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    office = Office(tmp_path / "project", 50)
    halves = [[f"n{at:02}" for at in range(50) if at % 2 == half] for half in (0, 1)]
    outputs = [tmp_path / "project" / name for name in ("one", "two")]
    words = [sys.executable, "-m", "tests.records.office", str(office.root)]
    running = [
        subprocess.Popen([*words, str(folder), "دبیر", ",".join(half)], cwd=ROOT, stderr=subprocess.PIPE)
        for folder, half in zip(outputs, halves, strict=True)
    ]

    told = [each.communicate(timeout=300)[1].decode() for each in running]

    assert [each.returncode for each in running] == [0, 0], told
    assert office.numbers() == [f"1404/ن/{count}" for count in range(1, 51)]
    assert office.faults(*outputs) == []
    assert [len(office.put(folder)) for folder in outputs] == [50, 50]


def _git(root: Path, *words: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed; only the merge of two registers needs it")
@pytest.mark.parametrize("begun", [True, False])
def test_two_registers_are_merged_without_a_lost_or_doubled_number(office: Office, begun: bool) -> None:
    root = office.root
    office.keepers(east=1, west=2)
    shutil.copy(ROOT / ".gitattributes", root)
    (root / ".gitignore").write_text("output/\nhome/\n.lock\n", encoding="utf-8")
    if begun:
        office.issue("n02", by="east")
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "begin")
    for branch, letter in (("east", "n00"), ("west", "n01")):
        _git(root, "checkout", "-q", "-b", branch, "main")
        office.issue(letter, by=branch)
        office.issue("n02", by=branch)
        _git(root, "add", "-A")
        _git(root, "commit", "-qm", branch)
    _git(root, "checkout", "-q", "east")
    _git(root, "merge", "-q", "--no-edit", "west")

    first = 2 if begun else 3
    assert len(office.numbers()) == len(set(office.numbers())) == 1 + first
    assert office.faults() == []
    shutil.rmtree(office.output)
    assert len(office.issue(by="east").registered) == 0 and office.faults() == []
