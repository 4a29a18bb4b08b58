"""Terms: emphasised at their definition in both formats, and printed by the references that lead there."""

from __future__ import annotations

from generator.markup import reader
from generator.persian.direction import RLM
from generator.tree.nodes import Document, Paragraph, Term, Text
from generator.tree.passes import finish
from generator.writing.weasyprint import html
from tests.markup.reader.texts import LOOK, TEMPLATE, block, whole
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


def test_a_term_is_emphasised_and_referred_to_in_guillemets_in_a_pdf() -> None:
    written = html.compose(made(), LOOK).html.replace(RLM, "")

    assert '«<b id="client">ک ۱ <bdi class=latin>NGO</bdi></b>» (۷)' in written
    assert '<a href="#client">«ک ۱ <bdi class=latin>NGO</bdi><span class=signs>»</span></a>' in written


def test_a_term_is_emphasised_and_referred_to_in_guillemets_in_word() -> None:
    opened = Opened(made())
    (bookmark,) = find(opened.body, ".//w:bookmarkStart/@w:name")
    (link,) = opened.find(".//w:hyperlink")

    assert [words(run) for run in opened.find(".//w:r[w:rPr/w:b]")] == ["ک ۱ ", "NGO"]
    assert bookmark == link.get(W + "anchor")
    assert words(link) == "«ک ۱ NGO»"
