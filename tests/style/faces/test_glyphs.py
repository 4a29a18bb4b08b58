from pathlib import Path

import pytest

from generator.style.faces import glyphs
from generator.style.faces.files import Face
from tests.style.faces.made_fonts import make_font


def test_a_file_covers_the_characters_it_has_glyphs_for(tmp_path: Path) -> None:
    assert glyphs.covers(make_font(tmp_path / "a.ttf", "A", "ابپ")) == {ord(character) for character in "ابپ"}


def test_a_character_is_covered_when_some_face_of_the_stack_has_it_in_all_its_weights(tmp_path: Path) -> None:
    first = Face("A", "A", make_font(tmp_path / "a.ttf", "A", "اب–"), make_font(tmp_path / "ab.ttf", "A", "اب", weight=700))
    second = Face("B", "B", make_font(tmp_path / "b.ttf", "B", "x"), None)

    assert glyphs.uncovered("اب", (first,)) == set()
    assert glyphs.uncovered("ا–x☑", (first, second)) == {"–", "☑"}
    assert glyphs.uncovered("ا", ()) == {"ا"}


@pytest.mark.parametrize("character", ["\u200c", "\u200e", "\u2066", "\u2069", "\n", "\t"])
def test_a_character_that_is_never_drawn_needs_no_face(character: str) -> None:
    assert glyphs.uncovered(character, ()) == set()


@pytest.mark.parametrize("character", ["\u0600", "\u0605", "\u06dd", "\u070f"])
def test_a_sign_around_a_number_needs_a_face_though_it_is_a_format_character(character: str) -> None:
    assert glyphs.uncovered(character, ()) == {character}


def test_width_counts_letters_and_spaces_and_nothing_for_half_spaces_and_vowel_signs(tmp_path: Path) -> None:
    path = make_font(tmp_path / "a.ttf", "A", "دار \u064f\u200c")

    assert glyphs.advance("دار دار", (path,)) == 3.5
    assert glyphs.advance("دا\u200cر", (path,)) == 1.5
    assert glyphs.advance("دُر", (path,)) == 1.0


def test_width_takes_each_character_from_the_first_face_of_the_stack_that_has_it(tmp_path: Path) -> None:
    persian, latin = make_font(tmp_path / "a.ttf", "A", "د"), make_font(tmp_path / "b.ttf", "B", "–")

    assert glyphs.advance("د–", (persian, latin)) == 1.0
    assert glyphs.advance("د–", (persian,)) == 0.5


def test_lam_and_alef_are_one_glyph_where_the_face_has_it_and_two_letters_elsewhere(tmp_path: Path) -> None:
    joined, plain = make_font(tmp_path / "a.ttf", "A", "لا\ufefb"), make_font(tmp_path / "b.ttf", "B", "لا")

    assert glyphs.advance("لا", (joined,)) == 0.5
    assert glyphs.advance("لا", (plain,)) == 1.0
