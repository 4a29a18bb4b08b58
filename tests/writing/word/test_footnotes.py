"""Footnotes: Word's own, with the rule and the marks of a right-to-left page."""

from __future__ import annotations

from generator.tree.nodes import Blank, Cell, Footnote, ListBlock, ListItem, Ltr, Row, Strong, Table, Text
from tests.writing import trees
from tests.writing.word.opened import Opened, W, find, value, words


def _notes(opened: Opened) -> dict[str, str]:
    """The text of each note by its id, without its mark."""
    part = opened.part("word/footnotes.xml")
    return {note.get(W + "id"): words(note) for note in find(part, "w:footnote[not(@w:type)]")}


def test_every_file_has_separators_at_the_right_so_that_added_notes_look_right() -> None:
    opened = Opened(trees.document())
    part = opened.part("word/footnotes.xml")
    kinds = {note.get(W + "id"): note.get(W + "type") for note in find(part, "w:footnote")}
    assert kinds == {"-1": "separator", "0": "continuationSeparator"}
    assert all(find(note, "w:p/w:pPr/w:bidi") for note in find(part, "w:footnote"))
    settings = find(opened.part("word/settings.xml"), "w:footnotePr/w:footnote")
    assert {note.get(W + "id") for note in settings} == set(kinds)


def test_notes_of_paragraphs_items_and_cells_are_counted_in_order() -> None:
    def noted(note: str) -> tuple[Text, Footnote]:
        return Text("متن"), Footnote(trees.text(note))

    opened = Opened(
        trees.document(
            trees.paragraph(*noted("یک"), *noted("دو")),
            ListBlock((ListItem((trees.paragraph(*noted("سه")),), 1),)),
            Table(trees.columns(1000), (), (Row((Cell((trees.paragraph(*noted("چهار")),)),)),)),
        )
    )
    marks = [mark.get(W + "id") for mark in opened.find("//w:footnoteReference")]
    assert marks == ["1", "2", "3", "4"]
    assert [_notes(opened)[mark] for mark in marks] == ["- یک", "- دو", "- سه", "- چهار"]


def test_marks_are_drawn_in_the_face_of_persian_digits_and_raised_in_the_text_alone() -> None:
    opened = Opened(trees.document(trees.paragraph("متن", Footnote(trees.text("یک")))))
    assert value(opened.body, "//w:r[w:footnoteReference]/w:rPr/w:rStyle") == "FootnoteReference"
    mark = opened.styles["FootnoteReference"]
    assert value(mark, "w:name") == "footnote reference"
    assert value(mark, "w:rPr/w:rFonts", "cs") == "Sanad Digits"
    assert value(mark, "w:rPr/w:vertAlign") == "superscript"
    note = find(opened.part("word/footnotes.xml"), "w:footnote[@w:id='1']/w:p")[0]
    assert value(note, "w:pPr/w:pStyle") == "FootnoteText"
    assert value(note, "w:r[w:footnoteRef]/w:rPr/w:rStyle") == "CountedDigits"


def test_a_note_holds_what_a_paragraph_holds() -> None:
    note = Footnote((Text("به "), Ltr("UN-Habitat"), Strong(trees.text(" پررنگ ")), Blank("نام", "name", 5)), "n")
    opened = Opened(trees.document(trees.paragraph("متن", note)))
    part = opened.part("word/footnotes.xml")
    assert _notes(opened) == {"1": "- به UN-Habitat پررنگ ....."}
    assert value(part, "//w:sdt/w:sdtPr/w:tag") == "name"
    latin = find(part, "//w:r[w:t='UN-Habitat']")[0]
    assert not find(latin, "w:rPr/w:rtl")


def test_the_key_of_a_note_is_a_bookmark_at_its_mark() -> None:
    opened = Opened(trees.document(trees.paragraph("متن", Footnote(trees.text("یک"), "note-1"))))
    (start,) = opened.find("//w:bookmarkStart[@w:name='c_note_1']")
    assert find(start.getnext(), "w:footnoteReference")
