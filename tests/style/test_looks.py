"""The looks: every shipped one is whole, a look says only what it changes, and its mistakes are told at their places."""

from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.problems.errors import Place, Severity, UsageError
from generator.style import faces, looks
from generator.style.faces import Family
from generator.style.style import Style

TEMPLATES = Path(__file__).parents[2] / "templates" / "fa"
SECOND = "amiri"


def look(name: str) -> Style:
    found, problems = looks.load(TEMPLATES, name)
    assert found is not None, problems
    assert not problems
    return found


def told(tmp_path: Path, text: str) -> list[tuple[str, int, int]]:
    """The problems of a look of this text, which all lie in its own file."""
    (tmp_path / "style.yaml").write_bytes((TEMPLATES / "style.yaml").read_bytes())
    file = tmp_path / "looks" / "mine.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    found, problems = looks.load(tmp_path, "mine")
    assert (found is None) == bool(problems)
    assert {problem.place.file for problem in problems if problem.place} <= {file}
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems if problem.place]


@pytest.mark.parametrize("name", looks.find(TEMPLATES))
def test_every_shipped_look_has_the_names_of_the_default_one(name: str) -> None:
    default, found = look(looks.DEFAULT), look(name)

    for group in ("stacks", "colours", "roles", "tables", "pages"):
        assert list(getattr(found, group)) == list(getattr(default, group))
    assert [role.name for role in found.roles.values()] == [role.name for role in default.roles.values()]


def test_a_look_has_what_it_changes_and_else_what_the_default_one_has() -> None:
    default, second = look(looks.DEFAULT), look(SECOND)

    assert second.colour("accent") != default.colour("accent")
    assert second.roles["body"].size != default.roles["body"].size
    assert second.roles["body"].align == default.roles["body"].align == "justify"
    assert second.pages == default.pages
    assert not second.faces() & {"Nazli", "Titr"}


def test_every_face_of_the_second_look_says_in_its_file_that_it_is_under_the_open_font_license() -> None:
    for family, face in faces.require(look(SECOND).families()).items():
        for file in face.files:
            with TTFont(file, lazy=True) as font:
                licence = " ".join(font["name"].getDebugName(number) or "" for number in (13, 14))
            assert "OFL" in licence or "Open Font License" in licence, family


def test_the_second_look_draws_what_the_default_one_does() -> None:
    text = "برنامه‌های محلهٔ گلشهر؛ «پژوهش» (۱۲٫۵٪) ۲۳٬۵۰۰ – — … ☐ ☑ ✓ • ● □ → ≥ ² Action Plan 2019"
    for stack in look(SECOND).stacks.values():
        assert faces.uncovered(text, stack.faces) == set()


def test_a_face_that_nothing_is_known_of_is_warned_of_where_a_look_names_it(tmp_path: Path) -> None:
    assert told(tmp_path, "stacks:\n  text:\n    faces: [Nazli, Nobody's Face]\n    latin: Nobody's Face\n") == []
    (found,) = looks.unmeasured(tmp_path, "mine")

    assert (found.code, found.severity) == ("face-unmeasured", Severity.WARNING)
    assert found.place == Place(tmp_path / "looks" / "mine.yaml", 3, 20)
    assert "«Nobody's Face»" in found.message
    assert [found for name in looks.find(TEMPLATES) for found in looks.unmeasured(TEMPLATES, name)] == []


def test_such_a_face_of_the_default_look_is_warned_of_in_its_own_file(tmp_path: Path) -> None:
    assert told(tmp_path, "colours: {}\n") == []
    style = tmp_path / "style.yaml"
    style.write_text(
        style.read_text(encoding="utf-8").replace("latin: Liberation Serif", "latin: Nobody's Face"), encoding="utf-8"
    )

    assert [found.place and found.place.file for found in looks.unmeasured(tmp_path, "mine")] == [style]


def test_a_misspelt_look_is_one_problem_that_asks_for_the_one_that_was_meant() -> None:
    with pytest.raises(UsageError) as caught:
        looks.load(TEMPLATES, "amri")

    assert [problem.line() for problem in caught.value.problems] == [
        "خطا: ظاهر «amri» شناخته نشد. منظورتان «amiri» بود؟ ظاهرها: style، amiri. [unknown-look]"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('colours: {accent: "112233"}\n', []),
        ("roles:\n  bdoy: {size: 12}\n", [("look-unknown-name", 2, 3)]),
        ('colours:\n  ink: "000000"\n  acent: "112233"\n', [("look-unknown-name", 3, 3)]),
        ("roles:\n  body: {sise: 12}\n", [("unknown-key", 2, 10)]),
        ("rolls:\n  body: {size: 12}\n", [("unknown-key", 1, 1)]),
        ("roles:\n  body: {size: big}\n", [("number-not-understood", 2, 16)]),
        ("roles:\n  body: {size: 12}\n  note: {colour: acent}\n", [("style-unknown-name", 3, 18)]),
        ("roles:\n  body: 12\n", [("expected-mapping", 2, 9)]),
        ("colours:\n  accent: blue\n", [("value-pattern", 2, 11)]),
        ("stacks:\n  text: {faces: []}\n", [("too-few", 2, 10)]),
        ("- roles\n", [("expected-mapping", 1, 1)]),
        ("roles:\n  bdoy: {size: 12}\n  note: {sise: 12}\n", [("unknown-key", 3, 10), ("look-unknown-name", 2, 3)]),
    ],
)
def test_a_mistake_is_told_at_its_place_in_the_file_of_the_look(
    tmp_path: Path, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert sorted(told(tmp_path, text)) == sorted(expected)


def test_a_clash_with_a_name_of_the_default_look_is_told_where_the_look_lays_its_own(tmp_path: Path) -> None:
    assert told(tmp_path, "roles:\n  body: {name: بند}\n") == [("style-name-twice", 2, 3)]


def test_a_wrong_default_look_is_told_at_its_own_place_whatever_look_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "looks").mkdir()
    (tmp_path / "looks" / "mine.yaml").write_text("colours: {}\n", encoding="utf-8")
    text = (TEMPLATES / "style.yaml").read_text(encoding="utf-8")
    (tmp_path / "style.yaml").write_text(text.replace("stack: display", "stack: displya", 1), encoding="utf-8")

    found, problems = looks.load(tmp_path, "mine")

    assert found is None
    assert [(problem.code, problem.place and problem.place.file) for problem in problems] == [
        ("style-unknown-name", tmp_path / "style.yaml")
    ]


def test_a_plain_stack_has_a_face_whose_intertwined_forms_can_be_turned_off() -> None:
    """From version 1.000 on Amiri has them in `rlig`, which «لا» needs too."""
    plain = {stack.faces[0] for name in looks.find(TEMPLATES) for stack in look(name).stacks.values() if stack.plain}
    assert plain
    for face in faces.require(Family(name) for name in plain).values():
        for file in face.files:
            with TTFont(file, lazy=True) as font:
                assert "calt" in {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}, file


SMALL = {"header", "footnote", "letterhead-organisation"}
"""What stands outside the body may be smaller."""


@pytest.mark.parametrize("name", looks.find(TEMPLATES))
def test_nothing_in_the_body_is_smaller_than_ten_points(name: str) -> None:
    assert {role for role, found in look(name).roles.items() if found.size < 10} <= SMALL


@pytest.mark.parametrize("name", looks.find(TEMPLATES))
def test_the_colours_of_the_axes_are_as_far_apart_in_grey_as_they_are_dark_middle_and_light(name: str) -> None:
    found = look(name)
    greys = sorted(_grey(found.fill(f"axis-{axis}")) for axis in ("social", "economic", "environmental"))
    assert all(darker + 40 <= lighter for darker, lighter in pairwise(greys))


@pytest.mark.parametrize("name", looks.find(TEMPLATES))
def test_the_mark_across_a_page_is_seen_and_far_lighter_than_text(name: str) -> None:
    assert 0xE0 <= _grey(look(name).colour("watermark")) <= 0xF0


def test_a_look_from_before_a_tone_fills_nothing_with_it() -> None:
    found = look(looks.DEFAULT)
    colours = {name: colour for name, colour in found.colours.items() if not name.startswith("axis_")}
    assert found.model_copy(update={"colours": colours}).fill("axis-social") == ""


def _grey(colour: str) -> float:
    """A colour as a printer without colours has it, from 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue
