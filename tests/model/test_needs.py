"""The codes by which every document knows a need."""

from __future__ import annotations

import pytest

from generator.model.records.needs import Needs


@pytest.mark.parametrize(
    ("ids", "codes"),
    [
        (({"id": "n01"}, {"id": "n14"}), ["ن۰۱", "ن۱۴"]),
        (({"id": "water"}, {"id": "school"}), ["ن۰۱", "ن۰۲"]),
        (({"id": "n02", "code": "ن۲۰"},), ["ن۲۰"]),
    ],
    ids=["of its id, which stays when others come and go", "else of its place", "as it is written"],
)
def test_a_need_has_a_code(ids: tuple[dict[str, str], ...], codes: list[str]) -> None:
    rest = {"title": "نیاز", "axis": "محیطی", "priority": "۱", "evidence": "کارگاه", "proposal": "کار"}
    entries = [rest | each for each in ids]
    assert [need.code for need in Needs.model_validate({"needs": entries}).needs] == codes
