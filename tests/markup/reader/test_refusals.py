"""What the strict reader refuses, and the template lines that it tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.markup import reader
from generator.markup.reader import xml
from generator.markup.templating import environment
from generator.problems.errors import Place
from generator.problems.messages import remedy
from tests.markup.reader.texts import LOOK, TEMPLATE, blocks, told, whole, wrong

REFUSED = [
    ("<div>الف</div>", ["markup-element-unknown"]),
    ("<table><tbody><tr><script/></tr></tbody></table>", ["markup-element-unknown", "markup-child-missing"]),
    ('<p style="color:red">الف</p>', ["markup-attribute-unknown"]),
    ('<p role="shiny">الف</p>', ["markup-value-unknown"]),
    ('<p align="left">الف</p>', ["markup-value-unknown"]),
    ('<p key="Article 6">الف</p>', ["key-malformed"]),
    ('<p key="">الف</p>', ["key-malformed"]),
    ("<p></p>", ["markup-empty"]),
    ("<h2> </h2>", ["markup-empty"]),
    ("متن <p>الف</p>", ["markup-text-misplaced"]),
    ("<b>الف</b>", ["markup-inline-misplaced"]),
    ("<blank prompt='نام'/>", ["markup-inline-misplaced"]),
    ("<p>الف <p>ب</p></p>", ["markup-block-in-inline"]),
    ("<p>صفحه <page/></p>", ["markup-element-misplaced"]),
    ("<p><section-title/></p>", ["markup-element-misplaced"]),
    ("<p><b><pages/></b></p>", ["markup-element-misplaced"]),
    ("<ul><li>الف <p>ب</p></li></ul>", ["markup-text-misplaced"]),
    ("<ul><li><p>الف</p><b>ب</b></li></ul>", ["markup-inline-misplaced"]),
    ("<ul></ul>", ["markup-child-missing"]),
    ("<ul>الف</ul>", ["markup-text-misplaced", "markup-child-missing"]),
    ('<ul marker="letters"><li>الف</li></ul>', ["markup-attribute-unknown"]),
    ('<ol marker="roman"><li>الف</li></ol>', ["markup-value-unknown"]),
    ("<li>الف</li>", ["markup-element-misplaced"]),
    ("<clause>الف</clause>", ["markup-element-misplaced"]),
    ("<keep><clause>الف</clause></keep>", ["markup-element-misplaced"]),
    ("<article><article><p>الف</p></article></article>", ["markup-element-misplaced"]),
    ("<article title=''><p>الف</p></article>", ["markup-value-empty"]),
    ("<article>الف</article>", ["markup-text-misplaced"]),
    ("<keep><page-break/></keep>", ["markup-element-misplaced"]),
    ("<page-break>الف</page-break>", ["markup-text-misplaced"]),
    ("<p><blank/></p>", ["markup-attribute-missing"]),
    ("<p><blank prompt=' '/></p>", ["markup-value-empty"]),
    ("<p><blank prompt='الف' width='0'/></p>", ["markup-number-wrong"]),
    ("<p><ref to='nowhere'/></p>", ["reference-dangling"]),
    ("<signatures><signer><name>الف</name></signer></signatures>", ["markup-attribute-missing"]),
    (
        "<signatures><signer capacity='الف'><name>ب</name><name>ج</name></signer></signatures>",
        ["markup-child-repeated"],
    ),
    ("<letterhead><field label='الف'/></letterhead>", ["markup-child-missing"]),
    ("<letterhead><organisation><b>الف</b></organisation></letterhead>", ["markup-element-misplaced"]),
    ("<keep><contents/></keep>", ["markup-element-misplaced"]),
    ("<contents levels='4'/>", ["markup-number-wrong"]),
    ("<h1>الف<footnote>ب</footnote></h1>", ["markup-element-misplaced"]),
    ("<p>الف<footnote> </footnote></p>", ["markup-empty"]),
    ("<p>الف<footnote>ب<footnote>ج</footnote></footnote></p>", ["markup-element-misplaced"]),
    ("<footnote>الف</footnote>", ["markup-inline-misplaced"]),
    ("<section><p>الف</p></section>", ["markup-element-misplaced"]),
    ("<picture src='a.png'><caption>الف</caption></picture>", ["markup-attribute-missing"]),
    ("<picture src='a.png' alt=' '><caption>الف</caption></picture>", ["markup-value-empty"]),
    ("<picture src='a.png' alt='الف'/>", ["markup-child-missing"]),
    ("<picture src='a.png' alt='الف' width='101'><caption>الف</caption></picture>", ["markup-number-wrong"]),
    ("<picture src='a.png' alt='الف' folder='../z1'><caption>الف</caption></picture>", ["key-malformed"]),
    ("<ul><li><picture src='a.png' alt='الف'><caption>الف</caption></picture></li></ul>", ["markup-element-misplaced"]),
    ("<map><caption>الف</caption></map>", ["markup-attribute-missing"]),
    ("<map key='a' sample='no'><caption>الف</caption></map>", ["markup-value-unknown"]),
    (
        "<map key='a'><caption>الف</caption><feature role='road' name='الف' points='1,2'/></map>",
        ["markup-value-unknown"],
    ),
    (
        "<map key='a'><caption>الف</caption><feature role='place' name='الف' state='قطعی' points='1;2'/></map>",
        ["markup-value-unknown", "markup-points-wrong"],
    ),
    ("<feature role='place' name='الف' points='1,2'/>", ["markup-element-misplaced"]),
]

TABLES = [
    ("<thead><tr><th>الف<footnote>ب</footnote></th></tr></thead><tbody><tr><td/></tr></tbody>", ["markup-element-misplaced"]),
    ("", ["markup-child-missing"]),
    ("<tbody></tbody>", ["table-without-rows"]),
    ("<tbody><tr/></tbody>", ["markup-child-missing"]),
    ("<tbody><tr><td/><td/></tr><tr><td/></tr></tbody>", ["table-row-width"]),
    ("<columns><column/></columns><tbody><tr><td/><td/></tr></tbody>", ["table-row-width"]),
    ("<tbody><tr><td rowspan='2'/></tr></tbody>", ["table-rowspan-overrun"]),
    ("<thead><tr><th rowspan='2'/></tr></thead><tbody><tr><td/></tr></tbody>", ["table-rowspan-overrun"]),
    (
        "<tbody><tr><td/><td rowspan='2'/><td/></tr><tr><td colspan='2'/></tr></tbody>",
        ["table-span-overlap"],
    ),
    ("<tbody><tr><td colspan='1000000'/></tr></tbody>", ["markup-number-wrong"]),
    ("<tbody><tr><td colspan='65'/></tr></tbody>", ["markup-number-wrong"]),
    ("<tbody><tr><td rowspan='501'/></tr></tbody>", ["markup-number-wrong"]),
    ("<tbody><tr><td colspan='-1'/></tr></tbody>", ["markup-number-wrong"]),
    ("<tbody><tr><td tone='head'/></tr></tbody>", ["markup-value-unknown"]),
    ("<tbody><tr><td label=''/></tr></tbody>", ["markup-value-empty"]),
    ("<tbody><tr><td><article><p>الف</p></article></td></tr></tbody>", ["markup-element-misplaced"]),
    ("<tbody><tr><td/></tr></tbody><thead><tr><th/></tr></thead>", ["markup-child-order"]),
    ("<tbody><tr><td/></tr></tbody><tbody><tr><td/></tr></tbody>", ["markup-child-repeated"]),
    (
        "<columns><column share='600'/><column share='300'/></columns><tbody><tr><td/><td/></tr></tbody>",
        ["column-shares"],
    ),
    (
        "<columns><column share='1000'/><column/></columns><tbody><tr><td/><td/></tr></tbody>",
        ["column-shares"],
    ),
]


class TestRefusals:
    @pytest.mark.parametrize(("body", "codes"), REFUSED)
    def test_what_the_page_about_markup_does_not_list_is_refused(self, body: str, codes: list[str]) -> None:
        assert wrong(body) == codes

    @pytest.mark.parametrize(("inner", "codes"), TABLES)
    def test_a_table_that_does_not_add_up_is_refused(self, inner: str, codes: list[str]) -> None:
        assert wrong(f"<table>{inner}</table>") == codes

    @pytest.mark.parametrize(
        ("written", "code", "line"),
        [
            ("", "markup-empty-document", 1),
            ("<p/>", "markup-root", 1),
            ("متن", "markup-outside-document", 1),
            ('<document title="الف"/>', "markup-child-missing", 1),
            ("<document><section><p>الف</p></section></document>", "markup-attribute-missing", 1),
            (whole("<p>الف</p>") + "\n<p/>", "markup-outside-document", 4),
            (whole("<p>الف</h1>"), "markup-tag-mismatch", 2),
            (whole("<p>الف"), "markup-tag-mismatch", 3),
            (whole("<p>الف</p>").removesuffix("</section></document>"), "markup-tag-unclosed", 1),
            (whole("<p>الف</p>") + "</p>", "markup-tag-unopened", 3),
            (whole("<p>الف & ب</p>"), "markup-malformed", 2),
            (whole("<p>الف &nbsp; ب</p>"), "markup-entity", 2),
            (whole('<p key="a" key="b">الف</p>'), "markup-attribute-twice", 2),
            (whole('<p key="<b/>">الف</p>'), "markup-malformed", 2),
            (whole("<p>\x01</p>"), "markup-malformed", 2),
            (whole("<p>\ud800</p>"), "markup-malformed", 1),
            (whole("<p><?php x?></p>"), "markup-declaration", 2),
            ('<?xml version="1.0"?>' + whole("<p>الف</p>"), "markup-declaration", 1),
            ('<!DOCTYPE d [<!ENTITY a "b">]>' + whole("<p>&a;</p>"), "markup-declaration", 1),
        ],
    )
    def test_markup_that_is_not_well_formed_is_told(self, written: str, code: str, line: int) -> None:
        assert told(written) == [(code, line)]

    def test_nesting_is_limited(self) -> None:
        deep = xml.DEEPEST - 2
        assert blocks("<keep>" * (deep - 1) + "<p>الف</p>" + "</keep>" * (deep - 1))
        assert wrong("<keep>" * deep + "<p>الف</p>" + "</keep>" * deep) == ["markup-too-deep"]
        assert wrong("<keep>" * 100_000) == ["markup-too-deep"]

    def test_the_cells_of_a_table_are_limited(self) -> None:
        row = "<tr>" + "<td/>" * 50 + "</tr>"
        assert wrong(f"<table><tbody>{row * 401}</tbody></table>") == ["table-too-large"]

    def test_the_elements_of_a_document_are_limited(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xml, "MOST_ELEMENTS", 20)
        assert wrong("<p>الف</p>" * 30) == ["markup-too-many"]

    def test_keys_are_unique_in_a_document_and_both_places_are_told(self) -> None:
        document, problems = reader.read(whole('<h1 key="a">الف</h1>\n<ul><li key="a">ب</li></ul>'), TEMPLATE, "portrait", LOOK)
        assert document is None
        assert [found.line() for found in problems] == [
            f"{TEMPLATE}:3:5: خطا: کلید «a» پیش‌تر در {TEMPLATE}:2:1 به کار رفته است. "
            "هر کلید در سند فقط یک بار می‌آید. [key-repeated]"
        ]

    def test_a_dangling_reference_is_told_with_the_near_key(self) -> None:
        _, problems = reader.read(
            whole('<h1 key="article-copies">الف</h1><p><ref to="article-copy"/></p>'), TEMPLATE, "portrait", LOOK
        )
        assert [(found.code, found.hint) for found in problems] == [("reference-dangling", "منظورتان «article-copies» بود؟")]

    def test_a_wrong_name_is_told_with_its_like_or_with_what_is_allowed(self) -> None:
        _, problems = reader.read(whole('<artcle/><p algin="x">الف</p>'), TEMPLATE, "portrait", LOOK)
        assert [found.hint for found in problems] == ["منظورتان «article» بود؟", "منظورتان «align» بود؟"]
        _, problems = reader.read(whole('<p align="vertical">الف</p>'), TEMPLATE, "portrait", LOOK)
        assert [found.hint for found in problems] == [remedy([], ["start", "center", "end", "justify"])]

    def test_an_unknown_page_form_is_told_wherever_it_was_named(self) -> None:
        section = '<document title="الف"><section page="a4"><p>ب</p></section></document>'
        assert told(section) == [("markup-value-unknown", 1)]
        _, problems = reader.read(whole("<p>الف</p>"), TEMPLATE, "a4", LOOK)
        assert [found.code for found in problems] == ["markup-page-unknown"]

    def test_all_problems_of_a_document_are_told_together(self) -> None:
        table = '<table><tbody><tr><td colspan="x"/></tr></tbody></table>'
        body = f'<div/>\n<p rol="x">الف</p>\n<p><ref to="x"/></p>\n{table}\n<p>ب</h1>'
        assert told(whole(body)) == [
            ("markup-element-unknown", 2),
            ("markup-attribute-unknown", 3),
            ("markup-number-wrong", 5),
            ("markup-tag-mismatch", 6),
        ]


class TestTemplatePlaces:
    def render(self, folder: Path, template: str, **context: object) -> list[Place | None]:
        (folder / "kind").mkdir()
        (folder / "kind" / "document.html.j2").write_text(template, encoding="utf-8")
        text = environment(folder, {}).render("kind/document.html.j2", context)
        document, problems = reader.read(text, folder / "kind" / "document.html.j2", "portrait", LOOK)
        assert document is None
        return [found.place for found in problems]

    def test_an_error_names_the_line_of_the_template_and_not_of_its_output(self, tmp_path: Path) -> None:
        places = self.render(
            tmp_path,
            '<document title="سند">\n<section>\n{% for row in rows %}\n  {# هیچ #}\n  <p>{{ row }}</p>\n{% endfor %}\n'
            '  <p rol="x">الف</p>\n  متن {{ rows[0] }}\n</section></document>',
            rows=["یک\nدو", "سه"],
        )
        file = tmp_path / "kind" / "document.html.j2"
        assert places == [Place(file, 7, 3), Place(file, 8, 3)]

    def test_an_error_in_a_part_names_the_part(self, tmp_path: Path) -> None:
        (tmp_path / "_parts").mkdir()
        (tmp_path / "_parts" / "row.html.j2").write_text(
            "{% macro row(x) %}\n<tr>\n  <td colour='red'>{{ x }}</td>\n</tr>\n{% endmacro %}", encoding="utf-8"
        )
        places = self.render(
            tmp_path,
            '{% from "_parts/row.html.j2" import row %}<document title="سند"><section>\n'
            "<table><tbody>{{ row(1) }}{{ row(2) }}</tbody></table></section></document>",
        )
        assert places == [Place(tmp_path / "_parts" / "row.html.j2", 3, 3)]

    def test_a_printed_text_among_blocks_is_told_where_it_was_printed(self, tmp_path: Path) -> None:
        places = self.render(tmp_path, '<document title="سند"><section><p>الف</p>\n\n {{ x }}</section></document>', x="متن")
        assert places == [Place(tmp_path / "kind" / "document.html.j2", 3, 2)]

    def test_a_tag_left_open_names_the_line_of_its_opening(self, tmp_path: Path) -> None:
        places = self.render(tmp_path, '<document title="سند">\n<section>\n  <p>الف</p>\n')
        assert places == [Place(tmp_path / "kind" / "document.html.j2", 2, 1)]
