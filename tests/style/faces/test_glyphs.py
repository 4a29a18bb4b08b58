from pathlib import Path

import pytest

from generator.style.faces import glyphs
from generator.style.faces.glyphs import Cut, Measures, Measuring
from tests.style.faces.made_fonts import ASCENT, DESCENT, EM, make_font


def of_characters(regular: str, bold: str | None = None) -> Measures:
    """Measures of a face whose every glyph is half an em wide."""
    return Measures(
        *(None if each is None else Cut(EM, ASCENT, DESCENT, {ord(one): EM // 2 for one in each}) for each in (regular, bold))
    )


def measuring(**families: Measures) -> Measuring:
    return Measuring(families.get)


def test_a_file_has_the_characters_that_it_has_glyphs_for_with_their_advances(tmp_path: Path) -> None:
    read = glyphs.read(make_font(tmp_path / "a.ttf", "A", "ابپ"))

    assert (read.em, read.ascent, read.descent) == (EM, ASCENT, DESCENT)
    assert read.advances == {ord(character): EM // 2 for character in "ابپ"}


def test_a_character_is_covered_when_some_face_of_the_stack_has_it_in_all_its_weights() -> None:
    made = measuring(a=of_characters("اب–", "اب"), b=of_characters("x"))

    assert made.uncovered("اب", ["a"]) == set()
    assert made.uncovered("ا–x☑", ["a", "b"]) == {"–", "☑"}
    assert made.uncovered("ا", []) == made.uncovered("ا", ["c"]) == {"ا"}


@pytest.mark.parametrize("character", ["\u200c", "\u200e", "\u2066", "\u2069", "\n", "\t"])
def test_a_character_that_is_never_drawn_needs_no_face(character: str) -> None:
    assert measuring().uncovered(character, []) == set()


@pytest.mark.parametrize("character", ["\u0600", "\u0605", "\u06dd", "\u070f"])
def test_a_sign_around_a_number_needs_a_face_though_it_is_a_format_character(character: str) -> None:
    assert measuring().uncovered(character, []) == {character}


def test_width_counts_letters_and_spaces_and_nothing_for_half_spaces_and_vowel_signs() -> None:
    made = measuring(a=of_characters("دار \u064f\u200c"))

    assert made.advance("دار دار", "a", 1) == 3.5
    assert made.advance("دا\u200cر", "a", 1) == 1.5
    assert made.advance("دُر", "a", 12) == 12.0


def test_width_takes_each_character_from_the_first_face_of_the_stack_that_has_it() -> None:
    made = measuring(persian=of_characters("د"), latin=of_characters("–"))

    assert made.advance("د–", ["persian", "latin"], 1) == 1.0
    assert made.advance("د–", ["persian"], 1) == 0.5
    assert made.advance("د–", ["nowhere"], 1) == 0.0


def test_a_weight_that_a_face_lacks_is_as_wide_as_the_one_that_draws_it() -> None:
    wide = Measures(None, Cut(EM, ASCENT, DESCENT, {ord("د"): EM}))
    made = measuring(a=Measures(of_characters("د").regular, wide.bold), b=wide)

    assert [made.advance("د", family, 1, bold) for family in "ab" for bold in (False, True)] == [0.5, 1.0, 1.0, 1.0]


def test_lam_and_alef_are_one_glyph_where_the_face_has_it_and_two_letters_elsewhere() -> None:
    made = measuring(joined=of_characters("لا\ufefb"), plain=of_characters("لا"))

    assert made.advance("لا", "joined", 1) == 0.5
    assert made.advance("لا", "plain", 1) == 1.0
