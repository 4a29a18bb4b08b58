"""What the published plan contradicts itself in is warned of and explained; nothing else in the plans is in doubt."""

from __future__ import annotations

from generator.problems.errors import Severity
from tests import plans

FOUND = plans.project().reading.problems


def test_every_problem_of_the_plans_is_a_warning_about_the_source() -> None:
    assert {found.severity for found in FOUND} == {Severity.WARNING}
    assert sorted(found.code for found in FOUND) == [
        "area-share-unweighted",
        *["duty-in-doubt"] * 6,
        "printed-shares-differ",
        "sum-differs-explained",
        "tables-disagree",
    ]


def test_the_three_populations_of_the_city_are_told_with_their_differences() -> None:
    by_code = {found.code: f"{found.message} {found.hint}" for found in FOUND}
    assert "۱٬۲۸۰٬۰۰۰" in by_code["tables-disagree"] and "۱٬۲۵۰٬۰۰۰" in by_code["tables-disagree"]
    assert "۸۸۳٬۴۸۵" in by_code["sum-differs-explained"] and "۳۶۶٬۵۱۵" in by_code["sum-differs-explained"]
    assert "اتباع بیگانه" in by_code["sum-differs-explained"]


def test_the_shares_and_the_duties_in_doubt_are_explained() -> None:
    text = {found.code: f"{found.message} {found.hint}" for found in FOUND}
    assert "وارونه" in text["printed-shares-differ"]
    assert "میانگین سادهٔ" in text["area-share-unweighted"]
    duties = [found.message for found in FOUND if found.code == "duty-in-doubt"]
    assert [number for number in range(1, 7) if any(f"municipality/{number}" in told for told in duties)] == [1, 2, 3, 4, 6]
    assert any("social-security/2" in told for told in duties)
