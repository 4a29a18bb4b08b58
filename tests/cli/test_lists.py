"""The lists of `sanad list`: a row for each, in the order of the data, for people and for programs."""

import datetime
import shutil
import zipfile

from icalendar import Calendar

from generator.model.views.states import STATES
from generator.persian import JalaliDate, parse_date, to_western
from tests.cli.harness import TEMPLATES, Sanad
from tests.reading.plans_tree import IDENTITY, MEETING, NEEDS, SURVEY


def test_a_list_has_a_row_for_each_and_a_tab_between(sanad: Sanad) -> None:
    code, out, err = sanad("list", "neighbourhoods")

    assert (code, err) == (0, "")
    assert "z1-alef\t" in out


def test_a_list_is_json_for_programs(sanad: Sanad) -> None:
    assert sanad.for_programs("list", "kinds") == (
        0,
        [],
        [{"name": "note", "title": "یادداشت", "short": "یاد", "origin": "own"}],
    )


def test_what_is_due_is_listed_by_its_day_and_what_is_overdue_apart(sanad: Sanad) -> None:
    code, out, err = sanad("list", "due", "--on", "1404/07/05")

    assert (code, err) == (0, "")
    assert out == (
        "وضع سررسیدها در ۵ مهر ۱۴۰۴\n"
        "\n"
        "گذشته از سررسید (۵)\n"
        "  ۱۴۰۳/۰۷/۰۱  الف (نمونه): تأیید شناسنامهٔ ۱ اقدام؛ کمیته راهبردی؛ ۳۷۰ روز تأخیر\n"
        "  ۱۴۰۳/۱۰/۰۱  الف (نمونه): مصوبهٔ «اعلام اعتبار»؛ اداره کل بهزیستی؛ ۲۸۰ روز تأخیر؛ موعد ۱۴۰۳/۰۹/۳۰ تعطیل است\n"
        "  ۱۴۰۳/۱۰/۳۰  الف (نمونه): گزارش سه‌ماههٔ سوم سال ۱۴۰۳؛ ۲۵۱ روز تأخیر\n"
        "  ۱۴۰۳/۱۲/۳۰  الف (نمونه): قسط «میانی»؛ ۱۹۱ روز تأخیر\n"
        "  ۱۴۰۴/۰۶/۳۱  الف (نمونه): قسط «پایانی»؛ ۵ روز تأخیر\n"
        "\n"
        "در پیش (۶)\n"
        "  ۱۴۰۴/۰۷/۳۰  الف (نمونه): گزارش سه‌ماههٔ دوم سال ۱۴۰۴؛ ۲۵ روز مانده\n"
        "  ۱۴۰۴/۰۸/۱۷  الف (نمونه): مصوبهٔ «تکمیل گزارش»؛ دبیرخانه؛ ۴۲ روز مانده؛ موعد ۱۴۰۴/۰۸/۱۵ تعطیل است\n"
        "  ۱۴۰۴/۱۰/۳۰  الف (نمونه): پایان قرارداد محلهٔ الف؛ ۱۱۵ روز مانده\n"
        "  ۱۴۰۴/۱۲/۰۲  الف (نمونه): راهکار «تسریع»؛ دبیرخانه؛ ۱۴۷ روز مانده؛ موعد ۱۴۰۴/۱۲/۰۱ تعطیل است\n"
        "  ۱۴۰۵/۰۱/۰۱  الف (نمونه): پایان اعتبار «انجام تعهدات»؛ ۱۷۵ روز مانده\n"
        "  ۱۴۰۶/۱۰/۰۱  الف (نمونه): پایان اعتبار مجوز «زنان»؛ ۸۱۶ روز مانده\n"
        "\n"
        "تعطیلی‌های سال ۱۴۰۶ در «holidays.yaml» کامل نیست؛ تعطیلی هفتگی و هرساله شمرده شد.\n"
    )


def test_what_is_due_today_is_asked_of_the_clock(sanad: Sanad) -> None:
    day = to_western(str(JalaliDate.from_gregorian(datetime.date.today())))

    assert sanad("list", "due") == sanad("list", "due", "--on", day)


def test_one_neighbourhood_may_have_nothing_due(sanad: Sanad) -> None:
    assert sanad("list", "due", "z2-be", "--on", "۵ مهر ۱۴۰۴") == (0, "وضع سررسیدها در ۵ مهر ۱۴۰۴\nچیزی سررسید ندارد.\n", "")


def test_what_is_due_can_be_asked_of_an_agency_and_within_some_days(sanad: Sanad) -> None:
    def records(*words: str) -> list[str]:
        return [row["record"] for row in sanad.for_programs("list", "due", "--on", "1404/07/05", *words)[2]]

    assert records("--agency", "اداره کل بهزیستی") == ["meetings/review"]
    assert records("--agency", "کمیته راهبردی") == ["plan"]
    assert records("--within", "۳۰") == [
        "plan",
        "meetings/review",
        "quarters/1403-q3",
        "contract",
        "contract",
        "quarters/1404-q2",
    ]
    assert sanad("list", "due", "--agency", "هیچ‌کس")[0] == 2


def test_what_is_due_goes_into_calendars_and_into_excel_from_right_to_left(sanad: Sanad) -> None:
    calendar, workbook = sanad.root / "due.ics", sanad.root / "due.xlsx"
    for path in (calendar, workbook):
        code, out, _ = sanad("list", "due", "--on", "1404/07/05", "--to", str(path))
        assert code == 0
        assert str(path) in out

    events = Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == len(events) == 11
    assert {event["dtstart"].dt for event in events} >= {parse_date("1403/10/01").to_gregorian()}
    assert "الف (نمونه): گزارش سه‌ماههٔ سوم سال ۱۴۰۳" in {str(event["summary"]) for event in events}
    with zipfile.ZipFile(workbook) as package:
        sheet, words = (package.read(f"xl/{part}").decode() for part in ("worksheets/sheet1.xml", "sharedStrings.xml"))
    assert 'rightToLeft="1"' in sheet
    assert sheet.count("<row ") == 12
    assert "الف (نمونه)" in words
    before = workbook.read_bytes()
    sanad("list", "due", "--on", "1404/07/05", "--to", str(workbook))
    assert workbook.read_bytes() == before


def test_a_file_that_is_neither_a_calendar_nor_a_table_is_refused_before_anything_is_read(sanad: Sanad) -> None:
    code, out, err = sanad("list", "due", "--to", "due.pdf")

    assert (code, out) == (2, "")
    assert "[due-file-unknown]" in err


def test_what_is_due_is_json_for_programs(sanad: Sanad) -> None:
    code, problems, (_, first, second, *_) = sanad.for_programs("list", "due", "z1-alef", "--on", "1404/07/05")

    assert (code, problems) == (0, [])
    assert first == {
        "neighbourhood": "z1-alef",
        "name": "الف",
        "sample": True,
        "kind": "decision",
        "record": "meetings/review",
        "title": "اعلام اعتبار",
        "owner": "اداره کل بهزیستی",
        "day": "1403/10/01",
        "told": "1403/09/30",
        "late": 280,
    }
    assert (second["record"], second["owner"]) == ("quarters/1403-q3", None)


def test_the_states_are_listed_with_their_proof_and_with_those_before_that_nothing_proves(sanad: Sanad) -> None:
    sanad.spoil(MEETING, "date: ۱۴۰۳/۰۸/۰۵", "date:")
    (sanad.root / "plans" / "neighbourhoods" / "z1-alef" / "participatory.yaml").unlink()
    sanad.spoil(NEEDS, ", gathering: g1", "")
    code, out, err = sanad("list", "states")

    assert (code, err) == (0, "")
    assert out == (
        "وضعیت ۲ محله در گام‌های طرح\n"
        "الف (z1-alef، نمونه): دارای برنامهٔ یک‌ساله؛ گواه: برنامهٔ یک‌ساله (1405) ← تاریخ تهیه؛ ۱۴۰۴/۰۸/۲۰\n"
        "    گام بعد: برنامه‌های دستگاه‌ها بررسی‌شده؛ نوبت: سند منتشرشده نگفته است با کیست\n"
        "    بی گواه: برنامه‌های دستگاه‌ها بررسی‌شده؛ جلسهٔ بررسی برنامه‌های دستگاه‌ها با تاریخ ثبت نشده است\n"
        "    بی گواه: سند مشارکتی تدوین‌شده؛ سند مشارکتی ثبت نشده است\n"
        "ب (z2-be): شناسایی‌شده؛ گواه: هویت محله\n"
        "    گام بعد: شناسنامه تهیه‌شده؛ نوبت: سند منتشرشده نگفته است با کیست\n"
    )


def test_states_are_json_for_programs(sanad: Sanad) -> None:
    sanad.spoil(MEETING, "date: ۱۴۰۳/۰۸/۰۵", "date:")
    code, problems, rows = sanad.for_programs("list", "states", "z1-alef")

    assert (code, problems) == (0, [])
    reached = rows[0].pop("reached")
    assert [(each["state"], each["title"]) for each in reached] == [(each.id, each.title) for each in STATES if each.id != "S6"]
    assert reached[1] == {
        "state": "S1", "title": "شناسنامه تهیه‌شده", "body": None, "number": "۷۷", "date": "1402/10/15"
    }  # fmt: skip
    assert rows == [
        {
            "neighbourhood": "z1-alef",
            "name": "الف",
            "sample": True,
            "ended": None,
            "state": "S16",
            "title": "دارای برنامهٔ یک‌ساله",
            "proof": {"record": "programmes/1405", "path": ["prepared_on"]},
            "next": {"state": "S6", "title": "برنامه‌های دستگاه‌ها بررسی‌شده"},
            "turn": "working-group",
            "since": "1404/08/20",
            "unproven": [{"state": "S6", "title": "برنامه‌های دستگاه‌ها بررسی‌شده"}],
        }
    ]


def test_of_a_neighbourhood_that_was_merged_the_end_is_told_and_its_states_stay(sanad: Sanad) -> None:
    sanad.spoil(MEETING, "date: ۱۴۰۳/۰۸/۰۵", "date:")
    before = sanad.for_programs("list", "states", "z1-alef")[2][0]
    sanad.spoil(IDENTITY, "rank: ۱\n", "rank: ۱\nended: {on: ۱۴۰۵/۰۱/۱۵, how: ادغام, into: z2-be, by: مصوبهٔ ۱۲}\n")
    after = sanad.for_programs("list", "states", "z1-alef")[2][0]
    said = "پایان در طرح: ادغام در «z2-be»، ۱۴۰۵/۰۱/۱۵؛ مصوبهٔ ۱۲"

    assert before["next"] is not None
    assert after == {**before, "ended": "1405/01/15", "next": None, "turn": None}
    for command in (("list", "states", "z1-alef"), ("status", "z1-alef")):
        code, out, _ = sanad(*command)
        assert code == 0
        assert said in out
        assert "گام بعد" not in out
    assert "z1-alef" not in sanad("list", "due", "z1-alef", "--on", "1405/01/16")[1]


def test_a_neighbourhood_into_which_one_was_merged_is_there(sanad: Sanad) -> None:
    sanad.spoil(IDENTITY, "rank: ۱\n", "rank: ۱\nended: {on: ۱۴۰۵/۰۱/۱۵, how: ادغام, into: z9-nowhere}\n")
    code, _, err = sanad("check")

    assert code == 1
    assert "«z9-nowhere»" in err


def test_of_one_neighbourhood_every_state_that_it_passed_is_listed_with_its_proof(sanad: Sanad) -> None:
    code, out, err = sanad("list", "states", "z1-alef")

    assert (code, err) == (0, "")
    _, furthest, *passed = out.splitlines()
    assert furthest.startswith("الف (z1-alef، نمونه): دارای برنامهٔ یک‌ساله؛ گواه: ")
    assert [line.partition("؛ ")[0] for line in passed] == [f"    {each.id} {each.title}" for each in STATES[:-1]]
    assert passed[0] == "    S0 شناسایی‌شده؛ گواه: هویت محله"
    assert passed[6].endswith("؛ گواه: جلسه و صورتجلسه (review) ← تاریخ جلسه؛ کمیته راهبردی، شمارهٔ ۴، ۱۴۰۳/۰۸/۰۵")


def test_the_records_are_listed_with_what_is_known_of_them_and_what_is_not(sanad: Sanad) -> None:
    sanad.spoil(SURVEY, "findings: [بیشتر ساکنان راضی‌اند]", "findings: [… یافته‌ها را بنویسید]")
    code, out, err = sanad("list", "completeness")

    assert (code, err) == (0, "")
    head, first, *rest = out.splitlines()
    assert head == "کامل بودن پرونده‌های ۲ محله"
    assert first.startswith("الف (z1-alef، نمونه): ")
    assert any(line.startswith("    نظرسنجی (calm): ") and line.endswith(" ۰ نامعلوم، ۱ متن نوشتنی") for line in rest)
    assert "ب (z2-be): ۱ پرونده؛ ۶ معلوم، ۰ نامعلوم" in rest
    assert rest[-1].startswith("    هنوز نیست: اولویت محله، شناسنامهٔ محله،")


def test_completeness_is_json_for_programs(sanad: Sanad) -> None:
    code, problems, (row,) = sanad.for_programs("list", "completeness", "z2-be")

    assert (code, problems, row["neighbourhood"]) == (0, [], "z2-be")
    first, second, *_ = row["records"]
    assert first == {"record": "neighbourhood", "known": 6, "unknown": 0, "to_write": 0, "is_there": True}
    assert (second["record"], second["is_there"]) == ("priority", False)


def test_a_neighbourhood_that_cannot_be_read_is_told_beside_what_is_due_in_the_others(sanad: Sanad) -> None:
    sanad.spoil(NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    code, out, err = sanad("list", "due", "--on", "1404/07/05")

    assert (code, out) == (1, "وضع سررسیدها در ۵ مهر ۱۴۰۴\nچیزی سررسید ندارد.\n")
    assert "[not-in-list]" in err
    assert sanad("list", "due", "z2-be", "--on", "1404/07/05")[0] == 0
    assert sanad("list", "states", "z1-alef")[:2] == (1, "وضعیت ۰ محله در گام‌های طرح\n")


def test_the_looks_are_listed_with_their_faces(sanad: Sanad) -> None:
    shutil.copytree(TEMPLATES / "looks", sanad.root / "templates" / "looks")

    code, out, _ = sanad("list", "looks")

    assert code == 0
    assert [row.split("\t") for row in out.splitlines()] == [
        ["style", "Nazli، Liberation Serif، Amiri، Noto Sans Symbols2، Noto Sans، Titr"],
        ["amiri", "Amiri، Liberation Serif، Noto Sans Symbols2، Noto Sans، Noto Sans Arabic، Liberation Sans"],
    ]


def test_a_list_can_be_narrowed_to_names(sanad: Sanad) -> None:
    assert sanad("list", "neighbourhoods", "ب") == (0, "z2-be\tب\n", "")
    assert sanad("list", "agencies", "شهرداري مشهد") == (0, "municipality\tشهرداری مشهد\n", "")
    assert sanad("list", "kinds", "یاد") == (0, "note\tیادداشت (یاد)، از خود پروژه\n", "")


def test_a_list_is_narrowed_to_the_neighbourhoods_of_one_keeper(sanad: Sanad) -> None:
    assert sanad("list", "states", "--keeper", "east") == sanad("list", "states", "z1-alef")
    assert sanad("list", "due", "--keeper", "کارشناس غرب", "--on", "1404/07/05") == sanad(
        "list", "due", "z2-be", "--on", "1404/07/05"
    )
    assert sanad("list", "states", "z2-be", "--keeper", "east")[1].startswith("وضعیت ۰ محله")


def test_a_keeper_whom_nobody_named_is_refused(sanad: Sanad) -> None:
    code, _, err = sanad("list", "states", "--keeper", "easst")

    assert code == 2
    assert "«easst»" in err and "east" in err
