import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html

from generator.cli.reporting.report import SIGNATURE, page, refuse_foreign, write
from generator.problems.errors import MachineError, Place, Problem, UsageError
from generator.problems.messages import problem


@pytest.fixture
def found(tmp_path: Path) -> list[Problem]:
    file = tmp_path / "plan.yaml"
    file.write_text('title: <b onclick="x">&\nname: ۱\n', encoding="utf-8")
    return [
        problem("yaml-byte-order-mark", Place(file, 1, 1)),
        problem("bad-id", Place(file, 1, 8), where="عنوان", text='<b onclick="x">&'),
        problem("gap", Place(file, 2, 1), where="نام", fact="نام", reason="", who="دبیرخانه"),
        problem("program-fault"),
    ]


def test_the_page_is_whole_right_to_left_and_asks_for_nothing(found: list[Problem]) -> None:
    text = page(found)
    tree = html.fromstring(text)

    assert (tree.get("lang"), tree.get("dir")) == ("fa", "rtl")
    assert not tree.xpath("//script | //link | //img | //@src | //@href | //@style | //@*[starts-with(name(), 'on')]")
    assert "://" not in text


def test_the_style_is_the_one_that_its_policy_names(found: list[Problem]) -> None:
    text = page(found)
    (style,) = re.findall("<style>(.*)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert "url(" not in style
    assert "@import" not in style


def test_problems_are_counted_and_grouped_by_file_errors_first(found: list[Problem], tmp_path: Path) -> None:
    tree = html.fromstring(page(found))

    assert [row.text_content() for row in tree.xpath("//header//li")] == ["۲ خطا", "۱ کمبود", "۱ هشدار"]
    assert [head.text_content() for head in tree.xpath("//h2")] == [str(tmp_path / "plan.yaml"), "بدون نشانی"]
    assert [article.get("class") for article in tree.xpath("//section[1]/article")] == ["error", "gap", "warning"]


def test_a_problem_has_its_place_line_message_and_hint_and_markup_in_data_stays_text(
    found: list[Problem], tmp_path: Path
) -> None:
    article = html.fromstring(page(found)).xpath("//article[@data-code='bad-id']")[0]

    assert article.xpath(".//*[@class='place']/bdi")[0].text_content() == f"{tmp_path / 'plan.yaml'}:1:8"
    assert article.xpath(".//pre")[0].text_content() == 'title: <b onclick="x">&'
    assert article.xpath(".//mark")[0].text_content() == "<b"
    assert article.xpath(".//*[@class='message']")[0].text_content() == '«<b onclick="x">&» شناسهٔ درستی نیست.'
    assert "z3-golshahr" in article.xpath(".//*[@class='hint']")[0].text_content()


def test_files_with_errors_come_before_those_with_less(tmp_path: Path) -> None:
    gap = problem("gap", Place(tmp_path / "a.yaml"), fact="نام", reason="", who="دبیرخانه")
    tree = html.fromstring(page([gap, problem("record-empty", Place(tmp_path / "b.yaml"))]))

    assert [Path(head.text_content()).name for head in tree.xpath("//h2")] == ["b.yaml", "a.yaml"]


def test_a_page_without_problems_says_so() -> None:
    assert "مشکلی دیده نشد" in html.fromstring(page([])).text_content()


def test_a_report_takes_the_place_of_an_older_one_only(found: list[Problem], tmp_path: Path) -> None:
    report, letter = tmp_path / "report.html", tmp_path / "letter.html"
    letter.write_text("<p>نامه</p>", encoding="utf-8")

    refuse_foreign(report)
    write([], report)
    refuse_foreign(report)
    write(found, report)

    assert SIGNATURE in report.read_text(encoding="utf-8")
    assert "bad-id" in report.read_text(encoding="utf-8")
    for foreign in (letter, tmp_path):
        with pytest.raises(UsageError) as refused:
            refuse_foreign(foreign)
        assert [each.code for each in refused.value.problems] == ["report-foreign"]
    assert letter.read_text(encoding="utf-8") == "<p>نامه</p>"


def test_a_report_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as refused:
        write([], tmp_path / "none" / "report.html")

    assert [each.code for each in refused.value.problems] == ["cannot-write"]
    assert list(tmp_path.iterdir()) == []
