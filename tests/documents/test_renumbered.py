"""The contract of the sample: its numbers need nothing, an article put in moves what follows, and its articles are headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from shutil import which
from subprocess import run

import pytest
from lxml import etree

from generator import persian, renumbering
from generator.tree.nodes import Clause, Document, Row
from generator.tree.walk import every
from generator.writing import drawing
from generator.writing.word.bookmarks import bookmark_name
from tests.documents.sdk import validate
from tests.goldens import PLACE
from tests.renumbering.contracts import lines, shown
from tests.renumbering.editing import Edited
from tests.renumbering.office import edited
from tests.writing.word.opened import LOOK, Opened, W, value, words


@pytest.fixture(scope="module")
def contract(tree: Callable[[str], Document]) -> Document:
    return tree(f"{PLACE}/contract")


@pytest.fixture(scope="module")
def sent(contract: Document) -> bytes:
    return opened(contract).data


def opened(contract: Document) -> Opened:
    """Its Word file, pictures and all."""
    return Opened(contract, assets=dict(drawing.pictures(contract, LOOK, ("png", "svg"))))


def test_nothing_is_done_to_the_contract_of_the_sample(sent: bytes) -> None:
    done = renumbering.renumber(sent)
    assert done.data is sent and done.changes == () and done.doubts == ()


@pytest.mark.proof
def test_nothing_is_done_to_the_contract_of_the_sample_as_libreoffice_saves_it(sent: bytes, tmp_path: Path) -> None:
    saved = edited(tmp_path, {"contract": (sent, "")})["contract"]
    done = renumbering.renumber(saved)
    assert done.data is saved and done.changes == () and done.doubts == ()


def headings(data: bytes) -> list[int]:
    """The numbers of the articles of a contract, in their order."""
    return [persian.parse_count(found[1]) for line in lines(data) if (found := re.match("ماده ([۰-۹]+) – ", line))]


def links(data: bytes) -> list[tuple[str, str]]:
    """Each link to an article of a contract: its text, and the label of the article that it leads to."""
    root = Edited(data).root
    labels = {
        start.get(W + "name"): found[0]
        for paragraph in root.iter(W + "p")
        for start in paragraph.iter(W + "bookmarkStart")
        if (found := re.match("ماده [۰-۹]+", shown(paragraph)))
    }
    texts = [
        (" ".join(words(link).replace("\u00a0", " ").split()), link.get(W + "anchor")) for link in root.iter(W + "hyperlink")
    ]
    return [(text, labels[anchor]) for text, anchor in texts if anchor in labels]


def test_an_article_put_into_the_contract_of_the_sample_moves_all_that_follow_and_every_link_to_them(
    sent: bytes, tmp_path: Path
) -> None:
    file = Edited(sent)
    file.add("Article", "ماده – بیمه", before="ماده ۴")
    data = renumbering.renumber(file.data).data

    assert headings(data) == [*range(1, len(headings(sent)) + 2)] and len(headings(sent)) > 15
    assert len(links(sent)) > 3 and all(text == label for text, label in links(data))
    numbers = [[persian.parse_count(text.split()[1]) for text, _ in links(each)] for each in (sent, data)]
    assert numbers[1] == [number + (number > 3) for number in numbers[0]]
    copy = tmp_path / "renumbered.docx"
    copy.write_bytes(data)
    assert validate(copy, "Microsoft365") == []


def test_every_article_clause_note_item_and_row_of_a_contract_has_its_bookmark_in_its_own_paragraph(contract: Document) -> None:
    file = opened(contract)
    names = {start.get(W + "name") for start in file.find("//w:bookmarkStart")}
    keys = [node.key for node in every(contract) if isinstance(node, Clause | Row) and node.key]
    assert len(keys) > 100
    longest = {key for key in keys if len(bookmark_name(key)) < 40}
    assert {bookmark_name(key) for key in longest} <= names
    blanks = [start for start in file.find("//w:bookmarkStart") if start.get(W + "name", "").startswith("b_")]
    assert blanks and all(start.getnext().tag == W + "sdt" for start in blanks)


def test_articles_are_headings_to_who_follows_what_styles_are_based_on(contract: Document) -> None:
    """As pandoc does: the name of a style, or of one that it is based on, is «heading» and a number."""
    file = opened(contract)
    levels = [level for paragraph in file.body.iter(W + "p") if (level := heading(file, paragraph))]
    articles = sum(isinstance(node, Clause) and node.kind == "article" for node in every(contract))
    assert articles > 15 and levels.count(2) >= articles


def heading(file: Opened, paragraph: etree._Element) -> int:
    """The level of a paragraph as a heading, 0 for none."""
    name = value(paragraph, "w:pPr/w:pStyle")
    while name:
        style = file.styles[name]
        if found := re.fullmatch("heading ([1-9])", value(style, "w:name") or "", re.IGNORECASE):
            return int(found[1])
        name = value(style, "w:basedOn")
    return 0


@pytest.mark.proof
@pytest.mark.skipif(which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_finds_every_article_as_a_heading(sent: bytes, contract: Document, tmp_path: Path) -> None:
    (tmp_path / "contract.docx").write_bytes(sent)
    command = ["pandoc", "--to", "markdown", tmp_path / "contract.docx"]
    said = run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    articles = sum(isinstance(node, Clause) and node.kind == "article" for node in every(contract))
    assert len(re.findall(r"^## .*ماده", said, re.MULTILINE)) == articles
