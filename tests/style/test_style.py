"""The look: every name it uses exists, and no two styles of a Word file share one."""

from pathlib import Path

import pytest

from generator.style import style

SHIPPED = Path(__file__).parents[2] / "templates" / "fa" / "style.yaml"


def loaded(tmp_path: Path, text: str) -> list[tuple[str, int, int]]:
    file = tmp_path / "style.yaml"
    file.write_text(text, encoding="utf-8")
    look, problems = style.load(file)
    assert (look is None) == bool(problems)
    return [(found.code, found.place.line, found.place.column) for found in problems if found.place]


def test_the_shipped_look_has_no_problem(tmp_path: Path) -> None:
    assert loaded(tmp_path, SHIPPED.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code", "marked"),
    [
        ("name: تبصره", "name: متن", "style-name-twice", "متن"),
        ("name: جدول فرم", "name: متن", "style-name-twice", "متن"),
        ("colour: accent", "colour: acent", "style-unknown-name", "acent"),
        ("stack: display", "stack: displya", "style-unknown-name", "displya"),
    ],
)
def test_a_wrong_name_is_told_at_its_place(tmp_path: Path, right: str, wrong: str, code: str, marked: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    start = text.index(right)
    planted = text[:start] + wrong + text[start + len(right) :]
    at = start + wrong.index(marked)
    line = planted.count("\n", 0, at) + 1
    column = at - planted.rfind("\n", 0, at)

    assert loaded(tmp_path, planted) == [(code, line, column)]
