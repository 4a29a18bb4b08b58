"""`sanad export`: what is kept goes out under names that every system takes, and what should not go out stays."""

from __future__ import annotations

import hashlib
import io
import json
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.build import exporting
from generator.build.document import DocumentBuilder
from generator.cli.app import main
from generator.writing.writers import Written
from tests.records.office import Office, patched

TO = {"a": "agency: welfare\n", "b": "recipients: [welfare-head]\n", "c": ""}
PAGES = {"a": 1, "b": 2, "c": 3}


def paper(pages: int, mark: float) -> bytes:
    """A PDF of some pages, each of a height by which it is known."""
    made = pikepdf.Pdf.new()
    for at in range(pages):
        made.add_blank_page(page_size=(595, mark + at))
    content = io.BytesIO()
    made.save(content, deterministic_id=True)
    return content.getvalue()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office that has issued three letters, of one, two and three pages, to two agencies and nobody."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    patched(monkeypatch.setattr)
    kept = {"a": paper(1, 700), "b": paper(2, 750), "c": paper(3, 800)}

    def paged(_: DocumentBuilder, document: Any, formats: Sequence[str], *__: Any) -> dict[str, Written]:
        name = document.properties.identifier[-1]
        return {each: Written(kept[name] if each == "pdf" else name.encode(), {}, PAGES[name]) for each in formats}

    monkeypatch.setattr(DocumentBuilder, "written", paged)
    made = Office(tmp_path / "project")
    kind = made.root / "templates" / "memo" / "kind.yaml"
    kind.write_text(kind.read_text(encoding="utf-8") + "letter: yes\n", encoding="utf-8")
    for letter in "abc":
        made.write(letter, "نخست")
        file = made.plans / "letters" / f"{letter}.yaml"
        file.write_text(file.read_text(encoding="utf-8") + TO[letter], encoding="utf-8")
        made.issue(letter)
    assert made.numbers() == ["1404/ن/1", "1404/ن/2", "1404/ن/3"]
    return made


def run(office: Office, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], Any]:
    """The exit code, the codes of the problems and the result of a command."""
    folders = ("--plans", str(office.plans), "--templates", str(office.root / "templates"), "--output", str(office.output))
    capsys.readouterr()
    code = main([*words, *folders, "--json"])
    told = json.loads(capsys.readouterr().out)
    return code, [each["code"] for each in told["problems"] if each["severity"] != "note"], told["result"]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_each_recipient_has_a_folder_with_the_files_as_they_were_issued(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "فرستادنی"
    code, told, rows = run(office, capsys, "export", str(target))

    assert (code, told) == (0, [])
    assert [row["number"] for row in rows] == ["1404/ن/1", "1404/ن/2", "1404/ن/3"]
    found = files(target)
    assert {name.partition("/")[0] for name in found} == {
        *(row["recipient"] for row in rows), exporting.LETTERS, exporting.LIST,
    }  # fmt: skip
    assert rows[-1]["recipient"] == exporting.NOBODY and len({row["recipient"] for row in rows}) == 3
    for row in rows:
        issued = office.register.final(row["number"])
        digests = {Path(name).suffix[1:]: hashlib.sha256(found[name]).hexdigest() for name in row["files"]}
        assert digests == dict(issued.files)


def test_each_letter_begins_on_the_front_of_a_sheet(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(office, capsys, "export", str(tmp_path / "out"))
    with pikepdf.open(tmp_path / "out" / exporting.LETTERS) as whole:
        heights = [round(float(page.mediabox[3])) for page in whole.pages]

    assert heights == [700, 700, 750, 751, 800, 801, 802]
    assert [heights.index(first) % 2 for first in (700, 750, 800)] == [0, 0, 0]


def test_the_list_says_what_went_to_whom(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(office, capsys, "export", str(tmp_path / "out"))
    with zipfile.ZipFile(tmp_path / "out" / exporting.LIST) as book:
        said = book.read("xl/sharedStrings.xml").decode()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert 'rightToLeft="1"' in sheet
    assert all(number in said for number in ("۱۴۰۴/ن/۱", "۱۴۰۴/ن/۲", "۱۴۰۴/ن/۳"))
    assert said.count("۱۴۰۴/۰۲/۱۰") == 1 and "مدیرکل" not in said.partition("گیرنده")[0]


def test_two_exports_of_the_same_finals_are_the_same_bytes(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "other"):
        assert run(office, capsys, "export", str(tmp_path / name))[0] == 0
    assert files(tmp_path / "one") == files(tmp_path / "other")


def test_only_what_is_for_a_recipient_goes_to_it(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, rows = run(office, capsys, "export", str(tmp_path / "out"), "--recipient", "welfare-head")

    assert (code, [row["number"] for row in rows]) == (0, ["1404/ن/2"])


def test_what_is_void_or_has_a_newer_version_does_not_go_out(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(office, capsys, "register", "void", "1404/ن/1", "اشتباه", "--on", "1404/02/11", "--by", "دبیر")[0] == 0
    letter = office.plans / "letters" / "b.yaml"
    letter.write_text(letter.read_text(encoding="utf-8").replace("نخست", "دوم"), encoding="utf-8")
    office.issue("b")
    _, _, rows = run(office, capsys, "export", str(tmp_path / "out"))

    assert {row["number"] for row in rows} == {"1404/ن/3", "1404/ن/4"}


def test_the_signed_copy_goes_with_its_final(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(paper(1, 500))
    assert run(office, capsys, "register", "sign", "1404/ن/2", str(scan), "--on", "1404/02/12", "--by", "دبیر")[0] == 0
    _, _, rows = run(office, capsys, "export", str(tmp_path / "out"), "--recipient", "welfare-head")

    (signed,) = (name for row in rows for name in row["files"] if "(امضاشده)" in name)
    assert (tmp_path / "out" / signed).read_bytes() == scan.read_bytes()


def test_what_is_confidential_goes_out_only_when_it_is_asked_for(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = office.plans / "letters" / "a.yaml"
    text = file.read_text(encoding="utf-8").replace("نخست", "دوم")
    file.write_text(f"{text}classification: محرمانه\n", encoding="utf-8")
    office.issue("a")
    assert office.register.final("1404/ن/4").classification == "محرمانه"

    code, told, rows = run(office, capsys, "export", str(tmp_path / "out"))
    assert (code, told, [row["number"] for row in rows]) == (0, ["export-confidential"], ["1404/ن/2", "1404/ن/3"])
    _, told, rows = run(office, capsys, "export", str(tmp_path / "all"), "--confidential")
    assert (told, len(rows)) == ([], 3)


def test_a_final_that_is_kept_no_more_stops_all_and_nothing_is_written(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, change in (("1404/ن/1", Path.unlink), ("1404/ن/2", lambda path: path.write_bytes(b"another"))):
        change(office.kept.path(office.register.final(number), "pdf"))
    code, told, _ = run(office, capsys, "export", str(tmp_path / "out"))

    assert (code, told) == (1, ["kept-missing", "kept-changed"])
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("project", "home")] == []


@pytest.mark.parametrize(("name", "code"), [("full", "export-not-empty"), ("project/plans/out", "export-in-plans")])
def test_a_folder_that_is_no_place_for_it_is_left_as_it_is(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: str
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("من", encoding="utf-8")

    assert run(office, capsys, "export", str(tmp_path / name))[:2] == (2, [code])
    assert files(tmp_path / "full") == {"mine.txt": "من".encode()}
    assert not (office.plans / "out").exists()


def test_where_nothing_was_issued_it_is_told(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, capsys, "export", str(tmp_path / "out"), "--since", "1404/03/01")[:2] == (2, ["export-nothing"])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "ending", "name"),
    [
        ("نامه", ".pdf", "نامه.pdf"),
        ('الف/ب: «ج» "د"?', ".pdf", "الف ب «ج» د.pdf"),
        ("CON", ".pdf", "_CON.pdf"),
        ("پایان. ", "", "پایان"),
        (".پنهان", ".pdf", "_.پنهان.pdf"),
        ("/", "", "_"),
        ("ا\u0653ب", "", "آب"),
    ],
)
def test_a_name_is_one_that_every_system_takes(text: str, ending: str, name: str) -> None:
    assert exporting.safe(text, ending) == name


def test_a_long_name_is_cut_between_words_and_keeps_its_number() -> None:
    name = exporting.safe("برنامهٔ اقدام مشترک دستگاه‌ها، " * 9, " ۱۴۰۴-ب-۱۲.pdf")

    assert len(name.encode()) <= exporting.MOST_BYTES
    assert name.endswith("… ۱۴۰۴-ب-۱۲.pdf") and "برنامهٔ اقدام مشترک" in name
    assert unicodedata.is_normalized("NFC", name)
