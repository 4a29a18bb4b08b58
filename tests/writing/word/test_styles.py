"""Named styles: every role of the look is one, under a name that a person finds."""

from __future__ import annotations

import pytest

from generator.writing.word.styles import style_id, table_style_id
from tests.writing import trees
from tests.writing.word.opened import LOOK, Opened, W, find, value


@pytest.fixture(scope="module")
def opened() -> Opened:
    return Opened(trees.rich())


def test_every_role_and_table_look_is_a_style(opened: Opened) -> None:
    assert {style_id(role) for role in LOOK.roles} <= set(opened.styles)
    assert {table_style_id(table) for table in LOOK.tables} <= set(opened.styles)


def test_every_style_that_is_used_is_defined_in_every_part(opened: Opened) -> None:
    roots = [opened.body, *opened.furniture("header"), *opened.furniture("footer")]
    used = {element.get(W + "val") for root in roots for element in find(root, "//w:pStyle | //w:rStyle | //w:tblStyle")}
    assert len(used) > 20
    assert used <= set(opened.styles)


def test_style_ids_and_names_are_unique(opened: Opened) -> None:
    names = [value(entry, "w:name") for entry in opened.part("word/styles.xml").iter(W + "style")]
    assert len(names) == len(set(names)) == len(opened.styles)


def test_no_style_of_the_default_template_is_left(opened: Opened) -> None:
    fixed = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGap"}
    fixed |= {"BlankText", "CheckBox", "CountedDigits", "FootnoteReference", "ListMark"}
    made = {style_id(role) for role in LOOK.roles} | {table_style_id(table) for table in LOOK.tables}
    assert set(opened.styles) == fixed | made


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_words_own_headings_with_an_outline_level(opened: Opened, level: int) -> None:
    entry = opened.styles[f"Heading{level}"]
    assert value(entry, "w:name") == f"heading {level}"
    assert value(entry, "w:pPr/w:outlineLvl") == str(level - 1)
    assert find(entry, "w:pPr/w:keepNext")


def test_articles_are_headings_of_the_second_level_and_look_as_their_role_says() -> None:
    """Whatever the heading has that an article lacks is taken back, so that nothing of its look is inherited."""
    roles = {
        "heading-2": LOOK.roles["heading-2"].model_copy(update={"bold": True, "keep_next": True, "indent": 20}),
        "article": LOOK.roles["article"].model_copy(update={"bold": False, "keep_next": False, "indent": 0}),
    }
    styles = Opened(trees.document(), LOOK.model_copy(update={"roles": LOOK.roles | roles})).styles
    heading, article = styles["Heading2"], styles["Article"]
    assert value(article, "w:basedOn") == "Heading2" and value(article, "w:name") == "ماده"
    for properties in ("w:pPr", "w:rPr"):
        has = [{child.tag for child in find(entry, properties)[0]} for entry in (heading, article)]
        assert has[0] == has[1]
    off = [value(article, path) for path in ("w:rPr/w:b", "w:rPr/w:bCs", "w:pPr/w:keepNext")]
    assert off == ["0", "0", "0"] and value(article, "w:pPr/w:ind", "left") == "0"


def test_own_styles_have_persian_names(opened: Opened) -> None:
    own = [entry for entry in opened.styles.values() if entry.get(W + "customStyle") == "1"]
    assert len(own) > 25
    assert all(any("\u0600" <= character <= "\u06ff" for character in value(entry, "w:name") or "") for entry in own)


def test_a_style_carries_face_size_weight_and_colour_for_both_scripts(opened: Opened) -> None:
    entry = opened.styles["CellHead"]
    fonts = find(entry, "w:rPr/w:rFonts")[0]
    assert (fonts.get(W + "cs"), fonts.get(W + "ascii"), fonts.get(W + "hAnsi")) == (
        "B Nazanin",
        "Times New Roman",
        "Times New Roman",
    )
    assert find(entry, "w:rPr/w:b") and find(entry, "w:rPr/w:bCs")
    assert value(entry, "w:rPr/w:sz") == value(entry, "w:rPr/w:szCs") == "22"
    assert value(entry, "w:rPr/w:color") == LOOK.colour("ink")


def test_headings_take_the_display_face(opened: Opened) -> None:
    assert value(opened.styles["Heading1"], "w:rPr/w:rFonts", "cs") == "B Titr"


def test_line_height_is_exact_and_spacing_is_in_twips(opened: Opened) -> None:
    spacing = find(opened.styles["Heading1"], "w:pPr/w:spacing")[0]
    role = LOOK.roles["heading-1"]
    assert spacing.get(W + "lineRule") == "exact"
    assert [spacing.get(W + name) for name in ("line", "before", "after")] == [
        str(round(points * 20)) for points in (role.line, role.before, role.after)
    ]


def test_justified_text_is_justified_low_and_the_leading_edge_is_written_left(opened: Opened) -> None:
    assert value(opened.styles["Body"], "w:pPr/w:jc") == "lowKashida"
    assert value(opened.styles["Cell"], "w:pPr/w:jc") == "left"


def test_a_role_that_only_the_look_knows_is_a_style_too() -> None:
    role = LOOK.roles["body"].model_copy(update={"name": "یادداشت کناره"})
    look = LOOK.model_copy(update={"roles": LOOK.roles | {"side-remark": role}})
    opened = Opened(trees.document(trees.paragraph("متن", role="side-remark")), look)
    assert value(opened.styles["SideRemark"], "w:name") == "یادداشت کناره"
    assert value(opened.paragraph("متن"), "w:pPr/w:pStyle") == "SideRemark"
