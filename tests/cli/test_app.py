"""The command as people meet it: what it prints where, and the code it ends with."""

import json
import re
import shutil
from pathlib import Path

import pytest

from generator.cli.reporting.layout import cells
from generator.style import faces
from tests.cli.harness import DOCUMENT, TEMPLATES, Sanad
from tests.reading.plans_tree import NEEDS, PLAN


def test_data_with_gaps_only_is_told_and_passes(sanad: Sanad) -> None:
    code, out, err = sanad("check")

    assert (code, out) == (0, "")
    assert "خطا" not in err
    assert err.rstrip().endswith("کمبود.")


def test_a_mistake_is_a_card_at_its_place_and_the_code_is_one(sanad: Sanad) -> None:
    sanad.spoil(NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    code, out, err = sanad("check")
    file = sanad.root / "plans" / NEEDS
    line = next(number for number, row in enumerate(file.read_text(encoding="utf-8").split("\n"), 1) if "اقتصادیی" in row)

    assert (code, out) == (1, "")
    assert re.search(
        rf"^{re.escape(str(file))}:{line}:\d+: خطا: مقدار «اقتصادیی» از مقدارهای پذیرفته نیست\. \[not-in-list\]\n"
        r"    نیازها ← [\w-]+ ← محور\n"
        r"    │ .*⟦اقتصادیی⟧.*\n"
        r"    منظورتان «اقتصادی» بود؟\n"
        r"    مقدارهای پذیرفته: «اجتماعی»، «اقتصادی»، «محیطی»\.\n",
        err,
        re.MULTILINE,
    )
    assert err.rstrip().split("\n")[-1].startswith("۱ خطا")


def test_a_warning_fails_only_when_asked(sanad: Sanad) -> None:
    sanad.spoil(PLAN, "version:", "\ufeffversion:")

    assert sanad("check")[0] == 0
    code, _, err = sanad("check", "--strict")
    assert code == 1
    assert "هشدارها (۱)" in err


def test_visual_order_is_wrapped_to_the_width_of_the_terminal(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    sanad.spoil(NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    _, _, err = sanad("check", "--terminal", "visual")
    rows = err.split("\n")

    assert not re.search("[آ-ی]", err)
    assert re.search("[\ufe80-\ufefc]", err)
    assert [row for row in rows if cells(row) > 80 and not row.startswith(str(sanad.root))] == []
    assert any(row.startswith(f"{sanad.root / 'plans' / NEEDS}:") for row in rows)


def test_a_report_is_written_beside_the_cards_and_its_name_is_printed(sanad: Sanad) -> None:
    sanad.spoil(NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    code, out, err = sanad("check", "--report", "report.html")

    assert (code, out) == (1, "report.html\n")
    assert "[not-in-list]" in err
    assert 'data-code="not-in-list"' in (sanad.root / "report.html").read_text(encoding="utf-8")


def test_a_report_never_takes_the_place_of_another_file(sanad: Sanad) -> None:
    (sanad.root / "letter.html").write_text("نامه", encoding="utf-8")
    code, out, err = sanad("check", "--report", "letter.html")

    assert (code, out) == (2, "")
    assert err.startswith("خطا: «letter.html» گزارشی از این برنامه نیست")
    assert (sanad.root / "letter.html").read_text(encoding="utf-8") == "نامه"


def test_the_schemas_are_written_where_they_are_wanted_and_their_names_printed(sanad: Sanad) -> None:
    code, out, _ = sanad("schema", "editor")
    named = [Path(line) for line in out.split()]

    assert code == 0
    assert Path("editor/plan.json") in named
    assert all(json.loads((sanad.root / path).read_text(encoding="utf-8"))["$schema"] for path in named)


def test_schemas_that_no_longer_fit_the_data_are_warned_of_and_made_again(sanad: Sanad) -> None:
    sanad("schema")
    assert "schemas-outdated" not in sanad("check")[2]

    sanad.spoil("agencies/welfare.yaml", "clean: ", "clean: دیگر ")
    code, _, err = sanad("check")
    assert code == 0
    assert "راهنمای ویرایشگرها با داده‌ها یکی نیست: plan.json. [schemas-outdated]" in err

    sanad("schema")
    assert "schemas-outdated" not in sanad("check")[2]


def test_no_schemas_are_drawn_from_broken_catalogues(sanad: Sanad) -> None:
    sanad.spoil("zones.yaml", "zones:", "zone:")
    code, out, err = sanad("schema")

    assert (code, out) == (1, "")
    assert "[unknown-key]" in err


def test_the_check_tells_of_a_figure_that_is_too_tall_for_its_page(sanad: Sanad) -> None:
    row = "<tr><td>{{ 'نامی بسیار بلند ' * 12 }}</td><td>۱۲</td></tr>"
    chart = '<table key="data"><tbody>{% for _ in range(40) %}' + row + "{% endfor %}</tbody></table>\n"
    chart += '<chart key="figure" kind="bars" of="data" columns="1 2"><caption>شکل</caption></chart>'
    file = sanad.root / "templates" / "note" / "document.html.j2"
    file.write_text(DOCUMENT.replace("<p>", chart + "<p>"), encoding="utf-8")
    code, out, err = sanad("check")

    assert (code, out) == (1, "")
    assert f"{file}:3:1: خطا: نمودار جدول «data» از صفحه بلندتر می‌شود. [chart-too-tall]" in err


def test_a_fault_of_the_program_is_the_only_case_with_a_traceback(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.build.pipeline.check", broken)
    code, _, err = sanad("check")

    assert code == 70
    assert "Traceback" in err
    assert "این یک خطای برنامه است، نه خطای شما." in err


def test_an_interruption_is_told_in_one_line(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.build.pipeline.check", interrupted)

    assert sanad("check") == (130, "", "به درخواست شما متوقف شد.\n")


@pytest.mark.parametrize("command", ["build", "check", "doctor"])
def test_a_look_that_is_misspelt_is_refused_with_the_one_that_was_meant(sanad: Sanad, command: str) -> None:
    shutil.copytree(TEMPLATES / "looks", sanad.root / "templates" / "looks")

    code, out, err = sanad(command, "--look", "amriri")

    assert (code, out) == (2, "")
    assert err.splitlines()[0] == "خطا: ظاهر «amriri» شناخته نشد. [unknown-look]"
    assert "منظورتان «amiri» بود؟" in err


def broken_look(sanad: Sanad, text: str) -> Path:
    file = sanad.root / "templates" / "looks" / "mine.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return file


def test_a_mistake_in_a_look_that_nobody_asked_for_is_told_by_check_and_stops_no_build(sanad: Sanad) -> None:
    file = broken_look(sanad, "roles:\n  body: {sise: 12}\n")

    code, _, err = sanad("check")
    assert code == 1
    assert f"{file}:2:10: خطا:" in err
    assert sanad("build")[0] == 0
    assert sanad("build", "--look", "mine")[0] == 3


def test_a_look_whose_face_is_missing_is_not_built_and_the_way_to_the_face_is_told(
    sanad: Sanad, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.problems.remedies.this_system", lambda: "debian")
    monkeypatch.setattr(
        faces, "search", lambda names, search=faces.search: search([each for each in names if each.name != "Liberation Sans"])
    )
    broken_look(sanad, "stacks: {text: {latin: Liberation Sans}}\n")

    code, out, err = sanad("build", "--look", "mine")

    assert (code, out) == (4, "")
    assert err.count("پیدا نشد: «Liberation Sans» (یا «Times New Roman»). برنامه قلم دیگری") == 1
    assert "SANAD_FONTS" in err and "«--look amiri»" in err
    assert not (sanad.root / "output").exists()
    assert sanad("build")[0] == 0
