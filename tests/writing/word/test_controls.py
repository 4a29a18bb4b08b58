"""Blanks as content controls, and the protection that leaves only them open."""

from __future__ import annotations

import dataclasses
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from generator.tree.nodes import Blank, Furniture, Paragraph, Strong, Text
from tests.writing import trees
from tests.writing.word.opened import Opened, W, find, value, words

LONG = "annex-1/services/" + "x" * 60


def _blanks(*blanks: Blank) -> Opened:
    return Opened(trees.document(trees.paragraph("نام: ", *blanks)))


def test_a_blank_is_an_inline_control_with_its_prompt_as_title_and_its_key_as_tag() -> None:
    (control,) = _blanks(Blank("نام مجری", "office/name", 40)).find("w:p/w:sdt")
    assert value(control, "w:sdtPr/w:alias") == "نام مجری"
    assert value(control, "w:sdtPr/w:tag") == "office/name"
    assert words(control) == "." * 40
    assert find(control, "w:sdtPr/w:showingPlcHdr")


def test_no_control_is_of_a_kind_that_libreoffice_doubles() -> None:
    opened = Opened(trees.rich())
    controls = opened.find("//w:sdt")
    assert len(controls) > 4
    for control in controls:
        assert control.getparent().tag == W + "p"
        assert not find(control, "w:sdtPr/*[self::w:text or self::w:date or self::w:dataBinding]")


def test_controls_have_ids_of_their_own_that_stay_the_same() -> None:
    first, again = ([value(c, "w:sdtPr/w:id") for c in Opened(trees.rich()).find("//w:sdt")] for _ in range(2))
    assert len(set(first)) == len(first)
    assert first == again
    assert all(0 < int(number or 0) < 2**31 for number in first)


def test_long_keys_and_prompts_fit_into_tag_and_title_and_keep_apart() -> None:
    opened = _blanks(Blank("شرح " * 40, LONG + "1"), Blank("شرح", LONG + "2"))
    tags = [value(control, "w:sdtPr/w:tag") or "" for control in opened.find("//w:sdt")]
    assert len(set(tags)) == 2 and all(len(tag) <= 64 for tag in tags)
    assert len(value(opened.body, "//w:alias") or "") <= 64


def test_an_emptied_control_finds_its_prompt_in_the_glossary() -> None:
    opened = _blanks(Blank("نام مجری", "a"), Blank("تاریخ", "b"), Blank("تاریخ", "c"))
    glossary = opened.part("word/glossary/document.xml")
    prompts = {value(part, "w:docPartPr/w:name"): words(part) for part in find(glossary, "//w:docPart")}
    named = [prompts[value(control, "w:sdtPr/w:placeholder/w:docPart")] for control in opened.find("//w:sdt")]
    assert named == ["[نام مجری]", "[تاریخ]", "[تاریخ]"]
    assert len(prompts) == 2


def test_a_document_without_blanks_has_no_glossary() -> None:
    assert "word/glossary/document.xml" not in Opened(trees.document(trees.paragraph("متن"))).parts


def test_a_blank_in_bold_text_is_a_control_and_one_in_a_header_is_dots() -> None:
    bold = Paragraph((Strong((Blank("نام", "name"),)),))
    furniture = Furniture(header_end=(Text("شماره: "), Blank("شماره", "number", 5)))
    opened = Opened(trees.document(bold, furniture=furniture))
    assert len(opened.find("w:p/w:sdt")) == 1
    header = opened.furniture("header")[0]
    assert words(header) == "شماره: ....." and not find(header, "//w:sdt")


@pytest.mark.parametrize("protected", [True, False])
def test_protection_leaves_only_the_blanks_to_be_filled(protected: bool) -> None:
    document = dataclasses.replace(trees.document(*trees.articles()), protected=protected)
    settings = Opened(document).part("word/settings.xml")
    found = [dict(entry.attrib) for entry in find(settings, "w:documentProtection")]
    assert found == ([{W + "edit": "forms", W + "enforcement": "1"}] if protected else [])


def test_libreoffice_saves_the_blanks_without_doubling_them(tmp_path: Path) -> None:
    opened = Opened(trees.document(*trees.articles(), trees.cost_table(), trees.signatures()))
    file, saved = tmp_path / "blanks.docx", tmp_path / "saved"
    file.write_bytes(opened.data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", saved, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(saved / file.name) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    assert words(body).count(".") == words(opened.body).count(".") > 60
