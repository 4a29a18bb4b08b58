"""The parts of letters and of forms: what the reader makes of each, and what it refuses."""

from __future__ import annotations

import pytest

from generator.markup import reader
from generator.markup.reader import grammar
from generator.tree.nodes import (
    Blank,
    Cell,
    Check,
    Copies,
    LetterReference,
    ListBlock,
    ListItem,
    Paragraph,
    Row,
    Signatures,
    Signer,
    Table,
    Text,
)
from generator.tree.walk import plain_text
from tests.markup.reader.texts import LOOK, TEMPLATE, block, text, whole, wrong


def cited(relation: str, number: str = "", date: str = "", by: str = "", kind: str = "") -> str:
    parts = (("number", number), ("date", date), ("by", by))
    inner = "".join(f"<cited-{name}>{words}</cited-{name}>" for name, words in parts if words)
    about = f' kind="{kind}"' if kind else ""
    return f'<cited relation="{relation}"{about}>{inner}</cited>'


def lines(*inner: str) -> list[str]:
    """The lines of a reference."""
    made = block(f"<reference>{''.join(inner)}</reference>")
    assert isinstance(made, LetterReference)
    return [plain_text(line.children) for line in made.blocks if isinstance(line, Paragraph) and line.role == "reference"]


def test_a_letter_names_what_it_follows_by_kind_number_date_and_whose_it_is() -> None:
    assert lines(cited("پیرو", "۱۲", "۱۴۰۳/۰۲/۱۰")) == ["پیرو نامهٔ شمارهٔ ۱۲ مورخ ۱۴۰۳/۰۲/۱۰"]
    assert lines(cited("بازگشت", "۷", by="شهرداری")) == ["بازگشت به نامهٔ شمارهٔ ۷ شهرداری"]
    assert lines(cited("پیرو", date="۲ تیر", by="ستاد", kind="جلسه")) == ["پیرو جلسهٔ مورخ ۲ تیر ستاد"]


def test_what_a_letter_follows_in_one_way_stands_in_one_line() -> None:
    given = (cited("پیرو", "۱"), cited("پیرو", "۲", kind="مصوبه"), cited("پیرو", "۳", kind="بخشنامه"), cited("عطف", "۴"))
    assert lines(*given) == ["پیرو نامهٔ شمارهٔ ۱، مصوبهٔ شمارهٔ ۲ و بخشنامهٔ شمارهٔ ۳", "عطف به نامهٔ شمارهٔ ۴"]


def test_a_number_that_is_not_known_is_a_blank_in_its_line() -> None:
    unknown = cited("پیرو", '<blank prompt="شماره نامه"/>')
    made = block(f'<reference key="r">{unknown}</reference>')
    line = Paragraph((Text("پیرو "), Text("نامهٔ"), Text(" شمارهٔ "), Blank("شماره نامه")), "reference")
    assert made == LetterReference((line,), "r")


def test_a_letter_is_signed_by_one_with_the_name_over_the_post() -> None:
    made = block('<letter-signature key="s"><name>نام</name><post>فرماندار</post></letter-signature>')
    assert made == Signatures((Signer((), text("نام"), text("فرماندار")),), 1, "s", letter=True)


def test_copies_are_a_heading_and_a_list_with_what_each_is_for() -> None:
    made = block('<copies key="c"><copy purpose="جهت استحضار" key="d">فرمانداری</copy><copy>بایگانی</copy></copies>')
    items = (
        ListItem((Paragraph((Text("فرمانداری"), Text(" جهت استحضار"))),), key="d"),
        ListItem((Paragraph(text("بایگانی")),)),
    )
    assert made == Copies((Paragraph(text("رونوشت:"), "copies-title"), ListBlock(items, role="copies")), "c")


def test_a_box_has_its_label_and_may_be_ticked() -> None:
    assert block('<p><check label=" بلی " key="k"/><check label="خیر" ticked="yes"/></p>') == Paragraph(
        (Check("بلی", key="k"), Check("خیر", ticked=True))
    )


def blank_row(first: str = "", columns: int = 2, height: int = 8) -> Row:
    return Row((Cell((Paragraph(text(first)),) if first else ()), *[Cell(())] * (columns - 1)), height=height)


def body(inner: str) -> tuple[Row, ...]:
    table = block(f"<table>{inner}</table>")
    assert isinstance(table, Table)
    return table.body


def test_blank_rows_are_as_wide_as_their_table_and_as_many_as_asked_for() -> None:
    head = "<thead><tr><th>نام</th><th>امضا</th></tr></thead>"
    assert body(f'{head}<tbody><rows count="3" height="8"/></tbody>') == (blank_row(),) * 3
    declared = "<columns><column/><column/><column/></columns>"
    assert body(f'{declared}<tbody><rows count="1" height="30"/></tbody>') == (blank_row(columns=3, height=30),)


def test_blank_rows_are_numbered_on_from_the_rows_before_them() -> None:
    written = '<tr height="8" key="k"><td>۱</td><td/></tr>'
    assert body(f'<tbody>{written}<rows count="2" height="8" from="2"/></tbody>') == (
        Row((Cell((Paragraph(text("۱")),)), Cell(())), "k", height=8),
        blank_row("2"),
        blank_row("3"),
    )


@pytest.mark.parametrize(
    ("inner", "codes"),
    [
        ("<reference/>", ["markup-child-missing"]),
        ('<reference><cited relation="پیرو"/></reference>', ["markup-child-missing"]),
        ("<reference><cited><cited-date>الف</cited-date></cited></reference>", ["markup-attribute-missing"]),
        (f"<reference>{cited('follows', 'الف')}</reference>", ["markup-value-unknown"]),
        (f"<reference>{cited('پیرو', 'الف', kind='letter')}</reference>", ["markup-value-unknown"]),
        (f"<reference>{cited('پیرو', 'الف<footnote>ب</footnote>')}</reference>", ["markup-element-misplaced"]),
        ("<letter-signature/>", ["markup-child-missing"]),
        ("<letter-signature><post>الف</post><post>ب</post></letter-signature>", ["markup-child-repeated"]),
        ("<keep><letter-signature><post>الف</post></letter-signature></keep>", ["markup-element-misplaced"]),
        ("<copies/>", ["markup-child-missing"]),
        ("<copies><copy/></copies>", ["markup-empty"]),
        ("<copies><copy purpose=''>الف</copy></copies>", ["markup-value-empty"]),
        ("<ul><li><copies><copy>الف</copy></copies></li></ul>", ["markup-element-misplaced"]),
        ("<p><check/></p>", ["markup-attribute-missing"]),
        ("<p><check label='الف' ticked='no'/></p>", ["markup-value-unknown"]),
        ("<p><b><check label='الف'/></b></p>", ["markup-element-misplaced"]),
        ("<h1>الف <check label='ب'/></h1>", ["markup-element-misplaced"]),
    ],
)
def test_a_part_of_a_letter_or_form_that_lacks_something_is_refused(inner: str, codes: list[str]) -> None:
    assert wrong(inner) == codes


@pytest.mark.parametrize(
    ("inner", "codes"),
    [
        ("<tbody><rows count='2' height='8'/></tbody>", ["rows-without-columns"]),
        ("<tbody><tr><td/></tr><rows count='2'/></tbody>", ["markup-attribute-missing"]),
        ("<tbody><tr><td/></tr><rows count='501' height='8'/></tbody>", ["markup-number-wrong"]),
        ("<tbody><tr height='3'><td/></tr></tbody>", ["markup-number-wrong"]),
        ("<thead><rows count='2' height='8'/></thead><tbody><tr><td/></tr></tbody>", ["markup-element-misplaced"]),
        (
            "<tbody><tr><td rowspan='2'/><td/></tr><rows count='1' height='8'/></tbody>",
            ["table-row-width"],
        ),
        ("<columns>" + "<column/>" * 50 + "</columns><tbody><rows count='401' height='8'/></tbody>", ["table-too-large"]),
    ],
)
def test_blank_rows_that_do_not_add_up_are_refused(inner: str, codes: list[str]) -> None:
    assert wrong(f"<table>{inner}</table>") == codes


def test_an_element_whose_role_an_older_look_lacks_is_told_at_its_line() -> None:
    older = LOOK.model_copy(update={"roles": {name: role for name, role in LOOK.roles.items() if name != "copies"}})
    _, problems = reader.read(whole("<p>الف</p>\n<copies><copy>ب</copy></copies>"), TEMPLATE, "portrait", older)

    assert [(found.code, found.place and found.place.line) for found in problems] == [("markup-role-missing", 3)]


def test_the_blank_cells_of_a_document_are_limited_as_if_they_were_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "MOST_ELEMENTS", 100)
    table = "<table><columns><column/></columns><tbody><rows count='60' height='8'/></tbody></table>"
    assert block(table)
    assert wrong(3 * table) == ["markup-too-many"]
