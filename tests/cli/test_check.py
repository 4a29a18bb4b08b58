"""`sanad check` with names: what concerns these neighbourhoods, and the errors of what all share."""

from pathlib import Path

from tests.cli.harness import Sanad
from tests.reading.plans_tree import NEEDS


def test_only_the_named_neighbourhoods_are_told_of(sanad: Sanad) -> None:
    sanad.spoil(NEEDS, "axis: اقتصادی", "axis: اقتصادیی")
    code, problems, _ = sanad.for_programs("check", "z2-be")
    assert (code, problems) == (0, [])

    code, problems, _ = sanad.for_programs("check", "الف")
    assert code == 1
    assert {Path(row["file"]).parent.name for row in problems if row["severity"] == "error"} == {"z1-alef"}


def test_errors_of_the_catalogues_are_told_whoever_is_asked_for(sanad: Sanad) -> None:
    sanad.spoil("zones.yaml", "zones:", "zone:")
    code, problems, _ = sanad.for_programs("check", "z2-be")

    assert code == 1
    assert {Path(row["file"]).name for row in problems} == {"zones.yaml"}


def test_an_error_in_a_template_is_told_by_the_neighbourhood_that_needs_it(sanad: Sanad) -> None:
    file = sanad.root / "templates" / "note" / "document.html.j2"
    file.write_text(file.read_text(encoding="utf-8").replace("neighbourhood.name", "neighbourhood.nmae"), encoding="utf-8")

    assert sanad("check", "z2-be")[0] == 0
    assert sanad("check", "z1-alef")[0] == 1


def test_what_a_named_neighbourhood_lacks_for_a_document_is_told(sanad: Sanad) -> None:
    _, _, err = sanad("check", "ب")

    lack = "ب (z2-be): «یادداشت» ساخته نمی‌شود؛ این پرونده‌ها نیست: contract.yaml؛ برای آغاز: «sanad new contract z2-be»."
    assert err == f"{lack}\nمشکلی دیده نشد.\n"
    assert sanad("check", "ب", "--quiet") == (0, "", "")


def test_standing_warnings_are_told_in_full_by_a_whole_check_and_counted_elsewhere(sanad: Sanad) -> None:
    sanad.spoil("agencies/welfare.yaml", "lines: [۱۵]", "lines: [۱۵]\n    needs_review: مرجع روشن نیست")
    line = "۱ هشدار دربارهٔ متن منتشرشدهٔ طرح پابرجاست؛ «sanad check» همه را می‌گوید.\n"

    assert "[duty-in-doubt]" in sanad("check")[2]
    for words in (("check", "z1-alef"), ("build", "z1-alef", "--format", "docx")):
        _, _, err = sanad(*words)
        assert line in err
        assert "duty-in-doubt" not in err
    assert "duty-in-doubt" in {row["code"] for row in sanad.for_programs("check", "z1-alef")[1]}
