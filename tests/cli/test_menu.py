"""The menu as a person uses it: numbers in any digits, plain words of what came of it, and no way out but the end."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest

from generator.cli.app import main
from generator.cli.double_click import are_ours, has_own_window
from generator.persian import numeral
from generator.problems.sentences import menu as words
from tests.cli.harness import Sanad
from tests.cli.person import END, ENTER, INTERRUPT, Seen, joined, sit
from tests.reading.plans_tree import NEEDS

REPORT = f"output/{words.REPORT_NAME}"


def at(sanad: Sanad, *typed: str, **environment: str) -> Seen:
    """What a person sees who types these lines in the project, and after them the end."""
    lines = [f"{line}{ENTER}" for line in (*typed, "۰")]
    return sit(sanad.root, ["menu", *folders(sanad)], lines, **environment)


def folders(sanad: Sanad) -> list[str]:
    return [f"--{name}={sanad.root / name}" for name in ("plans", "templates", "output")]


def test_it_says_what_the_folder_is_and_offers_everything_by_a_number(sanad: Sanad) -> None:
    (first, last), code = at(sanad)

    assert joined(words.ABOUT) in joined(first)
    assert str(sanad.root) in first
    offered = (words.CHECK, words.BUILD, words.OPEN_FOLDER, words.OPEN_REPORT, words.DOCTOR)
    assert [f"{numeral(number)}. {text}" in first for number, text in enumerate(offered, 1)] == [True] * 5
    assert f"۰. {words.END}" in first
    assert (words.FAREWELL in last, code) == (True, 0)


def test_a_number_is_taken_in_any_digits(sanad: Sanad) -> None:
    _, *checked, _ = at(sanad, "1", "۱", "١", " ۱. ").pages

    assert ["داده‌ها بررسی شد؛ ۱ کمبود." in each for each in checked] == [True] * 4


def test_what_a_check_found_is_counted_and_written_where_a_browser_shows_it(sanad: Sanad) -> None:
    sanad.spoil(NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    _, checked, _ = at(sanad, "۱").pages

    assert re.search(r"داده‌ها بررسی شد؛ ۱ خطا و \S+ کمبود\.", checked)
    assert str(sanad.root / REPORT) in checked
    assert "⟦" not in checked, "cards are for who knows them"
    assert "اقتصادیی" in (sanad.root / REPORT).read_text(encoding="utf-8")


def test_documents_are_made_for_all_or_for_one_by_its_number_or_name(sanad: Sanad) -> None:
    made = {sanad.root / "output" / "z1-alef" / f"note-draft.{each}" for each in ("docx", "pdf")}
    for choice in ("۱", "۲", "الف"):
        _, which, built, _ = at(sanad, "۲", choice).pages
        assert [line.strip() for line in which.splitlines() if re.match(r"\s*[۰-۹]", line)][-3:] == [
            "۱. همهٔ محله‌ها",
            "۲. الف",
            "۰. بازگشت",
        ]
        assert "۲ پرونده ساخته شد؛ " in built
        assert words.DOCUMENTS_ARE.format(number="۳") in built
        assert {file for file in (sanad.root / "output").rglob("note*") if file.unlink() is None} == made


def test_a_name_that_is_wrong_is_answered_with_the_one_that_was_meant_and_the_menu_goes_on(sanad: Sanad) -> None:
    (_, _, built, checked, _), code = at(sanad, "2", "z1-alf", "1")

    assert "منظورتان «z1-alef» بود؟" in built
    assert "این کار انجام نشد؛ ۱ خطا." in built
    assert words.CHECK in built
    assert "بررسی شد" in checked
    assert code == 0


def test_what_is_no_number_of_the_menu_is_told_as_it_was_typed(sanad: Sanad) -> None:
    others = ("7", "سلام", "-1")
    _, *told, _ = at(sanad, *others).pages

    assert [f"«{other}» هیچ‌یک از این شماره‌ها نیست." in page for other, page in zip(others, told, strict=True)] == [True] * 3
    assert all(words.CHECK in page for page in told)


def test_back_and_an_empty_line_make_nothing(sanad: Sanad) -> None:
    pages, code = at(sanad, "2", "0", "2", "")
    assert (len(pages), code) == (6, 0)
    assert not (sanad.root / "output").exists()


@pytest.mark.parametrize("end", [INTERRUPT, END])
@pytest.mark.parametrize("before", [[], ["2"]])
def test_an_interruption_at_a_question_and_the_end_of_what_is_typed_end_it_politely(
    sanad: Sanad, before: list[str], end: str
) -> None:
    (*_, last), code = sit(sanad.root, ["menu", *folders(sanad)], [*(f"{each}{ENTER}" for each in before), end])

    assert last.rstrip().endswith(words.FAREWELL)
    assert "Traceback" not in last
    assert code == 0


def test_where_no_window_can_be_opened_the_path_is_shown(sanad: Sanad) -> None:
    *_, folder, report, _ = at(sanad, "3", "2", "1", "3", "4").pages

    assert words.NOT_OPENED in folder
    assert str(sanad.root / "output") in folder
    assert str(sanad.root / REPORT) in report


def test_before_anything_is_made_the_folder_is_not_opened(sanad: Sanad) -> None:
    _, told, _ = at(sanad, "3").pages

    assert words.NO_DOCUMENTS.format(number="۲") in told


@pytest.mark.parametrize(("chosen", "opened"), [(["2", "1", "3"], "output"), (["4"], REPORT)])
def test_folder_and_report_are_given_to_what_opens_such_things(
    sanad: Sanad, tmp_path: Path, chosen: list[str], opened: str
) -> None:
    # A pipe, since the menu does not wait for what it has opened.
    os.mkfifo(tmp_path / "asked")
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf %s "$1" >{tmp_path}/asked\n')
    program.chmod(0o755)
    reader = os.open(tmp_path / "asked", os.O_RDONLY | os.O_NONBLOCK)
    shown = at(sanad, *chosen, DISPLAY=":0", PATH=f"{program.parent}:{os.environ['PATH']}")
    os.set_blocking(reader, True)

    assert words.OPENED in "".join(shown.pages)
    assert os.read(reader, 4096).decode() == str(sanad.root / opened)
    os.close(reader)


def test_the_machine_is_judged_as_in_a_terminal(sanad: Sanad) -> None:
    _, judged, _ = at(sanad, "5").pages
    _, printed, _ = sanad("doctor")

    assert joined(printed) in joined(judged)


def test_a_fault_of_the_program_does_not_close_the_menu(
    sanad: Sanad, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.build.pipeline.check", broken)
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n5\n0\n"))
    assert main(["menu", *folders(sanad)]) == 0

    out, err = capsys.readouterr()
    assert "این یک خطای برنامه است، نه خطای شما." in err
    assert out.index(words.FAILED.format(counts="۱ خطا")) < out.index("پایتون") < out.index(words.FAREWELL)


def test_an_interruption_of_a_command_ends_the_command_and_not_the_menu(
    sanad: Sanad, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.build.pipeline.check", interrupted)
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n5\n0\n"))
    assert main(["menu", *folders(sanad)]) == 0

    out, err = capsys.readouterr()
    assert "به درخواست شما متوقف شد." in err
    assert "پایتون" in out


def test_a_report_that_cannot_be_written_is_shown_here(sanad: Sanad) -> None:
    (sanad.root / "output").mkdir()
    (sanad.root / REPORT).write_text("نامه", encoding="utf-8")
    _, checked, _ = at(sanad, "1").pages

    assert "گزارشی از این برنامه نیست" in checked
    assert "کمبودها؛ آنچه هنوز معلوم نیست (۱)" in checked
    assert (sanad.root / REPORT).read_text(encoding="utf-8") == "نامه"


def test_where_there_is_no_project_one_is_made_and_worked_in(tmp_path: Path) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    (home / "Documents").mkdir(parents=True)
    here.mkdir()
    (here / "letter.txt").touch()
    proposed = home / "Documents" / words.PROJECT_NAME
    lines = [f"{line}{ENTER}" for line in ("۱", "", "۱", "۲", "۰")]
    (first, where, begun, checked, built, _), code = sit(here, ["menu"], lines, HOME=str(home))

    assert words.NO_PROJECT in first
    assert str(proposed) in where
    assert (joined(words.ABOUT) in joined(begun), str(proposed) in begun) == (True, True)
    assert "مشکلی دیده نشد" in checked
    assert joined(words.NONE_READY) in joined(built)
    assert (code, [file.name for file in here.iterdir()]) == (0, ["letter.txt"])

    (_, _, again, _), _ = sit(here, ["menu"], [f"{line}{ENTER}" for line in ("2", f'"{proposed}"', "0")], HOME=str(home))
    assert words.THERE_IS_ONE in again


def test_an_empty_folder_is_proposed_itself_and_a_used_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").touch()
    (tmp_path / "empty").mkdir()
    lines = [f"{line}{ENTER}" for line in ("2", str(tmp_path / "used"), "0")]
    (_, where, refused, _), code = sit(tmp_path / "empty", ["menu"], lines, HOME=str(tmp_path))

    assert str(tmp_path / "empty") in where
    assert "[begin-not-empty]" in refused
    assert words.NO_PROJECT in refused
    assert (code, [*(tmp_path / "empty").iterdir()]) == (0, [])


def test_a_terminal_that_knows_no_right_to_left_is_given_shaped_text(sanad: Sanad) -> None:
    for page in at(sanad, "1", TERM="xterm").pages:
        assert re.search("[\ufe80-\ufefc]", page)
        assert not re.search("[ا-ی]", page.replace("\u0654", "").replace(words.REPORT_NAME, ""))


def test_it_has_nothing_for_programs(sanad: Sanad) -> None:
    code, problems, result = sanad.for_programs("menu")

    assert (code, [each["code"] for each in problems], result) == (2, ["menu-for-people"], None)


def test_without_words_a_terminal_is_shown_the_help(sanad: Sanad) -> None:
    (shown,), code = sit(sanad.root, [], [])

    assert ("sanad build" in shown, words.ASK in shown, code) == (True, False, 0)
    assert not has_own_window()


def test_without_words_a_window_of_its_own_is_shown_the_menu(
    sanad: Sanad, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.cli.app.has_own_window", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("0\n"))
    monkeypatch.chdir(sanad.root)

    assert main([]) == 0
    assert joined(words.ABOUT) in joined(capsys.readouterr().out)
    assert main(["--version"]) == 0
    assert words.ASK not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("programs", "alone"),
    [
        (["python.exe", "sanad.exe"], True),
        (["python.exe", "python.exe", "Sanad.exe"], True),
        (["python3.13.exe", "py.exe"], True),
        (["python.exe", "sanad.exe", "cmd.exe"], False),
        (["python.exe", "powershell.exe"], False),
        (["python.exe", ""], False),
        ([], False),
    ],
)
def test_a_window_of_its_own_has_no_shell_in_it(programs: list[str], alone: bool) -> None:
    assert are_ours(programs) is alone
