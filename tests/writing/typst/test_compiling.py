"""What Typst can reach, what it says of a source, and what is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from generator.problems.errors import DataError, MachineError, Place, Severity, TemplateError
from generator.tree.nodes import Blank, Figure, Heading, Letterhead, Ltr, Paragraph, Properties, Reference, Text
from generator.writing import drawing
from generator.writing.typst import compiling, writer
from generator.writing.writers import Supplies
from tests.writing import trees
from tests.writing.pdf.opened import PNG
from tests.writing.pdf.test_file import ROOT
from tests.writing.typst.printed import look

FAMILIES = look().families()
HEAD = '#set document(title: "سند")\n#set text(font: "Nazli")\n'
PLACE = Place(Path("document.html.j2"), 12, 3)
HOSTILE = (
    '"); #read("/etc/hostname"); #("',
    '#import "@preview/example:0.1.0": *',
    '#image("../../../etc/hostname")',
    '#include "/etc/passwd" \\u{22} \\',
    "$ sum $ *bold* _emph_ = heading <label> @label ```raw``` // comment /* */ https://example.ir",
)


def refused(source: str, **files: bytes) -> str:
    """What is said of a source that Typst does not take."""
    with pytest.raises(MachineError) as caught, compiling.compiled(HEAD + source, files, FAMILIES, {}):
        pass
    assert {found.code for found in caught.value.problems} == {"pdf-warning"}
    return " ".join(found.message for found in caught.value.problems)


@pytest.mark.parametrize(
    "reaching",
    [
        'read("/etc/hostname")',
        'read("../../../../../../../../etc/hostname")',
        'image("/etc/hostname")',
        'include "/etc/hostname"',
        'include "other.typ"',
        'plugin("/etc/hostname")',
        'image("http://127.0.0.1:9/x.png")',
        'image("file:///etc/hostname")',
    ],
)
def test_nothing_outside_the_folder_of_a_document_is_read(reaching: str) -> None:
    said = refused(f"#{reaching}")
    assert "escape" in said or "not found" in said


def test_no_package_of_this_user_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "typst" / "packages" / "local" / "theirs" / "1.0.0"
    package.mkdir(parents=True)
    (package / "typst.toml").write_text('[package]\nname = "theirs"\nversion = "1.0.0"\nentrypoint = "lib.typ"\n')
    (package / "lib.typ").write_text("#let found = 1\n")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert "not found" in refused('#import "@local/theirs:1.0.0": found')


def test_no_face_but_those_of_the_look_is_there() -> None:
    assert "unknown font family: libertinus serif" in refused('#text(font: "Libertinus Serif")[a]')
    assert "unknown font family: liberation mono" in refused('#text(font: "Liberation Mono", [a])')


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_data_is_text_wherever_it_stands(text: str) -> None:
    hostile = (
        Heading(1, trees.text(text), "k", text),
        trees.paragraph(text, Ltr(text), Blank(text, text, 20), Reference("k", text)),
        Letterhead((text,), (text,), ()),
        replace(trees.cost_table(), summary=text, caption=trees.text(text)),
    )
    document = replace(trees.document(*hostile), properties=Properties(text, text, text, (text,), text, text))
    assert writer.write(document, look()).page_count == 1


def test_a_picture_has_no_say_in_where_it_is_put_or_looked_for() -> None:
    for name in ("../../x.png", "/etc/hostname", "main.typ", "نشان ۱.png"):
        letterhead = Letterhead(("استانداری",), ("به نام خدا",), (), emblem=name)
        assert writer.write(trees.document(letterhead), look(), Supplies({name: PNG})).page_count == 1
        with pytest.raises(TemplateError) as caught:
            writer.write(trees.document(letterhead), look(), Supplies({"other.png": PNG}))
        assert [found.code for found in caught.value.problems] == ["asset-refused"]


@pytest.mark.parametrize("address", ["/etc/hostname", "../../../etc/hostname", "http://127.0.0.1:9/x.png"])
def test_a_picture_draws_nothing_that_is_elsewhere(address: str) -> None:
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="{address}" width="9" height="9"/></svg>'
    )
    figure = Figure("bars", "", (), trees.text("شکل"), "f", summary="شرح")
    with pytest.raises(MachineError) as caught:
        writer.write(trees.document(figure), look(), Supplies({drawing.asset("f", "svg"): drawn.encode()}))
    assert [found.code for found in caught.value.problems] == ["pdf-warning"]


def test_what_typst_refuses_or_warns_of_is_told_at_the_line_of_the_block() -> None:
    source = HEAD + 'متن\n\n#text(font: "None")[ب]\n\n#text(font: "Nothing")[پ]\n'
    places = {3: replace(PLACE, line=3), 5: replace(PLACE, line=50), 7: replace(PLACE, line=70)}
    with pytest.raises(MachineError) as caught, compiling.compiled(source, {}, FAMILIES, places):
        pass
    assert [(found.place, found.severity) for found in caught.value.problems] == [
        (places[5], Severity.ERROR),
        (places[7], Severity.ERROR),
    ]
    with pytest.raises(MachineError) as caught, compiling.compiled(HEAD + "\n#nothing", {}, FAMILIES, places):
        pass
    assert [found.place for found in caught.value.problems] == [places[3]]


def test_a_character_that_no_face_has_is_a_problem_at_its_place() -> None:
    with pytest.raises(DataError) as caught:
        writer.write(trees.document(trees.paragraph("درست"), Paragraph((Text("متن 漢 و \u0605"),), place=PLACE)), look())
    assert [(found.code, found.place) for found in caught.value.problems] == [("character-undrawable", PLACE)] * 2


def test_nothing_is_left_of_a_document_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    writer.write(trees.document(trees.paragraph("متن")), look())
    assert "unknown" in refused("#nothing")
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_makes_one_document_after_the_other_settles() -> None:
    program = (
        "import resource\n"
        "from generator.writing.typst import writer\n"
        "from tests.writing import trees\n"
        "from tests.writing.typst.printed import look\n"
        "text = ' '.join(['متن بلند و روان این سند'] * 60)\n"
        "for number in range(24):\n"
        "    made = [trees.paragraph(f'{number} {each} {text}') for each in range(90)]\n"
        "    writer.write(trees.document(*made), look())\n"
        "    if number in (7, 23):\n"
        "        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=os.environ, check=True, capture_output=True, text=True)
    early, late = map(int, done.stdout.split())
    assert late < 1.25 * early
