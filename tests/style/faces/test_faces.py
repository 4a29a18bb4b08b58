import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from generator.problems.errors import MachineError
from generator.problems.remedies import FREE_LOOK
from generator.style import faces
from generator.style.faces import Family, files
from tests.style.faces.made_fonts import make_font
from tests.style.families import NAMES, OF_DEFAULT, OF_LOOKS


@pytest.fixture
def no_faces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setattr(files, "packaged_folders", lambda: (tmp_path / "nothing",))
    monkeypatch.setattr(files, "machine_folders", lambda: (tmp_path / "nothing",))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of the test's own; what `activate` sets is undone."""
    monkeypatch.setenv("FONTCONFIG_FILE", "before")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("SANAD_CACHE", "")
    faces.cache_folder.cache_clear()
    yield tmp_path / "cache"
    faces.cache_folder.cache_clear()


def matched(family: str, environment: dict[str, str] | None = None) -> str:
    """The file that fontconfig picks for a family."""
    return told("fc-match", "--format=%{file}", family, environment=environment)


def told(*command: str, environment: dict[str, str] | None = None) -> str:
    """What a program of fontconfig prints."""
    shown = environment or faces.environment(OF_DEFAULT)
    return subprocess.run(command, env=shown, capture_output=True, text=True, check=True).stdout


def test_every_face_of_the_look_is_on_this_machine_in_the_weights_it_needs() -> None:
    assert faces.missing_faces(OF_DEFAULT) == []
    assert list(faces.find_faces(OF_DEFAULT)) == [family.name for family in OF_DEFAULT]


@pytest.mark.usefixtures("no_faces")
def test_all_missing_faces_are_told_at_once_and_no_other_face_takes_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "before")
    monkeypatch.setattr("generator.problems.remedies.this_system", lambda: "debian")

    with pytest.raises(MachineError) as caught:
        faces.activate(OF_DEFAULT)

    (told,) = caught.value.problems
    assert ": «Nazli» (یا «B Nazanin»)، «Liberation Serif» (یا «Times New Roman»)، «" in told.message
    assert told.message.endswith("، «Titr» (یا «B Titr»). برنامه قلم دیگری به جای آن‌ها نمی‌گذارد.")
    assert all(told.message.count(f"«{family.name}»") == 1 for family in OF_DEFAULT)
    assert caught.value.exit_code == 4
    assert os.environ["FONTCONFIG_FILE"] == "before"


@pytest.mark.usefixtures("no_faces")
def test_a_face_without_its_bold_is_missing_only_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_font(tmp_path / "nazli.ttf", "Nazli")
    monkeypatch.setenv("SANAD_FONTS", str(tmp_path))

    assert faces.missing_names([Family("Nazli")]) == {"Nazli": "«Nazli» (سیاه)"}
    assert faces.missing_names([Family("Nazli", single=True)]) == {}


def test_what_is_missing_of_the_default_look_where_only_the_program_has_faces_is_told_with_both_ways_each_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.problems.remedies.this_system", lambda: "debian")
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setattr(files, "machine_folders", lambda: ())

    (found,) = faces.missing_faces(OF_DEFAULT)

    assert found.line() == (
        "خطا: از قلم‌های ظاهر سند این‌ها روی این رایانه پیدا نشد: «Nazli» (یا «B Nazanin»)، «Titr» (یا «B Titr»)."
        " برنامه قلم دیگری به جای آن‌ها نمی‌گذارد. فرمان «sudo apt install fonts-farsiweb» را اجرا کنید؛"
        " یا ظاهر «amiri» را به کار ببرید که قلم‌هایش همراه برنامه است: سطر «look: amiri» در sanad.yaml،"
        " یا «--look amiri» در فرمان. [face-missing]"
    )


def test_every_face_of_the_look_that_is_named_as_the_way_out_travels_with_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SANAD_FONTS", raising=False)
    monkeypatch.setattr(files, "machine_folders", lambda: ())

    found = faces.find_faces(OF_LOOKS[FREE_LOOK])

    assert faces.missing_faces(OF_LOOKS[FREE_LOOK]) == []
    assert {faces.origin(file) for face in found.values() for file in face.files} == {faces.Origin.PACKAGED}


def test_fontconfig_sees_the_faces_of_the_look_and_no_others() -> None:
    seen = {line.strip().removesuffix(":") for line in told("fc-list", ":", "file").splitlines()}
    assert seen == {str(file) for face in faces.find_faces(OF_DEFAULT).values() for file in face.files}


@pytest.mark.parametrize(
    ("asked", "family", "bold"),
    [
        ("B Nazanin", "Nazli", False),
        ("B Nazanin:bold", "Nazli", True),
        ("B Titr", "Titr", True),
        ("Times New Roman", "Liberation Serif", False),
        ("Liberation Serif:bold", "Liberation Serif", True),
        ("Noto Sans Symbols2:bold", "Noto Sans Symbols2", True),
    ],
)
def test_the_faces_of_offices_are_drawn_with_the_free_ones_of_their_design(asked: str, family: str, bold: bool) -> None:
    assert matched(asked) == str(faces.find_faces(OF_DEFAULT)[family].file(bold))


def test_what_names_an_unknown_face_is_drawn_with_the_body_face_in_any_language() -> None:
    assert matched("Nowhere:lang=en") == matched("Nowhere:lang=fa") == str(faces.find_faces(OF_DEFAULT)["Nazli"].regular)


@pytest.mark.usefixtures("cache")
def test_a_folder_with_signs_of_xml_in_its_name_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = tmp_path / "قلم & <ها>"
    odd.mkdir()
    regular = make_font(odd / "r.ttf", "Nazli")
    make_font(odd / "b.ttf", "Nazli", weight=700)
    monkeypatch.setenv("SANAD_FONTS", str(odd))

    assert matched("B Nazanin") == str(regular)


def test_the_generated_file_lies_in_the_cache_and_is_written_once(cache: Path) -> None:
    first = faces.activate(OF_DEFAULT)
    written = first.stat().st_mtime_ns

    assert faces.activate(OF_DEFAULT) == first
    assert first.parent == cache / "sanad"
    assert first.stat().st_mtime_ns == written
    assert os.environ["FONTCONFIG_FILE"] == str(first)


def test_a_file_of_other_content_is_written_anew(cache: Path) -> None:
    path = faces.activate(OF_DEFAULT)
    path.write_text("cut off")

    assert faces.activate(OF_DEFAULT) == path
    assert path.read_text().endswith("</fontconfig>\n")
    assert [file.name for file in cache.joinpath("sanad").glob(".fonts-*")] == []


@pytest.mark.usefixtures("cache")
def test_a_cache_that_cannot_be_written_gives_way_to_a_temporary_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/cache")

    assert matched("B Titr").endswith("titr.ttf")


def test_uncovered_characters_are_judged_by_the_stack() -> None:
    assert faces.uncovered("برنامه‌ها – ☑", ["Nazli"]) == {"–", "☑"}
    assert faces.uncovered("برنامه‌ها – ☑", NAMES) == set()
    assert faces.uncovered("한", NAMES) == {"한"}


_LAYOUT = """
import json, sys
from generator.style import faces
from tests.style.families import NAMES, OF_DEFAULT, OF_LOOKS
faces.activate(OF_DEFAULT)
from weasyprint import HTML
texts, pdf = json.loads(sys.argv[1]), sys.argv[2]
style = ('@page {size: 2000mm 100mm; margin: 0} body {margin: 0} div {float: right; clear: both; white-space: pre;'
    ' font: %s 12pt ' + ', '.join(f'"{family}"' for family in NAMES) + '}')
def widths(box):
    if getattr(box, 'element_tag', None) == 'div':
        return [box.width * 0.75]
    return [width for child in getattr(box, 'children', ()) for width in widths(child)]
found = {}
for weight in ('normal', 'bold'):
    source = '<html lang="fa" dir="rtl"><style>' + style % weight + '</style>' + ''.join(f'<div>{t}</div>' for t in texts)
    document = HTML(string=source).render()
    found[weight] = widths(document.pages[0]._page_box)
document.write_pdf(pdf)
print(json.dumps(found))
"""


def test_width_and_faces_are_those_of_the_laid_out_pdf(tmp_path: Path) -> None:
    texts = [
        "برنامه اقدام مشترک دستگاه‌ها در محلهٔ گلشهر",
        "بالا و پایین، سلام و لاله",
        "۱۲٬۵۰۰٬۰۰۰ ریال (۱۳۹۸/۰۹/۲۱) – ۴۵٪",
        "Action Plan 2019",
        "مؤسسهٔ آموزشی ☑",
    ]
    pdf = tmp_path / "layout.pdf"
    command = [sys.executable, "-c", _LAYOUT, json.dumps(texts), str(pdf)]
    laid_out = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    for weight, widths in laid_out.items():
        assert [faces.advance(text, NAMES, 12, bold=weight == "bold") for text in texts] == pytest.approx(widths, rel=0.02)
    assert {"Nazli-Bold", "Liberation-Serif-Bold", "Noto-Sans-Symbols2"} == embedded(pdf)


def test_libreoffice_draws_the_faces_of_offices_with_the_free_ones(tmp_path: Path) -> None:
    document = Document()
    for family, text, bold in (("B Nazanin", "متن", False), ("B Nazanin", "سیاه", True), ("B Titr", "عنوان", False)):
        run = document.add_paragraph().add_run(text)
        run.font.rtl, run.font.bold, run.font.cs_bold = True, bold, bold
        named = run._r.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            named.set(qn(script), family)
    document.save(str(tmp_path / "faces.docx"))
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "faces.docx"]
    subprocess.run(command, cwd=tmp_path, env=faces.environment(OF_DEFAULT), capture_output=True, check=True)

    assert embedded(tmp_path / "faces.pdf") == {"Nazli", "Nazli-Bold", "Titr-Bold"}


def embedded(pdf: Path) -> set[str]:
    """The names of the faces embedded in a PDF, without the tags of their subsets."""
    listed = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    return {line.split()[0].split("+")[-1] for line in listed}
