"""The command as people and programs meet it: what it prints where, and the code it ends with."""

import datetime
import json
import re
import shutil
from pathlib import Path

import pytest

from generator.build.project import Folders
from generator.cli import commands
from generator.cli.app import main
from generator.cli.commands import COMMANDS
from generator.cli.help import HELP
from generator.cli.reporting.layout import cells
from generator.persian import JalaliDate, to_western
from generator.style import faces
from tests.reading.plans_tree import MEETING, NEEDS, PLAN, PlansTree

TEMPLATES = Path(__file__).parents[2] / "templates" / "fa"

KIND = """\
title: یادداشت
order: 10
subject: neighbourhood
requires: [contract]
final_requires: [contract.number]
page: portrait
"""
DOCUMENT = """\
<document title="یادداشت" subject="{{ programme.title }}">
  <section page="portrait"><p>محلهٔ {{ neighbourhood.name }}</p></section>
</document>
"""

Printed = tuple[int, str, str]


class Sanad:
    """The command run in this process over a small folder of plans and one kind of document."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.capsys = capsys
        PlansTree(root / "plans").read()
        folder = root / "templates" / "note"
        folder.mkdir(parents=True)
        (folder / "kind.yaml").write_text(KIND, encoding="utf-8")
        (folder / "document.html.j2").write_text(DOCUMENT, encoding="utf-8")
        shutil.copy(TEMPLATES / "style.yaml", root / "templates")

    def __call__(self, *words: str) -> Printed:
        folders = (
            "--plans",
            str(self.root / "plans"),
            "--templates",
            str(self.root / "templates"),
            "--output",
            str(self.root / "output"),
        )
        code = main([*words, *folders])
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def sanad(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sanad:
    monkeypatch.chdir(tmp_path)
    return Sanad(tmp_path, capsys)


def spoil(sanad: Sanad, key: str, old: str, new: str) -> None:
    file = sanad.root / "plans" / key
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_data_with_gaps_only_is_told_and_passes(sanad: Sanad) -> None:
    code, out, err = sanad("check")

    assert (code, out) == (0, "")
    assert "خطا" not in err
    assert err.rstrip().endswith("کمبود.")


def test_a_mistake_is_a_card_at_its_place_and_the_code_is_one(sanad: Sanad) -> None:
    spoil(sanad, NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
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


def test_programs_get_one_json_list_and_nothing_else(sanad: Sanad) -> None:
    spoil(sanad, NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    code, out, err = sanad("check", "--json")
    rows = json.loads(err)

    assert (code, out) == (1, "")
    assert [row["code"] for row in rows if row["severity"] == "error"] == ["not-in-list"]


def test_a_warning_fails_only_when_asked(sanad: Sanad) -> None:
    spoil(sanad, PLAN, "version:", "\ufeffversion:")

    assert sanad("check")[0] == 0
    code, _, err = sanad("check", "--strict")
    assert code == 1
    assert "هشدارها (۱)" in err


def test_visual_order_is_wrapped_to_the_width_of_the_terminal(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    spoil(sanad, NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    _, _, err = sanad("check", "--terminal", "visual")
    rows = err.split("\n")

    assert not re.search("[آ-ی]", err)
    assert re.search("[\ufe80-\ufefc]", err)
    assert [row for row in rows if cells(row) > 80 and not row.startswith(str(sanad.root))] == []
    assert any(row.startswith(f"{sanad.root / 'plans' / NEEDS}:") for row in rows)


def test_a_report_is_written_beside_the_cards_and_its_name_is_printed(sanad: Sanad) -> None:
    spoil(sanad, NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
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

    spoil(sanad, "agencies/welfare.yaml", "clean: ", "clean: دیگر ")
    code, _, err = sanad("check")
    assert code == 0
    assert "راهنمای ویرایشگرها با داده‌ها یکی نیست: plan.json. [schemas-outdated]" in err

    sanad("schema")
    assert "schemas-outdated" not in sanad("check")[2]


def test_no_schemas_are_drawn_from_broken_catalogues(sanad: Sanad) -> None:
    spoil(sanad, "zones.yaml", "zones:", "zone:")
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


def test_a_list_has_a_row_for_each_and_a_tab_between(sanad: Sanad) -> None:
    code, out, err = sanad("list", "neighbourhoods")

    assert (code, err) == (0, "")
    assert "z1-alef\t" in out


def test_a_list_is_json_for_programs(sanad: Sanad) -> None:
    code, out, err = sanad("list", "kinds", "--json")

    assert (code, err) == (0, "")
    assert json.loads(out) == [{"name": "note", "title": "یادداشت"}]


def test_what_is_due_is_listed_by_its_day_and_what_is_overdue_apart(sanad: Sanad) -> None:
    code, out, err = sanad("list", "due", "--on", "1404/07/05")

    assert (code, err) == (0, "")
    assert out == (
        "وضع سررسیدها در ۵ مهر ۱۴۰۴\n"
        "\n"
        "گذشته از سررسید (۲)\n"
        "  ۱۴۰۳/۰۶/۳۰  الف (نمونه): مصوبهٔ «اعلام اعتبار»؛ اداره کل بهزیستی؛ ۳۷۲ روز تأخیر\n"
        "  ۱۴۰۳/۱۰/۳۰  الف (نمونه): گزارش سه‌ماههٔ سوم سال ۱۴۰۳؛ ۲۵۱ روز تأخیر\n"
        "\n"
        "در پیش (۳)\n"
        "  ۱۴۰۴/۰۷/۳۰  الف (نمونه): گزارش سه‌ماههٔ دوم سال ۱۴۰۴؛ ۲۵ روز مانده\n"
        "  ۱۴۰۴/۱۲/۰۱  الف (نمونه): راهکار «تسریع»؛ دبیرخانه؛ ۱۴۶ روز مانده\n"
        "  ۱۴۰۴/۱۲/۰۱  الف (نمونه): راهکار «تسریع»؛ دبیرخانه؛ ۱۴۶ روز مانده\n"
    )


def test_what_is_due_today_is_asked_of_the_clock(sanad: Sanad) -> None:
    day = to_western(str(JalaliDate.from_gregorian(datetime.date.today())))

    assert sanad("list", "due") == sanad("list", "due", "--on", day)


def test_one_neighbourhood_may_have_nothing_due(sanad: Sanad) -> None:
    assert sanad("list", "due", "z2-be", "--on", "۵ مهر ۱۴۰۴") == (0, "وضع سررسیدها در ۵ مهر ۱۴۰۴\nچیزی سررسید ندارد.\n", "")


def test_what_is_due_is_json_for_programs(sanad: Sanad) -> None:
    code, out, err = sanad("list", "due", "z1-alef", "--json", "--on", "1404/07/05")
    first, second, *_ = json.loads(out)

    assert (code, err) == (0, "")
    assert first == {
        "neighbourhood": "z1-alef",
        "name": "الف",
        "sample": True,
        "kind": "decision",
        "record": "meetings/review",
        "title": "اعلام اعتبار",
        "owner": "اداره کل بهزیستی",
        "day": "1403/06/30",
        "late": 372,
    }
    assert (second["record"], second["owner"]) == ("quarters/1403-q3", None)


def test_the_states_are_listed_with_their_proof_and_with_those_before_that_nothing_proves(sanad: Sanad) -> None:
    spoil(sanad, MEETING, "date: ۱۴۰۳/۰۵/۰۵", "date:")
    (sanad.root / "plans" / "neighbourhoods" / "z1-alef" / "participatory.yaml").unlink()
    code, out, err = sanad("list", "states")

    assert (code, err) == (0, "")
    assert out == (
        "وضعیت ۲ محله در گام‌های طرح\n"
        "الف (z1-alef، نمونه): دارای برنامهٔ یک‌ساله؛ گواه: برنامهٔ یک‌ساله (1405) ← تاریخ تهیه\n"
        "    بی گواه: برنامه‌های دستگاه‌ها بررسی‌شده؛ جلسهٔ بررسی برنامه‌های دستگاه‌ها با تاریخ ثبت نشده است\n"
        "    بی گواه: سند مشارکتی تدوین‌شده؛ سند مشارکتی ثبت نشده است\n"
        "ب (z2-be): شناسایی‌شده؛ گواه: هویت محله\n"
    )


def test_states_are_json_for_programs(sanad: Sanad) -> None:
    spoil(sanad, MEETING, "date: ۱۴۰۳/۰۵/۰۵", "date:")
    code, out, err = sanad("list", "states", "z1-alef", "--json")

    assert (code, err) == (0, "")
    assert json.loads(out) == [
        {
            "neighbourhood": "z1-alef",
            "name": "الف",
            "sample": True,
            "state": "S16",
            "title": "دارای برنامهٔ یک‌ساله",
            "proof": {"record": "programmes/1405", "path": ["prepared_on"]},
            "unproven": [{"state": "S6", "title": "برنامه‌های دستگاه‌ها بررسی‌شده"}],
        }
    ]


def test_a_neighbourhood_that_cannot_be_read_is_told_beside_what_is_due_in_the_others(sanad: Sanad) -> None:
    spoil(sanad, NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    code, out, err = sanad("list", "due", "--on", "1404/07/05")

    assert (code, out) == (1, "وضع سررسیدها در ۵ مهر ۱۴۰۴\nچیزی سررسید ندارد.\n")
    assert "[not-in-list]" in err
    assert sanad("list", "due", "z2-be", "--on", "1404/07/05")[0] == 0
    assert sanad("list", "states", "z1-alef")[:2] == (1, "وضعیت ۰ محله در گام‌های طرح\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "خطا: فرمان «chek» شناخته نشد. [unknown-command]\n    فرمان‌ها: {commands}. منظورتان «check» بود؟\n\n"),
        (
            [],
            "خطا: فرمانی داده نشده است. [no-command]\n"
            "    برای نمونه: «sanad build» یا «sanad check». راهنما: «sanad --help».\n\n",
        ),
        (["check", "--strct"], "خطا: گزینهٔ «--strct» شناخته نشد. [unknown-option]\n"),
        (["check", "--terminal", "visul"], "خطا: ترتیب «visul» برای «--terminal» شناخته نشد. [unknown-terminal]\n"),
        (["build", "--jobs", "بسیار"], "خطا: «بسیار» شمار درستی برای «--jobs» نیست. [bad-number]\n"),
        (["list", "du"], "خطا: فرمان «list du» شناخته نشد. [unknown-command]\n"),
        (["list", "states", "z1-alf"], "خطا: محله‌ای با شناسهٔ «z1-alf» در «plans» نیست. [unknown-neighbourhood]\n"),
        (["list", "due", "z1-alf"], "خطا: محله‌ای با شناسهٔ «z1-alf» در «plans» نیست. [unknown-neighbourhood]\n"),
        (["list", "due", "--on", "فردا"], "خطا: «فردا» تاریخ شناخته‌شده‌ای نیست. [date-not-understood]\n"),
        (["build", "--format", "odt"], "خطا: قالب «odt» شناخته نشد. [unknown-format]\n"),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else "",
)
def test_a_wrong_call_is_told_in_persian_with_code_two(sanad: Sanad, words: list[str], said: str) -> None:
    code, out, err = sanad(*words)

    assert (code, out) == (2, "")
    assert err.startswith(said.format(commands="، ".join(COMMANDS)))


def test_help_names_every_command_and_option(sanad: Sanad) -> None:
    code, out, _ = sanad("--help")

    assert (code, out) == (0, HELP)
    assert [name for name in COMMANDS if f"sanad {name}" not in HELP] == []
    for option in ("--kind", "--format", "--final", "--jobs", "--strict", "--json", "--terminal", "--report", "--root", "--on"):
        assert option in HELP


def test_a_fault_of_the_program_is_the_only_case_with_a_traceback(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Folders) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(commands.pipeline, "check", broken)
    code, _, err = sanad("check")

    assert code == 70
    assert "Traceback" in err
    assert "این یک خطای برنامه است، نه خطای شما." in err


def test_an_interruption_is_told_in_one_line(sanad: Sanad, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands.pipeline, "check", interrupted)

    assert sanad("check") == (130, "", "به درخواست شما متوقف شد.\n")


def test_inspect_names_the_fault_of_a_file_that_is_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(b"not a package")

    code = main(["inspect", str(file), "--json"])

    told = json.loads(capsys.readouterr().err)
    assert code == 1
    assert {row["file"] for row in told} == {str(file)}


def test_inspect_refuses_a_folder_without_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(tmp_path), "--json"]) == 2
    assert [row["code"] for row in json.loads(capsys.readouterr().err)] == ["nothing-to-inspect"]


def test_the_looks_are_listed_with_their_faces(sanad: Sanad) -> None:
    shutil.copytree(TEMPLATES / "looks", sanad.root / "templates" / "looks")

    code, out, _ = sanad("list", "looks")

    assert code == 0
    assert [row.split("\t") for row in out.splitlines()] == [
        ["style", "Nazli، Liberation Serif، DejaVu Sans، Titr"],
        ["amiri", "Amiri، Liberation Serif، Fira Code، Noto Sans Arabic UI، Liberation Sans"],
    ]


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
    monkeypatch.setattr(faces, "search", lambda names, search=faces.search: search(set(names) - {"Liberation Sans"}))
    broken_look(sanad, "stacks: {text: {latin: Liberation Sans}}\n")

    code, out, err = sanad("build", "--look", "mine")

    assert (code, out) == (4, "")
    assert "قلم «Liberation Sans» (معمولی و سیاه) روی این رایانه پیدا نشد" in err
    assert "«sudo apt install fonts-liberation2»" in err
    assert not (sanad.root / "output").exists()
    assert sanad("build")[0] == 0
