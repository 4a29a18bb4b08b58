"""`sanad format` on a folder of plans: what it changes, what it leaves to the byte, what it tells, what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring import formatting
from generator.cli.app import main
from generator.problems.errors import UsageError

KEY = "neighbourhoods/z3-golshahr/profile.yaml"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    (folder / "neighbourhoods" / "z3-golshahr").mkdir(parents=True)
    return folder


def _formatted(plans: Path, text: str, key: str = KEY) -> str:
    file = plans / key
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))
    result = formatting.run(plans, write=True)
    assert not result.errors
    assert len(result.diffs) == (file.read_bytes().decode("utf-8") != text)
    again = formatting.run(plans, write=True)
    assert again.diffs == []
    return file.read_bytes().decode("utf-8")


CHANGES = {
    "plain": ("description: برنامه های محله ، شهر", "description: برنامه‌های محله، شهر"),
    "plain with a comment": (
        "social: می شود   # می شود، برنامه های ما\neconomic: خوب",
        "social: می‌شود   # می شود، برنامه های ما\neconomic: خوب",
    ),
    "single quotes": ("social: 'می شود ''و'' برنامه های'", "social: 'می‌شود ''و'' برنامه‌های'"),
    "double quotes": (r'social: "می شود \"و\" برنامه\u0020های"', r'social: "می‌شود \"و\" برنامه‌های"'),
    "double quotes over lines": (
        'social: "می شود و\n  برنامه های \\\n  محله"',
        'social: "می‌شود و\n  برنامه‌های \\\n  محله"',
    ),
    "plain over lines": ("social: می شود و\n  برنامه های\n\n  گروهها", "social: می‌شود و\n  برنامه‌های\n\n  گروه‌ها"),
    "folded block": (
        "social: >-\n    می شود و\n    برنامه های\n\n    گروهها\neconomic: x",
        "social: >-\n    می‌شود و\n    برنامه‌های\n\n    گروه‌ها\neconomic: x",
    ),
    "literal block": ("social: |\n  می شود\n    برنامه های\n\n\n", "social: |\n  می‌شود\n    برنامه‌های\n\n\n"),
    "block with an indicator": ("social: |2\n    می شود\n", "social: |2\n    می‌شود\n"),
    "list": ("capacities:\n- می شود\n-   گروهها  # نه\n- x", "capacities:\n- می‌شود\n-   گروه‌ها  # نه\n- x"),
    "list in brackets": ("capacities: [می شود, 'گروهها' ,x]", "capacities: [می‌شود, 'گروه‌ها' ,x]"),
    "Windows lines": ("social: می شود\r\neconomic: >-\r\n  گروهها\r\n", "social: می‌شود\r\neconomic: >-\r\n  گروه‌ها\r\n"),
    "unknown fact": ("surveyed_on: {unknown: معلوم نمی شود, who: گروهها}", "surveyed_on: {unknown: معلوم نمی‌شود, who: گروه‌ها}"),
    "a colon that would end a plain value": ("social: هدف:توسعه", 'social: "هدف: توسعه"'),
    "Arabic letters and digits": ("social: مديريت ٣ شهر و 12 محله", "social: مدیریت ۳ شهر و ۱۲ محله"),
    "nested": (
        "figures:\n  - id: f1\n    title: تعداد برنامه ها\n    value: 12\n    unit: مورد",
        "figures:\n  - id: f1\n    title: تعداد برنامه‌ها\n    value: 12\n    unit: مورد",
    ),
}


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_a_value_is_mended_at_its_place_and_nothing_beside_it(plans: Path, before: str, after: str) -> None:
    assert _formatted(plans, before) == after


KEPT = {
    "right": "social: برنامه‌های محله  # می شود\n",
    "odd form": 'social:   "خوب"   \n\n\neconomic:    [ ]\n#می شود\n',
    "numbers, dates and ids": "surveyed_on: 1398/9/21\nhouseholds: 1200\nfigures: [{id: f1, value: 12.5, unit: x}]\n",
    "keys": "می شود: 1\n",
    "a key the model does not know": "nonsense: می شود\n",
    "no Persian": "social: 'see https://example.ir/a ,b :c'\n",
    "doubtful": "social: حرفهای شهرمشهد در در پروزه\n",
    "without a last line break": "social: خوب",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_a_file_with_nothing_to_mend_keeps_every_byte_and_is_not_written(plans: Path, text: str) -> None:
    file = plans / KEY
    file.write_bytes(text.encode("utf-8"))
    before = file.stat()
    assert formatting.run(plans, write=True).diffs == []
    assert file.read_bytes() == text.encode("utf-8")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_text_as_published_is_kept_beside_the_mended_one(plans: Path) -> None:
    text = "id: z3-golshahr\ntext: گروهها ، می شود\nname: گروهها\n"
    after = _formatted(plans, text, "neighbourhoods/z3-golshahr/neighbourhood.yaml")
    assert after == "id: z3-golshahr\ntext: گروهها ، می شود\nname: گروه‌ها\n"


def test_the_names_by_which_the_published_plan_speaks_of_a_body_are_kept(plans: Path) -> None:
    text = "bodies:\n  - id: a\n    name: گروهها\n    role: می شود\n    aliases:\n      - {name: گروهها, lines: [1]}\n"
    after = _formatted(plans, text, "bodies.yaml")
    assert after == text.replace("name: گروهها\n", "name: گروه‌ها\n").replace("می شود", "می‌شود")


def test_a_value_of_a_closed_list_is_kept(plans: Path) -> None:
    text = "group_counts:\n  - id: a\n    title: گروهها\n    kind: در معرض  آسيب\n    count: 12\n"
    assert _formatted(plans, text) == text.replace("گروهها", "گروه‌ها")


def test_a_file_that_belongs_to_no_record_is_left_alone(plans: Path) -> None:
    assert _formatted(plans, "social: می شود\n", "notes.yaml") == "social: می شود\n"


def test_nothing_is_written_unless_asked(plans: Path) -> None:
    file = plans / KEY
    file.write_text("social: می شود\neconomic: x\n", encoding="utf-8")
    (diff,) = formatting.run(plans).diffs
    assert file.read_text(encoding="utf-8") == "social: می شود\neconomic: x\n"
    assert (diff.file, diff.values) == (file, 1)
    assert diff.text.split("\n")[2:] == ["@@ -1,2 +1,2 @@", "-social: می شود", "+social: می‌شود", " economic: x"]


def test_a_half_space_that_a_line_break_divides_is_told_and_not_mended(plans: Path) -> None:
    file = plans / KEY
    file.write_text("social: >-\n  برنامه\n  های محله\n", encoding="utf-8")
    result = formatting.run(plans, write=True)
    assert result.diffs == []
    assert [(told.code, told.place.line if told.place else 0) for told in result.warnings] == [("format-left", 1)]


def test_a_doubt_is_told_at_its_word(plans: Path) -> None:
    file = plans / KEY
    file.write_text("social: >-\n  می شود و\n  در شهرمشهد\ncapacities: [حرفهای]\n", encoding="utf-8")
    told = formatting.run(plans).warnings
    assert [(each.code, each.place.line, each.place.column) for each in told if each.place] == [
        ("words-glued", 3, 6),
        ("word-ambiguous", 4, 14),
    ]
    assert told[0].line().endswith("هشدار: در «شهرمشهد» گویا میان واژه‌ها فاصله نیست. شاید «شهر مشهد» درست باشد. [words-glued]")


def test_a_name_is_not_held_to_the_list_of_words(plans: Path) -> None:
    file = plans / "neighbourhoods" / "z3-golshahr" / "neighbourhood.yaml"
    file.write_text("name: دیش دیش پروزه\n", encoding="utf-8")
    assert formatting.run(plans).warnings == []


def test_a_file_with_errors_of_yaml_is_told_and_left_and_the_others_are_mended(plans: Path) -> None:
    broken, right = plans / KEY, plans / "neighbourhoods" / "z3-golshahr" / "needs.yaml"
    broken.write_text("social: می شود\nsocial: گروهها\n", encoding="utf-8")
    right.write_text("needs:\n  - title: می شود\n", encoding="utf-8")
    result = formatting.run(plans, write=True)
    assert [each.code for each in result.errors] == ["yaml-duplicate-key"]
    assert [diff.file for diff in result.diffs] == [right]
    assert broken.read_text(encoding="utf-8") == "social: می شود\nsocial: گروهها\n"


def test_only_the_named_files_and_folders_are_mended(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in (KEY, "services.yaml", "zones.yaml"):
        (plans / key).write_text("population_note: می شود\nsocial: می شود\n", encoding="utf-8")
    assert [diff.file for diff in formatting.run(plans, [plans / "neighbourhoods"]).diffs] == [plans / KEY]
    monkeypatch.chdir(plans)
    assert [diff.file for diff in formatting.run(plans, [Path("zones.yaml")]).diffs] == [plans / "zones.yaml"]


@pytest.mark.parametrize("name", ["absent.yaml", "../outside.yaml", "note.txt"])
def test_a_path_that_is_no_file_of_the_plans_is_refused(plans: Path, name: str) -> None:
    (plans / "note.txt").write_text("x", encoding="utf-8")
    (plans.parent / "outside.yaml").write_text("x: می شود", encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        formatting.run(plans, [plans / name])
    assert [each.code for each in refused.value.problems] == ["format-no-file"]


def test_a_byte_order_mark_stays(plans: Path) -> None:
    file = plans / KEY
    file.write_bytes("\ufeffsocial: می شود\n".encode())
    formatting.run(plans, write=True)
    assert file.read_bytes().decode() == "\ufeffsocial: می‌شود\n"


def test_the_command_shows_a_diff_and_counts_in_persian(plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plans / KEY).write_text("social: می شود\n", encoding="utf-8")
    assert main(["format", "--root", str(plans.parent)]) == 0
    shown = capsys.readouterr()
    assert "+social: می‌شود" in shown.out.split("\n")
    assert "۱ متن در ۱ پرونده ویرایش می‌خواهد؛ برای نوشتن آن‌ها «--write» را بیفزایید" in shown.err
    assert main(["format", "--root", str(plans.parent), "--write", str(plans / KEY)]) == 0
    assert "۱ متن در ۱ پرونده ویرایش شد" in capsys.readouterr().err
    assert (plans / KEY).read_text(encoding="utf-8") == "social: می‌شود\n"
    assert main(["format", "--root", str(plans.parent)]) == 0
    assert capsys.readouterr() == ("", "متنی برای ویرایش نبود؛ مشکلی دیده نشد.\n")
