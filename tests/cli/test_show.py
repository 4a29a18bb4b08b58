"""`sanad show`: a document is made where it must be, named and opened by the program of the system."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.cli.harness import Sanad
from tests.reading.plans_tree import CONTRACT

PDF = Path("output") / "z1-alef" / "note-draft.pdf"

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system opens files by other means")


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose opener writes down what it was given."""
    folder, note = tmp_path / "bin", tmp_path / "opened"
    folder.mkdir()
    program = folder / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{note}.part" && mv "{note}.part" "{note}"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    return note


def awaited(note: Path) -> str:
    """What was opened; the opener is not waited for by the command."""
    end = time.monotonic() + 30
    while not note.exists() and time.monotonic() < end:
        time.sleep(0.02)
    text = note.read_text(encoding="utf-8")
    note.unlink()
    return text


def test_a_document_is_made_once_and_opened_each_time_also_while_its_data_is_wrong(sanad: Sanad, opened: Path) -> None:
    file = sanad.root / PDF
    code, out, err = sanad("show", "الف/یاد")
    assert (code, out, err) == (0, f"{file}\n", "")
    assert awaited(opened) == str(file)
    made = file.stat().st_mtime_ns

    assert sanad("show", "z1-alef/note")[:2] == (0, f"{file}\n")
    assert awaited(opened) == str(file)
    assert file.stat().st_mtime_ns == made

    sanad.spoil(CONTRACT, "amount:", "amountt:")
    code, out, err = sanad("show", "z1-alef/note")
    assert code == 1
    assert "[unknown-key]" in err
    assert file.stat().st_mtime_ns == made


def test_without_a_screen_the_name_alone_is_told(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    code, out, err = sanad("show", "z1-alef/note", "--format", "docx")

    assert (code, out) == (0, f"{sanad.root / PDF.with_suffix('.docx')}\n")
    assert err == "این رایانه نتوانست آن را باز کند؛ خود آن را باز کنید:\n"


def test_of_several_documents_none_is_made(sanad: Sanad, opened: Path) -> None:
    sanad.kind("letter", title="نامه", short="نامه")
    code, out, err = sanad("show", "z1-alef")

    assert (code, out) == (2, "")
    assert "خطا: «z1-alef» چند سند است: z1-alef/" in err
    assert not (sanad.root / "output" / "z1-alef").exists()
    assert not opened.exists()


@pytest.mark.parametrize(
    ("word", "code"),
    [("z9-nowhere/note", "unknown-neighbourhood"), ("z1-alef/novel", "unknown-kind"), ("z1-alef/note/x", "unknown-document")],
)
def test_a_document_that_is_not_known_is_refused(sanad: Sanad, word: str, code: str) -> None:
    assert sanad("show", word)[0] == 2
    assert [found["code"] for found in sanad.for_programs("show", word)[1]] == [code]
