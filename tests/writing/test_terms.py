"""Terms: emphasised at their definition in both formats, and printed by the references that lead there."""

from __future__ import annotations

from pathlib import Path

from generator.markup import reader
from generator.tree.nodes import Document, Paragraph, Term, Text
from generator.tree.passes import finish
from generator.writing.writers import Write
from tests.engines.reading import said
from tests.markup.reader.texts import LOOK, TEMPLATE, block, whole
from tests.writing.pdf.opened import faces, poppler
from tests.writing.word.opened import Opened, W, find, words

DEFINED = '<p>سازمان، از این پس «<term key="client">ك 1 NGO</term>» (۷)، را <ref to="client"/> نامند.</p>'


def made() -> Document:
    document = reader.read(whole(DEFINED), TEMPLATE, "portrait", LOOK).value
    assert document is not None
    return finish(document, LOOK, lambda *_: 1.0)[0]


def test_a_term_holds_text_alone() -> None:
    assert block("<p>الف <term> ب\nج </term></p>") == Paragraph((Text("الف "), Term((Text("ب ج"),))))
    for wrong in ("<term>ب<b>ج</b></term>", "<term/>", "<b><term>ب</term></b>"):
        assert reader.read(whole(f"<p>الف {wrong}</p>"), TEMPLATE, "portrait", LOOK).value is None


def test_a_term_is_emphasised_and_referred_to_in_guillemets_in_a_pdf(write: Write, tmp_path: Path) -> None:
    file = tmp_path / "term.pdf"
    file.write_bytes(write(made(), LOOK).data)
    link = [word.text for (*words,) in said(file).links for word in words]
    bold = poppler("pdftotext", file).count("NGO")

    assert sorted(link) == ["NGO", "ک", "۱"]
    assert bold == 2
    assert "NazliBold" in faces(file)


def test_a_term_is_emphasised_and_referred_to_in_guillemets_in_word() -> None:
    opened = Opened(made())
    (bookmark,) = find(opened.body, ".//w:bookmarkStart/@w:name")
    (link,) = opened.find(".//w:hyperlink")

    assert [words(run) for run in opened.find(".//w:r[w:rPr/w:b]")] == ["ک ۱ ", "NGO"]
    assert bookmark == link.get(W + "anchor")
    assert words(link) == "«ک ۱ NGO»"
