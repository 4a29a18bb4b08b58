"""Names are taken wherever ids are: of neighbourhoods, agencies and kinds, in every spelling that reads the same."""

from pathlib import Path

import pytest

from generator.build import naming
from tests.cli.harness import Sanad

KNOWN = {
    "z1-ghaem": ("قائم",),
    "z2-ghaem": ("قائم", "شهرک قائم"),
    "z3-rajaei": ("شهرک شهید رجایی", "قلعه ساختمان"),
    "z4-ghale": ("قلعه ساختمان",),
    "z5-mehr": ("مهر\u200cآباد",),
}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("z3-rajaei", ["z3-rajaei"]),
        ("شهرک شهید رجایی", ["z3-rajaei"]),
        ("شهرك شهيد رجايي", ["z3-rajaei"]),
        ("شهرک\u200cشهید  رجایی", ["z3-rajaei"]),
        ("مهر آباد", ["z5-mehr"]),
        ("قائم", ["z1-ghaem", "z2-ghaem"]),
        ("شهرک قائم", ["z2-ghaem"]),
        ("قلعه ساختمان", ["z4-ghale"]),
        ("رجایی", []),
    ],
)
def test_a_word_means_an_id_then_a_name_then_another_name(word: str, meant: list[str]) -> None:
    assert naming.find(word, KNOWN) == meant


def test_each_wrong_name_is_told_and_several_matches_are_listed() -> None:
    found = naming.ids(["قائم", "z5-mehr", "رجائی"], KNOWN, "unknown-neighbourhood")

    assert found.value is None
    assert [each.code for each in found.problems] == ["name-of-several", "unknown-neighbourhood"]
    assert "z1-ghaem (قائم)، z2-ghaem (قائم)" in found.problems[0].hint


def test_a_name_of_several_words_without_quotes_is_told_as_one() -> None:
    (told,) = naming.ids(["شهرک", "شهید", "رجایی"], KNOWN, "unknown-neighbourhood").problems

    assert told.code == "name-unquoted"
    assert '«"شهرک شهید رجایی"»' in told.hint


def test_a_name_and_its_id_are_one_thing() -> None:
    assert naming.ids(["مهرآباد", "z5-mehr"], KNOWN, "unknown-neighbourhood").value == ("z5-mehr",)


def test_a_build_takes_the_names_of_the_neighbourhood_and_of_the_kind(sanad: Sanad) -> None:
    code, _, told = sanad.for_programs("build", "الف", "--kind", "یاد", "--format", "docx")

    assert code == 0
    assert [Path(path).relative_to(sanad.root).as_posix() for path in told["written"]] == ["output/z1-alef/note-draft.docx"]


def test_a_neighbourhood_that_cannot_be_read_has_its_name_still(sanad: Sanad) -> None:
    sanad.spoil("neighbourhoods/z2-be/neighbourhood.yaml", "rank: ۱", "rank: یک")
    code, problems, _ = sanad.for_programs("check", "ب")

    assert code == 1
    assert [row["code"] for row in problems] == ["number-not-understood"]


def test_what_is_begun_is_begun_by_name(sanad: Sanad) -> None:
    code, _, err = sanad("new", "contract", "الف")

    assert code == 2
    assert "z1-alef/contract.yaml» از پیش هست" in err
