"""`sanad register`: what was issued is found, and what is written down of it afterwards is there once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import Sanad
from tests.records.office import patched


@pytest.fixture
def office(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> Sanad:
    """A project of which one final was issued without typesetting."""
    patched(monkeypatch.setattr)
    (sanad.root / "plans" / "keepers.yaml").write_text("keepers: []\n", encoding="utf-8")
    kind = sanad.root / "templates" / "note" / "kind.yaml"
    kind.write_text(kind.read_text(encoding="utf-8").replace("final_requires: [contract.number]\n", ""), encoding="utf-8")
    code, _, err = sanad("build", "z1-alef", "--final", "--on", "1404/02/10", "--by", "دبیر")
    assert code == 0 and "۱۴۰۴/ن/۱" in err
    return sanad


def found(office: Sanad, *words: str) -> list[str]:
    """The numbers that a search finds."""
    code, problems, rows = office.for_programs("register", *words)
    assert (code, problems) == (0, [])
    return [row["number"] for row in rows]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ((), True),
        (("یادداشت",), True),
        (("۱۴۰۴/ن/۱",), True),
        (("محله", "1404"), True),
        (("find", "یادداشت"), True),
        (("چیز دیگری",), False),
        (("--since", "۱۴۰۴/۰۲/۱۰"), True),
        (("--since", "۱۴۰۴/۰۲/۱۱"), False),
        (("--until", "۱۴۰۴/۰۲/۰۹"), False),
        (("--recipient", "welfare"), False),
    ],
)
def test_a_final_is_found_by_words_days_and_recipients(office: Sanad, words: tuple[str, ...], is_found: bool) -> None:
    assert found(office, *words) == (["1404/ن/1"] if is_found else [])


def test_the_number_of_the_office_is_entered_once_and_finds_the_final(office: Sanad) -> None:
    assert office("register", "office", "۱۴۰۴/ن/۱", "۱۲۳/الف/۴۵", "--on", "1404/02/12")[0] == 0
    code, _, err = office("register", "office", "1404/ن/1", "۹۹")

    assert (code, "office-number-there" in err) == (2, True)
    assert found(office, "۱۲۳/الف/۴۵") == ["1404/ن/1"] and found(office, "۹۹") == []


def test_each_final_stands_as_what_was_written_down_of_it_says(office: Sanad, tmp_path: Path) -> None:
    def state() -> set[tuple[str, str]]:
        rows = office.for_programs("list", "documents", "z1-alef")[2]
        return {(row["state"], row["number"]) for row in rows if row["name"]}

    scan = tmp_path / "scan.PDF"
    scan.write_bytes(b"%PDF-1.7 signed")
    assert state() == {("نهایی", "1404/ن/1")}
    assert office("register", "sign", "1404/ن/1", str(scan))[0] == 0
    assert state() == {("امضاشده", "1404/ن/1")}
    assert (office.root / "plans" / "signed" / "1404-ن-1.pdf").read_bytes() == scan.read_bytes()
    assert office("register", "correct", "1404/ن/1", "سطر دوم")[0] == 0
    assert office("register", "void", "1404/ن/1", "اشتباه در نام")[0] == 0
    assert state() == {("باطل", "1404/ن/1")}
    assert [row["entry"] for row in office.for_programs("register")[2][0]["entries"]] == ["امضا", "تصحیح", "ابطال"]


def test_after_a_void_final_the_next_one_has_another_number(office: Sanad) -> None:
    office("register", "void", "1404/ن/1", "اشتباه")

    assert office("build", "z1-alef", "--final", "--on", "1404/03/01")[0] == 0
    assert [(row["number"], row["version"], row["state"]) for row in office.for_programs("register")[2]] == [
        ("1404/ن/1", 1, "باطل"), ("1404/ن/2", 2, "نهایی"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("void", "1404/ن/9", "اشتباه"), "number-not-given"),
        (("void", "چیزی", "اشتباه"), "register-number-form"),
        (("sign", "1404/ن/1", "notes.txt"), "scan-of-other-form"),
        (("--recipient", "هیچ‌کس"), "unknown-recipient"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(office: Sanad, words: tuple[str, ...], code: str) -> None:
    file = office.root / "plans" / "register" / "1404.yaml"
    before = file.read_bytes()

    exit_code, _, err = office("register", *words)

    assert (exit_code, code in err, file.read_bytes()) == (2, True, before)


def test_the_register_is_no_text_that_the_command_format_tidies(office: Sanad) -> None:
    file = office.root / "plans" / "register" / "1404.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("یادداشت", "يادداشت"), encoding="utf-8")
    before = file.read_bytes()

    office("format", "--write")

    assert file.read_bytes() == before
