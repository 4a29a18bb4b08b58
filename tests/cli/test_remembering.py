"""What the commands say of what earlier runs have made and found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import DOCUMENT, Sanad
from tests.reading.plans_tree import IDENTITY

FILE = "z1-alef/note-draft.docx"


@pytest.fixture
def built(sanad: Sanad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sanad:
    """A project of which one Word file was built."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert sanad("build", "--format", "docx", "--jobs", "1")[0] == 0
    return sanad


def standing(sanad: Sanad) -> str:
    """How the draft of the note of the first neighbourhood stands."""
    code, problems, rows = sanad.for_programs("status", "z1-alef")
    assert (code, problems) == (0, [])
    ((document,),) = [row["documents"] for row in rows]
    return str(document["draft"])


def test_a_build_with_nothing_to_do_says_so_and_one_with_force_makes_all(built: Sanad) -> None:
    _, out, err = built("build", "--format", "docx", "--jobs", "1")
    assert out == ""
    assert "کاری نبود: هر ۱ پرونده به‌روز است" in err

    code, _, result = built.for_programs("build", "--format", "docx", "--jobs", "1", "--force")
    assert (code, [Path(name).name for name in result["written"]]) == (0, ["note-draft.docx"])


def test_explain_names_what_has_changed_in_persian(built: Sanad) -> None:
    built.spoil(IDENTITY, "name: ", "name: کوی ")

    _, _, err = built("build", "--format", "docx", "--jobs", "1", "--explain")

    assert "z1-alef/note: تغییر کرده است: پروندهٔ neighbourhood." in err


def test_the_status_of_a_document_is_absent_current_stale_or_changed(built: Sanad) -> None:
    file = built.root / "output" / FILE
    made = file.read_bytes()
    found = [standing(built)]
    built.spoil(IDENTITY, "name: ", "name: کوی ")
    found.append(standing(built))
    file.write_bytes(b"by hand")
    found.append(standing(built))
    file.unlink()
    found.append(standing(built))

    assert found == ["current", "stale", "changed", "absent"]
    assert made


def test_a_file_is_verified_where_it_lies_and_wherever_it_was_moved(built: Sanad, tmp_path: Path) -> None:
    file, moved = built.root / "output" / FILE, tmp_path / "نامه.docx"
    moved.write_bytes(file.read_bytes())

    assert built("verify")[0] == 0
    assert built("verify", str(moved))[0] == 0
    moved.write_bytes(file.read_bytes() + b"x")
    assert built("verify", str(moved))[0] == 1
    file.write_bytes(b"by hand")
    assert built("verify")[0] == 1
    file.unlink()
    assert built("verify", str(file))[0] == 1


def test_a_check_says_the_same_with_and_without_what_it_remembers(built: Sanad) -> None:
    template = built.root / "templates" / "note" / "document.html.j2"
    text = DOCUMENT.replace("</p></section>", "</p><p>{{ contract.number }}</p></section>")
    template.write_text(text, encoding="utf-8")
    first, again = built.for_programs("check"), built.for_programs("check")
    (built.root / "output" / ".sanad" / "cache.sqlite").unlink()

    assert first == again == built.for_programs("check")


def test_a_check_of_the_data_renders_nothing(built: Sanad) -> None:
    (built.root / "templates" / "note" / "document.html.j2").write_text("<document", encoding="utf-8")

    assert built("check")[0] != 0
    assert built("check", "--data")[0] == 0
