"""The two READMEs begin with the two commands, and what they say of commands, kinds, faces and files is so."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest

from generator import __version__
from generator.authoring.schema.files import described
from generator.build.kinds import Kind, find_kinds
from generator.cli.app import main
from generator.persian import numeral
from generator.problems.sentences import menu
from generator.reading.records import SERIES, SUFFIX

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.fa.md")
WINDOWS = "docs/windows.fa.md"
PAGES = (*READMES, "CONTRIBUTING.md", "SECURITY.md", WINDOWS)
TEMPLATES = ROOT / "templates" / "fa"
KINDS = find_kinds(TEMPLATES).value or ()

BEGINNING = re.compile(r'(<div dir="rtl">\n\n)?# \w+\n\n(<p dir="ltr">\n\n)?```sh\nmake +# .+\nmake test +# .+\n```\n')
OPTION = re.compile(r"--[a-z][a-z-]+")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(text: str) -> list[list[str]]:
    """The words of each `sanad …` in the code of a page, without remarks."""
    fenced = re.findall(r"^```(?:sh|bat)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    lines = [line.partition(" #")[0] for block in fenced for line in block.splitlines()] + inline
    return [found[1].split() for line in lines if (found := re.match(r"(?:\.venv/bin/)?sanad +(.+)", line))]


def manual(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What `--help` prints after these words, and of everything together."""
    printed = ""
    for asked in ([*words[:at], "--help"] for at in range(len(words) + 1)):
        with suppress(SystemExit):
            main(asked)
        printed += capsys.readouterr().out
    return printed


def row(title: str, text: str) -> list[str]:
    """The cells of the row of a table that begins so, after the first."""
    (found,) = re.findall(rf"^\| {title} \| (.+) \|$", text, re.MULTILINE)
    return str(found).split(" | ")


def headings(file: Path) -> set[str]:
    """The addresses of the headings of a page, as hosts make them."""
    found = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


def file_of(record: str) -> str:
    return f"{record}/" if record in SERIES else f"{record}{SUFFIX}"


@pytest.mark.parametrize("name", READMES)
def test_a_readme_begins_with_the_two_commands(name: str) -> None:
    assert BEGINNING.match(page(name))


@pytest.mark.parametrize("name", PAGES)
def test_every_command_and_option_that_a_page_names_is_there(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for words in commands(page(name)):
        names = [word for word in words[:2] if re.fullmatch("[a-z]+", word)][: 2 if words[0] in ("list", "register") else 1]
        told = manual(capsys, *names)
        options = OPTION.findall(" ".join(words))
        assert [word for word in [*names, *options] if not re.search(rf"(?<![\w-]){word}(?![\w-])", told)] == [], words


@pytest.mark.parametrize("name", READMES)
def test_every_option_that_stands_alone_is_one_of_some_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    known = "".join(manual(capsys, words[0]) for words in commands(page(name)))

    assert [option for option in re.findall(r"`(--[a-z-]+)[^`]*`", page(name)) if option not in known] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_tables_say_what_each_kind_needs(kind: Kind) -> None:
    titles = {each.name: each.title for each in described()}
    _, needs, files = row(kind.title, page("README.md"))
    name, needs_in_persian = row(kind.title, page("README.fa.md"))

    assert tuple(re.findall("`([a-z]+)`", needs)) == kind.needed
    for record in kind.needed:
        assert f"{titles[record]} (`{file_of(record)}`)" in needs_in_persian or f"{record}/`" in needs_in_persian
    assert kind.of_province or len(re.findall(r"[a-z]+(?:\.yaml|/)`", needs_in_persian)) == len(kind.needed)
    assert [re.split("[./]", cell.strip("`"))[0] for cell in (files, name)] == [kind.id, kind.id]


@pytest.mark.parametrize(("name", "head"), [("README.md", "kind"), ("README.fa.md", "سند")])
def test_the_tables_have_a_row_for_each_kind_in_their_order(name: str, head: str) -> None:
    tables = re.findall(rf"^\| {head} \|.*\n\|[-|]+\n((?:\|.*\n)+)", page(name), re.MULTILINE)

    titles = [[line.split(" | ")[0].removeprefix("| ") for line in table.splitlines()] for table in tables]
    assert titles == [[kind.title for kind in KINDS if kind.of_province is province] for province in (False, True)]


@pytest.mark.parametrize("name", READMES)
def test_the_faces_that_word_files_name_are_told_to_who_gets_them(name: str) -> None:
    faces = re.findall(r"^ +word: (.+)$", (TEMPLATES / "style.yaml").read_text(encoding="utf-8"), re.MULTILINE)

    assert len(faces) == 2
    assert [face for face in faces if f"«{face}»" not in page(name)] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_to_a_file_and_its_heading(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)#?([^)]*)\)", page(name))

    folder = (ROOT / name).parent

    assert [link for link, _ in links if not (folder / link).exists()] == []
    assert [heading for link, heading in links if heading and heading not in headings(folder / link)] == []


def test_the_page_for_windows_is_on_the_first_screen_of_the_guide() -> None:
    assert f"({WINDOWS})" in page("README.fa.md").partition("\n## ")[0]


def test_what_is_typed_at_windows_is_a_line_of_its_own_that_a_program_can_take() -> None:
    blocks = re.findall(r"^```bat\n(.*?)^```$", page(WINDOWS), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]

    assert len(lines) > 5
    assert [line for line in lines if not re.match(r"(?:cd|py|sanad) ", line) or "#" in line or line != line.strip()] == []
    assert f"py -m pip install sanad-{__version__}-py3-none-any.whl" in lines


def test_the_page_for_windows_has_the_numbers_of_the_menu() -> None:
    rows = dict(re.findall(r"^\| ([۰-۹]) \| (.+) \|$", page(WINDOWS), re.MULTILINE))
    offered = (menu.CHECK, menu.BUILD, menu.OPEN_FOLDER, menu.OPEN_REPORT, menu.DOCTOR)

    assert list(rows) == [*(numeral(number) for number in range(1, len(offered) + 1)), "۰"]
    assert [text for text, told in zip((*offered, menu.END), rows.values(), strict=True) if not told.startswith(text)] == []


def test_the_messages_that_the_page_for_windows_explains_are_those_of_the_program() -> None:
    cells = re.findall(r"^\| (.+?) \| .+ \|$", page(WINDOWS).partition("## اگر کار نکرد")[2], re.MULTILINE)
    quoted = [text for cell in cells for text in re.findall("^«(.+?)»(?:$|،| و )", cell)]
    program = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "generator" / "problems").rglob("*.py"))

    assert len(quoted) >= 5
    assert [text for text in quoted if text not in program] == []
