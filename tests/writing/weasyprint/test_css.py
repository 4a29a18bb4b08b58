"""The style sheet, made from the look alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.style import style
from generator.style.style import Style
from generator.tree.nodes import Document, Furniture, Properties, Section
from generator.writing.weasyprint import css
from tests.writing import trees


@pytest.fixture(scope="module")
def look() -> Style:
    look, problems = style.load(Path(__file__).parents[3] / "templates" / "fa" / "style.yaml")
    assert look is not None, problems
    return look


def rule(sheet: str, selector: str) -> dict[str, str]:
    """The declarations of the last rule with a selector."""
    found = re.findall(rf"^{re.escape(selector)} \{{ (.*) \}}$", sheet, re.MULTILINE)
    return dict(part.split(": ", 1) for part in found[-1].split("; ")) if found else {}


def test_every_role_has_its_faces_size_exact_line_and_colour(look: Style) -> None:
    sheet = css.write(look, trees.rich())
    for name, role in look.roles.items():
        declared = rule(sheet, f".role-{name}")
        assert declared["font-size"] == f"{role.size:g}pt"
        assert declared["line-height"] == f"{role.line:g}pt"
        assert declared["color"] == f"#{look.colour(role.colour)}"
        assert declared["font-family"] == ", ".join(f'"{face}"' for face in look.stack(name).faces)
        assert ("font-weight" in declared) == role.bold
        assert ("break-after" in declared) == role.keep_next


def test_one_changed_value_of_the_look_changes_one_rule(look: Style) -> None:
    body = look.roles["body"].model_copy(update={"size": 14.5})
    changed = look.model_copy(update={"roles": {**look.roles, "body": body}})
    before, after = (css.write(each, trees.rich()).splitlines() for each in (look, changed))
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        line for line in after if line.startswith(".role-body {")
    ]
    assert rule("\n".join(after), ".role-body")["font-size"] == "14.5pt"


def test_the_start_of_a_line_is_the_right_side(look: Style) -> None:
    sheet = css.write(look, trees.rich())
    assert rule(sheet, ".align-start") == {"text-align": "right"}
    assert rule(sheet, ".align-end") == {"text-align": "left"}
    assert rule(sheet, ".role-note")["padding-right"] == "18pt"


def test_only_the_page_forms_of_the_document_are_there(look: Style) -> None:
    sheet = css.write(look, trees.rich())
    pages = re.findall(r"^@page ([\w-]+) \{ size: (\S+ \S+);", sheet, re.MULTILINE)
    assert pages == [("portrait", "210mm 297mm"), ("landscape", "297mm 210mm"), ("landscape-a3", "420mm 297mm")]


def test_only_the_first_page_of_a_covered_document_loses_its_header_and_footer(look: Style) -> None:
    document = trees.rich()
    covered = css.write(look, document)
    assert covered.count(":first") == 1
    boxes = re.findall(r"@(\S+) \{ content: none \}", covered)
    assert boxes == ["top-right", "top-left", "bottom-center"]
    assert ":first" not in css.write(look, replace(document, cover=False))


def test_the_header_starts_at_the_right_and_the_marks_stand_in_the_middle(look: Style) -> None:
    sheet = css.write(look, trees.rich())
    contents = dict(re.findall(r"@(top-\w+|bottom-center) \{ content: element\(([\w-]+)\)", sheet))
    assert contents == {
        "top-right": "header-start",
        "top-center": "marks",
        "top-left": "header-end",
        "bottom-center": "footer",
    }


def test_a_document_without_furniture_has_empty_margins(look: Style) -> None:
    document = Document(Properties("سند"), (Section((trees.paragraph("متن"),)),), Furniture())
    assert "element(" not in css.write(look, document)


def test_every_tone_that_the_tree_knows_has_a_fill_and_dark_ones_a_light_ink(look: Style) -> None:
    sheet = css.write(look, trees.rich())
    for tone in ("head", "total", "bar", "done", "late", "strength", "weakness", "opportunity", "threat", "label"):
        assert rule(sheet, f".tone-{tone}") == {"background-color": f"#{look.fill(tone)}"}
    assert rule(sheet, ".tone-done p") == {"color": "#ffffff"}
    assert "color" not in rule(sheet, ".tone-total p")


def test_nothing_is_used_that_the_layout_engine_gets_wrong_in_right_to_left_text(look: Style) -> None:
    sheet = css.write(look, trees.rich())
    for wrong in ("text-indent", "column-rule", "grid-", "display: grid", "::marker", "unicode-bidi", "letter-spacing"):
        assert wrong not in sheet


def test_a_plain_stack_has_neither_contextual_forms_nor_kerning_and_no_other_has(look: Style) -> None:
    plain = look.stacks["text"].model_copy(update={"plain": True})
    sheet = css.write(look.model_copy(update={"stacks": {**look.stacks, "text": plain}}), trees.rich())

    assert rule(sheet, ".role-body")["font-kerning"] == "none"
    assert rule(sheet, ".role-body")["font-variant-ligatures"] == "no-contextual"
    assert "font-kerning" not in rule(sheet, ".role-title")
    assert "font-kerning" not in css.write(look, trees.rich())
