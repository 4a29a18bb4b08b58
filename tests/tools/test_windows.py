"""What `make windows` is made of; Wine itself runs there only."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest

from tools.windows import page
from tools.windows.comparing import compared
from tools.windows.wine import Windows

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools" / "windows"


def test_what_is_missing_is_told_before_anything_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "cut").symlink_to("/usr/bin/cut")
    (tmp_path / "id").write_text("#!/bin/bash\necho 1000\n")
    (tmp_path / "id").chmod(0o755)
    done = subprocess.run(
        ["/bin/bash", "tools/windows/install"], cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert [line.split(" (")[0].strip() for line in done.stderr.splitlines()[1:]] == [
        "Maven",
        "Wine 10",
        "root, since this machine has no Wine 10 and a Debian 13 with it is set up in .tools/windows",
    ]


def test_cpython_is_held_to_its_hash_and_no_address_is_named() -> None:
    (line,) = (TOOLS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    pom = (TOOLS / "pom.xml").read_text(encoding="utf-8")
    name, version, classifier = (
        re.findall(f"<{key}>([^<]+)</{key}>", pom.partition("<dependency>")[2])[0]
        for key in ("artifactId", "version", "classifier")
    )

    assert re.fullmatch(r"[0-9a-f]{64}  (\S+)", line) and line[66:] == f"{name}-{version}-{classifier}.jar"
    assert re.findall(r"\w+://[^\s\"<]+", pom) == ["http://maven.apache.org/POM/4.0.0"]


def test_the_commands_of_the_page_are_those_of_its_blocks_for_windows_under_their_headings() -> None:
    text = '# یک\n\n```bat\ncd "%USERPROFILE%\\a"\npy --version\n```\n\n```sh\nmake\n```\n## دو\n```bat\nsanad\n```\n'

    assert [(block.heading, *block.commands) for block in page.blocks(text)] == [
        ("یک", 'cd "%USERPROFILE%\\a"', "py --version"),
        ("دو", "sanad"),
    ]


@pytest.mark.parametrize("root", [None, Path("root")])
def test_a_path_of_drive_c_is_a_file_of_this_machine(root: Path | None) -> None:
    windows = Windows(root, Path("home"))

    assert windows.file(r"C:\کار دفتر\a.docx") == Path("home/prefix/drive_c/کار دفتر/a.docx")


def packed(file: Path, effort: int, **parts: str) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=effort) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED, effort)


def test_word_files_are_compared_part_by_part(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        packed(folder / "same.docx", 5, a="1")
    packed(one / "packed.docx", 1, a="ab" * 999)
    packed(other / "packed.docx", 9, a="ab" * 999)
    packed(one / "changed.docx", 5, a="1", b="1", c="1")
    packed(other / "changed.docx", 5, a="1", b="2", d="1")

    assert dict(compared(one, other)) == {
        "changed.docx: these parts differ: b, c, d": False,
        "packed.docx: all 1 parts equal, packed otherwise": True,
        f"same.docx: equal, byte for byte ({(one / 'same.docx').stat().st_size:,} bytes)": True,
    }


def test_a_document_that_only_one_side_has_is_told(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
    packed(tmp_path / "one" / "more.docx", 5, a="1")

    assert [good for _, good in compared(tmp_path / "one", tmp_path / "other")] == [False]
    assert [good for _, good in compared(tmp_path / "other", tmp_path / "other")] == [False]


def test_pages_of_one_engine_are_held_to_their_bytes_and_those_of_two_builds_of_pango_to_their_words(tmp_path: Path) -> None:
    for folder, title in (("one", "1"), ("other", "2")):
        (tmp_path / folder).mkdir()
        with pikepdf.new() as made:
            made.add_blank_page()
            made.docinfo["/Title"] = title
            made.save(tmp_path / folder / "a.pdf")
    folders = tmp_path / "one", tmp_path / "other"

    said = "a.pdf: 1 pages and their words equal, the bytes not"
    assert [*compared(*folders)] == [(said, False)]
    assert [*compared(*folders, same_engine=False)] == [(said, True)]
