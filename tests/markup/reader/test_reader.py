"""The strict reader of the markup: exactly the elements of `docs/markup.md`, and how text becomes inline content."""

from __future__ import annotations

import re

import pytest

from generator.markup.reader import rules
from generator.tree import nodes
from generator.tree.nodes import (
    Blank,
    Cell,
    Clause,
    Column,
    Contents,
    Document,
    Footnote,
    Furniture,
    Heading,
    Keep,
    LetterField,
    Letterhead,
    LineBreak,
    ListBlock,
    ListItem,
    PageBreak,
    PageField,
    Paragraph,
    Reference,
    Row,
    Section,
    Signatures,
    Signer,
    Strong,
    Table,
    Text,
)
from tests.markup.reader.texts import ROOT, block, blocks, read, text


class TestElements:
    def test_a_document_has_its_properties_and_furniture(self) -> None:
        document = read(
            '<document title=" قرارداد  دفتر " subject="گلشهر" cover="yes"><furniture>'
            "<header-start>سند</header-start><header-end><b>الف</b></header-end>"
            "<footer>صفحه <page/> از <pages/></footer><initial>کارفرما</initial><initial>مجری</initial></furniture>"
            '<section><p>الف</p></section><section page="landscape"><p>ب</p></section></document>'
        )
        assert document == Document(
            nodes.Properties("قرارداد دفتر", "گلشهر"),
            (Section((Paragraph(text("الف")),), "portrait"), Section((Paragraph(text("ب")),), "landscape")),
            Furniture(
                header_start=text("سند"),
                header_end=(Strong(text("الف")),),
                footer=(Text("صفحه "), PageField("page"), Text(" از "), PageField("pages")),
                initials=("کارفرما", "مجری"),
            ),
            cover=True,
        )

    def test_headings_and_paragraphs(self) -> None:
        assert blocks('<h1 key="a">الف</h1><h3 numbered="no">ب</h3><p role="lead" align="end" key="p/1">ج</p>') == (
            Heading(1, text("الف"), "a"),
            Heading(3, text("ب"), numbered=False),
            Paragraph(text("ج"), "lead", "p/1", "end"),
        )

    def test_inline_content(self) -> None:
        assert block('<p>الف <b>ب <blank prompt="نام" key="n" width="9"/></b><br/>ج <ref to="n"/></p>') == Paragraph(
            (
                Text("الف "),
                Strong((Text("ب "), Blank("نام", "n", 9))),
                LineBreak(),
                Text("ج "),
                Reference("n"),
            )
        )

    def test_tables_of_contents(self) -> None:
        assert blocks('<contents/><contents levels="2" articles="yes" key="c"/><tables-list/><figures-list/>') == (
            Contents(),
            Contents("headings", 2, True, "c"),
            Contents("tables"),
            Contents("figures"),
        )

    def test_footnotes(self) -> None:
        noted = (Text("الف"), Footnote((Text("ب "), Strong(text("ج"))), "n"), Text("."))
        assert block('<p>الف<footnote key="n">ب <b>ج</b></footnote>.</p>') == Paragraph(noted)
        assert block("<ul><li>الف<footnote>ب</footnote></li></ul>") == ListBlock(
            (ListItem((Paragraph((Text("الف"), Footnote(text("ب")))),)),)
        )

    def test_lists(self) -> None:
        assert blocks('<ul key="u"><li>الف</li></ul><ol marker="letters"><li key="b"><p>ب</p><p>ج</p></li></ol>') == (
            ListBlock((ListItem((Paragraph(text("الف")),)),), "bullet", "u"),
            ListBlock((ListItem((Paragraph(text("ب")), Paragraph(text("ج"))), key="b"),), "letters"),
        )
        assert block("<ol><li>الف</li></ol>") == ListBlock((ListItem((Paragraph(text("الف")),)),), "decimal")

    def test_articles_clauses_and_notes(self) -> None:
        body = '<article key="a" title="موضوع"><clause title="یک">الف</clause><clause><p>ب</p><note>ج</note></clause></article>'
        note = Clause("note", (), (Paragraph(text("ج")),))
        assert block(body) == Clause(
            "article",
            text("موضوع"),
            (
                Clause("clause", text("یک"), (Paragraph(text("الف")),)),
                Clause("clause", (), (Paragraph(text("ب")), note)),
            ),
            "a",
        )

    def test_a_table(self) -> None:
        body = (
            '<table key="t" role="dense" summary="خلاصه" keep="yes"><caption>عنوان</caption>'
            '<columns><column share="300" align="center"/><column/></columns>'
            "<thead><tr><th>الف</th><th>ب</th></tr></thead>"
            '<tbody><tr key="r"><th>ج</th><td tone="bar" label="در حال اجرا"/></tr>'
            '<tr><td rowspan="2">د</td><td align="end"><p>ه</p></td></tr><tr><td/></tr></tbody>'
            '<tfoot><tr><td colspan="2" tone="total">و</td></tr></tfoot></table>'
        )
        cells = {name: (Paragraph(text(name)),) for name in ("الف", "ب", "ج", "د", "ه", "و")}
        assert block(body) == Table(
            columns=(Column(300, "center"), Column()),
            head=(Row((Cell(cells["الف"], header=True, tone="head"), Cell(cells["ب"], header=True, tone="head"))),),
            body=(
                Row((Cell(cells["ج"], header=True), Cell((), tone="bar", label="در حال اجرا")), "r"),
                Row((Cell(cells["د"], rowspan=2), Cell(cells["ه"], align="end"))),
                Row((Cell(()),)),
            ),
            foot=(Row((Cell(cells["و"], colspan=2, tone="total"),)),),
            caption=text("عنوان"),
            role="dense",
            key="t",
            summary="خلاصه",
            keep=True,
        )

    def test_columns_come_from_the_widest_row_when_none_are_written(self) -> None:
        table = block('<table><tbody><tr><td colspan="3"/></tr><tr><td/><td colspan="2"/></tr></tbody></table>')
        assert isinstance(table, Table)
        assert table.columns == (Column(), Column(), Column())

    def test_letterhead_signatures_keep_and_page_break(self) -> None:
        body = (
            '<letterhead><organisation>استانداری</organisation><centre>بسمه تعالی</centre><field label="تاریخ">الف</field>'
            '<field label="پیوست"/></letterhead><page-break/><keep><p>ب</p></keep>'
            '<signatures columns="2"><signer capacity="کارفرما" key="s"><name>ج</name><post>د<br/>ه</post></signer>'
            "</signatures>"
        )
        assert blocks(body) == (
            Letterhead(("استانداری",), ("بسمه تعالی",), (LetterField("تاریخ", text("الف")), LetterField("پیوست", ()))),
            PageBreak(),
            Keep((Paragraph(text("ب")),)),
            Signatures((Signer(text("کارفرما"), text("ج"), (Text("د"), LineBreak(), Text("ه")), "s"),), 2),
        )

    def test_every_element_of_the_page_about_markup_is_read_and_no_other(self) -> None:
        page = (ROOT / "docs" / "markup.md").read_text(encoding="utf-8").partition("## Charts")[0]
        rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
        listed = {name for row in rows for name in re.findall(r"`([a-z0-9-]+)`", row)}
        inner = {"organisation", "centre", "field", "header-start", "header-end", "footer", "initial"}
        inner |= {"caption", "thead", "tbody", "tfoot", "signer", "name", "post"}
        inner |= {"cited-number", "cited-date", "cited-by", "copy"}
        assert listed | inner == set(rules.RULES)
        assert all(f"`{name}`" in page or f"`{name} " in page for name in inner)


class TestWhiteSpace:
    @pytest.mark.parametrize(
        ("written", "kept"),
        [
            ("\n  الف \n\t ب\n", text("الف ب")),
            ("الف <b> ب </b> ج", (Text("الف "), Strong(text("ب ")), Text("ج"))),
            ("الف<b>ب</b> ج", (Text("الف"), Strong(text("ب")), Text(" ج"))),
            (" <b> الف </b> ", (Strong(text("الف")),)),
            ("الف <br/> ب", (Text("الف"), LineBreak(), Text("ب"))),
            ("الف <ref to='k'/> ب", (Text("الف "), Reference("k"), Text(" ب"))),
            ("الف\n<footnote> ب </footnote> ج", (Text("الف"), Footnote(text("ب")), Text(" ج"))),
            ("الف\u00a0\u00a0ب می\u200cشود", text("الف\u00a0\u00a0ب می\u200cشود")),
            ("الف\u2003ب \u3000\u2009 ج\u2002", text("الف ب ج")),
            ("۱۲\u202f۵۰۰ الف\u2007ب", text("۱۲\u00a0۵۰۰ الف\u00a0ب")),
            ("الف <!-- یادداشت --> ب", text("الف ب")),
            ("<b>الف <b>ب</b></b>", (Strong(text("الف ب")),)),
            ("\u200fالف\u200e \u202bب\u202c", text("الف ب")),
        ],
    )
    def test_a_run_of_blanks_is_one_space_and_edges_are_trimmed(self, written: str, kept: tuple[nodes.Inline, ...]) -> None:
        first, *_ = blocks(f"<p>{written}</p><h1 key='k'>ی</h1>")
        assert first == Paragraph(kept)

    def test_a_cell_of_blanks_only_is_empty(self) -> None:
        table = block("<table><tbody><tr><td>\n </td></tr></tbody></table>")
        assert isinstance(table, Table)
        assert table.body[0].cells[0].blocks == ()
